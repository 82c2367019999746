/** Marks at the corners that show the binder where to cut. */
import type { Item } from '../boxes/fragment.ts';

/** Length of a mark and its weight, pt: 5 mm, a hairline. */
const LENGTH = 14.2;
const WEIGHT = 0.25;
/** Between bleed and mark at the least, pt: 3 mm, so that no mark is left on a sheet cut badly. */
const GAP = 8.5;

/** How far marks reach beyond the cut page, pt. */
export function markMargin(bleed: number): number {
  return Math.max(bleed, GAP) + LENGTH;
}

/** Two marks at each corner of a page; their places count from the cut page's upper left corner. */
export function cropMarks(width: number, height: number, bleed: number): Item[] {
  const near = Math.max(bleed, GAP);
  const far = near + LENGTH;
  const horizontal = [0, height].flatMap((y) => [
    rule(-far, y, -near, y),
    rule(width + near, y, width + far, y),
  ]);
  const vertical = [0, width].flatMap((x) => [
    rule(x, -far, x, -near),
    rule(x, height + near, x, height + far),
  ]);
  return [...horizontal, ...vertical];
}

function rule(x1: number, y1: number, x2: number, y2: number): Item {
  return { kind: 'rule', x1, y1, x2, y2, weight: WEIGHT };
}
