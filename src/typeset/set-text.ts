/**
 * Sets text into a column: read characters, find edges, measure, break, place.
 *
 * In: paragraphs, a style, the column's width. Out: lines that fit, and what could not be set as it should. Every
 * character is in exactly one run, in order. The same input gives the same lines, always.
 */
import { balanceLines } from './balance-lines.ts';
import { readText } from './characters.ts';
import { findEdges } from './edges.ts';
import { fillLines } from './fill-lines.ts';
import { forceBreaks } from './force-breaks.ts';
import { type Limits, limitAt } from './limits.ts';
import { measure } from './measure.ts';
import { breakCosts } from './phrase.ts';
import { placeLine } from './place-line.ts';
import { ProblemList } from './problem-list.ts';
import { carrySpaces, setSpaces } from './spaces.ts';
import { lineWidth, type Text } from './text.ts';
import type { Line, Paragraph, SetText, TextStyle } from './types.ts';

/** The height in lines of an empty line: one without a visible character. */
export const EMPTY_LINE = 0.5;

/** What a hanging paragraph's later lines are indented by, em. */
const HANG = 1;

type SpanParagraph = Exclude<Paragraph, { space: number }>;

/**
 * Sets paragraphs into a column.
 *
 * @param width the column's width, pt
 * @returns lines from top to bottom, in pt; problems once each
 */
export function setText(paragraphs: readonly Paragraph[], style: TextStyle, width: number): SetText {
  const problems = new ProblemList();
  const lines: Line[] = [];
  for (const paragraph of paragraphs) {
    if ('space' in paragraph) lines.push(emptyLine(paragraph.space, false));
    else setParagraph(paragraph, style, width, problems, lines);
  }
  carrySpaces(lines);
  return { lines, problems: problems.toArray() };
}

function setParagraph(
  paragraph: SpanParagraph,
  style: TextStyle,
  width: number,
  problems: ProblemList,
  lines: Line[],
): void {
  const text = readText(paragraph.spans, style, problems);
  findEdges(text);
  measure(text, style.latinGap, style.tracking);
  if (text.ends[text.count] === 0) {
    const runs = setSpaces(text, { from: 0, to: text.count, x: 0, room: 0 }, style);
    lines.push({ ...emptyLine(EMPTY_LINE, paragraph.keepWithNext), runs });
    return;
  }
  const limits = limitsOf(paragraph, width / style.size);
  const lineStarts = breakLines(text, limits, style, problems);
  placeLines(text, lineStarts, limits, paragraph.keepWithNext, style, lines);
}

/** A column too narrow to hang in is filled from its edge. */
function limitsOf({ hang }: SpanParagraph, room: number): Limits {
  return { first: room, later: hang && room >= 2 * HANG ? room - HANG : room };
}

/** The indices of the characters that start a line after the first. */
function breakLines(text: Text, limits: Limits, style: TextStyle, problems: ProblemList): readonly number[] {
  const excess = lineWidth(text, 0, text.count) - limitAt(limits, 0);
  if (excess <= 0) return [];
  if (style.wrap === 'never') {
    problems.add({ kind: 'too-wide', text: text.whole.trim(), excess: excess * style.size });
    return [];
  }
  forceBreaks(text, limits, style.size, problems);
  return style.wrap === 'phrase' ? balanceLines(text, breakCosts(text), limits) : fillLines(text, limits);
}

function placeLines(
  text: Text,
  lineStarts: readonly number[],
  limits: Limits,
  keepWithNext: boolean,
  style: TextStyle,
  lines: Line[],
): void {
  for (let line = 0; line <= lineStarts.length; line++) {
    const from = line === 0 ? 0 : (lineStarts[line - 1] as number);
    const to = lineStarts[line] ?? text.count;
    const room = line === 0 ? limits.first : limits.later;
    const last = line === lineStarts.length;
    const spec = { from, to, room, indent: limits.first - room, keepWithNext, last };
    lines.push(placeLine(text, spec, style));
  }
}

function emptyLine(lines: number, keepWithNext: boolean): Line {
  return { runs: [], x: 0, width: 0, lines, keepWithNext, last: true };
}
