/** A source line with a caret under the place meant: right in any mix of half- and full-width characters. */
import type { Span } from '../diagnostic.ts';
import { unicodeName } from '../shown.ts';
import { widthOf } from './width.ts';

/** Columns of a source line that are shown; longer lines are cut around the caret. */
const MOST_COLUMNS = 100;
/** Columns that stay in sight before the caret when the line is cut. */
const LEAD = 40;
const TAB = '    ';

/** One character of the source as it is shown, and its columns. */
type Cell = { readonly shown: string; readonly width: number };

/** The line and the caret row, without gutter; undefined where the span has no line. */
export function excerpt({ sourceLine, start, end }: Span): { line: string; caret: string } | undefined {
  if (sourceLine === undefined) return undefined;
  const characters = [...sourceLine];
  const base = Math.max(0, start.column - 1 - MOST_COLUMNS);
  const all = characters.slice(base, start.column + 2 * MOST_COLUMNS).map(toCell);
  const from = Math.min(start.column - 1 - base, all.length);
  const to = end.line === start.line ? Math.max(from, end.column - 1 - base) : all.length;
  const first = firstShown(all, from, to);
  const shown = fitting(all.slice(first), MOST_COLUMNS);
  const last = first + shown.length;
  const lead = base + first > 0 ? '…' : '';
  const marked = widthOfAll(all.slice(from, Math.min(to, last)));
  return {
    line: lead + shown.map((cell) => cell.shown).join('') + (base + last < characters.length ? '…' : ''),
    caret: ' '.repeat(lead.length + widthOfAll(all.slice(first, from))) + '^'.repeat(Math.max(1, marked)),
  };
}

/** A text without anything that could steer a terminal or hide itself. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => named(character));
}

function toCell(character: string): Cell {
  if (character === '\t') return { shown: TAB, width: TAB.length };
  const shown = visible(character);
  if (shown !== character) return { shown, width: shown.length };
  return { shown, width: widthOf(character) };
}

function named(character: string): string {
  return `<${unicodeName(character.codePointAt(0) ?? 0)}>`;
}

/** The whole line where what is marked fits into it, else from some way before the mark. */
function firstShown(cells: readonly Cell[], from: number, to: number): number {
  if (widthOfAll(cells.slice(0, to)) <= MOST_COLUMNS) return 0;
  let first = from;
  for (let room = LEAD; first > 0 && room > 0; first -= 1) room -= cells[first - 1]?.width ?? 0;
  return first;
}

function fitting(cells: readonly Cell[], columns: number): readonly Cell[] {
  let room = columns;
  const overflow = cells.findIndex(({ width }) => {
    room -= width;
    return room < 0;
  });
  return overflow < 0 ? cells : cells.slice(0, overflow);
}

function widthOfAll(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
