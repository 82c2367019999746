/** What setting and paging could not do, as diagnostics at the place where the text was typed. */
import type { Origin } from './content/edition.ts';
import { type Diagnostic, diagnose, type Span } from './diagnostic.ts';
import type { ColumnRoom } from './layout/columns.ts';
import type { TextProblem } from './layout/helpers.ts';
import { mm } from './layout/units.ts';
import { roundedUp, shorten, unicodeName } from './shown.ts';
import { type ThemePlaces, tooWideDiagnostic } from './too-wide.ts';
import type { BlockView, Narrative, ViewText } from './view/types.ts';

/** Finds where a text of the edition was typed; a character or piece of it, where one is given and stands there. */
export type Locate = (origin: Origin, character?: string) => Span | undefined;

/**
 * A text's problem, at its character or piece where there is one.
 *
 * @param room the columns in which the text was to stand; undefined for the page
 * @param theme where the theme's widths were typed
 */
export function textDiagnostic(
  found: TextProblem,
  locate: Locate,
  room: ColumnRoom | undefined,
  theme: ThemePlaces,
): Diagnostic {
  const { problem } = found;
  const span = (character?: string): { span?: Span | undefined } => ({
    span: 'origin' in found ? locate(found.origin, character) : found.span,
  });
  switch (problem.kind) {
    case 'missing-glyph': {
      const codes = [problem.codePoint, ...(problem.selector === undefined ? [] : [problem.selector])];
      const character = String.fromCodePoint(...codes);
      const hints = [
        problem.selector === undefined
          ? '別の字に替えるか、theme.yaml の fonts に、その字を持つ書体を足してください。'
          : '字の後ろの、目に見えない異体字の指定を消すか、その異体字を持つ書体を足してください。',
      ];
      return diagnose(
        'glyph-missing',
        { character, codePoint: codes.map(unicodeName).join(' ') },
        { ...span(character), hints },
      );
    }
    case 'private-use':
      return diagnose(
        'character-private-use',
        { codePoint: unicodeName(problem.codePoint) },
        { ...span(String.fromCodePoint(problem.codePoint)), hints: ['Unicode にある字に替えてください。'] },
      );
    case 'too-wide':
      return tooWideDiagnostic(problem, found.place, room, theme, span(problem.text).span);
    case 'wide-indent':
      return diagnose(
        'indent-too-wide',
        { excess: roundedUp(mm(problem.excess)) },
        {
          ...span(problem.text),
          hints: ['行の始めの空白を減らしてください。右にそろえることはできません。'],
        },
      );
    case 'forced-break':
      return diagnose(
        'forced-break',
        { text: shorten(problem.text) },
        { ...span(problem.text), severity: 'warning' },
      );
  }
}

/** What a block that is higher than a page is to a clerk, what helps, and which of its texts to look at first. */
type TallBlock = { readonly noun: string; readonly hint: string; readonly text?: string };

/** Blocks by their template. */
const TALL_BLOCKS: Readonly<Record<string, TallBlock>> = {
  program: { noun: 'この事業', hint: '文章を短くするか、theme.yaml で列を広げてください。' },
  cover: { noun: '表紙', hint: '題や担当を短くするか、theme.yaml の space の cover を小さくしてください。' },
  colophon: {
    noun: '奥付',
    hint: 'booklet の colophon の notes を短くするか、theme.yaml の space の colophon を小さくしてください。',
    text: 'notes',
  },
  'agenda-heading': { noun: '次第の見出し', hint: '会議の名前や場所を短くしてください。' },
  'agenda-item': { noun: '次第のこの議題', hint: '議題を短くするか、二つに分けてください。' },
  'agenda-paper': { noun: '次第のこの資料', hint: '資料の題を短くしてください。' },
  'paper-heading': { noun: '資料の見出し', hint: '資料の題や会議の名前を短くしてください。' },
};

const OTHER_BLOCK: TallBlock = {
  noun: 'この部分',
  hint: '文章を短くするか、theme.yaml で余白や空きを小さくしてください。',
};

/**
 * A block that is higher than a page: shown at the first text it prints, or at the one that is to blame.
 *
 * @param excess mm
 */
export function tooTallDiagnostic(view: BlockView | undefined, excess: number, locate: Locate): Diagnostic {
  const { noun, hint, text } = TALL_BLOCKS[view?.template ?? ''] ?? OTHER_BLOCK;
  const data: Readonly<Record<string, unknown>> = { ...(view?.data as object | undefined) };
  const origin = firstOrigin(text === undefined ? undefined : data[text]) ?? firstOrigin(data);
  return diagnose(
    'block-too-tall',
    { block: noun, excess: roundedUp(excess) },
    { span: origin === undefined ? undefined : locate(origin), hints: [hint] },
  );
}

function firstOrigin(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { origin } = data as Partial<ViewText | Narrative>;
  if (typeof origin === 'string') return origin;
  for (const value of Object.values(data)) {
    const found = firstOrigin(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
