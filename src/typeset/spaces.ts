/**
 * Spaces that nobody sees: those at a line's end, and on lines of nothing else. They take no part in how lines are set
 * and are in their runs all the same: without them words on either side of a break would be one to whoever copies or
 * hears the text (ISO 32000-1, 14.8.2.5).
 */
import type { Character } from './text.ts';
import { sliceText, type Text } from './text.ts';
import type { Line, Run, TextStyle } from './types.ts';

/** Which characters, where they begin and the room they have, em. */
type Spaces = { readonly from: number; readonly to: number; readonly x: number; readonly room: number };

/** The room that spaces have at the end of a full line, em: none that anybody could see, but more than nothing. */
const LEAST_ROOM = 0.004;

/** Scaled down further than this, a space would be lost to rounding. */
const LEAST_SCALE = 1e-5;

/** The runs of spaces in a row, narrowed where they would leave their room. */
export function setSpaces(text: Text, { from, to, x, room }: Spaces, { size }: TextStyle): Run[] {
  const at = (index: number) => text.characters[index] as Character;
  let natural = 0;
  for (let index = from; index < to; index++) natural += at(index).advance;
  const scale = Math.max(LEAST_SCALE, Math.min(1, Math.max(room, LEAST_ROOM) / natural));
  const runs: Run[] = [];
  let left = x;
  for (let start = from; start < to; ) {
    const { face } = at(start);
    let end = start;
    let width = 0;
    while (end < to && at(end).face === face) width += at(end++).advance * scale;
    const words = sliceText(text, start, end);
    runs.push({ face, text: words, x: left * size, width: width * size, spacing: 0, scale });
    left += width;
    start = end;
  }
  return runs;
}

/**
 * Moves the spaces of lines without ink to the line with ink before them, or, where there is none, to the one after: a
 * line that shows nothing is dropped where a page ends, and what was typed on it must not be.
 *
 * @param lines of one text; changed
 */
export function carrySpaces(lines: Line[]): void {
  let host = -1;
  let carried: Run[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.width > 0) {
      if (carried.length > 0 && host < 0) lines[index] = { ...line, runs: [...carried, ...line.runs] };
      else if (carried.length > 0) lines[host] = endedWith(lines[host] as Line, carried);
      host = index;
      carried = [];
    } else if (line.runs.length > 0) {
      carried.push(...line.runs);
      lines[index] = { ...line, runs: [] };
    }
  }
  const last = Math.max(host, 0);
  if (carried.length > 0) lines[last] = endedWith(lines[last] as Line, carried);
}

function endedWith(line: Line, carried: readonly Run[]): Line {
  const end = line.runs.at(-1);
  const x = end ? end.x + end.width : 0;
  return { ...line, runs: [...line.runs, ...carried.map((run) => ({ ...run, x: x + run.x }))] };
}
