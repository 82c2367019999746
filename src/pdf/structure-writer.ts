/**
 * Structure elements as objects of the file (ISO 32000-1, 14.7). An element at the top of the document is written with
 * all below it as soon as it is done, and let go: of a long book's structure only numbers stay in memory.
 */
import type { PdfFile } from './file.ts';
import { type CellAttributes, type Content, type Element, isElement } from './structure.ts';
import { pdfValue, Reference, textLiteral } from './values.ts';

/** A box on a page that leads somewhere, and its key in the parent tree. */
export type Annotation = { readonly reference: Reference; readonly key: number };

/** A link's element, which waits until it is known where all links lead. */
type WaitingLink = { readonly number: number; readonly parent: number };

/** Writes one document's structure into its file, and remembers what of it must be named at the end. */
export class StructureWriter {
  readonly #file: PdfFile;
  readonly #pages: readonly Reference[];
  readonly #root: Reference;
  readonly #document: number;
  /** Elements at the top of the document, with the pages on which they begin. */
  readonly #tops: { readonly number: number; readonly page: number }[] = [];
  /** The elements of cells that others name, by identifier. */
  readonly #identified: number[] = [];
  /** By page and mark, the element to which marked content belongs. */
  readonly #marked: number[][] = [];
  readonly #links = new Map<Element, WaitingLink>();

  /** @param pages by the printer's numbers; a list that grows */
  constructor(file: PdfFile, pages: readonly Reference[]) {
    this.#file = file;
    this.#pages = pages;
    this.#root = new Reference(file.reserve());
    this.#document = file.reserve();
  }

  /** Writes an element at the top of the document, which begins on a page. */
  write(element: Element, page: number): void {
    this.#tops.push({ number: this.#element(element, this.#document), page });
  }

  /**
   * Writes what holds all elements together.
   *
   * @param order the printer's numbers of the pages, in reading order
   * @param links the boxes of those that lead somewhere; the others are texts like any
   * @returns the structure tree's root, for the catalogue
   */
  finish(order: readonly number[], links: ReadonlyMap<Element, readonly Annotation[]>): Reference {
    const keyed = this.#pages.map((_, page) => [page, this.#pageMarks(this.#marked[page] ?? [])] as const);
    const linked = [...this.#links].flatMap(([element, { number, parent }]) => {
      const annotations = links.get(element) ?? [];
      this.#writeElement(element, number, parent, annotations);
      return annotations.map(({ key }) => [key, new Reference(number)] as const);
    });
    const places = new Map(order.map((page, place) => [page, place]));
    const placeOf = ({ page }: { readonly page: number }) => places.get(page) ?? order.length;
    const tops = [...this.#tops].sort((a, b) => placeOf(a) - placeOf(b));
    this.#file.write(
      this.#document,
      `<</S/Document/P ${this.#root}/K[${tops.map(({ number }) => `${number} 0 R`).join(' ')}]>>`,
    );
    this.#file.write(
      this.#root.number,
      pdfValue({
        Type: 'StructTreeRoot',
        K: new Reference(this.#document),
        ParentTree: this.#numberTree([...keyed, ...linked].sort(([a], [b]) => a - b)),
        ParentTreeNextKey: keyed.length + linked.length,
        ...(this.#identified.length > 0 ? { IDTree: this.#nameTree() } : {}),
      }),
    );
    return this.#root;
  }

  /** Writes an element and all below it; a link waits. */
  #element(element: Element, parent: number): number {
    const number = this.#file.reserve();
    if (element.cell?.id !== undefined) this.#identified[element.cell.id] = number;
    for (const kid of element.kids) if (!isElement(kid)) this.#mark(kid, number);
    if (element.type === 'Link') this.#links.set(element, { number, parent });
    else this.#writeElement(element, number, parent);
    return number;
  }

  #mark({ page, mark }: Content, number: number): void {
    this.#marked[page] ??= [];
    (this.#marked[page] as number[])[mark] = number;
  }

  #writeElement(element: Element, number: number, parent: number, links: readonly Annotation[] = []): void {
    const type = element.type === 'Link' && links.length === 0 ? 'Span' : element.type;
    let own: Content | undefined;
    const kids: string[] = [];
    for (const kid of element.kids) {
      if (isElement(kid)) kids.push(`${this.#element(kid, number)} 0 R`);
      else {
        own ??= kid;
        kids.push(this.#content(kid, own));
      }
    }
    for (const { reference } of links) kids.push(`<</Type/OBJR/Obj ${reference}>>`);
    const page = own ? `/Pg ${this.#pages[own.page]}` : '';
    this.#file.write(
      number,
      `<</S/${type}/P ${parent} 0 R${page}${attributesOf(element)}${kidsEntry(kids)}>>`,
    );
  }

  /** Marked content on the element's page, or on another one. */
  #content({ page, mark }: Content, own: Content): string {
    return page === own.page ? String(mark) : `<</Type/MCR/Pg ${this.#pages[page]}/MCID ${mark}>>`;
  }

  #pageMarks(numbers: readonly number[]): Reference {
    const array = new Reference(this.#file.reserve());
    this.#file.write(array.number, `[${numbers.map((number) => `${number} 0 R`).join(' ')}]`);
    return array;
  }

  #numberTree(entries: readonly (readonly [number, Reference])[]): Reference {
    const tree = new Reference(this.#file.reserve());
    this.#file.write(tree.number, pdfValue({ Nums: entries.flat() }));
    return tree;
  }

  #nameTree(): Reference {
    const tree = new Reference(this.#file.reserve());
    const names: string[] = [];
    this.#identified.forEach((number, id) => {
      names.push(`${identifier(id)} ${number} 0 R`);
    });
    this.#file.write(tree.number, `<</Names[${names.join(' ')}]>>`);
    return tree;
  }
}

function kidsEntry(kids: readonly string[]): string {
  if (kids.length === 0) return '';
  const [only] = kids;
  return kids.length > 1 || only?.startsWith('<') ? `/K[${kids.join(' ')}]` : `/K ${only}`;
}

function attributesOf({ cell, figure }: Element): string {
  if (figure) {
    const box = figure.box.map(pdfValue).join(' ');
    return `/Alt${textLiteral(figure.alt)}/A<</O/Layout/Placement/Block/BBox[${box}]>>`;
  }
  return cell ? cellAttributes(cell) : '';
}

function cellAttributes({ rowSpan, colSpan, scope, id, headers }: CellAttributes): string {
  let attributes = '';
  if (rowSpan > 1) attributes += `/RowSpan ${rowSpan}`;
  if (colSpan > 1) attributes += `/ColSpan ${colSpan}`;
  if (scope) attributes += `/Scope/${scope}`;
  if (headers.length > 0) attributes += `/Headers[${headers.map(identifier).join('')}]`;
  const named = id === undefined ? '' : `/ID${identifier(id)}`;
  return attributes === '' ? named : `${named}/A<</O/Table${attributes}>>`;
}

/** So long that identifiers sort as their numbers do. */
const IDENTIFIER = 5;

function identifier(id: number): string {
  return `(${id.toString(36).padStart(IDENTIFIER, '0')})`;
}
