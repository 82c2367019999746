/** The lines of a table's cells and where they end, for those who cut it. Pure. */
import type { Block, Cell, Leaf, Table } from './block.ts';
import { type GridCell, resolveGrid } from './grid.ts';
import { leafAt, leafIndices } from './leaf-nodes.ts';
import { pt } from './units.ts';

/** A line of a cell and where it ends, from the block's top. */
export type CellLine = {
  /** Undefined for the end of a cell's least height, which counts as a line without text. */
  readonly leaf?: number;
  readonly bottom: number;
  readonly text: boolean;
  readonly keepWithNext: boolean;
};

/** The lines found before, by the tops of their block's leaves: a block is cut at many heights. */
const known = new WeakMap<ReadonlyMap<Leaf, number>, CellLine[][]>();

/** The lines of each cell. */
export function linesOf(block: Block, table: Table, tops: ReadonlyMap<Leaf, number>): CellLine[][] {
  const lines = known.get(tops) ?? resolveGrid(table).map((placed) => textLines(placed, block, tops));
  known.set(tops, lines);
  return lines;
}

function textLines({ cell }: GridCell, block: Block, tops: ReadonlyMap<Leaf, number>): CellLine[] {
  return leafIndices(cell).flatMap((leaf) => leafLines(leaf, block, tops));
}

/** Where the texts begin that stand in a row's cells. */
export function rowTops(
  grid: readonly GridCell[],
  row: number,
  block: Block,
  tops: ReadonlyMap<Leaf, number>,
): number[] {
  const indices = grid.filter((placed) => placed.row === row).flatMap(({ cell }) => leafIndices(cell));
  return indices.flatMap((index) => tops.get(leafAt(block, index) as Leaf) ?? []);
}

/** The end of a cell's least height, below the texts that its row begins with. */
export function leastHeight({ height }: Cell, top: () => number): CellLine[] {
  return height === undefined ? [] : [{ bottom: top() + pt(height), text: false, keepWithNext: false }];
}

function leafLines(index: number, block: Block, tops: ReadonlyMap<Leaf, number>): CellLine[] {
  const leaf = leafAt(block, index) as Leaf;
  let bottom = tops.get(leaf) ?? 0;
  return leaf.lines.map((line) => {
    bottom += line.lines * leaf.leading;
    return { leaf: index, bottom, text: line.width > 0, keepWithNext: line.keepWithNext };
  });
}
