/** The last bound of what is quoted: whatever a message was made of, a screen holds it. */
import type { Diagnostic, Span } from '../diagnostic.ts';

/** Longer than any message or hint of ours, with every name in it as long as it may be. */
const LONGEST_MESSAGE = 1000;
const LONGEST_HINT = 5000;

/** Of a source line in the answer to a program: a longer one is left out, as no editor shows it either. */
const LONGEST_LINE = 20_000;

/** A diagnostic with its texts cut where they are beyond reason. */
export function bounded(diagnostic: Diagnostic): Diagnostic {
  const { message, hints, related } = diagnostic;
  return {
    ...diagnostic,
    message: cut(message, LONGEST_MESSAGE),
    hints: hints.map((hint) => cut(hint, LONGEST_HINT)),
    ...(related
      ? { related: related.map((other) => ({ ...other, message: cut(other.message, LONGEST_MESSAGE) })) }
      : {}),
  };
}

/** For programs: without source lines that are beyond reason. */
export function withoutLongLines(diagnostic: Diagnostic): Diagnostic {
  const { span, related } = diagnostic;
  return {
    ...diagnostic,
    ...(span ? { span: withoutLongLine(span) } : {}),
    ...(related
      ? { related: related.map((other) => ({ ...other, span: withoutLongLine(other.span) })) }
      : {}),
  };
}

function withoutLongLine(span: Span): Span {
  if (span.sourceLine === undefined || span.sourceLine.length <= LONGEST_LINE) return span;
  const { sourceLine: _, ...place } = span;
  return place;
}

/** No half of a character stays behind. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}
