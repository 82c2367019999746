/** The papers in a meeting's folder → their bag, where they are what this program makes of the content now. */

import { bagName } from '../../archive/bag-name.ts';
import { composeHandOut, meetingFileIn } from '../../archive/hand-out.ts';
import { type HandOut, readHandOut } from '../../archive/handed-out.ts';
import { below, type Held, heldWorld } from '../../archive/held.ts';
import { type MakePapers, nextPapers } from '../../archive/next-papers.ts';
import { PAPER_FORMS, type PaperForm, readForm } from '../../archive/paper-form.ts';
import { PLACES_IN_BAG, type Places, papersFolder } from '../../archive/sources.ts';
import { PAYLOAD } from '../../archive/tag-files.ts';
import { previousOf } from '../../archive/versions.ts';
import { composeAgenda } from '../../council/agenda.ts';
import { type Diagnostic, diagnose, type Result } from '../../ground/diagnostic.ts';
import { isFailure } from '../../ground/world.ts';
import { asTyped } from './as-typed.ts';
import { openPdf } from './build.ts';
import { difference, type FreshFile } from './compare.ts';
import { type MeetingPlace, newestOf } from './meeting-place.ts';
import type { Run } from './run.ts';
import { pressOf } from './sealing.ts';
import { missingHint, waysOut } from './way-out.ts';

/** A meeting, and what its papers are made from. */
export type Source = { readonly place: MeetingPlace; readonly places: Places; readonly sources: Held };

export type Frozen = {
  readonly bag: Held;
  readonly version: number;
  /** As they lie in the meeting's folder. */
  readonly papers: readonly FreshFile[];
};

/** A bag in one form, and what of it does not lie in the meeting's folder. */
type Attempt = Frozen & { readonly wrong: readonly Diagnostic[]; readonly warnings: readonly Diagnostic[] };

/**
 * Nobody has to say how the papers were made: every form is tried until one gives what lies there.
 *
 * @returns an error where none does, for the form that comes nearest; or where nothing has changed since the last bag
 */
export async function freezePapers(run: Run, source: Source): Promise<Result<Frozen>> {
  const id = newestOf(source.place);
  const newest = id && readHandOut(run.world, source.place.archive, id);
  if (newest && !newest.value) return { diagnostics: newest.diagnostics };
  const usual = newest?.value ? readForm(newest.value.info.form ?? '') : PAPER_FORMS[0];
  const forms = [...PAPER_FORMS].sort((a, b) => Number(isForm(b, usual)) - Number(isForm(a, usual)));
  const attempts: Attempt[] = [];
  let unchanged = false;
  for (const form of forms) {
    const made = await attempt(run, source, newest?.value, form);
    if (made === 'unchanged') unchanged = true;
    else if (!made.value) return { diagnostics: made.diagnostics };
    else if (made.value.wrong.length === 0) return { value: made.value, diagnostics: made.value.warnings };
    else attempts.push(made.value);
  }
  if (id && unchanged) {
    const hints = ['直した資料を配るときは、内容を直してから、agenda --revised で差し替えを作ってください。'];
    return { diagnostics: [diagnose('hand-out-unchanged', { bag: bagName(id) }, { hints })] };
  }
  const [nearest] = attempts.sort((a, b) => a.wrong.length - b.wrong.length);
  return { diagnostics: nearest?.wrong ?? [] };
}

function isForm(one: PaperForm, other: PaperForm | undefined): boolean {
  return one.withForm === other?.withForm && one.cited === other.cited;
}

async function attempt(
  run: Run,
  { place, places, sources }: Source,
  newest: HandOut | undefined,
  form: PaperForm,
): Promise<Result<Attempt> | 'unchanged'> {
  const make = makerOf(run, sources, place.edition);
  const next = newest && (await nextPapers(newest, make, form, pressOf(run)));
  if (next && !next.value) return typedAt(next.diagnostics, places);
  if (next?.value && !next.value.isChanged) return 'unchanged';
  const version = (newest?.id.version ?? 0) + 1;
  const previous = newest && previousOf(run.world, place.archive, bagName(newest.id));
  if (previous && !previous.value) return { diagnostics: previous.diagnostics };
  const identity = {
    ...{ edition: place.edition, meeting: place.meeting, version, form },
    ...{ previous: previous?.value, history: next?.value?.history },
  };
  const made = await composeHandOut(sources, identity, pressOf(run));
  const { diagnostics } = typedAt(made.diagnostics, places);
  if (!made.value) return { diagnostics };
  const papers = papersIn(made.value, place);
  const wrong = whatIsWrong(run, place, papers);
  return { value: { bag: made.value, version, papers, wrong, warnings: diagnostics }, diagnostics };
}

/** Composes papers from sources as they lie in a bag. */
function makerOf({ creator, progress }: Run, sources: Held, edition: string): MakePapers {
  const { content, templates, fonts } = PLACES_IN_BAG;
  const request = { edition: `${content}/${edition}`, templates, fonts, progress };
  const meeting = { file: meetingFileIn(sources, edition) };
  return (form, revision) => {
    const marks = revision ? { revision } : {};
    return composeAgenda(heldWorld(sources), { ...request, meeting, ...form, ...marks }, creator, openPdf);
  };
}

function typedAt(diagnostics: readonly Diagnostic[], places: Places) {
  return { diagnostics: diagnostics.map((one) => asTyped(one, places)) };
}

/** A bag's papers by their places in the meeting's folder. */
function papersIn(bag: Held, { meeting, papers }: MeetingPlace): FreshFile[] {
  const inBag = below(bag, `${PAYLOAD}/${papersFolder(meeting)}`);
  return [...inBag].map(([name, bytes]) => ({ file: `${papers}/${name}`, bytes }));
}

/** The papers that do not lie there, or that are others. Where there is none, that is one cause. */
function whatIsWrong({ world }: Run, place: MeetingPlace, papers: readonly FreshFile[]): Diagnostic[] {
  if (papers.every(({ file }) => isFailure(world.kind(file))))
    return [diagnose('output-missing', { path: place.papers }, { hints: [missingHint(place)] })];
  const hints = () => waysOut(place);
  const words = { differs: 'output-differs', hints } as const;
  // Content that has changed since is one cause, however many papers it shows in.
  return papers.flatMap((paper) => {
    const found = difference(world, paper, words);
    return found ? [{ ...found, cause: place.papers }] : [];
  });
}
