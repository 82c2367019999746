/** Where the anchors of a book have come to stand: page references, links and bookmarks ask here. */

import type { Bookmark } from '../pdf/print.ts';
import type { Anchor, Numbering } from '../view/types.ts';
import { pageLabel } from './page-numbers.ts';

/** A page's place in the book. */
export type Spot = {
  readonly sequence: number;
  /** In its sequence, from 0. */
  readonly position: number;
};

/** Where an anchor stands. */
type Place = Spot & {
  readonly anchor: Anchor;
  /** Below the paper's upper edge, pt. */
  readonly top: number;
};

/** Where each anchor came to stand, as far as the book is printed. */
export class AnchorPlaces {
  readonly #places = new Map<string, Place>();
  readonly #numberingOf: (sequence: number) => Numbering;

  constructor(numberingOf: (sequence: number) => Numbering) {
    this.#numberingOf = numberingOf;
  }

  /** @param top below the paper's upper edge, pt */
  note(anchor: Anchor, { sequence, position }: Spot, top: number): void {
    this.#places.set(anchor.id, { anchor, sequence, position, top });
  }

  /** The number, as other pages print it, of the page on which an anchor stands. */
  labelOf(id: string): string | undefined {
    const place = this.#places.get(id);
    return place && pageLabel(this.#numberingOf(place.sequence), place.position);
  }

  /** What can be cited of a sequence, to tell whether it has changed. */
  citable(sequence: number): string {
    const own = [...this.#places.values()].filter((place) => place.sequence === sequence);
    return own.map(({ anchor, position }) => `${anchor.id} ${position}`).join('\n');
  }

  /**
   * All anchors in reading order.
   *
   * @param handleOf gives the printer's number of a page
   */
  bookmarks(handleOf: (spot: Spot) => number): Bookmark[] {
    const places = [...this.#places.values()].sort((a, b) => a.sequence - b.sequence);
    return places.map(({ anchor, top, ...spot }) => ({ ...anchor, page: handleOf(spot), top }));
  }
}
