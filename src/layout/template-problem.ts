/** A mistake in a template, theme or font, thrown through Handlebars and caught where a block is rendered. */
import type { Diagnostic, Span } from '../ground/diagnostic.ts';

/** The files of a set, by name without `.hbs`; `file` is shown in diagnostics. */
export type TemplateFile = { readonly name: string; readonly file: string; readonly text: string };

/** Stops the block that is being written; the diagnostic says why. */
export class TemplateProblem extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** What to do about a template that is larger or deeper than any real one. */
export const BEYOND_BOUNDS = [
  '配布された様式のテンプレートに戻すか、テンプレートを作った人に知らせてください。',
];

/** Where Handlebars says something stands: a template's name, lines from 1, columns from 0 in UTF-16 units. */
export type TemplateLocation = {
  readonly source?: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end?: { readonly line: number; readonly column: number };
};

/** A template's place as a span of the file, in code points. */
export function templateSpan(file: string, text: string, location: TemplateLocation): Span {
  const lines = text.split(/\r?\n/);
  const position = ({ line, column }: { line: number; column: number }) => ({
    line,
    column: [...(lines[line - 1] ?? '').slice(0, column)].length + 1,
  });
  const start = position(location.start);
  return {
    file,
    start,
    end: location.end ? position(location.end) : { line: start.line, column: start.column + 1 },
    sourceLine: lines[start.line - 1] ?? '',
  };
}

/** Where `{{> name}}` first stands in a template; undefined where it is written in another way. */
export function inclusionSpan(
  { file, text }: { readonly file: string; readonly text: string },
  name: string,
): Span | undefined {
  for (const { index, 0: opening, 1: named } of text.matchAll(/\{\{~?>\s*["']?([^\s"'}~]+)/g)) {
    if (named !== name) continue;
    const before = text.slice(0, index).split('\n');
    const start = { line: before.length, column: (before.at(-1) as string).length };
    return templateSpan(file, text, { start, end: { ...start, column: start.column + opening.length } });
  }
  return undefined;
}
