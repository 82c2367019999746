/** The logical structure of a document (ISO 32000-1, 14.7 and 14.8) as data: what is read aloud, in order. */

/** A stretch of a page's content, by its mark. */
export type Content = {
  /** The printer's number of the page. */
  readonly page: number;
  /** The marked content's identifier on that page. */
  readonly mark: number;
};

/** A structure element. Its kids grow while pages are printed. */
export type Element = {
  /** A standard structure type (14.8.4): `P`, `Table`, `TD` … */
  readonly type: string;
  readonly kids: (Element | Content)[];
  readonly cell?: CellAttributes;
  readonly figure?: FigureAttributes;
  /** Of a link: the anchor it leads to. */
  readonly link?: string;
};

/** What a cell of a table says of itself (14.8.5.7). */
export type CellAttributes = {
  readonly rowSpan: number;
  readonly colSpan: number;
  /** For heads: whose head it is. */
  readonly scope?: 'Row' | 'Column';
  /** For heads: the number by which other cells name it. */
  readonly id?: number;
  /** The heads of this cell, from the farthest to the nearest. */
  readonly headers: readonly number[];
};

export type FigureAttributes = {
  /** What the figure shows, in a sentence. */
  readonly alt: string;
  /** Left, bottom, right, top on its page, pt. */
  readonly box: readonly [number, number, number, number];
};

/** A stretch of a set text's lines, from one to before another, and where it belongs. */
export type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly element: Element;
  readonly mark: number;
};

/** An element without kids yet. */
export function element(type: string, more: Partial<Omit<Element, 'type' | 'kids'>> = {}): Element {
  return { type, kids: [], ...more };
}

/** Tells an element from content of a page. */
export function isElement(kid: Element | Content): kid is Element {
  return 'type' in kid;
}
