/**
 * The ledger: what the view asked to be printed against what stands on the pages, to the last space. Counted in code
 * points, a base with its variation selector as one. A book whose ledger does not balance is never written.
 */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { shorten } from '../ground/shown.ts';
import type { Leaf } from '../layout/block.ts';
import type { Locate } from '../layout/text-problems.ts';
import type { BlockView, Narrative, NarrativeParagraph, ViewText } from '../view/types.ts';

/** A text of the view, which the pages must show exactly once. */
type Asked = ViewText | Narrative;

type Entry = {
  readonly expected: string;
  /** How often it is to be printed: more than once only in a block that several sections share. */
  asked: number;
  /** How often it was printed whole. */
  whole: number;
  /** What was printed of it since. */
  part: string;
};

/** The account of one book: entered as texts are asked for and as pages are printed, closed at the end. */
export class Ledger {
  /** Texts that do not balance. What balances is let go: a long book has many texts, and each is printed once. */
  readonly #open = new Map<Asked, Entry>();

  /** Enters every text of a block but those that only say again what another says. */
  ask({ data }: BlockView): void {
    this.#askAll(data);
  }

  /**
   * Takes note of a text on paper. Reprints, a template's own words and what is not read out do not count; all other
   * texts were asked for, so that one which is not open was printed whole before.
   */
  place({ source: set, says, lines, reprint, role }: Leaf): void {
    const source = says ?? set;
    if (reprint || role === 'artifact' || typeof source === 'string' || 'reprint' in source) return;
    const entry = this.#open.get(source) ?? opened(source, 1);
    entry.part += printedText(lines);
    if (entry.part === entry.expected && entry.part !== '') {
      entry.whole++;
      entry.part = '';
    }
    this.#settle(source, entry);
  }

  #askAll(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const item of value) this.#askAll(item);
    else if (!('origin' in value)) for (const inner of Object.values(value)) this.#askAll(inner);
    else if (!('reprint' in value)) this.#askOne(value as Asked);
  }

  #askOne(text: Asked): void {
    const entry = this.#open.get(text) ?? opened(text, 0);
    entry.asked++;
    this.#settle(text, entry);
  }

  #settle(text: Asked, entry: Entry): void {
    if (balances(entry)) this.#open.delete(text);
    else this.#open.set(text, entry);
  }

  /**
   * @param locate finds where a text was typed
   * @returns an error for each text that is missing, cut, altered, out of order or printed more than once
   */
  close(locate: Locate): Diagnostic[] {
    return [...this.#open].map(([text, entry]) => unbalanced(text, entry, locate));
  }
}

/** An entry of a text that balances so far. */
function opened(text: Asked, printed: number): Entry {
  return { expected: askedText(text), asked: printed, whole: printed, part: '' };
}

function balances({ expected, asked, whole, part }: Entry): boolean {
  return part === '' && (expected === '' || whole === asked);
}

/** How much of a text a message shows, characters. */
const SHOWN = 20;

function unbalanced(text: Asked, { expected, asked, whole, part }: Entry, locate: Locate): Diagnostic {
  const characters = count(expected);
  const detail = {
    text: shorten(expected.trim(), SHOWN),
    asked: asked * characters,
    printed: whole * characters + count(part),
  };
  return diagnose('ledger-unbalanced', detail, {
    span: locate(text.origin),
    hints: [
      '様式（templates）で、この文が抜けているか、二度書かれているか、読み上げない役（artifact）になっています。様式を直した人に知らせてください。',
    ],
  });
}

/**
 * Paragraphs with a line end after each. Spaces on lines of nothing else belong to the paragraph before, those at the
 * text's beginning to the first.
 */
function askedText(asked: Asked): string {
  const paragraphs = 'text' in asked ? asked.text.split('\n') : asked.paragraphs.map(paragraphText);
  let text = '';
  let spaces = '';
  for (const each of paragraphs) {
    if (!/\S/u.test(each)) spaces += each;
    else {
      text += text === '' ? `${spaces}${each}` : `${spaces}\n${each}`;
      spaces = '';
    }
  }
  text += spaces;
  return text === '' ? '' : `${text.replace(CONTROL_SPACE, ' ')}\n`;
}

/** What is typed with these is set as a plain space. */
const CONTROL_SPACE = /[\t\v\f\r]/g;

function paragraphText(paragraph: NarrativeParagraph): string {
  return paragraph.kind === 'space' ? '' : paragraph.spans.map(({ text }) => text).join('');
}

function printedText(lines: Leaf['lines']): string {
  let text = '';
  for (const { runs, last } of lines) {
    for (const run of runs) text += run.text;
    if (last && runs.length > 0) text += '\n';
  }
  return text;
}

/** Variation selectors belong to the character before them; line ends are not typed on one line. */
const UNCOUNTED = /\n|[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/u;

function count(text: string): number {
  return [...text].filter((character) => !UNCOUNTED.test(character)).length;
}
