/** Which cells of a table are heads, and whose: what is the same for all tables that are written alike. Pure. */
import type { Cell, Table } from '../layout/block.ts';
import { type GridCell, resolveGrid } from '../layout/grid.ts';
import { leafIndices } from '../layout/leaf-nodes.ts';

export type StructureCell = GridCell & {
  readonly scope?: 'Row' | 'Column';
  /** The heads of its row that reach it, by their index among the table's cells, from left to right. */
  readonly rowHeads: readonly number[];
};

const known = new WeakMap<Table, readonly StructureCell[]>();

/** The cells row by row and from left to right. */
export function structureCells(table: Table): readonly StructureCell[] {
  const cells = known.get(table) ?? findCells(table);
  known.set(table, cells);
  return cells;
}

function findCells(table: Table): StructureCell[] {
  const grid = resolveGrid(table);
  if (table.role === 'thead') {
    return grid.map((placed) => ({
      ...placed,
      ...(isEmpty(placed.cell) ? {} : { scope: 'Column' }),
      rowHeads: [],
    }));
  }
  const heads = headsByRow(grid, table.body.length);
  return grid.map((placed) => ({
    ...placed,
    ...(isHead(placed.cell) ? { scope: 'Row' } : {}),
    rowHeads: (heads[placed.row] as number[]).filter((index) => reaches(grid[index] as GridCell, placed)),
  }));
}

/** By row, the heads that stand in it, by their index among the table's cells. */
function headsByRow(grid: readonly GridCell[], rows: number): number[][] {
  const heads = Array.from({ length: rows }, (): number[] => []);
  grid.forEach(({ cell, row, rowSpan }, index) => {
    if (!isHead(cell)) return;
    for (let at = row; at < row + rowSpan; at++) heads[at]?.push(index);
  });
  return heads;
}

function isHead(cell: Cell): boolean {
  return cell.heads !== undefined && !isEmpty(cell);
}

function isEmpty(cell: Cell): boolean {
  return leafIndices(cell).length === 0;
}

/** Whether a cell in a row of a head stands on its right, within its reach. */
function reaches({ cell: { heads }, column: from, colSpan }: GridCell, { column }: GridCell): boolean {
  const first = from + colSpan;
  return column >= first && (heads === 'row' || column < first + Number(heads));
}
