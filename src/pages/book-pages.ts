/** The printed pages of a book by their sequences, and the heads and feet that follow once all are counted. */

import type { Measurer } from '../boxes/measurer.ts';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import type { TemplateSet } from '../layout/load-set.ts';
import type { Locate } from '../layout/text-problems.ts';
import type { PageGeometry } from '../layout/theme.ts';
import type { BoundBook } from '../pdf/print.ts';
import type { BookView, SectionView, SequenceView } from '../view/types.ts';
import { furnish, furnitureCollisions, furnitureItems, type PageFurniture } from './furniture.ts';
import { pageNumber } from './page-numbers.ts';
import type { AnchorPlaces, Spot } from './places.ts';
import { paperArea, type Strays } from './strays.ts';

/** A printed page: which one of the printer's, and what its head and foot say. */
export type PrintedPage = {
  readonly handle: number;
  readonly running: SectionView['running'];
  readonly furnished: boolean;
};

/**
 * How far to the right everything stands on a page: every sequence begins on a right-hand page.
 *
 * @param position of the page in its sequence, from 0
 */
export function shiftAt(position: number, { leftHandShift }: PageGeometry): number {
  return position % 2 === 1 ? leftHandShift : 0;
}

/** The pages of one book, from the first printed to the finished file. */
export class BookPages {
  readonly #view: BookView;
  readonly #sequences: readonly SequenceView[];
  readonly #geometry: PageGeometry;
  readonly #measurer: Measurer;
  readonly #pages: readonly PrintedPage[][];

  constructor(
    view: BookView,
    sequences: readonly SequenceView[],
    geometry: PageGeometry,
    measurer: Measurer,
  ) {
    this.#view = view;
    this.#sequences = sequences;
    this.#geometry = geometry;
    this.#measurer = measurer;
    this.#pages = sequences.map(() => []);
  }

  /** A sequence's pages so far: a list to add to. */
  of(sequence: number): PrintedPage[] {
    return this.#pages[sequence] as PrintedPage[];
  }

  get count(): number {
    return this.#pages.reduce((sum, { length }) => sum + length, 0);
  }

  /**
   * Looks at the heads and feet of every wording there is. What is too long everywhere is the theme's fault, told once;
   * otherwise the long title is.
   */
  collisions(theme: TemplateSet['themeDocument'], locate: Locate): Diagnostic[] {
    const wordings = [...this.#wordings().values()];
    const found = wordings.flatMap((spot) => {
      const diagnostics = furnitureCollisions(this.#furnitureOf(spot), this.#geometry, theme);
      return diagnostics.length > 0 ? [{ spot, diagnostics }] : [];
    });
    if (found.length === wordings.length) {
      const once = new Map(found.flatMap(({ diagnostics }) => diagnostics.map((each) => [each.code, each])));
      return [...once.values()];
    }
    return found.map(({ spot }) => {
      const origin = Object.values(this.#pageAt(spot).running).at(-1)?.origin;
      return diagnose('running-head-too-long', undefined, {
        span: origin === undefined ? undefined : locate(origin),
        hints: ['題を短くするか、theme.yaml の page の head と margin を直してください。'],
      });
    });
  }

  /** Looks whether heads and feet of every wording stand on the paper. */
  look(strays: Strays): void {
    for (const spot of this.#wordings().values())
      for (const { x, y, box } of this.#furnitureOf(spot)) strays.look(box, x, y, paperArea(this.#geometry));
  }

  /** A page for every wording of heads and feet, but for the page number. */
  #wordings(): Map<string, Spot> {
    const spots = new Map<string, Spot>();
    this.#pages.forEach((pages, sequence) => {
      pages.forEach(({ furnished, running }, position) => {
        const words = [sequence, ...Object.values(running).map(({ text }) => text)].join('\n');
        if (furnished && !spots.has(words)) spots.set(words, { sequence, position });
      });
    });
    return spots;
  }

  /** All pages in reading order, with what leads to them. */
  bound(places: AnchorPlaces): BoundBook {
    const spots = this.#pages.flatMap((pages, sequence) =>
      pages.map((_, position): Spot => ({ sequence, position })),
    );
    return {
      pages: spots.map((spot) => this.#pageAt(spot).handle),
      furniture: (index) => {
        const spot = spots[index] as Spot;
        return this.#pageAt(spot).furnished ? furnitureItems(this.#furnitureOf(spot)) : [];
      },
      labels: this.#sequences.map(({ numbering }, index) => ({ ...numbering, pages: this.of(index).length })),
      bookmarks: places.bookmarks((spot) => this.#pageAt(spot).handle),
    };
  }

  #pageAt({ sequence, position }: Spot): PrintedPage {
    return this.of(sequence)[position] as PrintedPage;
  }

  #furnitureOf(spot: Spot): PageFurniture {
    const { sequence, position } = spot;
    const { numbering } = this.#sequences[sequence] as SequenceView;
    const number = pageNumber(numbering, position, this.of(sequence).length);
    const shift = shiftAt(position, this.#geometry);
    return furnish(this.#view, this.#pageAt(spot).running, number, this.#geometry, shift, this.#measurer);
  }
}
