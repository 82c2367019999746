/** `hyokahyo agenda`: papers for a council meeting, written to a folder of the meeting's day. */

import { findEdition, inReadingOrder, paperTaken } from '../../content/index.ts';
import {
  type AgendaRequest,
  type ComposedAgenda,
  composeAgenda,
  type Revision,
} from '../../council/agenda.ts';
import { type Diagnostic, diagnose, hasErrors, type Result } from '../../ground/diagnostic.ts';
import { typedPath } from '../../ground/shown.ts';
import { asError, openPdf } from './build.ts';
import { withKeptMeeting } from './kept-meeting.ts';
import {
  alreadyHandedOut,
  dayOf,
  gapIn,
  handedOutAs,
  type MeetingPlace,
  meetingPlace,
} from './meeting-place.ts';
import { compareHandedOut, comparePapers, type FreshPaper, writePapers } from './papers.ts';
import { composeRevised } from './revised.ts';
import { folders, type Outcome, type Run, selectionOf } from './run.ts';

/** Makes all documents, then writes them, or with `--check` compares: a mistake in one leaves every file as it was. */
export async function agenda(run: Run): Promise<Outcome> {
  const wanted = meetingWanted(run);
  if (!wanted.value) return stopped(wanted.diagnostics);
  const found = findEdition(run.world, folders(run).content, run.operands[0]);
  if (found.value === undefined) return stopped(found.diagnostics);
  const { meeting: file, revised, check, strict } = run.flags;
  const day = dayOf(file ?? '');
  const place = day === undefined ? undefined : meetingPlace(run, found.value, day, file);
  const refused = place && refusal(run, place);
  if (refused) return stopped([refused]);
  if (place && place.versions.length > 0 && check && !revised) return compareHandedOut(run, place);
  const composed = await composePapers(run, found.value, wanted.value, place);
  const made = withKeptMeeting(run, place, composed.diagnostics);
  const all = inReadingOrder([...found.diagnostics, ...made]);
  const diagnostics = strict ? all.map(asError) : all;
  if (!composed.value || hasErrors(diagnostics)) return stopped(diagnostics);
  const { date } = composed.value.meeting;
  return finish(run, composed.value, meetingPlace(run, found.value, date, file), diagnostics);
}

function stopped(diagnostics: readonly Diagnostic[]): Outcome {
  return { diagnostics, outputs: [] };
}

/** A meeting's file, or one paper: the command line says the one or the other. */
function meetingWanted({ flags }: Run): Result<AgendaRequest['meeting']> {
  const { meeting, name, date, title, draft, revised } = flags;
  const selection = selectionOf(flags);
  if (meeting !== undefined) {
    const alone = name !== undefined || date !== undefined || title !== undefined || draft;
    const selects = Object.values(selection).some(
      (wanted) => wanted === true || (Array.isArray(wanted) && wanted.length > 0),
    );
    if (alone || selects) return { diagnostics: [diagnose('agenda-both', undefined)] };
    return { value: { file: meeting }, diagnostics: [] };
  }
  if (revised) return { diagnostics: [diagnose('agenda-revised', undefined)] };
  if (name === undefined || date === undefined) return { diagnostics: [diagnose('agenda-which', undefined)] };
  return { value: { number: name, date, title, draft, selection }, diagnostics: [] };
}

/**
 * Why a meeting's papers are not made: they were handed out, or nothing was that could be replaced, or what was is lost.
 */
function refusal(run: Run, place: MeetingPlace): Diagnostic | undefined {
  const { revised, check } = run.flags;
  const gap = gapIn(run, place);
  if (gap) return gap;
  if (place.versions.length > 0) return revised || check ? undefined : alreadyHandedOut(run, place);
  if (!revised) return undefined;
  const hints = [
    `配る前なら、--revised を取ってください。配った後なら、先に保存してください: hyokahyo hand-out ${place.edition} --meeting ${typedPath(place.typed)}`,
  ];
  return diagnose('agenda-not-handed-out', { meeting: place.meeting }, { hints });
}

async function composePapers(
  run: Run,
  edition: string,
  meeting: AgendaRequest['meeting'],
  place: MeetingPlace | undefined,
): Promise<Result<ComposedAgenda>> {
  const { content, templates, fonts } = folders(run);
  const { world, creator, progress, flags } = run;
  const sources = { edition: `${content}/${edition}`, templates, fonts, progress };
  if (flags.revised && place) {
    const { value, diagnostics } = await composeRevised(run, place, (form, revision) =>
      composeAgenda(world, { ...sources, meeting, ...form, ...withMarks(revision) }, creator, openPdf),
    );
    return { ...(value ? { value } : {}), diagnostics };
  }
  const form = { withForm: flags['with-form'], cited: flags.profile ?? 'print' };
  const composed = await composeAgenda(world, { ...sources, meeting, ...form }, creator, openPdf);
  const taken = 'file' in meeting ? [] : paperTaken(world, sources.edition, meeting);
  return { ...composed, diagnostics: [...taken, ...composed.diagnostics] };
}

function withMarks(revision: Revision | undefined): { readonly revision?: Revision } {
  return revision ? { revision } : {};
}

/** Looks again whether papers were handed out while these were made. */
async function finish(
  run: Run,
  { files }: ComposedAgenda,
  place: MeetingPlace,
  diagnostics: readonly Diagnostic[],
): Promise<Outcome> {
  const refused = run.flags.meeting === undefined ? handedOutAs(run, place, files) : refusal(run, place);
  if (refused) return stopped([...diagnostics, refused]);
  const made: FreshPaper[] = [];
  for (const { name, book } of files) {
    made.push({ file: `${place.papers}/${name}.pdf`, pages: book.pages, bytes: await book.finish() });
  }
  if (run.flags.check) return comparePapers(run, place, made, diagnostics);
  return writePapers(run, place, made, diagnostics);
}
