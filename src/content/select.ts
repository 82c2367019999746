/** An edition → the part of it that was asked for. */
import { type Diagnostic, diagnose, type Result } from '../ground/diagnostic.ts';
import { didYouMean, listed, shorten } from '../yaml/index.ts';
import { type Edition, goalOf, type Measure } from './edition.ts';

/** Any of the names within a kind, all of the kinds that name something. */
export type Selection = {
  readonly goals: readonly string[];
  readonly measures: readonly string[];
  /** `1-1#2`: the measure and the program's number in it. */
  readonly programs: readonly string[];
  readonly departments: readonly string[];
  /** Only 重点事業. */
  readonly priority: boolean;
};

/** What a clerk calls the programs that the plan puts first. */
export const PRIORITY = '重点事業';

/** A list of a selection. */
export type SelectionKey = Exclude<keyof Selection, 'priority'>;

type Program = Measure['programs'][number];
type Candidate = { readonly measure: Measure; readonly program: Program };

/** The kinds of names: what a clerk calls them, which exist, and whether a program goes by one. */
const KINDS: readonly {
  readonly key: SelectionKey;
  readonly noun: string;
  readonly existing: (edition: Edition) => readonly string[];
  readonly namesOf: (candidate: Candidate) => readonly string[];
}[] = [
  {
    key: 'goals',
    noun: '目標',
    existing: ({ goals }) => goals.map(({ number }) => number),
    namesOf: ({ measure }) => [goalOf(measure)],
  },
  {
    key: 'measures',
    noun: '施策',
    existing: ({ measures }) => measures.map(({ measure }) => measure),
    namesOf: ({ measure }) => [measure.measure],
  },
  {
    key: 'programs',
    noun: '事業',
    existing: ({ measures }) =>
      measures.flatMap((measure) => measure.programs.map((program) => nameOf({ measure, program }))),
    namesOf: (candidate) => [nameOf(candidate)],
  },
  {
    key: 'departments',
    noun: '担当課',
    existing: ({ departments }) => departments,
    namesOf: ({ program }) => program.departments,
  },
];

/**
 * Keeps the programs that a selection names; measures without one drop out. The list of goals stays as typed, because
 * origins count its places. A selection that names nothing keeps the edition as it is.
 *
 * @returns the smaller edition; errors that list what exists for unknown names, or where nothing is left
 */
export function selectPrograms(edition: Edition, selection: Selection): Result<Edition> {
  const unknown = unknownNames(edition, selection);
  if (unknown.length > 0) return { diagnostics: unknown.map(({ diagnostic }) => diagnostic) };
  if (!selection.priority && KINDS.every(({ key }) => selection[key].length === 0))
    return { value: edition, diagnostics: [] };
  const wanted = new Map(KINDS.map(({ key }) => [key, new Set(selection[key])]));
  const measures = edition.measures
    .map((measure) => ({
      ...measure,
      programs: measure.programs.filter((program) => chosen(selection, wanted, { measure, program })),
    }))
    .filter(({ programs }) => programs.length > 0);
  if (measures.length === 0) return { diagnostics: [emptySelection(edition)] };
  return { value: { ...edition, measures }, diagnostics: [] };
}

function chosen(
  { priority }: Selection,
  wanted: ReadonlyMap<SelectionKey, ReadonlySet<string>>,
  candidate: Candidate,
): boolean {
  if (priority && !candidate.program.priority) return false;
  return KINDS.every(({ key, namesOf }) => {
    const names = wanted.get(key);
    return !names?.size || namesOf(candidate).some((name) => names.has(name));
  });
}

/** The names of a selection that the edition has not: each once, with where it first stands in its list. */
export function unknownNames(
  edition: Edition,
  selection: Selection,
): { key: SelectionKey; index: number; diagnostic: Diagnostic }[] {
  return KINDS.flatMap(({ key, noun, existing }) => {
    const known = existing(edition);
    const seen = new Set(known);
    return selection[key].flatMap((name, index) => {
      if (seen.has(name)) return [];
      seen.add(name);
      const unknown = {
        key,
        index,
        // Asked for only where it is shown.
        get diagnostic() {
          const hints = [...didYouMean(name, known), existingHint(noun, known)];
          return diagnose('unknown-selection', { kind: noun, name: shorten(name) }, { hints });
        },
      };
      return [unknown];
    });
  });
}

/** What a clerk calls the kinds that a selection names something of. */
export function selectedKinds(selection: Selection): string[] {
  const named = KINDS.filter(({ key }) => selection[key].length > 0).map(({ noun }) => noun);
  return selection.priority ? [...named, PRIORITY] : named;
}

function emptySelection(edition: Edition): Diagnostic {
  const hints = KINDS.map(({ noun, existing }) => existingHint(noun, existing(edition)));
  return diagnose('empty-selection', undefined, { hints });
}

function existingHint(noun: string, known: readonly string[]): string {
  return `今ある${noun}は${listed(known, 100)}です。`;
}

function nameOf({ measure, program }: Candidate): string {
  return `${measure.measure}#${program.number}`;
}
