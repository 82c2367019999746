/**
 * Last resort: opens what must stay whole but is wider than the column (a URL, a long figure), so that every piece
 * between two opportunities fits. Each is told as a problem.
 */
import { CharacterClass as C } from './character-class.ts';
import { BREAK, edgeBetween, FORCED, isLineEndProhibited, isLineStartProhibited } from './kinsoku.ts';
import { type Limits, limitAt } from './limits.ts';
import type { ProblemList } from './problem-list.ts';
import { lineWidth, sliceText, type Text } from './text.ts';
import type { Problem } from './types.ts';

/** A long string is best broken after one of these, as typists break URLs. */
const delimiters = new Set([...'/?&=.-_#:,;@~+％%']);

/** The best rank of a cut: only a figure's unit or prefix is parted from it. */
const KINSOKU = 3;

/**
 * Adds break opportunities to the edges until every piece fits its line or is a single character.
 *
 * @param size type size, to tell the excess of a single character in pt
 */
export function forceBreaks(text: Text, limits: Limits, size: number, problems: ProblemList): void {
  const { edges, count } = text;
  for (let start = 0, index = 1; index <= count; index++) {
    if (index < count && !((edges[index] as number) & BREAK)) continue;
    if (lineWidth(text, start, index) > limitAt(limits, start)) {
      open(text, { start, end: index }, limits, size, problems);
    }
    start = index;
  }
}

type Piece = { readonly start: number; readonly end: number };

function open(text: Text, piece: Piece, limits: Limits, size: number, problems: ProblemList): void {
  let { start } = piece;
  for (;;) {
    const limit = limitAt(limits, start);
    if (lineWidth(text, start, piece.end) <= limit) break;
    const cut = bestCut(text, start, piece.end, limit);
    const excess = (lineWidth(text, start, cut) - limit) * size;
    if (excess > 0) problems.add(tooWide(text, start, cut, excess));
    if (cut === piece.end) break;
    text.edges[cut] = (text.edges[cut] as number) | BREAK | FORCED;
    start = cut;
  }
  if (start > piece.start) {
    problems.add({ kind: 'forced-break', text: textOf(text, piece.start, piece.end) });
  }
}

/** A column narrower than a character, or than white space and the character it sets in. */
function tooWide(text: Text, start: number, end: number, excess: number): Problem {
  return text.classes[start] === C.Space
    ? { kind: 'wide-indent', text: sliceText(text, start, end), excess }
    : { kind: 'too-wide', text: textOf(text, start, end), excess };
}

function textOf(text: Text, start: number, end: number): string {
  return sliceText(text, start, end).trim();
}

/** The best place to end a line that starts at `start`: the last of the finest kind; at least one character on. */
function bestCut(text: Text, start: number, end: number, limit: number): number {
  let best = start;
  // White space that begins a paragraph is no line of its own.
  while (best < end - 1 && text.classes[best] === C.Space) best++;
  best++;
  while (best < end && text.classes[best] === C.Space) best++;
  let bestRank = rank(text, best);
  for (let cut = best + 1; cut < end; cut++) {
    const width = lineWidth(text, start, cut);
    if (width > limit) break;
    const cutRank = rank(text, cut);
    // A delimiter early in the line would leave most of the line empty.
    const isEarly = bestRank < KINSOKU && lineWidth(text, start, best) < limit / 3;
    if (cutRank >= bestRank || (cutRank > 0 && isEarly)) {
      best = cut;
      bestRank = cutRank;
    }
  }
  return best;
}

/** How well a line may end before the character at `cut`: from KINSOKU, which allows it, to 0, against the rules. */
function rank({ characters, classes }: Text, cut: number): number {
  const before = classes[cut - 1] as number;
  const after = classes[cut] as number;
  if (after === C.Space) return -1;
  if (edgeBetween(before, after) & BREAK) return KINSOKU;
  if (isLineEndProhibited(before) || isLineStartProhibited(after)) return 0;
  return delimiters.has(characters[cut - 1]?.text ?? '') ? 2 : 1;
}
