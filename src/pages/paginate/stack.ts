/** Boxes one below the other. */
import type { Box } from '../../boxes/box.ts';

/** A box with its upper edge, from the page body's top, pt. */
export type Placed<B> = { readonly box: B; readonly y: number };

/** Where a box's upper edge comes to stand below what is placed. */
export function topAfter<B extends Box>(placed: readonly Placed<B>[], box: B): number {
  const last = placed.at(-1);
  return last ? topBelow(last.y + last.box.height, box) : 0;
}

/** The boxes below what is placed already. */
export function stack<B extends Box>(boxes: readonly B[], placed: readonly Placed<B>[]): Placed<B>[] {
  const stacked = [...placed];
  for (const box of boxes) stacked.push({ box, y: topAfter(stacked, box) });
  return stacked;
}

/** Where a group of boxes would end below `bottom`; 0 is an empty page. */
export function stackedBottom<B extends Box>(boxes: readonly B[], bottom: number): number {
  return boxes.reduce((y, box) => (y === 0 ? 0 : topBelow(y, box)) + box.height, bottom);
}

function topBelow(bottom: number, box: Box): number {
  return bottom + box.spaceBefore - box.overlap;
}
