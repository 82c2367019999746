/** Tables, bands and cells: the boxes that a page's rules make. A border that does not close is a fault. */
import type { Rule } from './trace.ts';

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Rules and rows nearer than this are one; no row is that low. */
const NEAR = 1;

function isVertical({ x1, x2 }: Rule): boolean {
  return x1 === x2;
}

/** Where the leftmost rule runs unbroken there is a table; its other sides must be drawn too. */
export function findTables(rules: readonly Rule[], faults: string[]): Box[] {
  const verticals = rules.filter(isVertical);
  const left = Math.min(...verticals.map(({ x1 }) => x1));
  const right = Math.max(...verticals.map(({ x1 }) => x1));
  const stretches = (x: number) => joined(verticals.filter(({ x1 }) => Math.abs(x1 - x) < NEAR));
  const tables = stretches(left).map(([top, bottom]) => ({ left, right, top, bottom }));
  const rightSides = stretches(right);
  for (const { top, bottom } of tables) {
    const closed = rightSides.some(([y1, y2]) => Math.abs(y1 - top) < NEAR && Math.abs(y2 - bottom) < NEAR);
    if (!closed)
      faults.push(`g: a table's right side is open between ${top.toFixed(1)} and ${bottom.toFixed(1)}`);
  }
  return tables;
}

function joined(rules: readonly Rule[]): [number, number][] {
  const stretches: [number, number][] = [];
  for (const { y1, y2 } of [...rules].sort((a, b) => a.y1 - b.y1)) {
    const last = stretches.at(-1);
    if (last && y1 <= last[1] + NEAR) last[1] = Math.max(last[1], y2);
    else stretches.push([y1, y2]);
  }
  return stretches;
}

type EmptyBand = Box & { readonly cells: readonly Box[] };

export function bandsOf(table: Box, rules: readonly Rule[], heavy: number, faults: string[]): EmptyBand[] {
  const inside = rules.filter(({ y1, y2 }) => y1 > table.top - NEAR && y2 < table.bottom + NEAR);
  const edges = distinct(
    inside
      .filter((rule) => !isVertical(rule) && rule.weight > heavy)
      .filter(({ x1, x2 }) => x1 < table.left + NEAR && x2 > table.right - NEAR)
      .map(({ y1 }) => y1),
  );
  const whole =
    Math.abs((edges[0] ?? 0) - table.top) < NEAR && Math.abs((edges.at(-1) ?? 0) - table.bottom) < NEAR;
  if (!whole) faults.push(`g: a table's upper or lower side is open at ${table.top.toFixed(1)}`);
  return edges.slice(1).map((bottom, index) => {
    const band = { ...table, top: edges[index] as number, bottom };
    return { ...band, cells: cellsOf(band, inside, faults) };
  });
}

/** The boxes that the rules inside a band make. */
function cellsOf(band: Box, rules: readonly Rule[], faults: string[]): Box[] {
  const own = rules.filter(({ y1, y2 }) => y2 > band.top - NEAR && y1 < band.bottom + NEAR);
  const verticals = own.filter(isVertical);
  const horizontals = own.filter((rule) => !isVertical(rule));
  const xs = distinct(verticals.map(({ x1 }) => x1));
  const ys = distinct([
    ...horizontals.map(({ y1 }) => y1).filter((y) => y > band.top - NEAR && y < band.bottom + NEAR),
  ]);
  const drawnBelow = (column: number, row: number) =>
    horizontals.some(
      ({ x1, x2, y1 }) =>
        Math.abs(y1 - (ys[row + 1] as number)) < NEAR &&
        x1 < (xs[column] as number) + NEAR &&
        x2 > (xs[column + 1] as number) - NEAR,
    );
  const drawnRight = (column: number, row: number) =>
    verticals.some(
      ({ x1, y1, y2 }) =>
        Math.abs(x1 - (xs[column + 1] as number)) < NEAR &&
        y1 < (ys[row] as number) + NEAR &&
        y2 > (ys[row + 1] as number) - NEAR,
    );
  return mergeGrid(xs, ys, drawnBelow, drawnRight, faults);
}

/** Fields of the grid that no rule parts, each group a cell; a group that is no rectangle is a hole in a border. */
function mergeGrid(
  xs: readonly number[],
  ys: readonly number[],
  drawnBelow: (column: number, row: number) => boolean,
  drawnRight: (column: number, row: number) => boolean,
  faults: string[],
): Box[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const taken = new Set<number>();
  const cells: Box[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let wide = 1;
      while (column + wide < columns && !drawnRight(column + wide - 1, row)) wide++;
      let high = 1;
      while (row + high < rows && !drawnBelow(column, row + high - 1)) high++;
      for (let y = row; y < row + high; y++) {
        for (let x = column; x < column + wide; x++) {
          const leaks =
            taken.has(y * columns + x) ||
            x + 1 < column + wide === drawnRight(x, y) ||
            y + 1 < row + high === drawnBelow(x, y);
          if (leaks) faults.push(`g: a border has a hole near ${xs[x]?.toFixed(1)}, ${ys[y]?.toFixed(1)}`);
          taken.add(y * columns + x);
        }
      }
      cells.push({
        left: xs[column] as number,
        right: xs[column + wide] as number,
        top: ys[row] as number,
        bottom: ys[row + high] as number,
      });
    }
  }
  return cells;
}

function distinct(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, index) => index === 0 || value - (sorted[index - 1] as number) > NEAR);
}
