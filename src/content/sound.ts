/** What is right in a file with errors: the programs without one, so that what else is wrong with them is told too. */
import { type Diagnostic, hasErrors } from '../ground/diagnostic.ts';
import { type Finding, type Path, parsedBy, type YamlDocument } from '../yaml/index.ts';
import { type MeasureFile, measureSchema } from './schemas.ts';

/** Programs of a measure, and their places in the file. */
export type SoundPart = { readonly content: MeasureFile; readonly indices: readonly number[] };

/**
 * @param diagnostics all that is wrong with the file
 * @returns the programs on whose lines no error lies; undefined where there is none, or an error lies elsewhere
 */
export function soundPart(document: YamlDocument, diagnostics: readonly Diagnostic[]): SoundPart | undefined {
  const { programs, ...rest } = (document.value ?? {}) as { programs?: unknown };
  if (!Array.isArray(programs) || diagnostics.some(({ code }) => code === 'more-problems')) return undefined;
  const starts = programs.map((_, index) => document.locate(['programs', index]).start.line);
  const wrong = new Set<number>();
  for (const diagnostic of diagnostics) {
    if (!hasErrors([diagnostic])) continue;
    const line = diagnostic.span?.start.line ?? 0;
    wrong.add(starts.findLastIndex((start) => start <= line));
  }
  const indices = [...programs.keys()].filter((index) => !wrong.has(index));
  if (wrong.has(-1) || indices.length === 0) return undefined;
  const content = parsedBy(measureSchema, { ...rest, programs: indices.map((index) => programs[index]) });
  return content && { content, indices };
}

/** A finding on a part, at its place in the whole file. */
export function inWhole(finding: Finding, { indices }: SoundPart): Finding {
  const moved = (path: Path): Path =>
    path[0] === 'programs' && path.length > 1
      ? ['programs', indices[Number(path[1])] as number, ...path.slice(2)]
      : path;
  const related = finding.related?.map((one) => ({ ...one, path: moved(one.path) }));
  return { ...finding, path: moved(finding.path), ...(related ? { related } : {}) };
}
