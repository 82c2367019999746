/** Problems known by path; the document knows the span. */
import { type Diagnostic, diagnose, type Span } from '../ground/diagnostic.ts';
import type { YamlDocument } from './document.ts';
import type { Path, Where } from './types.ts';

/** More are one mistake repeated, or another kind of file. */
const MOST_DIAGNOSTICS = 100;

/** A problem without its place: rules and schemas know the path only. A diagnostic that has a place keeps it. */
export type Finding = {
  readonly path: Path;
  readonly where?: Where;
  readonly diagnostic: Diagnostic;
  /** Other places in the same file that belong to it. */
  readonly related?: readonly { readonly path: Path; readonly where?: Where; readonly message: string }[];
};

/**
 * The findings with their spans: at most 100, and a last one that says how many more there are.
 *
 * @param problems what was found in the document before: comes first, and silences findings at the same place
 */
export function placeAll(
  document: YamlDocument,
  findings: readonly Finding[],
  problems: readonly Diagnostic[] = [],
): Diagnostic[] {
  const room = Math.max(0, MOST_DIAGNOSTICS - problems.length);
  const placed = findings.slice(0, room).map((finding) => place(document, finding));
  const news = placed.filter(({ span }) => !problems.some((problem) => silences(problem, span)));
  const shown = [...problems.slice(0, MOST_DIAGNOSTICS), ...news];
  const left = problems.length + findings.length - MOST_DIAGNOSTICS;
  return left > 0 ? [...shown, more(shown, left)] : shown;
}

/** What is wrong at the same place, or on a line that YAML took for something else. */
function silences({ code, span }: Diagnostic, other: Span | undefined): boolean {
  if (span?.start.line !== other?.start.line) return false;
  return code === 'sign-at-start' || code === 'yaml-colon' || span?.start.column === other?.start.column;
}

function place(document: YamlDocument, { path, where, diagnostic, related = [] }: Finding): Diagnostic {
  const span = diagnostic.span ?? document.locate(path, where);
  if (related.length === 0) return { ...diagnostic, span };
  const others = related.map((other) => ({
    span: document.locate(other.path, other.where),
    message: other.message,
  }));
  return { ...diagnostic, span, related: others };
}

/** Stands at the last of those shown, so that it stays last in order. */
function more(shown: readonly Diagnostic[], count: number): Diagnostic {
  const spans = shown.flatMap(({ span }) => span ?? []);
  const last = spans.reduce((a, b) => (b.start.line >= a.start.line ? b : a));
  return diagnose('more-problems', { count }, { span: last, severity: 'info' });
}
