/** A block laid out once, on an endless page: plain data, to be stacked onto pages by arithmetic. Lengths in pt. */
import type { Leaf } from '../layout/block.ts';

export type Item =
  /** A set text; `x`, `y` is the upper left corner of its column. */
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly leaf: Leaf;
    }
  /** A straight rule, through its middle. */
  | {
      readonly kind: 'rule';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly weight: number;
    }
  /** A box filled with a grey, 0 (black) to 1 (white). */
  | {
      readonly kind: 'fill';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly grey: number;
    };

export type Fragment = {
  readonly height: number;
  readonly items: readonly Item[];
};

/** How tables are drawn. Lengths in pt. */
export type TableStyle = {
  readonly paddingHorizontal: number;
  readonly paddingVertical: number;
  readonly innerRule: number;
  readonly outerRule: number;
  readonly greys: Readonly<Record<string, number>>;
};
