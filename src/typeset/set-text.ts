/**
 * Sets text into a column: read characters, find edges, measure, break, place.
 *
 * In: paragraphs, a style, the column's width. Out: lines that fit, and what could not be set as it should. Every
 * character but white space is in exactly one run, in order. The same input gives the same lines, always.
 */
import { balanceLines } from './balance-lines.ts';
import { readText, type Text } from './characters.ts';
import { type Edges, findEdges } from './edges.ts';
import { fillLines } from './fill-lines.ts';
import { forceBreaks } from './force-breaks.ts';
import { type Limits, limitAt } from './limits.ts';
import { lineWidth, type Measure, measure } from './measure.ts';
import { breakCosts } from './phrase.ts';
import { placeLine } from './place-line.ts';
import { ProblemList } from './problem-list.ts';
import type { Line, Paragraph, SetText, TextStyle } from './types.ts';

/** The height in lines of a paragraph without a visible character. */
const EMPTY_LINE = 0.5;

/** What a hanging paragraph's later lines are indented by, em. */
const HANG = 1;

type SpanParagraph = Exclude<Paragraph, { space: number }>;

/** A paragraph ready to be broken. */
type Prepared = {
  readonly text: Text;
  readonly edges: Edges;
  readonly measured: Measure;
  readonly limits: Limits;
};

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
  return { lines, problems: problems.toArray() };
}

function setParagraph(
  paragraph: SpanParagraph,
  style: TextStyle,
  width: number,
  problems: ProblemList,
  lines: Line[],
): void {
  const prepared = prepare(paragraph, style, width, problems);
  if (prepared.measured.ends.at(-1) === 0) {
    lines.push(emptyLine(EMPTY_LINE, paragraph.keepWithNext));
    return;
  }
  const lineStarts = breakLines(prepared, style, problems);
  placeLines(prepared, lineStarts, paragraph.keepWithNext, style, lines);
}

function prepare(paragraph: SpanParagraph, style: TextStyle, width: number, problems: ProblemList): Prepared {
  const text = readText(paragraph.spans, style, problems);
  const edges = findEdges(text);
  const measured = measure(text, edges, style.latinGap);
  const room = width / style.size;
  // A column too narrow to hang in is filled from its edge.
  const hang = paragraph.hang && room >= 2 * HANG ? HANG : 0;
  return { text, edges, measured, limits: { first: room, later: room - hang } };
}

/** The indices of the characters that start a line after the first. */
function breakLines(prepared: Prepared, style: TextStyle, problems: ProblemList): readonly number[] {
  const { text, edges, measured, limits } = prepared;
  const excess = lineWidth(measured, 0, edges.length) - limitAt(limits, 0);
  if (excess <= 0) return [];
  if (style.wrap === 'never') {
    problems.add({ kind: 'too-wide', text: text.whole.trim(), excess: excess * style.size });
    return [];
  }
  forceBreaks(prepared, edges, limits, style.size, problems);
  return style.wrap === 'phrase'
    ? balanceLines(edges, breakCosts(text, edges), measured, limits)
    : fillLines(edges, measured, limits);
}

function placeLines(
  prepared: Prepared,
  lineStarts: readonly number[],
  keepWithNext: boolean,
  style: TextStyle,
  lines: Line[],
): void {
  const { first, later } = prepared.limits;
  for (let line = 0; line <= lineStarts.length; line++) {
    const from = line === 0 ? 0 : (lineStarts[line - 1] as number);
    const to = lineStarts[line] ?? prepared.edges.length;
    const room = line === 0 ? first : later;
    const last = line === lineStarts.length;
    const spec = { from, to, room, indent: first - room, keepWithNext: keepWithNext && last, last };
    lines.push(placeLine(prepared, spec, style));
  }
}

function emptyLine(lines: number, keepWithNext: boolean): Line {
  return { runs: [], x: 0, width: 0, lines, keepWithNext, last: true };
}
