/**
 * Pages → bytes, each written as soon as it is full, and let go, with what its blocks are to those who hear them.
 * Heads and feet, which name the number of pages, follow as a second content stream of each page.
 */
import { writeAttachments } from './attachments.ts';
import { type Bookmark, writeBookmarks } from './bookmarks.ts';
import { pageContent } from './content.ts';
import { cropMarks, markMargin } from './crop-marks.ts';
import { PdfFile, type PdfReference } from './file.ts';
import { Fonts } from './fonts.ts';
import { BookLinks, type TargetOf } from './links.ts';
import { type PrintInfo, writeInformation, writeMetadata, writeOutputIntent } from './metadata.ts';
import { type LabelRange, pageLabels } from './page-labels.ts';
import type { PlacedItems } from './placed-items.ts';
import { type Corner, type Marks, StructureBuilder } from './structure-builder.ts';
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
  return new BookPrinter(info, paper);
}

class BookPrinter implements Printer {
  readonly #info: PrintInfo;
  readonly #paper: Paper;
  readonly #boxes: PageBoxes;
  /** Of every page: the upper left corner as cut, from the paper's lower left one. */
  readonly #corner: Corner;
  /** What is printed on every page beside heads and feet. */
  readonly #cutting: readonly PlacedItems[];
  readonly #file = new PdfFile();
  readonly #fonts = new Fonts(this.#file.make);
  readonly #tree = this.#file.make({ Type: 'Pages' });
  readonly #resources = this.#file.make();
  /** By number. */
  readonly #pages: PdfReference[] = [];
  readonly #structure = new StructureWriter(this.#file, this.#pages);
  readonly #builder: StructureBuilder;
  readonly #links: BookLinks;

  constructor(info: PrintInfo, paper: Paper) {
    const { width, height, bleed } = paper;
    this.#info = info;
    this.#paper = paper;
    this.#boxes = pageBoxes(paper);
    this.#corner = { left: this.#boxes.beyond, top: height + this.#boxes.beyond };
    this.#cutting = paper.cropMarks ? [{ x: 0, y: 0, items: cropMarks(width, height, bleed) }] : [];
    this.#builder = new StructureBuilder({
      withLinks: !paper.bound,
      onFinished: (element, page) => this.#structure.write(element, page),
    });
    this.#links = new BookLinks(this.#file.make, this.#corner);
  }

  page(body: readonly PlacedItems[]): number {
    const number = this.#pages.length;
    const page = this.#file.make({
      Type: 'Page',
      Parent: this.#tree,
      ...this.#boxes.entries,
      Resources: this.#resources,
      StructParents: number,
    });
    this.#pages.push(page);
    this.#builder.page(number);
    const marks = body.map((placed) => this.#place(placed, number));
    page.data.Contents = [this.#content(body, marks)];
    return number;
  }

  async finish({ pages, furniture, labels, bookmarks }: BoundBook): Promise<Uint8Array> {
    this.#builder.finish();
    const targets = new Map(bookmarks.map((bookmark) => [bookmark.id, this.#destinationOf(bookmark)]));
    const kids = pages.map((number, index) =>
      this.#finishPage(number, furniture(index), (anchor) => targets.get(anchor)),
    );
    this.#finishShared(kids);
    const catalogue = this.#catalogue(pages, labels, bookmarks);
    return this.#file.finish(catalogue, writeInformation(this.#file.make, this.#info));
  }

  /** Takes a block into the structure, and what of it leads somewhere. */
  #place(placed: PlacedItems, page: number): Marks {
    return this.#builder.place(placed, this.#corner, (element, item) => {
      this.#links.add(page, element, item, placed.x, placed.y);
    });
  }

  /** A content stream, written and compressed. */
  #content(placed: readonly PlacedItems[], marks?: readonly Marks[]): PdfReference {
    const stream = this.#file.make();
    stream.end(pageContent(placed, this.#paper.height, this.#fonts.encode, this.#boxes.beyond, marks));
    return stream;
  }

  #finishPage(number: number, furniture: readonly PlacedItems[], targetOf: TargetOf): PdfReference {
    const page = this.#pages[number] as PdfReference;
    const placed = [...furniture, ...this.#cutting];
    if (placed.length > 0) (page.data.Contents as PdfReference[]).push(this.#content(placed));
    const annotations = this.#links.write(number, targetOf, this.#pages.length);
    // Keys lead the reader from link to link in the order of the text (ISO 14289-1, 7.18.3).
    if (annotations.length > 0) Object.assign(page.data, { Annots: annotations, Tabs: 'S' });
    page.end();
    return page;
  }

  /** Writes what all pages name. */
  #finishShared(kids: readonly PdfReference[]): void {
    Object.assign(this.#tree.data, { Kids: kids, Count: kids.length });
    this.#tree.end();
    Object.assign(this.#resources.data, { Font: this.#fonts.resources });
    this.#resources.end();
    this.#fonts.finish();
  }

  #catalogue(
    order: readonly number[],
    labels: readonly LabelRange[],
    bookmarks: readonly Bookmark[],
  ): PdfReference {
    const { make } = this.#file;
    const { attachments = [], issued } = this.#info;
    const catalogue = make({
      Type: 'Catalog',
      Pages: this.#tree,
      Lang: textString('ja-JP'),
      MarkInfo: { Marked: true },
      StructTreeRoot: this.#structure.finish(order, this.#links.written),
      ViewerPreferences: preferences(this.#paper),
      PageLabels: pageLabels(labels),
      Metadata: writeMetadata(this.#file, this.#info),
      OutputIntents: [writeOutputIntent(make)],
      ...writeBookmarks(make, bookmarks, (bookmark) => this.#destinationOf(bookmark)),
      ...writeAttachments(make, attachments, issued),
    });
    catalogue.end();
    return catalogue;
  }

  #destinationOf({ page, top }: Bookmark): unknown[] {
    return [this.#pages[page], 'XYZ', 0, this.#paper.height - top + this.#boxes.beyond, null];
  }
}

/** Print at 100 % and flip on the edge at which sheets in landscape are bound (ISO 32000-1, table 150). */
function preferences({ boundAtTop }: Paper): object {
  const duplex = boundAtTop ? 'DuplexFlipLongEdge' : 'DuplexFlipShortEdge';
  return { DisplayDocTitle: true, PrintScaling: 'None', Duplex: duplex };
}

type PageBoxes = {
  /** How far the paper reaches beyond the cut, pt. */
  readonly beyond: number;
  readonly entries: object;
};

/** The page's boundaries (ISO 32000-1, 14.11.2). */
function pageBoxes({ width, height, bleed, cropMarks, bound }: Paper): PageBoxes {
  const beyond = cropMarks ? markMargin(bleed) : bleed;
  const around = (distance: number) => [
    beyond - distance,
    beyond - distance,
    beyond + width + distance,
    beyond + height + distance,
  ];
  const media = { MediaBox: around(beyond) };
  return { beyond, entries: bound ? { ...media, BleedBox: around(bleed), TrimBox: around(0) } : media };
}
