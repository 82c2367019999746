/** Keys that are there twice in an item of a list: mostly the trace of an item whose first line is gone. */
import { isCollection, isScalar, type ParsedNode } from 'yaml';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { itemHint } from './mend/missing.ts';
import { shorten } from './quote.ts';
import type { Source } from './source.ts';

/** A key that is there again, and what it was to be the key of. */
export type Repeat = {
  readonly key: ParsedNode;
  readonly earlier: ParsedNode;
  readonly value: ParsedNode | null;
};

/**
 * @param repeats the repeated keys of one map, in order; not empty
 * @param first the map's first key, where the map is an item of a list
 * @returns one diagnostic where another item seems to begin at the first of them, else one for each
 */
export function repeatDiagnostics(
  source: Source,
  repeats: readonly Repeat[],
  first?: ParsedNode,
): Diagnostic[] {
  const [begin] = repeats as readonly [Repeat];
  if (!first || !isScalar(first) || !isAlone(source, begin))
    return repeats.map((one) => duplicate(source, one));
  const name = shorten(String(first.value));
  const column = source.span(first.range[0], first.range[0]).start.column - 1;
  const isDashLost = textOf(source, begin.key) === textOf(source, first);
  const hint = isDashLost ? dashHint(source, begin, column - 2) : itemHint(column - 2, name);
  if (!beginsItem(repeats)) {
    const hints = [KEEP_ONE, ...(isDashLost ? [] : [`別のものがここから始まるなら、${hint}`])];
    return [{ ...duplicate(source, begin), hints }];
  }
  const span = source.span(begin.key.range[0], begin.key.range[1]);
  const code = isDashLost ? 'missing-dash' : 'missing-item-start';
  return [diagnose(code, { first: name }, { span, hints: [hint] })];
}

function dashHint(source: Source, { key }: Repeat, dash: number): string {
  const typed = source.linesAround(key.range[0]).line.trim();
  return `「- ${shorten(typed)}」と、「- 」を付けて書いてください。行の頭の半角の空白は ${dash} 字です。`;
}

/** A lone word may have been typed twice; lines below a key, or several keys, have not. */
function beginsItem(repeats: readonly Repeat[]): boolean {
  const [{ value }] = repeats as readonly [Repeat];
  return repeats.length > 1 || (isCollection(value) && value.flow !== true);
}

/** Whether a key begins its line. */
function isAlone(source: Source, { key }: Repeat): boolean {
  return source.linesAround(key.range[0]).line.trimStart().startsWith(textOf(source, key));
}

function textOf(source: Source, { range }: ParsedNode): string {
  return source.text.slice(range[0], range[1]);
}

const KEEP_ONE = 'どちらかを消してください。別の項目のつもりなら、名前を直してください。';
const JOIN =
  '一つにまとめてください。すぐ上の同じ項目の続きなら、この行だけを消します（下の行は残します）。別の項目のつもりなら、名前を直してください。';

function duplicate(source: Source, { key, earlier, value }: Repeat): Diagnostic {
  const span = source.span(key.range[0], key.range[1]);
  const related = [
    { span: source.span(earlier.range[0], earlier.range[1]), message: '先に書かれたものです。' },
  ];
  const hints = [isCollection(value) && value.flow !== true ? JOIN : KEEP_ONE];
  return diagnose('duplicate-key', { key: shorten(textOf(source, key)) }, { span, hints, related });
}
