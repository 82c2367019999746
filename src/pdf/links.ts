/** Links from texts that name a place of the book (ISO 32000-1, 12.5.6.5). */

import type { TextItem } from '../boxes/fragment.ts';
import { leafHeight } from '../layout/leaf-nodes.ts';
import type { MakeObject, PdfReference } from './file.ts';
import type { Element } from './structure.ts';
import type { Corner } from './structure-builder.ts';
import { linkOf } from './structure-texts.ts';
import type { Annotation } from './structure-writer.ts';
import { textString } from './values.ts';

/** A text's box, from the page's upper left corner, pt, and the anchor it leads to. */
type LinkBox = {
  readonly target: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly words: string;
};

/** A link until it is known where it leads. */
type OpenLink = { readonly box: LinkBox; readonly element: Element };

/** Gives an explicit destination, where there is the anchor. */
export type TargetOf = (anchor: string) => readonly unknown[] | undefined;

/** The links of a book. */
export class BookLinks {
  readonly #make: MakeObject;
  readonly #corner: Corner;
  readonly #open: OpenLink[][] = [];
  readonly #written = new Map<Element, Annotation[]>();
  #count = 0;

  /** @param corner the pages' upper left corner */
  constructor(make: MakeObject, corner: Corner) {
    this.#make = make;
    this.#corner = corner;
  }

  /** Takes a text that leads somewhere; its block stands at `x`, `y` of a page. */
  add(page: number, element: Element, { leaf, x, y }: TextItem, left: number, top: number): void {
    const link = linkOf(leaf);
    if (!link) return;
    const box = { ...link, x: left + x, y: top + y, width: leaf.width, height: leafHeight(leaf) };
    this.#open[page] ??= [];
    this.#open[page]?.push({ box, element });
  }

  /**
   * Writes a page's annotations.
   *
   * @param firstKey the parent tree's first key that is free for links
   */
  write(page: number, targetOf: TargetOf, firstKey: number): PdfReference[] {
    return (this.#open[page] ?? []).flatMap(({ box, element }) => {
      const destination = targetOf(box.target);
      if (!destination) return [];
      const key = firstKey + this.#count++;
      const reference = this.#make({ ...annotation(box, this.#corner, destination), StructParent: key });
      reference.end();
      this.#written.set(element, [...(this.#written.get(element) ?? []), { reference, key }]);
      return [reference];
    });
  }

  /** What is written so far, by the elements of the structure. */
  get written(): ReadonlyMap<Element, readonly Annotation[]> {
    return this.#written;
  }
}

/** A link without a frame; its words are said where they cannot be seen. */
function annotation(
  { x, y, width, height, words }: LinkBox,
  corner: Corner,
  destination: readonly unknown[],
): Record<string, unknown> {
  const left = corner.left + x;
  const bottom = corner.top - y - height;
  return {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [left, bottom, left + width, bottom + height],
    Border: [0, 0, 0],
    // Print (ISO 32000-1, table 165): what shows on screen is part of the page.
    F: 4,
    Contents: textString(words),
    Dest: destination,
  };
}
