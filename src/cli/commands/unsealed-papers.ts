/** Papers in the output folder that are not the ones being sealed. */
import { isMeetingFolder } from '../../archive/bag-name.ts';
import { papersOf } from '../../archive/handed-out.ts';
import { meetingsIn } from '../../archive/handed-out-copies.ts';
import { below, type Held, sameBytes } from '../../archive/held.ts';
import { papersFolder } from '../../archive/sources.ts';
import { PAYLOAD } from '../../archive/tag-files.ts';
import { type Diagnostic, diagnose } from '../../ground/diagnostic.ts';
import { typedPath } from '../../ground/shown.ts';
import { isFailure } from '../../ground/world.ts';
import { dayOf, lostOf, type MeetingPlace, meetingPlace, newestOf } from './meeting-place.ts';
import { folders, type Run } from './run.ts';
import { waysOut } from './way-out.ts';

/** How a 差し替え is named. */
const REVISED = /（修正\d*）\.pdf$/;

/**
 * @param bag the bag that is being sealed
 * @param copies what it holds of papers that were handed out
 * @returns an error for each meeting whose papers in the output folder are others than those in the bag, as they may
 *   have been handed out; a warning for papers of which the bag has none of that name
 */
export function otherPapers(run: Run, edition: string, bag: Held, copies: Held): Diagnostic[] {
  const { world } = run;
  const folder = `${folders(run).out}/${edition}/agenda`;
  const names = world.list(folder);
  const meetings = isFailure(names) ? [] : names.filter(isMeetingFolder);
  const handedOut = meetingsIn(copies);
  return meetings.flatMap((meeting) => {
    const place = { ...meetingPlace(run, edition, meeting), typed: dayOf(meeting) ?? '会議のファイル' };
    const found = world.list(place.papers);
    const papers = isFailure(found) ? [] : found.filter((name) => name.endsWith('.pdf'));
    return handedOut.has(meeting)
      ? ofHandedOut(run, place, papers, copies)
      : ofOthers(run, place, papers, bag);
  });
}

/** A meeting that was not handed out: its papers must be those that are sealed. */
function ofOthers(run: Run, place: MeetingPlace, names: readonly string[], bag: Held): Diagnostic[] {
  const sealed = below(bag, `${PAYLOAD}/${papersFolder(place.meeting)}`);
  const different = names.filter((name) => {
    const bytes = sealed.get(name);
    return bytes !== undefined && !isAs(run, `${place.papers}/${name}`, [bytes]);
  });
  const details = { folder: place.papers, names: quoted(different) };
  return [
    ...(different.length > 0 ? [diagnose('handed-out-papers', details, { hints: waysOut(place) })] : []),
    ...unsealed(
      place,
      names.filter((name) => !sealed.has(name)),
    ),
  ];
}

/** A meeting that was handed out: its papers must be those, and no 差し替え may wait. */
function ofHandedOut(run: Run, place: MeetingPlace, names: readonly string[], copies: Held): Diagnostic[] {
  const { edition, meeting, papers: folder } = place;
  const known = (name: string) =>
    [...copies].flatMap(([path, bytes]) =>
      path.startsWith(`${papersFolder(meeting)}/`) && path.endsWith(`/${name}`) ? [bytes] : [],
    );
  const pending = names.filter((name) => known(name).length === 0 && REVISED.test(name));
  const changed = names.filter(
    (name) => known(name).length > 0 && !isAs(run, `${folder}/${name}`, known(name)),
  );
  const others = names.filter((name) => known(name).length === 0 && !REVISED.test(name));
  const hints = [
    ...(pending.length > 0
      ? [
          `差し替えとして配ったなら、保存してください: hyokahyo hand-out ${edition} --meeting ${typedPath(place.typed)}`,
          '差し替えを配らなかったなら、そのファイルを消してください。',
        ]
      : []),
    ...(changed.length > 0
      ? [`配ったものは ${whereHandedOut(run, place)} などにあります。写して戻してください。`]
      : []),
  ];
  const wrong = [...pending, ...changed];
  const details = { folder, names: quoted(wrong) };
  return [
    ...(wrong.length > 0 ? [diagnose('handed-out-pending', details, { hints })] : []),
    ...unsealed(place, others),
  ];
}

/** Where the papers of a meeting lie as they were handed out: in their bag, or copied where that is lost. */
function whereHandedOut(run: Run, place: MeetingPlace): string {
  const { archive, meeting } = place;
  const newest = newestOf(place);
  if (newest) return papersOf(archive, newest);
  return lostOf(run, place).at(-1)?.copies ?? `${archive}/${papersFolder(meeting)}`;
}

/** Papers made one by one, or of a meeting whose file is not with the edition. */
function unsealed({ papers }: MeetingPlace, names: readonly string[]): Diagnostic[] {
  if (names.length === 0) return [];
  const hints = [
    '会議で配った資料なら、会議のファイルに書いて --meeting で作り、hand-out で保存してください。配らなかったものなら、消してもかまいません。',
  ];
  const details = { folder: papers, names: quoted(names) };
  return [diagnose('paper-unsealed', details, { severity: 'warning', hints })];
}

/** Whether a file is one of some files. */
function isAs({ world }: Run, path: string, wanted: readonly Uint8Array[]): boolean {
  const bytes = world.read(path, Math.max(...wanted.map(({ length }) => length)));
  return !isFailure(bytes) && wanted.some((one) => sameBytes(one, bytes));
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `「${name}」`).join('、');
}
