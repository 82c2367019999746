/** Breaks running text: every line takes as much as it holds. */
import { BREAK } from './kinsoku.ts';
import { type Limits, limitAt } from './limits.ts';
import { lineWidth, type Text } from './text.ts';

/** The indices of the characters that start a line after the first. Pieces between opportunities fit a line. */
export function fillLines(text: Text, limits: Limits): number[] {
  const { edges, count } = text;
  const lineStarts: number[] = [];
  let start = 0;
  let opportunity = 0;
  let limit = limitAt(limits, start);
  for (let end = 1; end <= count; end++) {
    if (lineWidth(text, start, end) > limit && opportunity > start) {
      lineStarts.push(opportunity);
      start = opportunity;
      limit = limitAt(limits, start);
    }
    if (end < count && (edges[end] as number) & BREAK) opportunity = end;
  }
  return lineStarts;
}
