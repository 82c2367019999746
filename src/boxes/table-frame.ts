/**
 * What of a table does not hang on its words: places of cells, rules and greys, laid out on an endless page with
 * pdfmake's LayoutBuilder. pdfmake arranges boxes: each cell is one rectangle of its text's size, so that it neither
 * breaks nor measures text. Rules and greys are drawn from where the boxes came to stand.
 */
import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import { BlockProblem, type Cell, type TableNode } from '../layout/block.ts';
import { type GridCell, resolveGrid } from '../layout/grid.ts';
import { pt } from '../layout/units.ts';
import type { Item, TableStyle } from './fragment.ts';
import { mergeRules, type WeightedSegment } from './rules.ts';

const LayoutBuilder = layoutBuilderModule.default;

/** Larger than any block; a page break inside a block must never happen here. */
const ENDLESS = 1e7;
const PAGE = { width: ENDLESS, height: ENDLESS, orientation: 'portrait' };
const NO_MARGINS = { top: 0, right: 0, bottom: 0, left: 0 };

/** A table without its words. Lengths in pt, from the upper left corner of the table with its margin. */
export type Frame = {
  readonly height: number;
  /** The upper left corner of each cell's words, cells as `resolveGrid` gives them. */
  readonly corners: readonly { readonly x: number; readonly y: number }[];
  readonly fills: readonly Item[];
  readonly rules: readonly Item[];
};

/** pdfmake's rectangle for a cell; laying out moves it to its place. */
type Rectangle = { readonly type: 'rect'; x: number; y: number; readonly w: number; readonly h: number };

type PlacedCell = GridCell & { readonly rectangle: Rectangle };

/** The middles of the rules between columns and rows, pt: one more than there are columns and rows. */
type Edges = { readonly columns: readonly number[]; readonly rows: readonly number[] };

/** Frames laid out before, by style, shape and heights: the tables of a book differ in little but words. */
const known = new WeakMap<TableStyle, Map<string, Frame>>();

/** Bounds how many frames are remembered, and how large they are: a table of many rows hardly comes again. */
const MOST_KNOWN = 2000;
const MOST_CELLS = 200;

/**
 * @param node a table, with its margin
 * @param heights of the cells' words, pt, in the order of `resolveGrid`
 */
export function frameOf(node: TableNode, heights: readonly number[], style: TableStyle): Frame {
  if (heights.length > MOST_CELLS) return layOutFrame(node, heights, style);
  const frames = known.get(style) ?? new Map<string, Frame>();
  known.set(style, frames);
  const key = `${shapeOf(node)} ${heights.join(' ')}`;
  const frame = frames.get(key) ?? layOutFrame(node, heights, style);
  if (frames.size >= MOST_KNOWN) frames.clear();
  frames.set(key, frame);
  return frame;
}

const shapes = new WeakMap<TableNode, string>();

/** All of a table that its frame hangs on, but for the heights. */
function shapeOf(node: TableNode): string {
  const before = shapes.get(node);
  if (before !== undefined) return before;
  const { margin, table } = node;
  const cells = resolveGrid(table).map(({ cell: { fill, boxed }, ...place }) => ({ ...place, fill, boxed }));
  const shape = JSON.stringify([margin, table.widths, table.rules, cells]);
  shapes.set(node, shape);
  return shape;
}

function layOutFrame(node: TableNode, heights: readonly number[], style: TableStyle): Frame {
  const { widths, body } = node.table;
  const cells = resolveGrid(node.table).map(
    (placed, index): PlacedCell => ({
      ...placed,
      rectangle: { type: 'rect', x: 0, y: 0, w: 0, h: heights[index] as number },
    }),
  );
  const height = layOut(cells, widths, body.length, style);
  const edges = { columns: columnEdges(widths, style), rows: rowEdges(cells, body.length, height, style) };
  const [left, top, , bottom] = (node.margin ?? [0, 0, 0, 0]).map(pt) as [number, number, number, number];
  return {
    height: top + height + bottom,
    corners: cells.map(({ rectangle }) => ({ x: left + rectangle.x, y: top + rectangle.y })),
    fills: moved(fills(cells, edges, style), left, top),
    rules: moved(
      node.table.rules === false ? boxes(cells, edges, style) : rules(cells, edges, style),
      left,
      top,
    ),
  };
}

/** Has pdfmake move the cells' rectangles to their places; gives the table's height. */
function layOut(
  cells: readonly PlacedCell[],
  widths: readonly number[],
  rows: number,
  style: TableStyle,
): number {
  const body = Array.from({ length: rows }, () => widths.map((): object => ({})));
  for (const { row, column, rowSpan, colSpan, rectangle } of cells) {
    (body[row] as object[])[column] = { canvas: [rectangle], rowSpan, colSpan };
  }
  const builder = new LayoutBuilder(PAGE, NO_MARGINS, null);
  builder.registerTableLayouts({ grid: grid(rows, widths.length, style) });
  const pages = builder.layoutDocument(
    { table: { widths: [...widths], body }, layout: 'grid' },
    null,
    {},
    {},
  );
  if (pages.length !== 1) throw new Error(`a block was laid out on ${pages.length} pages`);
  return builder.writer.context().y;
}

/** pdfmake leaves room for the rules, but draws none. */
function grid(rows: number, columns: number, style: TableStyle) {
  return {
    defaultBorder: false,
    hLineWidth: (index: number) => weightOf(index, rows, style),
    vLineWidth: (index: number) => weightOf(index, columns, style),
    paddingLeft: () => style.paddingHorizontal,
    paddingRight: () => style.paddingHorizontal,
    paddingTop: () => style.paddingVertical,
    paddingBottom: () => style.paddingVertical,
  };
}

function weightOf(index: number, last: number, style: TableStyle): number {
  return index === 0 || index === last ? style.outerRule : style.innerRule;
}

function columnEdges(widths: readonly number[], style: TableStyle): number[] {
  const edges = [style.outerRule / 2];
  widths.forEach((width, index) => {
    const halves = (weightOf(index, widths.length, style) + weightOf(index + 1, widths.length, style)) / 2;
    edges.push((edges[index] as number) + width + 2 * style.paddingHorizontal + halves);
  });
  return edges;
}

/** A row begins half a rule and the padding above the rectangle of a cell that starts in it. */
function rowEdges(cells: readonly PlacedCell[], rows: number, height: number, style: TableStyle): number[] {
  const edges = Array<number>(rows).fill(0);
  for (const { row, rectangle } of cells) {
    edges[row] = rectangle.y - style.paddingVertical - weightOf(row, rows, style) / 2;
  }
  return [...edges, height - style.outerRule / 2];
}

function fills(cells: readonly PlacedCell[], edges: Edges, style: TableStyle): Item[] {
  return cells.flatMap((placed): Item[] => {
    if (placed.cell.fill === undefined) return [];
    const { left, top, right, bottom } = boxOf(placed, edges);
    return [
      {
        kind: 'fill',
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
        grey: greyOf(placed.cell, style),
      },
    ];
  });
}

function greyOf({ fill = '' }: Cell, style: TableStyle): number {
  const grey = Object.hasOwn(style.greys, fill) ? style.greys[fill] : undefined;
  if (grey === undefined) throw new BlockProblem(`地の濃さ「${fill}」は theme.yaml の greys にありません。`);
  return grey;
}

/** The frame, and the rule on the left of and above each cell that does not stand at it. */
function rules(cells: readonly PlacedCell[], edges: Edges, style: TableStyle): Item[] {
  const inner = cells.flatMap((placed): WeightedSegment[] => {
    const { left, top, right, bottom } = boxOf(placed, edges);
    const weight = style.innerRule;
    return [
      ...(placed.column > 0 ? [{ x1: left, y1: top, x2: left, y2: bottom, weight }] : []),
      ...(placed.row > 0 ? [{ x1: left, y1: top, x2: right, y2: top, weight }] : []),
    ];
  });
  return mergeRules([...inner, ...frame(edges, style.outerRule)]).flatMap(({ weight, segments }) =>
    segments.map((segment): Item => ({ kind: 'rule', ...segment, weight })),
  );
}

/** Where a table has no rules: frames around single cells. */
function boxes(cells: readonly PlacedCell[], edges: Edges, style: TableStyle): Item[] {
  const boxed = cells.filter(({ cell }) => cell.boxed);
  return boxed.flatMap((placed) => {
    const { left, top, right, bottom } = boxOf(placed, edges);
    const sides = frame({ columns: [left, right], rows: [top, bottom] }, style.outerRule);
    return sides.map((side): Item => ({ kind: 'rule', ...side }));
  });
}

/** The outer rules, long enough to close the corners. */
function frame({ columns, rows }: Edges, weight: number): WeightedSegment[] {
  const [left, right] = [columns[0] as number, columns.at(-1) as number];
  const [top, bottom] = [rows[0] as number, rows.at(-1) as number];
  const half = weight / 2;
  return [
    { x1: left - half, y1: top, x2: right + half, y2: top, weight },
    { x1: left - half, y1: bottom, x2: right + half, y2: bottom, weight },
    { x1: left, y1: top, x2: left, y2: bottom, weight },
    { x1: right, y1: top, x2: right, y2: bottom, weight },
  ];
}

function boxOf({ row, column, rowSpan, colSpan }: GridCell, { columns, rows }: Edges) {
  return {
    left: columns[column] as number,
    right: columns[column + colSpan] as number,
    top: rows[row] as number,
    bottom: rows[row + rowSpan] as number,
  };
}

function moved(items: readonly Item[], x: number, y: number): readonly Item[] {
  if (x === 0 && y === 0) return items;
  return items.map((item) =>
    item.kind === 'rule'
      ? { ...item, x1: item.x1 + x, x2: item.x2 + x, y1: item.y1 + y, y2: item.y2 + y }
      : { ...item, x: item.x + x, y: item.y + y },
  );
}
