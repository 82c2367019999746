/** Where Handlebars found a template's syntax wrong. Pure. */
import type { TemplateLocation } from './template-problem.ts';

export type SyntaxProblem = Error & { readonly lineNumber?: number; readonly column?: number };

/**
 * Handlebars tells the place of a syntax error as properties, or in the message: below its first line stand up to 20
 * characters of the text before and after the place, without line ends, and below them a line that ends in a caret.
 */
export function syntaxErrorLocation(
  { lineNumber, column = 0, message }: SyntaxProblem,
  text: string,
): TemplateLocation {
  if (lineNumber !== undefined) return { start: { line: lineNumber, column } };
  const [, context = '', pointer = ''] = message.split('\n');
  const before = context.slice(0, pointer.indexOf('^')).replace(/^\.\.\./, '');
  const after = context.slice(pointer.indexOf('^')).replace(/\.\.\.$/, '');
  const joined = text.replaceAll('\n', '').indexOf(before + after);
  return { start: positionOf(Math.max(joined, 0) + before.length, text) };
}

/** The position of a character that is counted without line ends. */
function positionOf(offset: number, text: string): TemplateLocation['start'] {
  let rest = offset;
  const lines = text.split('\n');
  const index = lines.findIndex((line) => {
    if (rest < line.length) return true;
    rest -= line.length;
    return false;
  });
  return index < 0
    ? { line: lines.length, column: (lines.at(-1) as string).length }
    : { line: index + 1, column: rest };
}
