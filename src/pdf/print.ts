/**
 * Pages → bytes. pdfkit keeps objects and fonts; pages are written here, each as soon as it is full, and let go.
 * Heads and feet, which name the number of pages, follow as a second content stream of each page.
 */
import PDFDocument from 'pdfkit';
import { type PlacedItems, pageContent } from './content.ts';
import type { MakeObject, PdfReference } from './font-objects.ts';
import { type EmbedCff, Fonts } from './fonts.ts';

export type PrintInfo = {
  readonly title: string;
  readonly author: string;
  /** The document's date, `2025-07-29`: no clock is read. */
  readonly issued: string;
  /** Name and version of this program. */
  readonly creator: string;
};

/** Every page's size, pt. */
export type PageSize = { readonly width: number; readonly height: number };

/** Takes a book page by page. The same pages and info always give the same bytes. */
export interface Printer {
  /** Writes the body of the next page. */
  page(body: readonly PlacedItems[]): void;
  /**
   * Writes heads and feet and ends the file.
   *
   * @param furniture a page's head and foot, by its index
   */
  finish(furniture: (index: number) => readonly PlacedItems[]): Promise<Uint8Array>;
}

/** What this room uses of pdfkit beyond its published types. */
type Document = PDFKit.PDFDocument & {
  readonly _font: {
    readonly subset: { readonly glyphs: number[] };
    readonly widths: number[];
    readonly unicode: number[][];
    ref(): unknown;
  };
  readonly _root: { readonly data: Record<string, unknown> };
  readonly ref: MakeObject;
};

/** Begins a file. */
export function openPrinter(info: PrintInfo, { width, height }: PageSize): Printer {
  const document = openDocument(info);
  const finished = collect(document);
  const fonts = new Fonts((data) => document.ref(data), embedCff(document));
  const tree = document._root.data.Pages as PdfReference & { data: { Kids: PdfReference[]; Count: number } };
  const resources = document.ref({ ProcSet: ['PDF', 'Text'], Font: fonts.resources });
  const pages: PdfReference[] = [];

  /** A content stream, written and compressed. */
  function content(placed: readonly PlacedItems[]): PdfReference {
    const stream = document.ref({});
    stream.end(pageContent(placed, height, fonts.encode));
    return stream;
  }

  return {
    page(body) {
      const mediaBox = [0, 0, width, height];
      pages.push(
        document.ref({
          Type: 'Page',
          Parent: tree,
          MediaBox: mediaBox,
          Resources: resources,
          Contents: [content(body)],
        }),
      );
    },
    finish(furniture) {
      pages.forEach((page, index) => {
        (page.data.Contents as PdfReference[]).push(content(furniture(index)));
        page.end();
      });
      tree.data.Kids = pages;
      tree.data.Count = pages.length;
      resources.end();
      fonts.finish();
      document.end();
      return finished;
    },
  };
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
  const preferences = (document._root.data.ViewerPreferences as PdfReference).data;
  // Print at 100 % and flip on the short edge (ISO 32000-1, table 150).
  preferences.PrintScaling = 'None';
  preferences.Duplex = 'DuplexFlipShortEdge';
  return document;
}

function embedCff(document: Document): EmbedCff {
  return ({ buffer, byteOffset, byteLength }) => {
    document.font(Buffer.from(buffer, byteOffset, byteLength));
    const font = document._font;
    const { subset, widths, unicode } = font;
    return { font: { glyphs: subset.glyphs, widths, unicode }, dictionary: font.ref() };
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
