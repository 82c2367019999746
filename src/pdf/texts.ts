/** Texts one below the other and side by side, and charts: they need no engine, only sums. */
import { BlockProblem, type ChartPoint, type Leaf, type TextNode } from '../layout/block.ts';
import { pt } from '../layout/units.ts';
import { measureChart, type PointParts } from './chart.ts';
import type { Fragment, Item, TableStyle, TextItem } from './fragment.ts';

/** Places a node's texts from its upper left corner on. */
export function measureTexts(node: TextNode, leaves: readonly Leaf[], style: TableStyle): Fragment {
  const items: Item[] = [];
  const height = place(node, { leaves, style, items }, 0, 0);
  return { height, items };
}

/** What placing a node needs everywhere; `items` grows. */
type Work = { readonly leaves: readonly Leaf[]; readonly style: TableStyle; readonly items: Item[] };

/** Adds a node's texts from `x`, `y` on; gives its lower edge. */
function place(node: TextNode, work: Work, x: number, y: number): number {
  if ('lines' in node) return placeLeaf(node.lines, work, x, y);
  const [left, top, , bottom] = (node.margin ?? NO_MARGIN).map(pt) as [number, number, number, number];
  if ('columns' in node) return placeColumns(node.columns, work, x + left, y + top) + bottom;
  if ('chart' in node) {
    const { baseline, points, alt, height } = node.chart;
    const parts = {
      baseline: pointParts(baseline, work),
      points: points.map((point) => pointParts(point, work)),
    };
    const figure = measureChart({ ...parts, alt, height: pt(height) }, work.style);
    work.items.push({ ...figure, x: x + left, y: y + top });
    return y + top + figure.height + bottom;
  }
  return node.stack.reduce((below, child) => place(child, work, x + left, below), y + top) + bottom;
}

const NO_MARGIN = [0, 0, 0, 0] as const;

function placeColumns(
  columns: readonly { readonly lines: number }[],
  work: Work,
  left: number,
  top: number,
): number {
  let x = left;
  let bottom = top;
  for (const { lines } of columns) {
    bottom = Math.max(bottom, placeLeaf(lines, work, x, top));
    x += work.leaves[lines]?.width ?? 0;
  }
  return bottom;
}

function placeLeaf(index: number, { leaves, items }: Work, x: number, y: number): number {
  const leaf = leaves[index];
  if (!leaf) throw new BlockProblem('lines は {{lines …}} で書きます。');
  items.push({ kind: 'text', x, y, leaf });
  let height = 0;
  for (const line of leaf.lines) height += line.lines;
  return y + height * leaf.leading;
}

function pointParts({ value, year, word, figure }: ChartPoint, { leaves, style }: Work): PointParts {
  const textsOf = (node: TextNode) => {
    const { height, items } = measureTexts(node, leaves, style);
    return { height, texts: items.filter((item): item is TextItem => item.kind === 'text') };
  };
  return { value, year: textsOf(year), word: textsOf(word), figure: textsOf(figure) };
}
