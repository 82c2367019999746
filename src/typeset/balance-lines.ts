/** Breaks labels: at the dearest places least, in few lines, of like length. */
import { BREAK } from './kinsoku.ts';
import { type Limits, limitAt } from './limits.ts';
import { lineWidth, type Text } from './text.ts';

/** Costs on the scale of phrase.ts. */
const LINE = 100;
const UNEVEN = 10;
/** A line of one character, 「ン」: dearer than a break at a word edge, cheaper than one inside a word. */
const STRANDED = 3000;

type Best = { readonly cost: number; readonly from: number };

/**
 * The indices of the characters that start a line after the first, of all ways to break the cheapest (of equals the
 * one with the shortest last line). Pieces between opportunities fit a line.
 *
 * @param costs of a break before each character
 */
export function balanceLines(text: Text, costs: Float64Array, limits: Limits): number[] {
  const opportunities = [0];
  for (let index = 1; index < text.count; index++) {
    if ((text.edges[index] as number) & BREAK) opportunities.push(index);
  }
  opportunities.push(text.count);
  const bests: Best[] = [{ cost: 0, from: -1 }];
  for (let to = 1; to < opportunities.length; to++) {
    bests.push(bestLineTo(to, opportunities, bests, costs, text, limits));
  }
  return walkBack(opportunities, bests);
}

/** The cheapest way to end a line at opportunity `to`, by where that line starts. */
function bestLineTo(
  to: number,
  opportunities: readonly number[],
  bests: readonly Best[],
  costs: Float64Array,
  text: Text,
  limits: Limits,
): Best {
  const end = opportunities[to] as number;
  const isLast = to === opportunities.length - 1;
  let best: Best = { cost: Number.POSITIVE_INFINITY, from: to - 1 };
  for (let from = to - 1; from >= 0; from--) {
    const start = opportunities[from] as number;
    const limit = limitAt(limits, start);
    const width = lineWidth(text, start, end);
    const isOnePiece = from === to - 1;
    if (width > limitAt(limits, 0) && !isOnePiece) break;
    if (width > limit && !isOnePiece) continue;
    const slack = Math.max(0, 1 - width / limit);
    const isStranded = end - start === 1 && !(isLast && start === 0);
    const cost =
      (bests[from] as Best).cost +
      LINE +
      UNEVEN * slack * slack +
      (isStranded ? STRANDED : 0) +
      (isLast ? 0 : (costs[end] as number));
    if (cost < best.cost) best = { cost, from };
  }
  return best;
}

function walkBack(opportunities: readonly number[], bests: readonly Best[]): number[] {
  const lineStarts: number[] = [];
  for (let at = (bests.at(-1) as Best).from; at > 0; at = (bests[at] as Best).from) {
    lineStarts.push(opportunities[at] as number);
  }
  return lineStarts.reverse();
}
