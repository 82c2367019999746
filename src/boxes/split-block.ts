/**
 * Cuts a table in two at a height: rows whose cells fit stay whole, flowing cells are divided between lines, and
 * what the second part must show again is taken from the cells' `continued`. Pure; both parts are blocks to be laid
 * out like any other, so that each is closed by its own rules.
 */
import type { Block, GoesOn, Leaf, Rest, Table, TableNode, TextPlace } from '../layout/block.ts';
import { type CellLine, leastHeight, linesOf, rowTops } from '../layout/cell-lines.ts';
import { type GridCell, gridBody, resolveGrid } from '../layout/grid.ts';
import { leafAt } from '../layout/leaf-nodes.ts';
import { frontOf, leavesOf, wholeRest } from './rest.ts';

/** Fewer lines of a divided cell never stand alone on either side of the cut. */
export const LEAST_LINES = 3;

/** Most cuts that are tried are not taken: the parts are made when they are asked for. */
export type Cut = {
  readonly takeHead: () => Block;
  /** Where the first part's lowest line ends, from its top, pt. */
  readonly headBottom: number;
  readonly takeTail: () => Block;
  /** Whether the second part shows more than next to nothing: a whole row, or enough lines. */
  readonly worthy: boolean;
};

/** A cell with its lines; `above` is how many of them the first part takes. */
type CutCell = GridCell & { readonly lines: readonly CellLine[]; readonly above: number };

/**
 * @param block a table, or the beginning of what is left of one
 * @param tops each leaf's upper edge as laid out, from the block's top, pt
 * @param limit where the lowest line of the first part may end, pt
 * @param reach how high the second part is laid out at least, pt: higher than any limit
 * @returns the two parts, or undefined where no cut is worth its ugliness at this height
 */
export function splitBlock(
  block: Block,
  tops: ReadonlyMap<Leaf, number>,
  limit: number,
  reach?: number,
): Cut | undefined {
  const { content } = block;
  if (!('table' in content)) return undefined;
  const lowest = cutAt(block, content, tops, limit, reach);
  if (!lowest || lowest.worthy) return lowest;
  for (const higher of higherLimits(content.table, block, tops, limit)) {
    const cut = cutAt(block, content, tops, higher, reach);
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

function cutAt(
  block: Block,
  content: TableNode,
  tops: ReadonlyMap<Leaf, number>,
  limit: number,
  reach: number | undefined,
): Cut | undefined {
  const { table } = content;
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
    takeHead: headTaker(block, content, started, firstBelow),
    headBottom: started.reduce((lowest, cell) => Math.max(lowest, bottomOf(cell)), 0),
    takeTail: () => frontOf(restBelow(block, content, cells, goesOnFrom, firstBelow), reach),
  };
}

/** Keeps no more than the first part needs: pages wait long to be printed. */
function headTaker(block: Block, content: TableNode, started: readonly CutCell[], rows: number): () => Block {
  return () => {
    const { leaves, spaceBefore, abut } = block;
    const body = gridBody(
      started.map((cell) => headCell(cell, rows)),
      rows,
    );
    const table = { ...content.table, body };
    return { content: { ...content, table }, leaves, changed: headLeaves(block, started), spaceBefore, abut };
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

/** The leaves of the first part that end earlier, beside those that the block itself changes. */
function headLeaves(block: Block, started: readonly CutCell[]): ReadonlyMap<number, Leaf> {
  const changed = new Map(block.changed);
  for (const { lines, above } of started) {
    if (above === lines.length) continue;
    const kept = withoutSpaceAtEnd(lines.slice(0, above));
    for (const [index, count] of linesByLeaf(lines, kept)) {
      const leaf = leafAt(block, index) as Leaf;
      changed.set(index, { ...leaf, lines: leaf.lines.slice(0, count) });
    }
  }
  return changed;
}

/** How many lines of each of a cell's leaves are among those kept. */
function linesByLeaf(lines: readonly CellLine[], kept: readonly CellLine[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { leaf } of lines) if (leaf !== undefined) counts.set(leaf, 0);
  for (const { leaf } of kept) if (leaf !== undefined) counts.set(leaf, (counts.get(leaf) as number) + 1);
  return counts;
}

/**
 * @param goesOnFrom the first row with something left to show
 * @param firstBelow the first row that has not begun
 */
function restBelow(
  block: Block,
  content: TableNode,
  cells: readonly CutCell[],
  goesOnFrom: number,
  firstBelow: number,
): Rest {
  const before = block.front?.rest ?? wholeRest(block, content);
  const begun = new Map<number, GoesOn>();
  cells.forEach((cell, index) => {
    const place = block.front?.places[index] ?? index;
    if (cell.row < firstBelow && lastRow(cell) >= goesOnFrom) begun.set(place, goOn(cell, place, before));
  });
  return { ...before, row: before.row + goesOnFrom, fresh: before.row + firstBelow, begun };
}

/** How a cell begun above the cut goes on in the second part, without the empty lines at the cut. */
function goOn({ cell, lines, above }: CutCell, place: number, before: Rest): GoesOn {
  if (cell.continued) return 'continued';
  if (above === lines.length) return 'done';
  const first = lines.findIndex(({ text }, line) => line >= above && text);
  return placeAfter(first < 0 ? lines.length : first, place, before);
}

/** The place so many lines after the one where a cell of the whole goes on. */
function placeAfter(count: number, place: number, { whole, begun }: Rest): TextPlace {
  const from = begun.get(place);
  let { leaf, line } = typeof from === 'object' ? from : { leaf: 0, line: 0 };
  line += count;
  const leaves = leavesOf((resolveGrid(whole.content.table)[place] as GridCell).cell);
  for (; leaf < leaves.length; leaf++) {
    const { length } = (whole.leaves[leaves[leaf] as number] as Leaf).lines;
    if (line < length) break;
    line -= length;
  }
  return { leaf, line };
}

/** Empty lines go at the cut only: those between a cell's texts stay. */
function withoutSpaceAtEnd(lines: readonly CellLine[]): readonly CellLine[] {
  return lines.slice(0, lines.findLastIndex(({ text }) => text) + 1);
}
