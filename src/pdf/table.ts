/**
 * A table, laid out on an endless page with pdfmake's LayoutBuilder. pdfmake arranges boxes: each cell is one
 * rectangle of its text's size, so that it neither breaks nor measures text. Rules and greys are drawn from where the
 * boxes came to stand.
 */
import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import { BlockProblem, type Cell, type Leaf, type TableNode } from '../layout/block.ts';
import { type GridCell, resolveGrid } from '../layout/grid.ts';
import { pt } from '../layout/units.ts';
import type { Fragment, Item, TableStyle } from './fragment.ts';
import { mergeRules, type WeightedSegment } from './rules.ts';
import { measureTexts } from './texts.ts';

const LayoutBuilder = layoutBuilderModule.default;

/** Larger than any block; a page break inside a block must never happen here. */
const ENDLESS = 1e7;
const PAGE = { width: ENDLESS, height: ENDLESS, orientation: 'portrait' };
const NO_MARGINS = { top: 0, right: 0, bottom: 0, left: 0 };

/** pdfmake's rectangle for a cell; laying out moves it to its place. */
type Rectangle = { readonly type: 'rect'; x: number; y: number; readonly w: number; readonly h: number };

type PlacedCell = GridCell & { readonly texts: Fragment; readonly rectangle: Rectangle };

/** The middles of the rules between columns and rows, pt: one more than there are columns and rows. */
type Edges = { readonly columns: readonly number[]; readonly rows: readonly number[] };

/**
 * @param node the table, with its margin
 * @param leaves the texts its cells point at
 * @throws BlockProblem where cells overlap or leave gaps, or hold texts set for a wider column
 */
export function measureTable(node: TableNode, leaves: readonly Leaf[], style: TableStyle): Fragment {
  const { widths, body } = node.table;
  const cells = resolveGrid(node.table).map((placed): PlacedCell => {
    const texts = measureTexts(placed.cell, leaves, style);
    checkWidth(texts, placed, widths, style);
    const height = Math.max(texts.height, pt(placed.cell.height ?? 0));
    return { ...placed, texts, rectangle: { type: 'rect', x: 0, y: 0, w: 0, h: height } };
  });
  const height = layOut(cells, widths, body.length, style);
  const edges = { columns: columnEdges(widths, style), rows: rowEdges(cells, body.length, height, style) };
  const [left, top, , bottom] = (node.margin ?? [0, 0, 0, 0]).map(pt) as [number, number, number, number];
  const ruled = node.table.rules === false ? boxes(cells, edges, style) : rules(cells, edges, style);
  const items = [...fills(cells, edges, style), ...texts(cells), ...ruled];
  return {
    height: top + height + bottom,
    items: left === 0 && top === 0 ? items : items.map((item) => moved(item, left, top)),
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
  const grey = style.greys[fill];
  if (grey === undefined) throw new BlockProblem(`地の濃さ「${fill}」は theme.yaml の greys にありません。`);
  return grey;
}

function texts(cells: readonly PlacedCell[]): Item[] {
  return cells.flatMap(({ texts: { items }, rectangle: { x, y } }) => items.map((item) => moved(item, x, y)));
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

function moved(item: Item, x: number, y: number): Item {
  if (item.kind !== 'rule') return { ...item, x: item.x + x, y: item.y + y };
  return { ...item, x1: item.x1 + x, x2: item.x2 + x, y1: item.y1 + y, y2: item.y2 + y };
}

function checkWidth(
  { items }: Fragment,
  placed: GridCell,
  widths: readonly number[],
  style: TableStyle,
): void {
  const { column, colSpan } = placed;
  const inner = widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0);
  const width = inner + (colSpan - 1) * (2 * style.paddingHorizontal + style.innerRule);
  for (const item of items) {
    const own = item.kind === 'figure' ? item.width : item.kind === 'text' ? item.leaf.width : 0;
    // A hundredth of a point is rounding; more is a text set for a wider column than it stands in.
    if (own <= width + 0.01) continue;
    throw new BlockProblem(
      `幅 ${own.toFixed(1)} pt に組んだ文字列が、幅 ${width.toFixed(1)} pt の枠に置かれています。lines に書いた列の名前を確かめてください。`,
    );
  }
}
