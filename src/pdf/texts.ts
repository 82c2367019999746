/** Texts one below the other and side by side: they need no engine, only sums. */
import { BlockProblem, type Leaf, type TextNode } from '../layout/block.ts';
import { pt } from '../layout/units.ts';

/** A set text in its place, which whoever asked for it may still move. */
type TextItem = { readonly kind: 'text'; x: number; y: number; readonly leaf: Leaf };

export type SetTexts = { readonly height: number; readonly items: readonly TextItem[] };

/** Places a node's texts from its upper left corner on. */
export function measureTexts(node: TextNode, leaves: readonly Leaf[]): SetTexts {
  const items: TextItem[] = [];
  const height = place(node, leaves, 0, 0, items);
  return { height, items };
}

/** Adds a node's texts from `x`, `y` on; gives its lower edge. */
function place(node: TextNode, leaves: readonly Leaf[], x: number, y: number, items: TextItem[]): number {
  if ('lines' in node) return placeLeaf(node.lines, leaves, x, y, items);
  const [left, top, bottom] = node.margin
    ? [pt(node.margin[0]), pt(node.margin[1]), pt(node.margin[3])]
    : NO_MARGIN;
  if ('columns' in node) return placeColumns(node.columns, leaves, x + left, y + top, items) + bottom;
  let below = y + top;
  for (const child of node.stack) below = place(child, leaves, x + left, below, items);
  return below + bottom;
}

const NO_MARGIN = [0, 0, 0] as const;

function placeColumns(
  columns: readonly { readonly lines: number }[],
  leaves: readonly Leaf[],
  left: number,
  top: number,
  items: TextItem[],
): number {
  let x = left;
  let bottom = top;
  for (const { lines } of columns) {
    bottom = Math.max(bottom, placeLeaf(lines, leaves, x, top, items));
    x += leaves[lines]?.width ?? 0;
  }
  return bottom;
}

function placeLeaf(index: number, leaves: readonly Leaf[], x: number, y: number, items: TextItem[]): number {
  const leaf = leaves[index];
  if (!leaf) throw new BlockProblem('lines は {{lines …}} で書きます。');
  items.push({ kind: 'text', x, y, leaf });
  let height = 0;
  for (const line of leaf.lines) height += line.lines;
  return y + height * leaf.leading;
}
