/**
 * What the rooms tell each other about wrong input.
 *
 * A clerk's mistake is a {@link Diagnostic}; a bug of ours throws. Every step returns all
 * its problems at once, and the pipeline stops between steps when one of them is an error.
 */
import { type Code, type Details, wording } from '../wording/index.ts';

export type { Code } from '../wording/index.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A place in a text file. Lines and columns are 1-based; columns count code points. */
export type Position = { readonly line: number; readonly column: number };

/** A stretch of a text file; `end` is exclusive. `file` is shown as it stands, with forward slashes. */
export type Span = {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  /** The source line at `start`, without its line end, for the excerpt under the message. */
  readonly sourceLine?: string;
};

export type Diagnostic = {
  readonly severity: Severity;
  readonly code: Code;
  readonly message: string;
  /** Absent when the problem has no place in a text file (a missing folder: then the message names it). */
  readonly span?: Span;
  readonly hints: readonly string[];
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** What it has in common with others of its code, where their messages differ: they are shown together. */
  readonly cause?: string;
};

/** A step's outcome: a value, or none when an error stopped it; warnings may come with either. */
export type Result<T> = { readonly value?: T; readonly diagnostics: readonly Diagnostic[] };

/**
 * Makes a diagnostic with its message from the one wording table.
 *
 * @param code what went wrong
 * @param details the values the wording of that code asks for
 * @param place span, hints, related spans, the cause shared with others, and the severity where it is not an error
 */
export function diagnose<C extends Code>(
  code: C,
  details: Details<C>,
  place: {
    severity?: Severity;
    span?: Span | undefined;
    hints?: readonly string[];
    related?: readonly { span: Span; message: string }[];
    cause?: string | undefined;
  } = {},
): Diagnostic {
  const word = wording[code] as (details: Details<C>) => string;
  return {
    severity: place.severity ?? 'error',
    code,
    message: word(details),
    ...(place.span ? { span: place.span } : {}),
    hints: place.hints ?? [],
    ...(place.related?.length ? { related: place.related } : {}),
    ...(place.cause === undefined ? {} : { cause: place.cause }),
  };
}

/** Each once: several documents made of one edition have the same faults. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}

/** Whether any of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
