/** Tears a box in two between rows or lines. */
import type { Leaf } from '../layout/block.ts';
import { type BlockBox, partOf } from './block-box.ts';
import type { Tear } from './box.ts';
import { type Fragment, type TableStyle, textItems } from './fragment.ts';
import { splitBlock } from './split-block.ts';

/** @returns what is torn off is at most `height` pt high; undefined where no tear is worth its ugliness */
export function tearBox(box: BlockBox, height: number, style: TableStyle): ReturnType<Tear<BlockBox>> {
  const frame = style.paddingVertical + style.outerRule;
  const cut = splitBlock(box.block, leafTops(box.fragment), height - frame);
  if (!cut) return undefined;
  const head = { continued: box.continued, takeBlock: cut.takeHead, height: cut.headBottom + frame };
  const tail = { continued: true, takeBlock: cut.takeTail };
  return { head: partOf(box, head, style), tail: partOf(box, tail, style), worthy: cut.worthy };
}

/** Tops found before: a box is torn at many heights. */
const knownTops = new WeakMap<Fragment, ReadonlyMap<Leaf, number>>();

function leafTops(fragment: Fragment): ReadonlyMap<Leaf, number> {
  const known = knownTops.get(fragment);
  if (known) return known;
  const tops = new Map<Leaf, number>();
  for (const { leaf, y } of textItems(fragment.items)) tops.set(leaf, y);
  knownTops.set(fragment, tops);
  return tops;
}
