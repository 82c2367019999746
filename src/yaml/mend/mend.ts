/**
 * What is wrong with broken YAML, by trial: small changes around the first error are tried, and one after which the
 * text is right, or right until much later, is what was meant. So a hint mends what it is given for, and what was
 * only an echo of the first error is never said.
 */
import type { Diagnostic, Position, Span } from '../../ground/diagnostic.ts';
import { bracketMends, innerQuoteMends, splitMends } from './brackets.ts';
import { indentMends, oddIndentMends } from './indents.ts';
import { firstItemMends, headingMends, itemMends, textKeyMends } from './missing.ts';
import { colonMends, dashMends, noColonMends, slipMends, spaceMends } from './slips.ts';
import { barMends, closingMends, escapeMends, quoteMends } from './texts.ts';
import {
  type Broken,
  type Heading,
  indentOf,
  type LinePlace,
  type Mend,
  nearLine,
  outerLine,
} from './types.ts';

/** Characters that are parsed in all trials of a file; a usual measure has some ten thousand. */
const MOST_PARSED = 3_000_000;
/** Mends that make the text right are compared by what its value then lacks, but not without end. */
const MOST_COMPARED = 30;
/** Causes that are told of in a file. */
const MOST_CAUSES = 10;

/** The surest first: of mends that help alike the first is taken. */
const IN_LINE = [spaceMends, slipMends, noColonMends, dashMends, innerQuoteMends, bracketMends];
const AROUND = [oddIndentMends, headingMends, firstItemMends, textKeyMends];
const LAST = [splitMends, itemMends, closingMends, barMends, escapeMends, quoteMends, colonMends];

/** A line as typed, and which it is. */
type TypedLine = { readonly text: string; readonly number: number };

/** A text on the way to be right. */
type State = { readonly lines: readonly string[]; readonly typed: readonly TypedLine[] };

type Trial = {
  readonly mend: Mend;
  readonly state: State;
  readonly left: readonly Diagnostic[];
  readonly misfits: number;
};

/** What the parser says of a text, and in how many ways its value is not what it is to be. */
export type Outcome = { readonly errors: readonly Diagnostic[]; readonly misfits: number };

type Try = (text: string) => Outcome | undefined;

/**
 * @param text of the file
 * @param plain what the parser says of it, in order; not empty
 * @param tryText what becomes of another text
 * @param headings keys that may be missing
 * @returns a diagnostic a cause
 */
export function mendedDiagnostics(
  text: string,
  plain: readonly Diagnostic[],
  tryText: (text: string) => Outcome,
  headings: readonly Heading[],
): Diagnostic[] {
  const lines = text.split('\n');
  let state: State = { lines, typed: lines.map((line, index) => ({ text: line, number: index + 1 })) };
  let left = plain;
  let budget = Math.floor(MOST_PARSED / Math.max(1, text.length));
  const found: Diagnostic[] = [];
  const trial: Try = (text) => {
    budget -= 1;
    return budget >= 0 ? tryText(text) : undefined;
  };
  while (left[0]?.span && found.length < MOST_CAUSES) {
    const best = bestTrial(state, left, trial, headings);
    if (!best) break;
    const [first] = left as readonly [Diagnostic];
    found.push(best.mend.say(spanOf(state, best.mend.at, first.span as Span), asTyped(first, state)));
    state = best.state;
    left = best.left;
  }
  return [...found, ...left.slice(0, MOST_CAUSES - found.length).map((one) => asTyped(one, state))];
}

/** The first mend after which the value is as it is to be; else the nearest to that, else the one that helps longest. */
function bestTrial(
  state: State,
  left: readonly Diagnostic[],
  trial: Try,
  headings: readonly Heading[],
): Trial | undefined {
  let right: Trial | undefined;
  let best: Trial | undefined;
  let compared = 0;
  const line = lineOf(left[0]);
  for (const mend of mendsAround(state, line, headings)) {
    // Where a change of one line helps, moving many only hides what else is wrong.
    if ((right ?? best) && mend.count > 1) continue;
    const next = applied(state, mend);
    if (next.lines.every((one, index) => one === state.lines[index])) continue;
    const outcome = trial(next.lines.join('\n'));
    if (!outcome || (right && ++compared > MOST_COMPARED)) break;
    const { errors, misfits } = outcome;
    const found = { mend, state: next, left: errors, misfits };
    if (errors.length === 0 && misfits === 0) return found;
    if (errors.length === 0) right = right && right.misfits <= misfits ? right : found;
    else if (lineOf(errors[0]) <= Math.max(line, mend.line) + mend.lines.length) continue;
    else if (errors.length <= left.length && (!best || lineOf(errors[0]) > lineOf(best.left[0])))
      best = found;
  }
  return right ?? best;
}

function* mendsAround(state: State, line: number, headings: readonly Heading[]): Iterable<Mend> {
  const { lines, typed } = state;
  const numberOf = (one: number) => typed[one]?.number ?? 0;
  const at = (one: number): Broken => ({ lines, line: one, numberOf, headings });
  const here = nearLine(lines, line, 1) ?? nearLine(lines, line, -1) ?? 0;
  const around = [here, nearLine(lines, here - 1, -1), nearLine(lines, here + 1, 1), outerLine(lines, here)];
  const places = [...new Set(around)].filter((one) => one !== undefined).map(at);
  for (const make of IN_LINE) for (const place of places) yield* make(place);
  for (const make of AROUND) for (const place of places) yield* make(place);
  yield* indentMends(at(here));
  for (const make of LAST) for (const place of places.slice(0, 2)) yield* make(place);
}

function applied({ lines, typed }: State, { line, count, lines: instead }: Mend): State {
  const below = typed[line] ?? (typed.at(-1) as TypedLine);
  return {
    lines: lines.toSpliced(line, count, ...instead),
    typed: typed.toSpliced(line + count, 0, ...instead.slice(count).map(() => below)),
  };
}

/** Counted from 0. */
function lineOf(diagnostic: Diagnostic | undefined): number {
  return (diagnostic?.span?.start.line ?? Number.POSITIVE_INFINITY) - 1;
}

/** A place in a line that was not changed before. */
function spanOf({ typed }: State, { line, from, to }: LinePlace, { file }: Span): Span {
  const { text, number } = typed[line] as TypedLine;
  const position = (column: number): Position => ({
    line: number,
    column: [...text.slice(0, column)].length + 1,
  });
  return { file, start: position(from), end: position(Math.max(from + 1, to)), sourceLine: text };
}

/** A diagnostic of a text with mends, where it is in the file as typed. */
function asTyped(diagnostic: Diagnostic, { lines, typed }: State): Diagnostic {
  const { span } = diagnostic;
  const line = typed[lineOf(diagnostic)];
  if (!span || !line) return diagnostic;
  const by = indentOf(line.text) - indentOf(lines[lineOf(diagnostic)] as string);
  const down = line.number - span.start.line;
  const place = ({ line: at, column }: Position): Position => ({
    line: at + down,
    column: Math.max(1, at === span.start.line ? column + by : column),
  });
  const moved = { ...span, start: place(span.start), end: place(span.end), sourceLine: line.text };
  return { ...diagnostic, span: moved };
}
