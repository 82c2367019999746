/**
 * A traced page as a reader sees it: cells from the rules that were drawn, lines from where glyphs stand, and the
 * blocks of the body from top to bottom. What does not fit together is a fault.
 */
import { type Box, bandsOf, findTables } from './page-cells.ts';
import type { ThemeFile } from './sample.ts';
import type { Glyph, TracedPage } from './trace.ts';

export type { Box } from './page-cells.ts';

export type TextLine = Box & {
  readonly baseline: number;
  readonly size: number;
  /** From left to right, white space among them but for that at the end, which takes no room. */
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

/** Glyphs that stand on one baseline, top to bottom; but for lines of nothing but white space. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const rows: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs((row[0] as Glyph).baseline - glyph.baseline) < 0.2) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.map((row) => lineOf(row.sort((a, b) => a.x - b.x))).filter((line) => line.glyphs.length > 0);
}

function lineOf(row: readonly Glyph[]): TextLine {
  const first = row[0] as Glyph;
  const ink = row.findLastIndex(({ text }) => text.trim() !== '');
  const glyphs = row.slice(0, ink + 1);
  const size = Math.max(...glyphs.map((glyph) => glyph.size));
  return {
    baseline: first.baseline,
    size,
    glyphs,
    text: row.map(({ text }) => text).join(''),
    left: first.x,
    right: Math.max(...glyphs.map(({ right }) => right)),
    top: first.baseline - ABOVE * size,
    bottom: first.baseline + BELOW * size,
  };
}
