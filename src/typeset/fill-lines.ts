/** Breaks running text: every line takes as much as it holds. */
import type { Edges } from './edges.ts';
import { BREAK } from './kinsoku.ts';
import { type Limits, limitAt } from './limits.ts';
import { lineWidth, type Measure } from './measure.ts';

/** The indices of the characters that start a line after the first. Pieces between opportunities fit a line. */
export function fillLines(edges: Edges, measured: Measure, limits: Limits): number[] {
  const lineStarts: number[] = [];
  let start = 0;
  let opportunity = 0;
  for (let index = 1; index <= edges.length; index++) {
    if (lineWidth(measured, start, index) > limitAt(limits, start) && opportunity > start) {
      lineStarts.push(opportunity);
      start = opportunity;
    }
    if (index < edges.length && (edges[index] as number) & BREAK) opportunity = index;
  }
  return lineStarts;
}
