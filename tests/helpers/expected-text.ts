/** What an edition must show, told from the edition alone: strings, paragraphs and characters, column by column. */
import type { Edition, Indicator, Measure, Program } from '../../src/content/edition.ts';
import { printedFigure } from './sample.ts';

export type Character = {
  /** With its variation selector. */
  readonly text: string;
  readonly bold: boolean;
  readonly spaceBefore: boolean;
};

/** What begins on a line of its own. */
export type Paragraph = {
  /** As it must be copied and heard. */
  readonly text: string;
  /** What is seen of it: white space is only noted. */
  readonly characters: readonly Character[];
  readonly kind: 'plain' | 'item' | 'heading' | 'figure';
  /** Empty lines typed above. */
  readonly blanks: number;
};

export type ExpectedIndicator = {
  readonly name: readonly Paragraph[];
  /** Baseline and plan years. */
  readonly cells: readonly (readonly Paragraph[])[];
};

export type ExpectedProgram = {
  readonly number: string;
  readonly identity: readonly Paragraph[];
  readonly continued: readonly Paragraph[];
  readonly activities: readonly {
    readonly description: readonly Paragraph[];
    readonly indicators: readonly ExpectedIndicator[];
  }[];
  readonly result: readonly Paragraph[];
  readonly opinion: readonly Paragraph[];
};

export type ExpectedSection = {
  /** Printed above the section; undefined where the goal goes on. */
  readonly goal: string | undefined;
  /** In the running head. */
  readonly runningGoal: string;
  readonly measure: string;
  readonly programs: readonly ExpectedProgram[];
};

export function expectedSections(edition: Edition): ExpectedSection[] {
  return edition.measures.map((measure, index) => {
    const goal = goalOf(edition, measure);
    const before = edition.measures[index - 1];
    return {
      goal: before && goalOf(edition, before) === goal ? undefined : goal,
      runningGoal: goal,
      measure: `${measure.measure}. ${measure.title}`,
      programs: measure.programs.map((program) => expectedProgram(edition, program)),
    };
  });
}

function goalOf(edition: Edition, { measure }: Measure): string {
  const goal = edition.goals.find(({ number }) => measure.startsWith(`${number}-`));
  return goal?.title ? `目標${goal.number}　${goal.title}` : `目標${goal?.number}`;
}

const CIRCLED = '①②③④⑤⑥';

function expectedProgram({ labels }: Edition, program: Program): ExpectedProgram {
  return {
    number: String(program.number),
    identity: [
      line(program.name, { bold: true }),
      ...program.parts.map((part, index) => line(CIRCLED[index] + part)),
      line(`(${program.departments.join('・')})`),
      ...(program.priority ? [line(labels.priority)] : []),
    ],
    continued: [line(program.name + labels.continued, { bold: true })],
    activities: program.activities.map(({ description, indicators }) => ({
      description: paragraphs(description, (typed) => line(typed)),
      indicators: indicators.map((indicator) => expectedIndicator(indicator, labels)),
    })),
    result: narrative(program.result),
    opinion: opinionOf(program.opinion, labels),
  };
}

/** A list stands under headings, half a line apart. */
function opinionOf(typed: Program['opinion'], labels: Edition['labels']): Paragraph[] {
  if (typeof typed === 'string') return narrative(typed);
  return typed.flatMap(({ by, text, reply = '' }, index) => {
    const number = typed.length > 1 ? `${index + 1}` : '';
    const head = (words: string) => line(`【${words}】`, { bold: true, kind: 'heading' });
    const said = head(`${labels.opinion_text}${number}${by === undefined ? '' : `　${by}`}`);
    const answer = reply.trim() === '' ? [] : [head(labels.reply + number), ...narrative(reply)];
    return [{ ...said, blanks: index > 0 ? 1 : 0 }, ...narrative(text), ...answer];
  });
}

function expectedIndicator(
  { name, unit, baseline, years }: Indicator,
  { none, unreported }: Edition['labels'],
): ExpectedIndicator {
  const before =
    baseline === null ? line(none) : 'word' in baseline ? line(baseline.word) : figure(baseline.figure);
  const cells = Object.values(years).map(({ plan, actual }) => {
    const below = actual === undefined ? [] : actual === null ? [line(unreported)] : [figure(actual)];
    return [line(plan ?? none), ...below];
  });
  return { name: [line(name + (unit ? `(${unit})` : ''))], cells: [[before], ...cells] };
}

function figure(typed: string): Paragraph {
  return line(printedFigure(typed), { kind: 'figure' });
}

/** One string as it stands. */
export function line(text: string, how: { bold?: boolean; kind?: Paragraph['kind'] } = {}): Paragraph {
  return { text, characters: charactersOf(text, how.bold ?? false), kind: how.kind ?? 'plain', blanks: 0 };
}

/**
 * A line as typed is a paragraph; an empty one, or one of nothing but spaces, is space above the next. Its spaces are
 * read with the paragraph before; those at the text's beginning with the first.
 */
function paragraphs(text: string, read: (typed: string) => Paragraph): Paragraph[] {
  const found: Paragraph[] = [];
  let blanks = 0;
  let spaces = '';
  for (const typed of text.split('\n')) {
    const before = found.at(-1);
    if (typed.trim() !== '') {
      const next = read(typed);
      found.push({ ...next, text: before ? next.text : spaces + next.text, blanks });
      blanks = 0;
    } else {
      if (before) found[found.length - 1] = { ...before, text: before.text + typed };
      else spaces += typed;
      blanks++;
    }
  }
  return found.length > 0 ? found : [{ ...line(spaces), blanks: 0 }];
}

function narrative(text: string): Paragraph[] {
  return paragraphs(text, (typed) => {
    const [, bracket = '', rest = typed] = /^(【[^【】]*】)?(.*)$/u.exec(typed) ?? [];
    const item = /^[・①-⑳㉑-㉟㊱-㊿]/u.test(typed);
    return {
      text: typed,
      characters: [...charactersOf(bracket, true), ...charactersOf(rest, false)],
      kind: bracket !== '' && rest === '' ? 'heading' : item ? 'item' : 'plain',
      blanks: 0,
    };
  });
}

function charactersOf(text: string, bold: boolean): Character[] {
  const clusters = text.match(/[\s\S][\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]?/gu) ?? [];
  const characters: Character[] = [];
  let spaceBefore = false;
  for (const cluster of clusters) {
    if (/^\s/u.test(cluster)) spaceBefore = true;
    else {
      characters.push({ text: cluster, bold, spaceBefore });
      spaceBefore = false;
    }
  }
  return characters;
}
