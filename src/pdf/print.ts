/** Pages → bytes. pdfkit keeps objects, pages and fonts; the pages' content is written by `content.ts`. */
import PDFDocument from 'pdfkit';
import type { Face } from '../typeset/types.ts';
import { type Encoder, type PlacedItems, pageContent } from './content.ts';
import { type EmbeddedFont, GlyphCodes } from './glyph-codes.ts';

export type PrintPage = {
  readonly width: number;
  readonly height: number;
  readonly placed: readonly PlacedItems[];
};

export type PrintInfo = {
  readonly title: string;
  readonly author: string;
  /** The document's date, `2025-07-29`: no clock is read. */
  readonly issued: string;
  /** Name and version of this program. */
  readonly creator: string;
};

/** What this room uses of pdfkit beyond its published types. */
type Document = PDFKit.PDFDocument & {
  readonly _font: EmbeddedFont;
  readonly _root: { readonly data: Record<string, unknown> };
  addContent(data: string): void;
};

/**
 * @param pages in order, with everything on them
 * @param info document properties
 * @returns the file's bytes: the same pages and info always give the same bytes
 */
export async function print(pages: readonly PrintPage[], info: PrintInfo): Promise<Uint8Array> {
  const document = openDocument(info);
  const finished = collect(document);
  const encode = encoderFor(document);
  for (const page of pages) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    // pdfkit has turned the y axis downwards; turned back, coordinates are PDF's own.
    document.addContent(`1 0 0 -1 0 ${page.height} cm`);
    document.addContent(pageContent(page.placed, page.height, encode));
  }
  document.end();
  return finished;
}

function openDocument(info: PrintInfo): Document {
  const date = new Date(`${info.issued}T00:00:00Z`);
  const document = new PDFDocument({
    autoFirstPage: false,
    // No default font: pdfkit's would be Helvetica, which is not embedded.
    font: null as unknown as string,
    pdfVersion: '1.7',
    lang: 'ja-JP',
    displayTitle: true,
    info: {
      Title: info.title,
      Author: info.author,
      Creator: info.creator,
      Producer: info.creator,
      CreationDate: date,
      ModDate: date,
    },
  }) as Document;
  const preferences = (document._root.data.ViewerPreferences as { data: Record<string, unknown> }).data;
  // Print at 100 % and flip on the short edge (ISO 32000-1, table 150).
  preferences.PrintScaling = 'None';
  preferences.Duplex = 'DuplexFlipShortEdge';
  return document;
}

function encoderFor(document: Document): Encoder {
  const codes = new Map<Face, GlyphCodes>();
  return (face, text) => {
    let faceCodes = codes.get(face);
    if (!faceCodes) {
      document.font(Buffer.from(face.bytes.buffer, face.bytes.byteOffset, face.bytes.byteLength));
      faceCodes = new GlyphCodes(face, document._font);
      codes.set(face, faceCodes);
    }
    const { font } = faceCodes;
    const resources = (document.page as unknown as { fonts: Record<string, unknown> }).fonts;
    resources[font.id] ??= font.ref();
    return { font: font.id, hex: faceCodes.encode(text) };
  };
}

function collect(document: Document): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
