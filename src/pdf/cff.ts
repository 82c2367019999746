/** Fonts with CFF outlines, which no bundled font has: embedded by pdfkit with fontkit, which is loaded only then. */
import PDFDocument from 'pdfkit';
import type { MakeObject, PdfReference } from './file.ts';
import type { EmbeddedFont } from './glyph-codes.ts';

/** What is used of pdfkit beyond its published types. */
type Kit = {
  ref: MakeObject;
  font(file: Uint8Array): void;
  readonly _font: {
    readonly subset: { readonly glyphs: number[] };
    readonly widths: number[];
    readonly unicode: number[][];
    ref(): PdfReference;
    finalize(): void;
  };
};

/** A font that is embedded with what its codes stand for when all characters are known. */
export type CffFont = {
  readonly font: EmbeddedFont;
  readonly dictionary: PdfReference;
  /** Writes the font's objects. */
  readonly finish: () => void;
};

/** Makes the function that embeds fonts into a file; pdfkit's own document is never written. */
export function cffEmbedder(make: MakeObject): (file: Uint8Array) => CffFont {
  let kit: Kit | undefined;
  return ({ buffer, byteOffset, byteLength }) => {
    kit ??= Object.assign(openKit(), { ref: make });
    kit.font(Buffer.from(buffer, byteOffset, byteLength));
    const font = kit._font;
    const { subset, widths, unicode } = font;
    return {
      font: { glyphs: subset.glyphs, widths, unicode },
      dictionary: font.ref(),
      finish: () => font.finalize(),
    };
  };
}

/** No default font: pdfkit's would be Helvetica, which is not embedded. */
function openKit(): Kit {
  return new PDFDocument({ autoFirstPage: false, font: null as unknown as string }) as unknown as Kit;
}
