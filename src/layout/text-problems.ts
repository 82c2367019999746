/** What setting and paging could not do, as diagnostics at the place where the text was typed. */
import type { Origin } from '../content/edition.ts';
import { type Diagnostic, diagnose, type Span } from '../ground/diagnostic.ts';
import { roundedUp, shorten, unicodeName } from '../ground/shown.ts';
import type { BlockView, Narrative, ViewText } from '../view/types.ts';
import type { CellTexts } from './cell-texts.ts';
import type { ColumnRoom } from './columns.ts';
import type { TextProblem } from './helpers.ts';
import { type ThemePlaces, tooWideDiagnostic } from './too-wide.ts';
import { mm } from './units.ts';

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

/** What the program's columns are called, by the last key of what stands in them. */
const CELLS: Readonly<Record<string, string>> = {
  number: '番号',
  name: '事業名称',
  parts: '事業の内訳',
  departments: '担当課',
  description: '事業の内容',
  indicators: '参考指標',
  result: '結果の説明',
  opinion: '会議意見',
};

/**
 * A block that is higher than a page: shown at the text to blame, or at the first one it prints.
 *
 * @param excess mm
 * @param cells the block's, if it is a table
 * @param room how high a page's body is, pt
 */
export function tooTallDiagnostic(
  view: BlockView | undefined,
  excess: number,
  locate: Locate,
  cells: readonly CellTexts[] = [],
  room = Number.POSITIVE_INFINITY,
): Diagnostic {
  const { noun, hint, text } = TALL_BLOCKS[view?.template ?? ''] ?? OTHER_BLOCK;
  const data: Readonly<Record<string, unknown>> = { ...(view?.data as object | undefined) };
  const tall = tallestWhole(cells, room);
  const first = firstOrigin(text === undefined ? undefined : data[text]) ?? firstOrigin(data);
  const origin = tall?.origin ?? first;
  return diagnose(
    'block-too-tall',
    { block: noun, excess: roundedUp(excess), ...(tall ? { cell: tall.name } : {}) },
    {
      span: origin === undefined ? undefined : locate(origin),
      hints: tall ? [wholeHint(tall.name, cells)] : [hint],
    },
  );
}

/** What stands in a cell that is too high for a page and cannot go on on the next one: its highest part. */
function tallestWhole(
  cells: readonly CellTexts[],
  room: number,
): { name: string; origin: Origin } | undefined {
  const whole = cells.filter(({ flows }) => !flows).filter((cell) => heightOf(cell.texts) > room);
  const parts = new Map<string, { origin: Origin; height: number }>();
  for (const { source, height } of whole.flatMap(({ texts }) => texts)) {
    const origin = originIn(source);
    const name = origin === undefined ? undefined : cellName(origin);
    if (origin === undefined || name === undefined) continue;
    const part = parts.get(name) ?? { origin, height: 0 };
    parts.set(name, { ...part, height: part.height + height });
  }
  const [highest] = [...parts].sort(([, a], [, b]) => b.height - a.height);
  return highest && { name: highest[0], origin: highest[1].origin };
}

function wholeHint(name: string, cells: readonly CellTexts[]): string {
  const flowing = cells
    .filter(({ flows }) => flows)
    .flatMap(({ texts }) => texts.map(({ source }) => source));
  const names = flowing.flatMap((source) => cellName(originIn(source) ?? '') ?? []);
  const others = [...new Set(names)].map((one) => `「${one}」`).join('');
  return others === ''
    ? `「${name}」の欄を短くしてください。`
    : `「${name}」の欄は次のページに続けられません。短くするか、続けられる${others}の欄に移してください。`;
}

function heightOf(texts: CellTexts['texts']): number {
  return texts.reduce((sum, { height }) => sum + height, 0);
}

function originIn(source: CellTexts['texts'][number]['source']): Origin | undefined {
  return typeof source === 'string' ? undefined : source.origin;
}

/** 参考指標 for all of an indicator, else what the column is called. */
function cellName(origin: Origin): string | undefined {
  const keys = origin.split('/').filter((key) => !/^\d+$/.test(key));
  return CELLS[
    keys.includes('indicators') ? 'indicators' : (keys.findLast((key) => Object.hasOwn(CELLS, key)) ?? '')
  ];
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
