/** Texts one below the other and side by side: they need no engine, only sums. */
import { BlockProblem, type Leaf, type TextNode } from '../layout/block.ts';
import { pt } from '../layout/units.ts';
import type { Fragment, Item } from './fragment.ts';

/** Places a node's texts from its upper left corner on. */
export function measureTexts(node: TextNode, leaves: readonly Leaf[]): Fragment {
  const items: Item[] = [];
  const height = place(node, leaves, 0, 0, items);
  return { height, items };
}

/** Adds a node's texts from `x`, `y` on; gives its lower edge. */
function place(node: TextNode, leaves: readonly Leaf[], x: number, y: number, items: Item[]): number {
  if ('lines' in node) return placeLeaf(node.lines, leaves, x, y, items);
  const [left, top, , bottom] = (node.margin ?? NO_MARGIN).map(pt) as [number, number, number, number];
  if ('columns' in node) return placeColumns(node.columns, leaves, x + left, y + top, items) + bottom;
  return node.stack.reduce((below, child) => place(child, leaves, x + left, below, items), y + top) + bottom;
}

const NO_MARGIN = [0, 0, 0, 0] as const;

function placeColumns(
  columns: readonly { readonly lines: number }[],
  leaves: readonly Leaf[],
  left: number,
  top: number,
  items: Item[],
): number {
  let x = left;
  let bottom = top;
  for (const { lines } of columns) {
    bottom = Math.max(bottom, placeLeaf(lines, leaves, x, top, items));
    x += leaves[lines]?.width ?? 0;
  }
  return bottom;
}

function placeLeaf(index: number, leaves: readonly Leaf[], x: number, y: number, items: Item[]): number {
  const leaf = leaves[index];
  if (!leaf) throw new BlockProblem('lines は {{lines …}} で書きます。');
  items.push({ kind: 'text', x, y, leaf });
  let height = 0;
  for (const line of leaf.lines) height += line.lines;
  return y + height * leaf.leading;
}
