/** Sections of the view → sections of boxes, and boxes on a page → what the printer takes. */
import type { PageGeometry } from './layout/theme.ts';
import type { BlockBox, Measurer } from './measurer.ts';
import type { Section } from './paginate/paginate.ts';
import type { Placed } from './paginate/stack.ts';
import type { PlacedItems } from './pdf/content.ts';
import type { SectionView } from './view/types.ts';

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

/** A page's boxes at their places on the paper. */
export function bodyItems(placed: readonly Placed<BlockBox>[], { body }: PageGeometry): PlacedItems[] {
  return placed.map(({ box, y }) => ({ x: body.left, y: body.top + y, items: box.fragment.items }));
}
