/**
 * Pages → bytes. pdfkit keeps objects and fonts; pages are written here, each as soon as it is full, and let go.
 * Heads and feet, which name the number of pages, follow as a second content stream of each page.
 */
import PDFDocument from 'pdfkit';
import { type Bookmark, writeBookmarks } from './bookmarks.ts';
import { type PlacedItems, pageContent } from './content.ts';
import { cropMarks, markMargin } from './crop-marks.ts';
import type { PdfReference } from './font-objects.ts';
import { type EmbedCff, Fonts } from './fonts.ts';
import { type LinkBox, linkBoxes } from './links.ts';
import { type Document, textString } from './objects.ts';
import { type LabelRange, writePageLabels } from './page-labels.ts';

export type { Bookmark } from './bookmarks.ts';

export type PrintInfo = {
  readonly title: string;
  readonly author: string;
  /** The document's date, `2025-07-29`: no clock is read. */
  readonly issued: string;
  /** Name and version of this program. */
  readonly creator: string;
};

/** Every page's paper, pt. */
export type Paper = {
  /** As cut. */
  readonly width: number;
  readonly height: number;
  /** What is printed beyond the edges. */
  readonly bleed: number;
  readonly cropMarks: boolean;
  /** For a printer and binder, who need to know where the paper ends, and no links. */
  readonly bound: boolean;
};

/** A book's pages in reading order, and what leads to them. */
export type BoundBook = {
  /** What {@link Printer.page} gave for each. */
  readonly pages: readonly number[];
  /** A page's head and foot, by its place in `pages`. */
  readonly furniture: (index: number) => readonly PlacedItems[];
  readonly labels: readonly LabelRange[];
  readonly bookmarks: readonly Bookmark[];
};

/** Takes a book page by page. The same pages and info always give the same bytes. */
export interface Printer {
  /** Writes the body of a page, in any order of pages; gives its number for {@link Printer.finish}. */
  page(body: readonly PlacedItems[]): number;
  /** Writes heads, feet, links and bookmarks, and ends the file. */
  finish(book: BoundBook): Promise<Uint8Array>;
}

/** A page until the file ends. */
type PageObject = { readonly reference: PdfReference; readonly links: readonly LinkBox[] };

/** Begins a file. */
export function openPrinter(info: PrintInfo, paper: Paper): Printer {
  const { width, height } = paper;
  const document = openDocument(info);
  const finished = collect(document);
  const fonts = new Fonts((data) => document.ref(data), embedCff(document));
  const tree = document._root.data.Pages as PdfReference & { data: { Kids: PdfReference[]; Count: number } };
  const resources = document.ref({ ProcSet: ['PDF', 'Text'], Font: fonts.resources });
  const pages: PageObject[] = [];
  const { beyond, boxes } = pageBoxes(paper);
  const marks: PlacedItems[] = paper.cropMarks
    ? [{ x: 0, y: 0, items: cropMarks(width, height, paper.bleed) }]
    : [];

  /** A content stream, written and compressed. */
  function content(placed: readonly PlacedItems[]): PdfReference {
    const stream = document.ref({});
    stream.end(pageContent(placed, height, fonts.encode, beyond));
    return stream;
  }

  function destinationOf({ page, top }: Bookmark): unknown[] {
    return [pages[page]?.reference, 'XYZ', 0, height - top + beyond, null];
  }

  return {
    page(body) {
      const reference = document.ref({
        Type: 'Page',
        Parent: tree,
        ...boxes,
        Resources: resources,
        Contents: [content(body)],
      });
      return pages.push({ reference, links: paper.bound ? [] : linkBoxes(body) }) - 1;
    },
    finish({ pages: order, furniture, labels, bookmarks }) {
      const targets = new Map(bookmarks.map((bookmark) => [bookmark.id, bookmark]));
      const kids = order.map((number, index) => {
        const { reference, links } = pages[number] as PageObject;
        const placed = [...furniture(index), ...marks];
        if (placed.length > 0) (reference.data.Contents as PdfReference[]).push(content(placed));
        const annotations = links.flatMap((link) => {
          const target = targets.get(link.target);
          return target ? [annotation(document, link, height + beyond, beyond, destinationOf(target))] : [];
        });
        if (annotations.length > 0) reference.data.Annots = annotations;
        reference.end();
        return reference;
      });
      writeBookmarks(document, bookmarks, destinationOf);
      writePageLabels(document, labels);
      tree.data.Kids = kids;
      tree.data.Count = kids.length;
      resources.end();
      fonts.finish();
      document.end();
      return finished;
    },
  };
}

/** The page's boundaries (ISO 32000-1, 14.11.2), and how far the paper reaches beyond the cut, pt. */
function pageBoxes({ width, height, bleed, cropMarks, bound }: Paper): {
  readonly beyond: number;
  readonly boxes: object;
} {
  const beyond = cropMarks ? markMargin(bleed) : bleed;
  const around = (distance: number) => [
    beyond - distance,
    beyond - distance,
    beyond + width + distance,
    beyond + height + distance,
  ];
  const media = { MediaBox: around(beyond) };
  return { beyond, boxes: bound ? { ...media, BleedBox: around(bleed), TrimBox: around(0) } : media };
}

/** A link without a frame; its words are said where they cannot be seen. */
function annotation(
  document: Document,
  { x, y, width, height, words }: LinkBox,
  pageTop: number,
  pageLeft: number,
  destination: readonly unknown[],
): PdfReference {
  const bottom = pageTop - y - height;
  const left = pageLeft + x;
  const reference = document.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [left, bottom, left + width, bottom + height],
    Border: [0, 0, 0],
    // Print (ISO 32000-1, table 165): what shows on screen is part of the page.
    F: 4,
    Contents: textString(words),
    Dest: destination,
  });
  reference.end();
  return reference;
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
