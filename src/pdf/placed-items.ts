/** What the printer takes of a page: items at their places, and what of a block they are. */
import type { Item } from '../boxes/fragment.ts';
import type { Block } from '../layout/block.ts';

/** An item's fragment stands at `x`, `y` from the page's upper left corner. */
export type PlacedItems = {
  readonly x: number;
  readonly y: number;
  readonly items: readonly Item[];
  /** What of a block the items are; without it they are there only to be seen. */
  readonly reads?: BlockPart;
  /** Of what is only seen: that it stands at the head or foot of pages. */
  readonly pagination?: 'Header' | 'Footer';
};

/** What of a block stands on a page. */
export type BlockPart = {
  /** Laid out by itself; its texts have the same indices as in the whole. */
  readonly part: Block;
  readonly whole: Block;
  /** Whether the block began on another page. */
  readonly continued: boolean;
};
