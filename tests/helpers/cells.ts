/** The table of a page as the eye sees it: cells are what rules enclose. */
import type { PdfPage, Run, Segment } from './pdf.ts';

export type Cell = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Rules are a hair wide; two ends nearer than this meet. */
const NEAR = 1;

const vertical = ({ x1, x2 }: Segment) => x2 - x1 < 0.01;
const covers = (from: number, to: number, at: number) => from - NEAR <= at && at <= to + NEAR;

/** The box of rules around a point, or undefined outside every table. */
export function cellAt({ rules }: PdfPage, x: number, y: number): Cell | undefined {
  const uprights = rules.filter((rule) => vertical(rule) && covers(rule.y1, rule.y2, y)).map(({ x1 }) => x1);
  const levels = rules.filter((rule) => !vertical(rule) && covers(rule.x1, rule.x2, x)).map(({ y1 }) => y1);
  const left = Math.max(...uprights.filter((edge) => edge <= x));
  const right = Math.min(...uprights.filter((edge) => edge > x));
  const top = Math.max(...levels.filter((edge) => edge <= y));
  const bottom = Math.min(...levels.filter((edge) => edge > y));
  return [left, right, top, bottom].every(Number.isFinite) ? { left, top, right, bottom } : undefined;
}

/** The cells that a vertical line through `x` meets, from top to bottom. */
export function cellsAlong(page: PdfPage, x: number): Cell[] {
  const levels = page.rules
    .filter((rule) => !vertical(rule) && covers(rule.x1, rule.x2, x))
    .map(({ y1 }) => y1)
    .sort((a, b) => a - b);
  return levels.slice(1).flatMap((bottom, index) => {
    const top = levels[index] as number;
    return bottom - top < NEAR ? [] : (cellAt(page, x, (top + bottom) / 2) ?? []);
  });
}

export function isInside({ x, y }: { x: number; y: number }, { left, top, right, bottom }: Cell): boolean {
  return left - 0.01 <= x && x <= right && top <= y && y <= bottom;
}

/** What stands in a cell, lines from top to bottom, without spaces. */
export function textIn({ runs }: PdfPage, cell: Cell): string {
  return inReadingOrder(runs.filter((run) => isInside(run, cell)));
}

/** Runs joined as they are read, without spaces. */
export function inReadingOrder(runs: readonly Run[]): string {
  return withoutSpaces(
    [...runs]
      .sort((a, b) => (Math.abs(a.y - b.y) < 0.5 ? a.x - b.x : a.y - b.y))
      .map(({ text }) => text)
      .join(''),
  );
}

export function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '');
}
