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
  return grid.map((placed) => ({
    ...placed,
    ...(placed.cell.heads === undefined || isEmpty(placed.cell) ? {} : { scope: 'Row' }),
    rowHeads: grid.flatMap((head, index) => (reaches(head, placed) ? [index] : [])),
  }));
}

function isEmpty(cell: Cell): boolean {
  return leafIndices(cell).length === 0;
}

/** Whether a cell stands in a row of a head, on its right, within its reach. */
function reaches(head: GridCell, { row, column }: GridCell): boolean {
  const { heads } = head.cell;
  if (heads === undefined || isEmpty(head.cell)) return false;
  const first = head.column + head.colSpan;
  const inRow = row >= head.row && row < head.row + head.rowSpan;
  return inRow && column >= first && (heads === 'row' || column < first + heads);
}
