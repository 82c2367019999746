/** Finds the row and column of each cell of a table whose rows list only the cells that start in them. */
import { BlockProblem, type Cell, type Table } from './block.ts';

export type GridCell = {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
};

/** Cells found before: tables that are written alike are one object. */
const known = new WeakMap<Table, readonly GridCell[]>();

/**
 * @returns the cells, row by row and from left to right
 * @throws BlockProblem where cells overlap, stand outside the table or leave a gap
 */
export function resolveGrid(table: Table): readonly GridCell[] {
  const cells = known.get(table) ?? findCells(table);
  known.set(table, cells);
  return cells;
}

function findCells(table: Table): GridCell[] {
  const taken = table.body.map(() => Array<boolean>(table.widths.length).fill(false));
  const cells: GridCell[] = [];
  table.body.forEach((groups, row) => {
    for (const cell of groups.flat() as Cell[]) cells.push(placeCell(cell, row, taken));
    const gap = (taken[row] as boolean[]).indexOf(false);
    if (gap >= 0) throw new BlockProblem(`表の ${row + 1} 行目の ${gap + 1} 列目から先に、枠がありません。`);
  });
  return cells;
}

function placeCell(cell: Cell, row: number, taken: boolean[][]): GridCell {
  const { rowSpan = 1, colSpan = 1 } = cell;
  const rowTaken = taken[row] as boolean[];
  const column = rowTaken.indexOf(false);
  if (column < 0 || column + colSpan > rowTaken.length || row + rowSpan > taken.length) {
    throw new BlockProblem(`表の ${row + 1} 行目の枠が、表の外にはみ出しています。`);
  }
  for (const line of taken.slice(row, row + rowSpan)) {
    if (line.slice(column, column + colSpan).includes(true)) {
      throw new BlockProblem(`表の ${row + 1} 行目の ${column + 1} 列目で、枠が重なっています。`);
    }
    line.fill(true, column, column + colSpan);
  }
  return { cell, row, column, rowSpan, colSpan };
}

/** The table's rows again, from cells in any order. */
export function gridBody(cells: readonly GridCell[], rows: number): Cell[][] {
  const inRows = Array.from({ length: rows }, (): GridCell[] => []);
  for (const cell of cells) inRows[cell.row]?.push(cell);
  return inRows.map((row) =>
    row
      .sort((a, b) => a.column - b.column)
      .map(({ cell, rowSpan, colSpan }) => ({ ...cell, rowSpan, colSpan })),
  );
}

const knownStarts = new WeakMap<Table, readonly number[]>();

/** By row, the place in the grid of the first cell that starts in it or below; one more than there are rows. */
export function rowStarts(table: Table): readonly number[] {
  const starts = knownStarts.get(table) ?? findStarts(table);
  knownStarts.set(table, starts);
  return starts;
}

function findStarts(table: Table): number[] {
  const counts = table.body.map((groups) => groups.flat().length);
  const starts = [0];
  for (const count of counts) starts.push((starts.at(-1) as number) + count);
  return starts;
}
