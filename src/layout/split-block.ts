/**
 * Cuts a table in two at a height: rows whose cells fit stay whole, flowing cells are divided between lines, and
 * what the second part must show again is taken from the cells' `continued`. Pure; both parts are blocks to be laid
 * out like any other, so that each is closed by its own rules.
 */
import type { Block, Cell, Leaf, Table, TextNode } from './block.ts';
import { type GridCell, gridBody, resolveGrid } from './grid.ts';

/** Fewer lines of a divided cell never stand alone on either side of the cut. */
export const LEAST_LINES = 3;

/** Most cuts that are tried are not taken: the parts are made when they are asked for. */
export type Cut = {
  readonly head: Block;
  /** Where the first part's lowest line ends, from its top, pt. */
  readonly headBottom: number;
  readonly tail: Block;
  /** Whether the second part shows more than next to nothing: a whole row, or enough lines. */
  readonly worthy: boolean;
};

/** A line of a cell and where it ends, from the block's top. */
type CellLine = {
  readonly leaf: number;
  readonly bottom: number;
  readonly text: boolean;
  readonly keepWithNext: boolean;
};

/** A cell with its lines; `above` is how many of them the first part takes. */
type CutCell = GridCell & { readonly lines: readonly CellLine[]; readonly above: number };

/**
 * @param block a table
 * @param tops each leaf's upper edge as laid out, from the block's top, pt
 * @param limit where the lowest line of the first part may end, pt
 * @returns the two parts, or undefined where no cut is worth its ugliness at this height
 */
export function splitBlock(block: Block, tops: ReadonlyMap<Leaf, number>, limit: number): Cut | undefined {
  if (!('table' in block.content)) return undefined;
  const { table } = block.content;
  const lowest = cutAt(block, table, tops, limit);
  if (!lowest || lowest.worthy) return lowest;
  for (const higher of higherLimits(table, block, tops, limit)) {
    const cut = cutAt(block, table, tops, higher);
    if (!cut) break;
    if (cut.worthy) return cut;
  }
  return lowest;
}

/** Just above a line's end, pt. */
const ROUNDING = 0.01;

/** Where to cut instead, a line higher each time, where the second part would show next to nothing. */
function higherLimits(table: Table, block: Block, tops: ReadonlyMap<Leaf, number>, limit: number): number[] {
  const above = linesOf(block, table, tops)
    .flat()
    .map(({ bottom }) => bottom - ROUNDING)
    .filter((bottom) => bottom < limit);
  return [...new Set(above)].sort((a, b) => b - a);
}

function cutAt(block: Block, table: Table, tops: ReadonlyMap<Leaf, number>, limit: number): Cut | undefined {
  const lines = linesOf(block, table, tops);
  const cells = resolveGrid(table).map((cell, index) => cutCell(cell, lines[index] as CellLine[], limit));
  const firstBelow = firstRowBelow(cells, table.body.length);
  if (firstBelow === 0) return undefined;
  const started = cells.filter(({ row }) => row < firstBelow);
  const open = started.filter(({ above, lines }) => above < lines.length);
  if (firstBelow === table.body.length && open.length === 0) return undefined;
  const goesOnFrom = Math.min(firstBelow, ...open.map(lastRow));
  return {
    worthy: cells.some((cell) => showsEnough(cell, firstBelow)),
    get head() {
      const placed = started.map((cell) => headCell(cell, firstBelow));
      return part(block, table, placed, firstBelow, headLeaves(block, started));
    },
    headBottom: Math.max(0, ...started.map(({ lines, above }) => lines[above - 1]?.bottom ?? 0)),
    get tail() {
      return tailPart(block, table, cells, goesOnFrom, firstBelow);
    },
  };
}

/** Whether the second part shows a row of this whole cell, or enough lines of this flowing one. */
function showsEnough({ cell, row, lines, above }: CutCell, firstBelow: number): boolean {
  if (!cell.flow) return row >= firstBelow && !cell.continued && lines.length > 0;
  const below = row >= firstBelow ? lines : lines.slice(above);
  return below.filter(({ text }) => text).length >= LEAST_LINES;
}

/** The lines found before, by the tops of their block's leaves: a block is cut at many heights. */
const known = new WeakMap<ReadonlyMap<Leaf, number>, CellLine[][]>();

/** The lines of each cell. */
function linesOf(block: Block, table: Table, tops: ReadonlyMap<Leaf, number>): CellLine[][] {
  const lines =
    known.get(tops) ??
    resolveGrid(table).map(({ cell }) => leafIndices(cell).flatMap((leaf) => cellLines(leaf, block, tops)));
  known.set(tops, lines);
  return lines;
}

function cutCell(placed: GridCell, lines: readonly CellLine[], limit: number): CutCell {
  const fitting = lines.findIndex(({ bottom }) => bottom > limit);
  const above = fitting < 0 ? lines.length : placed.cell.flow ? legalCount(lines, fitting) : 0;
  return { ...placed, lines, above };
}

function cellLines(index: number, block: Block, tops: ReadonlyMap<Leaf, number>): CellLine[] {
  const leaf = block.leaves[index] as Leaf;
  let bottom = tops.get(leaf) ?? 0;
  return leaf.lines.map((line) => {
    bottom += line.lines * leaf.leading;
    return { leaf: index, bottom, text: line.runs.length > 0, keepWithNext: line.keepWithNext };
  });
}

/** The most lines that may stand above the cut: enough on either side, no heading last. 0 where there is no such cut. */
function legalCount(lines: readonly CellLine[], fitting: number): number {
  const textLines = (part: readonly CellLine[]) => part.filter(({ text }) => text).length;
  for (let count = fitting; count > 0; count--) {
    if (textLines(lines.slice(0, count)) < LEAST_LINES) return 0;
    const last = lines.slice(0, count).findLast(({ text }) => text);
    if (textLines(lines.slice(count)) >= LEAST_LINES && !last?.keepWithNext) return count;
  }
  return 0;
}

/** The first row that goes to the second part whole, because a cell that starts in it does not start above the cut. */
function firstRowBelow(cells: readonly CutCell[], rows: number): number {
  const moved = cells.filter(({ above, lines }) => above === 0 && lines.length > 0);
  return Math.min(rows, ...moved.map(({ row }) => row));
}

function lastRow({ row, rowSpan }: GridCell): number {
  return row + rowSpan - 1;
}

/** A cell as the first part shows it, its span ended with the part. */
function headCell(cell: CutCell, rows: number): GridCell {
  return { ...cell, rowSpan: Math.min(cell.rowSpan, rows - cell.row) };
}

function headLeaves(block: Block, started: readonly CutCell[]): Leaf[] {
  const leaves = [...block.leaves];
  for (const cell of started) {
    for (const [index, count] of linesByLeaf(cell)) {
      const leaf = leaves[index] as Leaf;
      leaves[index] = { ...leaf, lines: withoutSpaceAtEnd(leaf.lines.slice(0, count)) };
    }
  }
  return leaves;
}

/** How many lines of each of its leaves a cell leaves above the cut. */
function linesByLeaf({ lines, above }: CutCell): Map<number, number> {
  const counts = new Map(lines.map(({ leaf }) => [leaf, 0]));
  for (const { leaf } of lines.slice(0, above)) counts.set(leaf, (counts.get(leaf) as number) + 1);
  return counts;
}

/**
 * @param goesOnFrom the first row with something left to show
 * @param firstBelow the first row that has not begun
 */
function tailPart(
  block: Block,
  table: Table,
  cells: readonly CutCell[],
  goesOnFrom: number,
  firstBelow: number,
): Block {
  const leaves = [...block.leaves];
  const remaining = cells.filter((cell) => lastRow(cell) >= goesOnFrom);
  const placed = remaining.map((cell): GridCell => {
    const row = Math.max(cell.row, goesOnFrom);
    const moved = { ...cell, row: row - goesOnFrom, rowSpan: lastRow(cell) - row + 1 };
    return cell.row >= firstBelow ? moved : { ...moved, cell: goOn(cell, leaves) };
  });
  return part(block, table, placed, table.body.length - goesOnFrom, leaves);
}

/** A cell begun above the cut, as the second part shows it. */
function goOn(cell: CutCell, leaves: Leaf[]): Cell {
  const { continued } = cell.cell;
  if (continued) {
    for (const index of leafIndices(continued)) leaves[index] = { ...(leaves[index] as Leaf), reprint: true };
    return { ...cell.cell, ...blank(cell.cell), ...continued };
  }
  if (cell.above === cell.lines.length) return { ...blank(cell.cell), stack: [] };
  for (const [index, count] of linesByLeaf(cell)) {
    const leaf = leaves[index] as Leaf;
    leaves[index] = { ...leaf, lines: withoutSpaceAtStart(leaf.lines.slice(count)) };
  }
  return cell.cell;
}

/** A cell's dress without its content. */
function blank({ fill, flow, continued }: Cell): Pick<Cell, 'fill' | 'flow' | 'continued'> {
  return { ...(fill ? { fill } : {}), ...(flow ? { flow } : {}), ...(continued ? { continued } : {}) };
}

function part(
  block: Block,
  table: Table,
  cells: readonly GridCell[],
  rows: number,
  leaves: readonly Leaf[],
): Block {
  return {
    ...block,
    content: { ...block.content, table: { widths: table.widths, body: gridBody(cells, rows) } },
    leaves,
  };
}

function withoutSpaceAtEnd(lines: Leaf['lines']): Leaf['lines'] {
  return lines.slice(0, lines.findLastIndex(({ runs }) => runs.length > 0) + 1);
}

function withoutSpaceAtStart(lines: Leaf['lines']): Leaf['lines'] {
  const first = lines.findIndex(({ runs }) => runs.length > 0);
  return first < 0 ? [] : lines.slice(first);
}

/** The leaves of a node, in order; what stands in `continued` is not part of it. */
function leafIndices(node: TextNode): number[] {
  if ('lines' in node) return [node.lines];
  if ('stack' in node) return node.stack.flatMap(leafIndices);
  return node.columns.map(({ lines }) => lines);
}
