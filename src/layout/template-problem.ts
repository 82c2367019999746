/** A mistake in a template, theme or font, thrown through Handlebars and caught where a block is rendered. */
import type { Diagnostic, Span } from '../diagnostic.ts';

/** Stops the block that is being written; the diagnostic says why. */
export class TemplateProblem extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

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
