/**
 * Cuts a table in two at a height: rows whose cells fit stay whole, flowing cells are divided between lines, and
 * what the second part must show again is taken from the cells' `continued`. Pure; both parts are blocks to be laid
 * out like any other, so that each is closed by its own rules.
 */
import type { Block, Cell, Leaf, Table } from './block.ts';
import { type CellLine, leastHeight, linesOf, rowTops } from './cell-lines.ts';
import { type GridCell, gridBody, resolveGrid } from './grid.ts';
import { leafIndices } from './leaf-nodes.ts';

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
  const grid = resolveGrid(table);
  const lines = linesOf(block, table, tops);
  const cells = grid.map((placed, index) => {
    const top = () => Math.min(...rowTops(grid, placed.row, block, tops));
    const own = [...(lines[index] as CellLine[]), ...leastHeight(placed.cell, top)];
    return cutCell(placed, own, limit);
  });
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
    headBottom: started.reduce((lowest, cell) => Math.max(lowest, bottomOf(cell)), 0),
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

function cutCell(placed: GridCell, lines: readonly CellLine[], limit: number): CutCell {
  const { flow, height } = placed.cell;
  const fitting = lines.findIndex(({ bottom }) => bottom > limit);
  const divisible = flow && height === undefined;
  const above = fitting < 0 ? lines.length : divisible ? legalCount(lines, fitting) : 0;
  return { ...placed, lines, above };
}

/** The most lines that may stand above the cut: enough on either side, no heading last. 0 where there is no such cut. */
function legalCount(lines: readonly CellLine[], fitting: number): number {
  const enough = (part: readonly CellLine[]) => part.filter(({ text }) => text).length >= LEAST_LINES;
  for (let count = fitting; count > 0; count--) {
    if (!enough(lines.slice(0, count))) return 0;
    const last = lines.slice(0, count).findLast(({ text }) => text);
    if (enough(lines.slice(count)) && !last?.keepWithNext) return count;
  }
  return 0;
}

/** The first row that goes to the second part whole, because a cell that starts in it does not start above the cut. */
function firstRowBelow(cells: readonly CutCell[], rows: number): number {
  const moved = cells.filter(({ above, lines }) => above === 0 && lines.length > 0);
  return Math.min(rows, ...moved.map(({ row }) => row));
}

/** Where a cell's part above the cut ends. Texts side by side, as in a chart, may end in any order. */
function bottomOf({ lines, above }: CutCell): number {
  let lowest = 0;
  for (const { bottom } of lines.slice(0, above)) lowest = Math.max(lowest, bottom);
  return lowest;
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
  for (const { lines, above } of started) {
    if (above === lines.length) continue;
    const kept = withoutSpaceAtEnd(lines.slice(0, above));
    for (const [index, count] of linesByLeaf(lines, kept)) {
      const leaf = leaves[index] as Leaf;
      leaves[index] = { ...leaf, lines: leaf.lines.slice(0, count) };
    }
  }
  return leaves;
}

/** How many lines of each of a cell's leaves are among those kept. */
function linesByLeaf(lines: readonly CellLine[], kept: readonly CellLine[]): Map<number, number> {
  const counts = new Map(lines.flatMap(({ leaf }) => (leaf === undefined ? [] : [[leaf, 0]])));
  for (const { leaf } of kept) if (leaf !== undefined) counts.set(leaf, (counts.get(leaf) as number) + 1);
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
  const kept = withoutSpaceAtStart(cell.lines.slice(cell.above));
  for (const [index, count] of linesByLeaf(cell.lines, kept)) {
    const leaf = leaves[index] as Leaf;
    leaves[index] = { ...leaf, lines: leaf.lines.slice(leaf.lines.length - count) };
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
    content: { ...block.content, table: { ...table, body: gridBody(cells, rows) } },
    leaves,
  };
}

/** Empty lines go at the cut only: those between a cell's texts stay. */
function withoutSpaceAtEnd(lines: readonly CellLine[]): readonly CellLine[] {
  return lines.slice(0, lines.findLastIndex(({ text }) => text) + 1);
}

function withoutSpaceAtStart(lines: readonly CellLine[]): readonly CellLine[] {
  const first = lines.findIndex(({ text }) => text);
  return first < 0 ? [] : lines.slice(first);
}
