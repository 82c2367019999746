/** What this room uses of pdfkit beyond its published types. */
import type { EmbeddedFont } from './glyph-codes.ts';

/** A PDF object under construction; it is written when it ends. */
export type Reference = { readonly data: Record<string, unknown>; end(content?: string): void };

export type Document = PDFKit.PDFDocument & {
  readonly _font: EmbeddedFont;
  readonly _root: Reference;
  ref(data: object): Reference;
};

/** A text string object (ISO 32000-1, 7.9.2.2): pdfkit writes String objects as such, and plain strings as names. */
export function textString(text: string): object {
  return new String(text);
}
