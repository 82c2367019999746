/** Blocks of texts alone: one below the other, side by side. They need no engine, only sums. */
import { BlockProblem, type Leaf, type Node } from '../layout/block.ts';
import { pt } from '../layout/units.ts';
import type { Fragment, Item } from './fragment.ts';

/** The block's texts, or undefined where it holds a table, which pdfmake lays out. */
export function measureTexts(node: Node, leaves: readonly Leaf[]): Fragment | undefined {
  const items: Item[] = [];
  const bottom = place(node, leaves, 0, 0, items);
  return bottom === undefined ? undefined : { height: bottom, items };
}

/** Adds a node's texts from `x`, `y` on; gives its lower edge, undefined where there is a table in it. */
function place(node: Node, leaves: readonly Leaf[], x: number, y: number, items: Item[]): number | undefined {
  if ('lines' in node) return placeLeaf(leafOf(node.lines, leaves), x, y, items);
  if (!('stack' in node || 'columns' in node)) return undefined;
  const [left, top, , bottom] = (node.margin ?? NO_MARGIN).map(pt) as [number, number, number, number];
  const start = y + top;
  const end =
    'stack' in node
      ? placeStack(node.stack, leaves, x + left, start, items)
      : placeColumns(node.columns, leaves, x + left, start, items);
  return end === undefined ? undefined : end + bottom;
}

const NO_MARGIN = [0, 0, 0, 0] as const;

function placeStack(
  nodes: readonly Node[],
  leaves: readonly Leaf[],
  x: number,
  top: number,
  items: Item[],
): number | undefined {
  let y: number | undefined = top;
  for (const node of nodes) {
    y = place(node, leaves, x, y, items);
    if (y === undefined) return undefined;
  }
  return y;
}

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
    const leaf = leafOf(lines, leaves);
    bottom = Math.max(bottom, placeLeaf(leaf, x, top, items));
    x += leaf.width;
  }
  return bottom;
}

function placeLeaf(leaf: Leaf, x: number, y: number, items: Item[]): number {
  items.push({ kind: 'text', x, y, leaf });
  return y + leafHeight(leaf);
}

/** The leaf that a node's `lines` points at. */
export function leafOf(index: number, leaves: readonly Leaf[]): Leaf {
  const leaf = leaves[index];
  if (!leaf) throw new BlockProblem('lines は {{lines …}} で書きます。');
  return leaf;
}

/** The height of a set text, pt. */
export function leafHeight({ lines, leading }: Leaf): number {
  let height = 0;
  for (const line of lines) height += line.lines;
  return height * leading;
}
