/**
 * A traced page as a reader sees it: cells from the rules that were drawn, lines from where glyphs stand, and the
 * blocks of the body from top to bottom. What does not fit together is a fault.
 */
import type { ThemeFile } from './sample.ts';
import type { Glyph, Rule, TracedPage } from './trace.ts';

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type TextLine = Box & {
  readonly baseline: number;
  readonly size: number;
  /** From left to right, white space among them. */
  readonly glyphs: readonly Glyph[];
  readonly text: string;
};

/** A box of rules; its edges are the rules' middles. */
export type Cell = Box & { readonly lines: readonly TextLine[] };

/** What stands between two heavy rules from edge to edge: the table's header, or a program's part. */
export type Band = Box & { readonly kind: 'band'; readonly cells: readonly Cell[] };

/** A line of text outside of tables: a heading's. */
export type HeadingLine = Box & { readonly kind: 'line'; readonly line: TextLine };

export type PageModel = {
  readonly page: TracedPage;
  readonly number: number;
  /** Where the theme puts the body. */
  readonly body: Box;
  readonly head: readonly TextLine[];
  readonly foot: readonly TextLine[];
  readonly blocks: readonly (Band | HeadingLine)[];
  readonly tables: readonly Box[];
  readonly faults: readonly string[];
};

/** Rules and rows nearer than this are one; no row is that low. */
const NEAR = 1;
const PT = 72 / 25.4;
/** The part of the em above the baseline, and below. */
export const ABOVE = 0.88;
export const BELOW = 0.12;

const PAPER = { A4: [297, 210], A3: [420, 297] } as const;

export function bodyOf({ page: { size, margin, binding } }: ThemeFile): Box {
  const [width, height] = PAPER[size];
  const extra = (side: string) => (binding.side === side ? binding.extra : 0);
  return {
    left: (margin.left + extra('left')) * PT,
    right: (width - margin.right - extra('right')) * PT,
    top: (margin.top + extra('top')) * PT,
    bottom: (height - margin.bottom) * PT,
  };
}

/** @param number of the page, from 1 */
export function modelPage(page: TracedPage, number: number, theme: ThemeFile): PageModel {
  const faults: string[] = [];
  const body = bodyOf(theme);
  const tables = findTables(page.rules, faults);
  const heavy = ((theme.rules.inner + theme.rules.outer) / 2) * PT;
  const bands = tables.flatMap((table) => bandsOf(table, page.rules, heavy, faults));
  const outside: Glyph[] = [];
  const inCell = new Map<Box, Glyph[]>();
  const cells = bands.flatMap((band) => band.cells);
  for (const glyph of page.glyphs) {
    const cell = cells.find((box) => contains(box, middleOf(glyph)));
    if (cell) inCell.set(cell, [...(inCell.get(cell) ?? []), glyph]);
    else outside.push(glyph);
  }
  const filled = bands.map(
    (band): Band => ({
      ...band,
      kind: 'band',
      cells: band.cells.map((cell) => ({ ...cell, lines: linesOf(inCell.get(cell) ?? []) })),
    }),
  );
  const lines = linesOf(outside);
  const headings = lines
    .filter(({ baseline }) => baseline > body.top && baseline < body.bottom)
    .map((line): HeadingLine => ({ ...boxOnly(line), kind: 'line', line }));
  return {
    page,
    number,
    body,
    head: lines.filter(({ baseline }) => baseline <= body.top),
    foot: lines.filter(({ baseline }) => baseline >= body.bottom),
    blocks: [...headings, ...filled].sort((a, b) => a.top - b.top),
    tables,
    faults,
  };
}

function boxOnly({ left, top, right, bottom }: Box): Box {
  return { left, top, right, bottom };
}

function middleOf({ x, right, baseline, size }: Glyph): [number, number] {
  return [(x + right) / 2, baseline - 0.38 * size];
}

function contains(box: Box, [x, y]: readonly [number, number]): boolean {
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

/** Glyphs that stand on one baseline, top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const rows: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs((row[0] as Glyph).baseline - glyph.baseline) < 0.2) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.map((row) => lineOf(row.sort((a, b) => a.x - b.x)));
}

function lineOf(glyphs: readonly Glyph[]): TextLine {
  const first = glyphs[0] as Glyph;
  const size = Math.max(...glyphs.map((glyph) => glyph.size));
  return {
    baseline: first.baseline,
    size,
    glyphs,
    text: glyphs.map(({ text }) => text).join(''),
    left: first.x,
    right: Math.max(...glyphs.map(({ right }) => right)),
    top: first.baseline - ABOVE * size,
    bottom: first.baseline + BELOW * size,
  };
}

function isVertical({ x1, x2 }: Rule): boolean {
  return x1 === x2;
}

/** Where the leftmost rule runs unbroken there is a table; its other sides must be drawn too. */
function findTables(rules: readonly Rule[], faults: string[]): Box[] {
  const verticals = rules.filter(isVertical);
  const left = Math.min(...verticals.map(({ x1 }) => x1));
  const right = Math.max(...verticals.map(({ x1 }) => x1));
  const stretches = (x: number) => joined(verticals.filter(({ x1 }) => Math.abs(x1 - x) < NEAR));
  const tables = stretches(left).map(([top, bottom]) => ({ left, right, top, bottom }));
  const rightSides = stretches(right);
  for (const { top, bottom } of tables) {
    const closed = rightSides.some(([y1, y2]) => Math.abs(y1 - top) < NEAR && Math.abs(y2 - bottom) < NEAR);
    if (!closed) faults.push(`g: a table's right side is open between ${top.toFixed(1)} and ${bottom.toFixed(1)}`);
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

function bandsOf(table: Box, rules: readonly Rule[], heavy: number, faults: string[]): EmptyBand[] {
  const inside = rules.filter(({ y1, y2 }) => y1 > table.top - NEAR && y2 < table.bottom + NEAR);
  const edges = distinct(
    inside
      .filter((rule) => !isVertical(rule) && rule.weight > heavy)
      .filter(({ x1, x2 }) => x1 < table.left + NEAR && x2 > table.right - NEAR)
      .map(({ y1 }) => y1),
  );
  const whole = Math.abs((edges[0] ?? 0) - table.top) < NEAR && Math.abs((edges.at(-1) ?? 0) - table.bottom) < NEAR;
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
            (x + 1 < column + wide) === drawnRight(x, y) ||
            (y + 1 < row + high) === drawnBelow(x, y);
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
