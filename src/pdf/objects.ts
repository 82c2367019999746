/** What this room uses of pdfkit beyond its published types. */
import type { MakeObject, PdfReference } from './font-objects.ts';

export type Document = PDFKit.PDFDocument & {
  readonly _font: {
    readonly subset: { readonly glyphs: number[] };
    readonly widths: number[];
    readonly unicode: number[][];
    ref(): unknown;
  };
  readonly _root: PdfReference;
  readonly ref: MakeObject;
};

/** A text string object (ISO 32000-1, 7.9.2.2): pdfkit writes String objects as such, and plain strings as names. */
export function textString(text: string): object {
  return new String(text);
}
