/** A meeting's file, or what the command line says of one paper → a checked meeting. */
import { type Diagnostic, hasErrors, type Result, type Span } from '../ground/diagnostic.ts';
import type { World } from '../ground/world.ts';
import { checkSchema, placeAll, shorten } from '../yaml/index.ts';
import { warekiWithWeekday } from './calendar.ts';
import type { Edition, Origin } from './edition.ts';
import { readDocument } from './files.ts';
import { type LoadedEdition, pathOf } from './load.ts';
import type { Meeting } from './meeting.ts';
import { readMeetingDate } from './meeting-date.ts';
import { checkMeeting, selectionOf } from './meeting-rules.ts';
import { type MeetingFile, meetingSchema } from './meeting-schema.ts';
import { unknownMeeting } from './meetings.ts';
import { inReadingOrder } from './order.ts';
import type { Selection } from './select.ts';
import { textFindings } from './texts.ts';

/** A meeting and the way back from any text of it, or of its edition, to where it was typed. */
export type LoadedMeeting = {
  readonly meeting: Meeting;
  /** As the edition's `locate`, which it asks for origins in other files; nothing for the command line's texts. */
  locate(origin: Origin, character?: string): Span | undefined;
};

/** What the command line says of a paper. */
export type PaperRequest = {
  readonly number: string;
  readonly date: string;
  /** Without one the paper is called as the edition's table. */
  readonly title?: string | undefined;
  readonly draft?: boolean;
  readonly selection: Selection;
};

/**
 * @param editionFolder e.g. `content/R6`: where the meetings lie of which a missing one reminds
 * @param loaded the whole edition, which the papers select from
 * @param path the meeting's file, as `findMeeting` gives it
 * @param shownAs the file's name in diagnostics, with forward slashes
 * @returns the meeting, or everything wrong with its file in reading order
 */
export function loadMeeting(
  world: World,
  editionFolder: string,
  loaded: LoadedEdition,
  path: string,
  shownAs = path.replaceAll('\\', '/'),
): Result<LoadedMeeting> {
  const names = path.replaceAll('\\', '/').split('/');
  const fileName = names.at(-1) ?? path;
  const { value: document, diagnostics } = readDocument(world, { path, shown: shownAs }, meetingSchema);
  if (!document) {
    const missing = diagnostics.some(({ code }) => code === 'file-missing');
    return { diagnostics: missing ? [unknownMeeting(world, editionFolder, fileName, shownAs)] : diagnostics };
  }
  const { value: content, diagnostics: problems } = checkSchema(document, meetingSchema);
  const findings = [
    ...textFindings(document.value, document.asides),
    ...(content ? checkMeeting(content, loaded.edition, fileName) : []),
  ];
  const all = inReadingOrder([...problems, ...placeAll(document, findings)]);
  if (!content || hasErrors(all)) return { diagnostics: all };
  const file = below(editionFolder, names.join('/'));
  const locate = (origin: Origin, character?: string) =>
    origin.startsWith(`${file}#`)
      ? document.locate(
          pathOf(origin.slice(file.length + 1)),
          character === undefined ? 'value' : { character },
        )
      : loaded.locate(origin, character);
  return { value: { meeting: toMeeting(file, content), locate }, diagnostics: all };
}

/**
 * A meeting of one paper, without a file: what `agenda` is told by flags.
 *
 * @returns the meeting, or what a file with these values would be told; without places
 */
export function meetingOf(loaded: LoadedEdition, request: PaperRequest): Result<LoadedMeeting> {
  const content = contentOf(loaded.edition, request);
  const { date, papers } = content;
  const texts = { date, number: request.number, title: papers[0]?.title ?? '' };
  const diagnostics = [
    ...textFindings(texts).map(({ path, diagnostic }) =>
      within(diagnostic, texts[String(path[0]) as keyof typeof texts]),
    ),
    ...checkMeeting(content, loaded.edition, undefined).map(({ diagnostic }) => diagnostic),
  ];
  if (hasErrors(diagnostics)) return { diagnostics };
  const locate = (origin: Origin, character?: string) =>
    origin.startsWith('#') ? undefined : loaded.locate(origin, character);
  return { value: { meeting: toMeeting('', content), locate }, diagnostics };
}

function contentOf(edition: Edition, request: PaperRequest): MeetingFile {
  const { number, date, title = edition.table.title, draft = false } = request;
  const { goals, measures, programs, departments, priority } = request.selection;
  const selection = {
    goals: [...new Set(goals)],
    measures: [...new Set(measures)],
    programs: [...new Set(programs)],
    departments: [...new Set(departments)],
    priority,
  };
  return {
    format: 1,
    date,
    meeting: '',
    draft,
    items: [],
    papers: [{ number, title, form: false, ...selection }],
  };
}

/** Names the value that a diagnostic without a place speaks of. */
function within(diagnostic: Diagnostic, text: string): Diagnostic {
  return { ...diagnostic, hints: [...diagnostic.hints, `「${shorten(text)}」の中にあります。`] };
}

/** A path as it stands below a folder; whole where it leads elsewhere. */
function below(folder: string, path: string): string {
  const start = `${folder.replaceAll('\\', '/')}/`;
  return path.startsWith(start) ? path.slice(start.length) : path;
}

function toMeeting(file: string, content: MeetingFile): Meeting {
  const { number, time, place, items, draft } = content;
  const { value: date } = readMeetingDate(content.date);
  if (date === undefined) throw new Error('The date was checked');
  return {
    file,
    date,
    dateText: warekiWithWeekday(date),
    name: content.meeting,
    number,
    time,
    place,
    items,
    mark: '',
    draft,
    papers: content.papers.map((paper, index) => ({
      number: paper.number,
      title: paper.title,
      mark: '',
      draft: paper.draft ?? draft,
      form: paper.form,
      selection: selectionOf(paper),
      index,
    })),
  };
}
