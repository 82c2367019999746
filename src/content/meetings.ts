/** Which meetings an edition has, and the one meant. */
import { type Diagnostic, diagnose, type Result } from '../ground/diagnostic.ts';
import { isFailure, type World } from '../ground/world.ts';
import { didYouMean, listed, shorten, type YamlValue } from '../yaml/index.ts';
import { readDocument } from './files.ts';
import { readMeetingDate } from './meeting-date.ts';
import { meetingSchema } from './meeting-schema.ts';

const FILE_NAME = /^\d{4}-\d{2}-\d{2}\.yaml$/;

/** The names of an edition's meeting files, `2026-11-22.yaml`, the oldest first; none where there is no folder. */
export function meetingNames(world: World, editionFolder: string): readonly string[] {
  const names = world.list(agendasIn(editionFolder));
  return isFailure(names) ? [] : names.filter((name) => FILE_NAME.test(name));
}

/**
 * @param editionFolder e.g. `content/R6`
 * @param operand a date or a name in the edition's `agendas/` (`2026-11-22`, `2026-11-22.yaml`), or with a slash in
 *   it the path of a file anywhere
 * @returns the path to read; an error that lists what exists where the edition has no meeting of this name. Whether
 *   a path leads to a file is left to who reads it
 */
export function findMeeting(world: World, editionFolder: string, operand: string): Result<string> {
  if (/[\\/]/.test(operand)) return { value: operand, diagnostics: [] };
  const name = operand.endsWith('.yaml') ? operand : `${operand}.yaml`;
  if (meetingNames(world, editionFolder).includes(name))
    return { value: `${agendasIn(editionFolder)}/${name}`, diagnostics: [] };
  return { diagnostics: [unknownMeeting(world, editionFolder, name, operand)] };
}

/** No file where a meeting was looked for, and which there are. */
export function unknownMeeting(world: World, editionFolder: string, name: string, shown: string): Diagnostic {
  const names = meetingNames(world, editionFolder);
  const folder = agendasIn(editionFolder).replaceAll('\\', '/');
  const hints =
    names.length > 0
      ? [...didYouMean(name, names), `${folder} にあるのは${listed(names)}です。`]
      : [`${folder} に「2026-11-22.yaml」のような名前のファイルを作ってください。`];
  return diagnose('unknown-meeting', { file: shorten(shown) }, { hints });
}

/**
 * Whether a paper of the command line would stand in the place of one that the edition's meeting of that day has.
 * What else is wrong with the meeting's file makes no difference.
 */
export function paperTaken(
  world: World,
  editionFolder: string,
  { date, number }: { readonly date: string; readonly number: string },
): Diagnostic[] {
  const name = `${readMeetingDate(date).value}.yaml`;
  if (!meetingNames(world, editionFolder).includes(name)) return [];
  const path = `${agendasIn(editionFolder)}/${name}`;
  const shown = path.replaceAll('\\', '/');
  const { value: document } = readDocument(world, { path, shown }, meetingSchema);
  if (!numbersIn(document?.value).includes(number)) return [];
  const hints = ['別の番号にするか、会議のファイルを直して --meeting で作ってください。'];
  return [diagnose('paper-taken', { number: shorten(number), file: shown }, { hints })];
}

/** The paper numbers of a meeting's file whose shape has not been checked. */
function numbersIn(content: YamlValue | undefined): unknown[] {
  const papers = under(content, 'papers');
  return Array.isArray(papers) ? papers.map((paper) => under(paper, 'number')) : [];
}

function under(map: unknown, key: string): unknown {
  return typeof map === 'object' && map !== null ? (map as Record<string, unknown>)[key] : undefined;
}

/** Where an edition's meetings lie. */
export function agendasIn(editionFolder: string): string {
  return `${editionFolder}/agendas`;
}
