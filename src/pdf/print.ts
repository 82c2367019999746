/**
 * Pages → bytes, each written as soon as it is full, and let go, with what its blocks are to those who hear them.
 * Heads and feet, which name the number of pages, follow as a second content stream of each page.
 */
import { writeAttachments } from './attachments.ts';
import { type Bookmark, writeBookmarks } from './bookmarks.ts';
import { type PlacedItems, pageContent } from './content.ts';
import { cropMarks, markMargin } from './crop-marks.ts';
import { PdfFile, type PdfReference } from './file.ts';
import { Fonts } from './fonts.ts';
import { BookLinks } from './links.ts';
import { type PrintInfo, writeInformation, writeMetadata, writeOutputIntent } from './metadata.ts';
import { type LabelRange, pageLabels } from './page-labels.ts';
import { type Marks, StructureBuilder } from './structure-builder.ts';
import { StructureWriter } from './structure-writer.ts';
import { textString } from './values.ts';

export type { Attachment } from './attachments.ts';
export type { Bookmark } from './bookmarks.ts';
export type { PrintInfo } from './metadata.ts';

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
  /** Turned over like a calendar, not like a book. */
  readonly boundAtTop: boolean;
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

/** Begins a file. */
export function openPrinter(info: PrintInfo, paper: Paper): Printer {
  const { width, height } = paper;
  const file = new PdfFile();
  const { make } = file;
  const fonts = new Fonts(make);
  const tree = make({ Type: 'Pages' });
  const resources = make();
  const pages: PdfReference[] = [];
  const structure = new StructureWriter(file, pages);
  const builder = new StructureBuilder({
    withLinks: !paper.bound,
    onFinished: (element, page) => structure.write(element, page),
  });
  const { beyond, boxes } = pageBoxes(paper);
  const corner = { left: beyond, top: height + beyond };
  const links = new BookLinks(make, corner);
  const cutting: PlacedItems[] = paper.cropMarks
    ? [{ x: 0, y: 0, items: cropMarks(width, height, paper.bleed) }]
    : [];

  /** A content stream, written and compressed. */
  function content(placed: readonly PlacedItems[], marks?: readonly Marks[]): PdfReference {
    const stream = make();
    stream.end(pageContent(placed, height, fonts.encode, beyond, marks));
    return stream;
  }

  function destinationOf({ page, top }: Bookmark): unknown[] {
    return [pages[page], 'XYZ', 0, height - top + beyond, null];
  }

  return {
    page(body) {
      const number = pages.length;
      builder.page(number);
      pages.push(make({ Type: 'Page', Parent: tree, ...boxes, Resources: resources, StructParents: number }));
      const marks = body.map((placed) =>
        builder.place(placed, corner, (element, item) => {
          links.add(number, element, item, placed.x, placed.y);
        }),
      );
      (pages[number] as PdfReference).data.Contents = [content(body, marks)];
      return number;
    },
    async finish({ pages: order, furniture, labels, bookmarks }) {
      builder.finish();
      const targets = new Map(bookmarks.map((bookmark) => [bookmark.id, bookmark]));
      const targetOf = (anchor: string) => {
        const bookmark = targets.get(anchor);
        return bookmark && destinationOf(bookmark);
      };
      const kids = order.map((number, index) => {
        const page = pages[number] as PdfReference;
        const placed = [...furniture(index), ...cutting];
        if (placed.length > 0) (page.data.Contents as PdfReference[]).push(content(placed));
        const annotations = links.write(number, targetOf, pages.length);
        // Keys lead the reader from link to link in the order of the text (ISO 14289-1, 7.18.3).
        if (annotations.length > 0) Object.assign(page.data, { Annots: annotations, Tabs: 'S' });
        page.end();
        return page;
      });
      Object.assign(tree.data, { Kids: kids, Count: kids.length });
      tree.end();
      Object.assign(resources.data, { Font: fonts.resources });
      resources.end();
      fonts.finish();
      const catalogue = make({
        Type: 'Catalog',
        Pages: tree,
        Lang: textString('ja-JP'),
        MarkInfo: { Marked: true },
        StructTreeRoot: structure.finish(order, links.written),
        ViewerPreferences: preferences(paper),
        PageLabels: pageLabels(labels),
        Metadata: writeMetadata(file, info),
        OutputIntents: [writeOutputIntent(make)],
        ...writeBookmarks(make, bookmarks, destinationOf),
        ...writeAttachments(make, info.attachments ?? [], info.issued),
      });
      catalogue.end();
      return file.finish(catalogue, writeInformation(make, info));
    },
  };
}

/** Print at 100 % and flip on the edge at which sheets in landscape are bound (ISO 32000-1, table 150). */
function preferences({ boundAtTop }: Paper): object {
  const duplex = boundAtTop ? 'DuplexFlipLongEdge' : 'DuplexFlipShortEdge';
  return { DisplayDocTitle: true, PrintScaling: 'None', Duplex: duplex };
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
