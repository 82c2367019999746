/**
 * Last resort: opens what must stay whole but is wider than the column (a URL, a long figure), so that every piece
 * between two opportunities fits. Each is told as a problem.
 */
import { CharacterClass } from './character-class.ts';
import { type Character, sliceText, type Text } from './characters.ts';
import type { Edges } from './edges.ts';
import { BREAK, edgeBetween, FORCED, isLineEndProhibited, isLineStartProhibited } from './kinsoku.ts';
import { type Limits, limitAt } from './limits.ts';
import { lineWidth, type Measure } from './measure.ts';
import type { ProblemList } from './problem-list.ts';

/** A long string is best broken after one of these, as typists break URLs. */
const delimiters = new Set([...'/?&=.-_#:,;@~+％%']);

/** The best rank of a cut: only a figure's unit or prefix is parted from it. */
const KINSOKU = 3;

/** The paragraph that is being opened. */
type Source = { readonly text: Text; readonly measured: Measure };

/**
 * Adds break opportunities to `edges` until every piece fits its line or is a single character.
 *
 * @param size type size, to tell the excess of a single character in pt
 */
export function forceBreaks(
  source: Source,
  edges: Edges,
  limits: Limits,
  size: number,
  problems: ProblemList,
): void {
  const count = source.text.characters.length;
  for (let start = 0, index = 1; index <= count; index++) {
    if (index < count && !((edges[index] as number) & BREAK)) continue;
    if (lineWidth(source.measured, start, index) > limitAt(limits, start)) {
      open(source, edges, { start, end: index }, limits, size, problems);
    }
    start = index;
  }
}

type Piece = { readonly start: number; readonly end: number };

function open(
  source: Source,
  edges: Edges,
  piece: Piece,
  limits: Limits,
  size: number,
  problems: ProblemList,
): void {
  let { start } = piece;
  for (;;) {
    const limit = limitAt(limits, start);
    if (lineWidth(source.measured, start, piece.end) <= limit) break;
    const cut = bestCut(source, start, piece.end, limit);
    const excess = (lineWidth(source.measured, start, cut) - limit) * size;
    if (excess > 0) problems.add({ kind: 'too-wide', text: textOf(source, start, cut), excess });
    if (cut === piece.end) break;
    edges[cut] = (edges[cut] as number) | BREAK | FORCED;
    start = cut;
  }
  if (start > piece.start) {
    problems.add({ kind: 'forced-break', text: textOf(source, piece.start, piece.end) });
  }
}

function textOf({ text }: Source, start: number, end: number): string {
  return sliceText(text, start, end).trim();
}

/** The best place to end a line that starts at `start`: the last of the finest kind; at least one character on. */
function bestCut(source: Source, start: number, end: number, limit: number): number {
  let best = start + 1;
  while (best < end && source.text.characters[best]?.class === CharacterClass.Space) best++;
  let bestRank = rank(source.text.characters, best);
  for (let cut = best + 1; cut < end; cut++) {
    const width = lineWidth(source.measured, start, cut);
    if (width > limit) break;
    const cutRank = rank(source.text.characters, cut);
    // A delimiter early in the line would leave most of the line empty.
    const isEarly = bestRank < KINSOKU && lineWidth(source.measured, start, best) < limit / 2;
    if (cutRank >= bestRank || (cutRank > 0 && isEarly)) {
      best = cut;
      bestRank = cutRank;
    }
  }
  return best;
}

/** How well a line may end before the character at `cut`: from KINSOKU, which allows it, to 0, against the rules. */
function rank(characters: readonly Character[], cut: number): number {
  const before = characters[cut - 1];
  const after = characters[cut];
  if (!before || !after || after.class === CharacterClass.Space) return -1;
  if (edgeBetween(before.class, after.class) & BREAK) return KINSOKU;
  if (isLineEndProhibited(before.class) || isLineStartProhibited(after.class)) return 0;
  return delimiters.has(before.text) ? 2 : 1;
}
