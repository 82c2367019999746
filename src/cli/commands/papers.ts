/** A meeting's papers in their folder: written, compared, and what else lies there. */
import { type Diagnostic, diagnose, hasErrors } from '../../ground/diagnostic.ts';
import { writeWhole } from '../../ground/outputs.ts';
import { isFailure } from '../../ground/world.ts';
import { asError } from './build.ts';
import { compare, type FreshFile } from './compare.ts';
import { handedOutPapers, type MeetingPlace } from './meeting-place.ts';
import type { Outcome, Output, Run } from './run.ts';

/** A paper as it would be written. */
export type FreshPaper = FreshFile & { readonly pages: number };

/** Writes papers; with `--strict` nothing where others lie beside them. */
export function writePapers(
  run: Run,
  place: MeetingPlace,
  made: readonly FreshPaper[],
  composing: readonly Diagnostic[],
): Outcome {
  const diagnostics = [...composing, ...strayPapers(run, place, made)];
  if (hasErrors(diagnostics)) return { diagnostics, outputs: [] };
  const outputs: Output[] = [];
  for (const { file, pages, bytes } of made) {
    const trouble = writeWhole(file, bytes);
    if (trouble) return { diagnostics: [...diagnostics, afterOthers(trouble, outputs)], outputs };
    outputs.push({ file, pages, bytes: bytes.length });
  }
  return { diagnostics, outputs };
}

/** `--check` of papers that may still be made again. */
export function comparePapers(
  run: Run,
  place: MeetingPlace,
  made: readonly FreshPaper[],
  composing: readonly Diagnostic[],
): Outcome {
  return compare(run.world, made, [...composing, ...strayPapers(run, place, made)]);
}

/** `--check` of papers that were handed out: whether those in the folder still are the ones. */
export function compareHandedOut(run: Run, place: MeetingPlace): Outcome {
  const papers = handedOutPapers(run, place).flatMap(({ name, path }) => {
    const bytes = run.world.read(path);
    return isFailure(bytes) ? [] : [{ file: `${place.papers}/${name}`, bytes, path }];
  });
  const inBag = new Map(papers.map(({ file, path }) => [file, path]));
  const hints = (file: string) => [`配ったものは ${inBag.get(file)} にあります。`];
  return compare(run.world, papers, [], { differs: 'handed-out-differs', hints });
}

/** The files before the one that could not be written no longer fit those behind it. */
function afterOthers(trouble: Diagnostic, written: readonly Output[]): Diagnostic {
  if (written.length === 0) return trouble;
  const hint = '先に書いたファイルは新しくなっています。原因を除いて、もう一度実行してください。';
  return { ...trouble, hints: [...trouble.hints, hint] };
}

/**
 * Papers of an earlier run that this meeting no longer has: they would be handed out by mistake.
 *
 * @param hints what else is to be said of them
 */
export function strayPapers(
  run: Run,
  place: MeetingPlace,
  made: readonly FreshFile[],
  hints: readonly string[] = [],
): Diagnostic[] {
  const { world, flags } = run;
  const names = flags.meeting === undefined ? [] : world.list(place.papers);
  if (isFailure(names)) return [];
  const own = new Set(made.map(({ file }) => file));
  for (const { name } of handedOutPapers(run, place)) own.add(`${place.papers}/${name}`);
  const strays = names
    .map((name) => `${place.papers}/${name}`)
    .filter((path) => path.endsWith('.pdf') && !own.has(path))
    .map((path) => diagnose('agenda-stray', { path }, { severity: 'warning', hints }));
  return flags.strict ? strays.map(asError) : strays;
}
