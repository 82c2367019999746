/** Turns a stretch of characters into a line: letter spacing, runs by face, alignment. Lengths turn from em to pt. */
import { CharacterClass } from './character-class.ts';
import { GAP } from './kinsoku.ts';
import { TOLERANCE } from './limits.ts';
import { setSpaces } from './spaces.ts';
import { lineWidth, sliceText, type Text } from './text.ts';
import type { Face, Line, Run, TextStyle } from './types.ts';

/** Which characters make the line, `from` up to `to`, and the place it has, em. */
export type LineSpec = {
  readonly from: number;
  readonly to: number;
  readonly room: number;
  readonly indent: number;
  readonly keepWithNext: boolean;
  /** The paragraph's last line is not justified. */
  readonly last: boolean;
};

/** Places a line in its column. */
export function placeLine(text: Text, spec: LineSpec, style: TextStyle): Line {
  const { from, room, indent, keepWithNext, last } = spec;
  const to = withoutTrailingSpace(text, from, spec.to);
  const natural = Math.max(0, lineWidth(text, from, to));
  const glyphCount = countGlyphs(text, from, to);
  const spacing = last ? 0 : justify(room - natural, glyphCount, style.stretch);
  const width = natural + spacing * Math.max(0, glyphCount - 1);
  const free = room - width;
  const before = alignment[style.align] * free;
  const runs = makeRuns(text, from, to, spacing, style);
  if (to < spec.to)
    runs.push(...setSpaces(text, { from: to, to: spec.to, x: width, room: free - before }, style));
  return {
    runs,
    x: (indent + before) * style.size,
    width: width * style.size,
    lines: 1,
    keepWithNext,
    last,
  };
}

/** The share of a line's free room that stands before it. */
const alignment = { left: 0, center: 0.5, right: 1 } as const;

function withoutTrailingSpace({ classes }: Text, from: number, to: number): number {
  let end = to;
  while (end > from && classes[end - 1] === CharacterClass.Space) end--;
  return end;
}

function countGlyphs({ glyphOffsets }: Text, from: number, to: number): number {
  return (glyphOffsets[to] as number) - (glyphOffsets[from] as number);
}

/** The letter spacing (em) that fills the line, or 0 where that would take more than the bound. */
function justify(free: number, glyphCount: number, bound: number): number {
  if (bound === 0 || glyphCount < 2) return 0;
  const spacing = free / (glyphCount - 1);
  return spacing > 0 && spacing <= bound + TOLERANCE ? spacing : 0;
}

/** Splits the line into runs: a new one where the face changes and after a gap. */
function makeRuns(text: Text, from: number, to: number, spacing: number, style: TextStyle): Run[] {
  const { characters, edges, starts, ends } = text;
  const { size, tracking = 0 } = style;
  const runs: Run[] = [];
  const separating = style.latinGap > 0 ? GAP : 0;
  let x = 0;
  for (let start = from; start < to; ) {
    const face = characters[start]?.face as Face;
    let end = start + 1;
    while (end < to && characters[end]?.face === face && !((edges[end] as number) & separating)) end++;
    const glyphCount = countGlyphs(text, start, end);
    const gap = end < to && (edges[end] as number) & separating ? style.latinGap : 0;
    // Nothing follows the line's last glyph: its spacing would stick out of the column.
    const spaces = end < to ? glyphCount : glyphCount - 1;
    const width =
      (end < to ? (starts[end] as number) - gap : (ends[to] as number)) -
      (starts[start] as number) +
      spaces * spacing;
    runs.push({
      face,
      text: sliceText(text, start, end),
      x: x * size,
      width: width * size,
      spacing: (spacing + tracking) * size,
      scale: 1,
    });
    x += width + gap;
    start = end;
  }
  return runs;
}
