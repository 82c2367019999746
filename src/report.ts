/**
 * Diagnostics → what a clerk reads on the console, or JSON. Pure.
 *
 *     content/R6/measures/1-1.yaml:14:27 エラー unknown-plan-word
 *       計画の語「漸増加」は edition.yaml の plan_words にありません。
 *        14 |               R2: { plan: 漸増加, actual: 45 }
 *           |                           ^^^^^^
 *       ヒント: 「漸増」ではありませんか。
 */
import type { Diagnostic, Severity, Span } from './diagnostic.ts';
import { excerpt, visible } from './report/excerpt.ts';

const SEVERITIES: Readonly<Record<Severity, { readonly name: string; readonly color: number }>> = {
  error: { name: 'エラー', color: 31 },
  warning: { name: '警告', color: 33 },
  info: { name: '情報', color: 36 },
};

/** Columns of the line number before the excerpt. */
const GUTTER = 5;

/**
 * @param diagnostics in the order to show them
 * @param options `color` paints severities and carets with ANSI sequences
 * @returns all of them and a total, ended by a line end; the empty text for none
 */
export function reportText(diagnostics: readonly Diagnostic[], options: { color?: boolean } = {}): string {
  if (diagnostics.length === 0) return '';
  const paint: Paint = (severity, text) =>
    options.color ? `\u001b[${SEVERITIES[severity].color}m${text}\u001b[0m` : text;
  const blocks = diagnostics.map((diagnostic) => describe(diagnostic, paint).join('\n'));
  return `${[...blocks, total(diagnostics)].join('\n\n')}\n`;
}

/** One JSON object for programs: `{ diagnostics, outputs }`, and `result` where a command has one. */
export function reportJson(
  diagnostics: readonly Diagnostic[],
  outputs: readonly unknown[],
  result?: unknown,
): string {
  return JSON.stringify({ diagnostics, outputs, result }, undefined, 2);
}

type Paint = (severity: Severity, text: string) => string;

function describe(diagnostic: Diagnostic, paint: Paint): string[] {
  const { severity, code, message, span, hints, related = [] } = diagnostic;
  const title = `${paint(severity, SEVERITIES[severity].name)} ${code}`;
  return [
    span ? `${placeOf(span)} ${title}` : title,
    `  ${visible(message)}`,
    ...(span ? excerptLines(span, (caret) => paint(severity, caret)) : []),
    ...hints.map((hint) => `  ヒント: ${visible(hint)}`),
    ...related.flatMap((other) => [
      `  関連: ${placeOf(other.span)} ${visible(other.message)}`,
      ...excerptLines(other.span, (caret) => caret),
    ]),
  ];
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

/** エラー 3 件、警告 1 件 */
function total(diagnostics: readonly Diagnostic[]): string {
  const counts = Object.entries(SEVERITIES).map(([severity, { name }]) => ({
    name,
    count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count} 件`)
    .join('、');
}
