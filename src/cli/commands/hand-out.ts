/** `hyokahyo hand-out`: freezes a meeting's papers as they are handed out, with the content they came from. */
import { bagName } from '../../archive/bag-name.ts';
import { gatherSources } from '../../archive/sources.ts';
import { findEdition, findMeeting, inReadingOrder, loadEdition, loadMeeting } from '../../content/index.ts';
import { type Diagnostic, diagnose, hasErrors, type Result } from '../../ground/diagnostic.ts';
import { asError } from './build.ts';
import { freezePapers, type Source } from './freeze.ts';
import { withKeptMeeting } from './kept-meeting.ts';
import { dayOf, gapIn, meetingPlace } from './meeting-place.ts';
import { strayPapers } from './papers.ts';
import { folders, type Outcome, type Run, slashed } from './run.ts';
import { writeBag } from './write-bag.ts';

/** What a clerk can do about a PDF beside the papers. */
const NOT_SEALED = [
  '配ったものの保存には入りません。会議で配った資料なら、会議のファイルに書き足して agenda で作り（保存した後なら --revised を付けます）、もう一度 hand-out をしてください。',
];

/** Makes the bag of the papers that lie in the meeting's folder; where they are not the ones, nothing is sealed. */
export async function handOut(run: Run): Promise<Outcome> {
  const { meeting } = run.flags;
  if (meeting === undefined) {
    const hints = ['例: hyokahyo hand-out R6 --meeting 2026-11-22'];
    return stopped([diagnose('operand-missing', { what: '会議の日（--meeting）' }, { hints })]);
  }
  const source = sourceOf(run, meeting);
  if (!source.value) return stopped(source.diagnostics);
  const { place } = source.value;
  const gap = gapIn(run, place);
  if (gap) return stopped([gap]);
  const frozen = await freezePapers(run, source.value);
  const strays = strayPapers(run, place, frozen.value?.papers ?? [], NOT_SEALED);
  const all = inReadingOrder([...source.diagnostics, ...(frozen.value ? strays : []), ...frozen.diagnostics]);
  const diagnostics = run.flags.strict ? all.map(asError) : all;
  if (!frozen.value || hasErrors(diagnostics)) return stopped(diagnostics);
  const { bag, version } = frozen.value;
  const folder = `${place.archive}/${bagName({ ...place, version })}`;
  return writeBag(run, folder, bag, diagnostics, '配ったものとして保存しました。');
}

function stopped(diagnostics: readonly Diagnostic[]): Outcome {
  return { diagnostics, outputs: [] };
}

/** The meeting and everything its papers are made from. */
function sourceOf(run: Run, typed: string): Result<Source> {
  const { content, templates, fonts } = folders(run);
  const { value: edition, diagnostics } = findEdition(run.world, content, run.operands[0]);
  if (edition === undefined) return { diagnostics };
  const folder = `${content}/${edition}`;
  const day = dayOf(typed);
  const known = day === undefined ? undefined : meetingPlace(run, edition, day, typed);
  const gap = known && gapIn(run, known);
  if (gap) return { diagnostics: [gap] };
  const { value: file, diagnostics: missing } = findMeeting(run.world, folder, typed);
  if (file === undefined) return { diagnostics: withKeptMeeting(run, known, missing) };
  const loaded = loadEdition(run.world, folder);
  if (!loaded.value) return { diagnostics: [...diagnostics, ...loaded.diagnostics] };
  const meeting = loadMeeting(run.world, folder, loaded.value, file);
  if (!meeting.value)
    return { diagnostics: withKeptMeeting(run, known, [...diagnostics, ...meeting.diagnostics]) };
  const places = { content, templates, fonts, tool: slashed(run.tool) };
  const sources = gatherSources(run.world, places, loaded.value.edition, file);
  if (!sources.value) return { diagnostics: [...diagnostics, ...sources.diagnostics] };
  const { date } = meeting.value.meeting;
  const value = { place: meetingPlace(run, edition, date, typed), places, sources: sources.value };
  return { value, diagnostics };
}
