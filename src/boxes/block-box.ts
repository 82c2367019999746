/** A block as the paginator takes it: a box, whole or a part of one that was torn. */
import type { Block } from '../layout/block.ts';
import type { BlockView } from '../view/types.ts';
import type { Box } from './box.ts';
import type { Fragment, TableStyle } from './fragment.ts';
import { measure } from './measure.ts';
import { frontOf } from './rest.ts';

/** A box of the paginator with what is in it. */
export type BlockBox = Box & {
  readonly view: BlockView;
  readonly block: Block;
  /** What the block was torn from; itself where it is whole. */
  readonly whole: Block;
  readonly fragment: Fragment;
  /** Printed again at the top of a page, beside the one time that counts. */
  readonly reprint: boolean;
  /** What is left of a box that began on another page. */
  readonly continued: boolean;
};

/** A block laid out once: itself the whole. */
export function wholeBox(view: BlockView, block: Block, style: TableStyle): BlockBox {
  const fragment = measure(block, style);
  const { spaceBefore, abut } = block;
  return {
    view,
    block,
    whole: block,
    fragment,
    height: fragment.height,
    spaceBefore,
    overlap: abut ? style.outerRule : 0,
    reprint: false,
    continued: false,
  };
}

/** What is known of a part before it is laid out. */
type Part = {
  readonly continued: boolean;
  readonly takeBlock: () => Block;
  /** Without one, laying out tells. */
  readonly height?: number;
};

/** A part of a torn box, laid out when it is first asked for: most tears that are tried are not taken. */
export function partOf(torn: BlockBox, { continued, takeBlock, height }: Part, style: TableStyle): BlockBox {
  // Let go of as soon as the block is made: it keeps what was torn.
  let take: (() => Block) | undefined = takeBlock;
  let block: Block | undefined;
  let fragment: Fragment | undefined;
  const { view, whole, spaceBefore, overlap, reprint } = torn;
  return {
    view,
    whole,
    spaceBefore,
    overlap,
    reprint,
    get block() {
      block ??= take?.() as Block;
      take = undefined;
      return block;
    },
    get fragment() {
      fragment ??= measure(this.block, style);
      return fragment;
    },
    get height() {
      return height ?? this.fragment.height;
    },
    get wholeHeight() {
      const { front } = this.block;
      return front?.isCut
        ? measure(frontOf(front.rest, Number.POSITIVE_INFINITY), style).height
        : this.height;
    },
    continued,
  };
}
