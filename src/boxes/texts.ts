/** Texts one below the other and side by side, and charts: they need no engine, only sums. */
import { type Block, BlockProblem, type ChartPoint, type TextNode } from '../layout/block.ts';
import { leafAt, leafHeight } from '../layout/leaf-nodes.ts';
import { pt } from '../layout/units.ts';
import { measureChart, type PointParts } from './chart.ts';
import type { FigureItem, LeaderItem, TableStyle, TextItem } from './fragment.ts';

/** What stands in its place, and may still be moved by whoever asked for it. */
type Movable<I> = Omit<I, 'x' | 'y'> & { x: number; y: number };
type PlacedItem = Movable<TextItem> | Movable<FigureItem> | Movable<LeaderItem>;

export type SetTexts = { readonly height: number; readonly items: readonly PlacedItem[] };

/** The texts that nodes point at. */
export type Leaves = Pick<Block, 'leaves' | 'changed'>;

/** Places a node's texts from its upper left corner on. */
export function measureTexts(node: TextNode, block: Leaves, style: TableStyle): SetTexts {
  const items: PlacedItem[] = [];
  const height = place(node, { block, style, items }, 0, 0);
  return { height, items };
}

/** What placing a node needs everywhere; `items` grows. */
type Work = { readonly block: Leaves; readonly style: TableStyle; readonly items: PlacedItem[] };

/** Adds a node's texts from `x`, `y` on; gives its lower edge. */
function place(node: TextNode, work: Work, x: number, y: number): number {
  if ('lines' in node) return placeLeaf(node.lines, work, x, y);
  const [left, top, bottom] = node.margin
    ? [pt(node.margin[0]), pt(node.margin[1]), pt(node.margin[3])]
    : NO_MARGIN;
  if ('columns' in node) {
    if (!node.leader) return placeColumns(node.columns, work, x + left, y + top) + bottom;
    placeLeader(node.columns, work, x + left, y + top);
    return placeLed(node.columns, work, x + left, y + top) + bottom;
  }
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
  let below = y + top;
  for (const child of node.stack) below = place(child, work, x + left, below);
  return below + bottom;
}

const NO_MARGIN = [0, 0, 0] as const;

type LineColumns = readonly { readonly lines: number }[];

function placeColumns(columns: LineColumns, work: Work, left: number, top: number): number {
  let x = left;
  let bottom = top;
  for (const { lines } of columns) {
    bottom = Math.max(bottom, placeLeaf(lines, work, x, top));
    x += leafAt(work.block, lines)?.width ?? 0;
  }
  return bottom;
}

/** Columns of which the last is what the dots lead to: it stands at the last line of the first. */
function placeLed(columns: LineColumns, work: Work, left: number, top: number): number {
  const last = columns.at(-1)?.lines ?? -1;
  const leaf = leafAt(work.block, last);
  const others = columns.slice(0, -1);
  const bottom = placeColumns(others, work, left, top);
  const x = others.reduce((sum, { lines }) => sum + (leafAt(work.block, lines)?.width ?? 0), left);
  const lowered = bottom - top - (leaf ? leafHeight(leaf) : 0);
  return Math.max(bottom, placeLeaf(last, work, x, top + Math.max(0, lowered)));
}

/** Between a text and the dots beside it, em. */
const LEADER_GAP = 0.7;

/** Where dots stand above the lower edge of a line's em box, em: at the height of a full stop's middle. */
const LEADER_RISE = 0.2;

/** Dots along the last line of the first text, up to the last one's first line. */
function placeLeader(columns: LineColumns, { block, items }: Work, left: number, top: number): void {
  const [from, to] = [leafAt(block, columns[0]?.lines ?? -1), leafAt(block, columns.at(-1)?.lines ?? -1)];
  const [line, end] = [from?.lines.at(-1), to?.lines[0]];
  if (!from || !to || !line || !end) return;
  const before = columns.slice(0, -1).reduce((sum, { lines }) => sum + (leafAt(block, lines)?.width ?? 0), 0);
  const gap = LEADER_GAP * from.size;
  const x = left + line.x + line.width + gap;
  const width = left + before + end.x - gap - x;
  const y = top + leafHeight(from) - (from.leading - from.size) / 2 - LEADER_RISE * from.size;
  if (width > 0) items.push({ kind: 'leader', x, y, width });
}

function placeLeaf(index: number, { block, items }: Work, x: number, y: number): number {
  const leaf = leafAt(block, index);
  if (!leaf) throw new BlockProblem('lines は {{lines …}} で書きます。');
  items.push({ kind: 'text', x, y, leaf, index });
  return y + leafHeight(leaf);
}

function pointParts({ value, year, word, figure }: ChartPoint, { block, style }: Work): PointParts {
  const textsOf = (node: TextNode) => {
    const { height, items } = measureTexts(node, block, style);
    return { height, texts: items.filter((item) => item.kind === 'text') };
  };
  return { value, year: textsOf(year), word: textsOf(word), figure: textsOf(figure) };
}
