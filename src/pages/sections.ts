/** Sections of the view → sections of boxes, and boxes on a page → what the printer takes. */

import type { BlockBox, Measurer } from '../boxes/measurer.ts';
import type { PageGeometry } from '../layout/theme.ts';
import type { BlockPart, PlacedItems } from '../pdf/placed-items.ts';
import type { PartView, SectionView } from '../view/types.ts';
import type { Section } from './paginate/items.ts';
import type { Placed } from './paginate/stack.ts';

/** A section's boxes beside the view they show. */
export type BoxSection = Section<BlockBox> & { readonly view: SectionView };

/** Lays a section's blocks out; what only opens continued pages is marked as printed again. */
export function layOutSection(view: SectionView, measurer: Measurer): BoxSection {
  return {
    view,
    opening: view.opening.map(measurer.box),
    reopening: view.reopening.map((block) => ({ ...measurer.box(block), reprint: true })),
    body: view.body.map(measurer.box),
  };
}

/**
 * A part's sections in runs: each begins on a new page, in a bound book one that begins on a right-hand page. A run is
 * to be read to its end before the next one is asked for.
 */
export function* sectionRuns(
  part: PartView,
  bound: boolean,
): Generator<{ readonly rightHand: boolean; readonly sections: Iterable<SectionView> }> {
  let index = 0;
  let next = sectionAt(part, index);
  function* run(): Generator<SectionView> {
    do {
      yield next as SectionView;
      next = sectionAt(part, ++index);
    } while (next && !(bound && next.rightHand));
  }
  while (next) yield { rightHand: next.rightHand === true, sections: run() };
}

function sectionAt(part: PartView, index: number): SectionView | undefined {
  return index < part.sectionCount ? part.section(index) : undefined;
}

/**
 * A page's boxes at their places on the paper.
 *
 * @param shift how far to the right they stand on this page, pt
 */
export function bodyItems(
  placed: readonly Placed<BlockBox>[],
  { body }: PageGeometry,
  shift: number,
): PlacedItems[] {
  return placed.map(({ box, y }) => ({
    x: body.left + shift,
    y: body.top + y,
    items: box.fragment.items,
    ...(box.reprint ? { pagination: 'Header' } : { reads: partOf(box) }),
  }));
}

function partOf({ block: part, whole, continued }: BlockBox): BlockPart {
  return { part, whole, continued };
}
