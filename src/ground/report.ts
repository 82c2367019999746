/**
 * Diagnostics → what a clerk reads on the console, or JSON. Pure.
 *
 *     content/R6/measures/1-1.yaml:14:27 エラー unknown-plan-word
 *       計画の語「漸増加」は edition.yaml の plan_words にありません。
 *        14 |               R2: { plan: 漸増加, actual: 45 }
 *           |                           ^^^^^^
 *       ヒント: 「漸増」ではありませんか。
 *
 * What has one cause is said once, with the first few of its places.
 */
import type { Diagnostic, Severity, Span } from './diagnostic.ts';
import { bounded, withoutLongLines } from './report/bounds.ts';
import { excerpt, visible } from './report/excerpt.ts';
import { type Group, grouped } from './report/groups.ts';

const SEVERITIES: Readonly<Record<Severity, { readonly name: string; readonly color: number }>> = {
  error: { name: 'エラー', color: 31 },
  warning: { name: '警告', color: 33 },
  info: { name: '情報', color: 36 },
};

/** Columns of the line number before the excerpt. */
const GUTTER = 5;

/** Places of one cause that are shown. */
const MOST_PLACES = 3;

/**
 * @param diagnostics in the order to show them
 * @param options `color` paints severities and carets with ANSI sequences; `all` shows every place of a cause
 * @returns all of them by their causes and a total, ended by a line end; the empty text for none
 */
export function reportText(
  diagnostics: readonly Diagnostic[],
  options: { color?: boolean; all?: boolean } = {},
): string {
  if (diagnostics.length === 0) return '';
  const paint: Paint = (severity, text) =>
    options.color ? `\u001b[${SEVERITIES[severity].color}m${text}\u001b[0m` : text;
  const most = options.all ? Number.POSITIVE_INFINITY : MOST_PLACES;
  const groups = grouped(diagnostics.map(bounded));
  const blocks = groups.map((group) => describe(group, most, paint).join('\n'));
  return `${[...blocks, total(groups)].join('\n\n')}\n`;
}

/** One JSON object for programs: `{ diagnostics, outputs }`, and `result` where a command has one. */
export function reportJson(
  diagnostics: readonly Diagnostic[],
  outputs: readonly unknown[],
  result?: unknown,
): string {
  const plain = diagnostics.map(({ cause: _, ...diagnostic }) => withoutLongLines(bounded(diagnostic)));
  return JSON.stringify({ diagnostics: plain, outputs, result }, undefined, 2);
}

type Paint = (severity: Severity, text: string) => string;

function describe(group: Group, most: number, paint: Paint): string[] {
  const [first, ...others] = group;
  const { severity, code, message, span, related = [] } = first;
  const count = others.length > 0 ? `（${group.length} か所）` : '';
  const title = `${paint(severity, SEVERITIES[severity].name)} ${code}${count}`;
  const hints = hintLines(first);
  const isShared = others.every((other) => hintLines(other).join() === hints.join());
  return [
    span ? `${placeOf(span)} ${title}` : title,
    `  ${visible(message)}`,
    ...(span ? excerptLines(span, (caret) => paint(severity, caret)) : []),
    ...(isShared ? [] : hints),
    ...others
      .slice(0, most - 1)
      .flatMap((other) => [...otherPlace(other, message, paint), ...(isShared ? [] : hintLines(other))]),
    ...(group.length > most
      ? [`  ほかに ${group.length - most} か所あります。--all を付けると、すべて表示します。`]
      : []),
    ...(isShared ? hints : []),
    ...related.flatMap((other) => [
      `  関連: ${placeOf(other.span)} ${visible(other.message)}`,
      ...excerptLines(other.span, (caret) => caret),
    ]),
  ];
}

function hintLines({ hints }: Diagnostic): string[] {
  return hints.map((hint) => `  ヒント: ${visible(hint)}`);
}

/** One more place of a cause; its message only where it says something of its own. */
function otherPlace({ severity, message, span }: Diagnostic, first: string, paint: Paint): string[] {
  const own = message === first ? '' : ` ${visible(message)}`;
  if (!span) return own === '' ? [] : [` ${own}`];
  return [`  同じ: ${placeOf(span)}${own}`, ...excerptLines(span, (caret) => paint(severity, caret))];
}

function placeOf({ file, start }: Span): string {
  return `${visible(file)}:${start.line}:${start.column}`;
}

function excerptLines(span: Span, paintCaret: (caret: string) => string): string[] {
  const shown = excerpt(span);
  if (!shown) return [];
  const number = String(span.start.line).padStart(GUTTER);
  const indent = shown.caret.length - shown.caret.trimStart().length;
  const caret = ' '.repeat(indent) + paintCaret(shown.caret.trimStart());
  return [`${number} | ${shown.line}`, `${' '.repeat(number.length)} | ${caret}`];
}

/** エラー 79 件（原因ごとに 2 つ）、警告 1 件 */
function total(groups: readonly Group[]): string {
  return Object.entries(SEVERITIES)
    .flatMap(([severity, { name }]) => {
      const own = groups.filter(([first]) => first.severity === severity);
      const count = own.reduce((sum, { length }) => sum + length, 0);
      if (count === 0) return [];
      return [`${name} ${count} 件${own.length < count ? `（原因ごとに ${own.length} つ）` : ''}`];
    })
    .join('、');
}
