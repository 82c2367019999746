/** Diagnostics in reading order. */
import type { Diagnostic } from '../ground/diagnostic.ts';
import { compareNatural } from './natural.ts';

/** A sorted copy: those without a place first, then by file (1-2 before 1-10), line and column. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => {
    if (!a.span || !b.span) return Number(a.span !== undefined) - Number(b.span !== undefined);
    const file = compareNatural(a.span.file, b.span.file);
    return file || a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column;
  });
}
