/** Typesetting: strings become lines that fit their column. The only room that knows fonts and line breaking. */
export { type Cff, type CffPart, readCff } from './cff.ts';
export { isVariationSelector } from './character-class.ts';
export type { CalledSubrs, CffIndex } from './charstring.ts';
export { openFace } from './face.ts';
export { EMPTY_LINE, setText } from './set-text.ts';
export { FontError, readMetrics, readTables, requireTable, type Tables } from './sfnt.ts';
export type { Face, Glyph, Line, Paragraph, Problem, Run, SetText, Span, TextStyle } from './types.ts';
