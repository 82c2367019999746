/** Marks in what a template writes: where each of its own texts begins. */
/** Around the numbers of mustaches and of texts in traced output; control characters never stand in JSON unescaped. */
export const MARK_START = '\u0001';
export const TEXT_START = '\u0003';
export const MARK_END = '\u0002';
/** A template's own text as it is written, and where it stands in the template. */
export type TextPlace = {
  /** The template's name. */
  readonly source: string;
  /** Where the text begins: lines from 1, columns from 0 in UTF-16 units. */
  readonly start: { readonly line: number; readonly column: number };
  readonly text: string;
};

/**
 * Puts a mark before every text of a parsed template, in place.
 *
 * @param places grows by a place for every mark, whose number is its index
 */
export function markTexts({ body }: hbs.AST.Program, source: string, places: TextPlace[]): void {
  for (const statement of body) {
    if (statement.type === 'ContentStatement') mark(statement as hbs.AST.ContentStatement, source, places);
    const { program } = statement as Partial<hbs.AST.BlockStatement>;
    if (program) markTexts(program, source, places);
  }
}

function mark(content: hbs.AST.ContentStatement, source: string, places: TextPlace[]): void {
  const { value: text, loc } = content;
  if (text === '') return;
  // Its published type is that of another kind of node.
  const original = content.original as unknown as string;
  // Handlebars takes white space away at both ends: the whole is looked up from its end.
  const at = original.endsWith(text) ? original.length - text.length : original.indexOf(text);
  const start = advanced(loc.start, original, at);
  content.value = `${TEXT_START}${places.push({ source, start, text }) - 1}${MARK_END}${text}`;
}

/** The place so many UTF-16 units into a text that begins at a place. */
export function advanced(
  { line, column }: { readonly line: number; readonly column: number },
  text: string,
  by: number,
): { line: number; column: number } {
  const lines = text.slice(0, by).split('\n');
  const last = (lines.at(-1) as string).length;
  return { line: line + lines.length - 1, column: lines.length > 1 ? last : column + last };
}
