/** Boxes for tests of the paginator: heights with names, torn at whole points. */
import type { Box, Tear } from '../../../src/boxes/box.ts';
import type { Section } from '../../../src/pages/paginate/items.ts';

export type NamedBox = Box & {
  readonly name: string;
  /** Which points of the original box this part holds. */
  readonly from: number;
  readonly to: number;
};

export type NamedSection = Section<NamedBox> & { readonly name: string };

export function box(name: string, height: number, overlap = 0): NamedBox {
  return { name, height, spaceBefore: 0, overlap, from: 0, to: height };
}

export function section(name: string, heights: readonly number[], opening = 10, reopening = 5): NamedSection {
  return {
    name,
    opening: [box(`${name} opening`, opening)],
    reopening: [box(`${name} reopening`, reopening)],
    body: heights.map((height, index) => box(`${name}.${index}`, height)),
  };
}

/** The least height of either part. */
export const LEAST = 3;

/** Tears at every multiple of a length, but leaves at least so much on either side. */
function tearsEvery(step: number, least: number): Tear<NamedBox> {
  return (whole, height) => {
    const at = Math.floor(Math.min(height, whole.height - least) / step) * step;
    if (at < least) return undefined;
    const middle = whole.from + at;
    return {
      head: { ...whole, height: at, to: middle },
      tail: { ...whole, height: whole.height - at, from: middle },
    };
  };
}

/** Tears anywhere, but leaves at least {@link LEAST} on either side. */
export const tear = tearsEvery(1, LEAST);

/** Tears between lines of 12. */
export const tearLines = tearsEvery(12, 36);

export const neverTear: Tear<NamedBox> = () => undefined;
