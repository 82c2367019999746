/** A block laid out once, on an endless page: plain data, to be stacked onto pages by arithmetic. Lengths in pt. */
import type { Path } from '../chart/types.ts';
import type { Leaf } from '../layout/block.ts';

/** A set text; `x`, `y` is the upper left corner of its column. */
export type TextItem = {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly leaf: Leaf;
  /** Which of its block's leaves it is. */
  readonly index?: number;
};

/** A drawing and the texts in it, which belong together; they are placed from its upper left corner. */
export type FigureItem = {
  readonly kind: 'figure';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What it shows, in a sentence, for those who cannot see it. */
  readonly alt: string;
  readonly paths: readonly Path[];
  readonly texts: readonly TextItem[];
};

/** Dots that lead the eye along a line, from `x` on. */
export type LeaderItem = {
  readonly kind: 'leader';
  readonly x: number;
  readonly y: number;
  readonly width: number;
};

export type Item =
  | TextItem
  | FigureItem
  /** A straight rule, through its middle. */
  | {
      readonly kind: 'rule';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly weight: number;
    }
  | LeaderItem
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

/** All texts among items, those in figures too. */
export function textItems(items: readonly Item[]): TextItem[] {
  const found: TextItem[] = [];
  for (const item of items) {
    if (item.kind === 'text') found.push(item);
    else if (item.kind === 'figure')
      for (const text of item.texts) found.push({ ...text, x: item.x + text.x, y: item.y + text.y });
  }
  return found;
}
