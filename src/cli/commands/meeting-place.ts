/** Where a meeting's papers lie: as they are made, and as they were handed out. */
import { createHash } from 'node:crypto';
import { dirname, relative, resolve } from 'node:path';
import { type BagId, bagName } from '../../archive/bag-name.ts';
import { handedOutVersions, type MeetingId, papersOf } from '../../archive/handed-out.ts';
import { handedOutGaps, type LostHandOut, lostHandOuts } from '../../archive/lost-hand-outs.ts';
import { type Diagnostic, diagnose } from '../../ground/diagnostic.ts';
import { typedPath } from '../../ground/shown.ts';
import { isFailure } from '../../ground/world.ts';
import { folders, type Run } from './run.ts';

export type MeetingPlace = MeetingId & {
  /** The meeting as `--meeting` takes it. */
  readonly typed: string;
  /** The folder that `agenda` writes to. */
  readonly papers: string;
  /** The folder of all bags. */
  readonly archive: string;
  /** What was handed out already, rising. */
  readonly versions: readonly number[];
};

/**
 * @param edition `R6`
 * @param day `2026-11-22`
 * @param file what the command line says of the meeting's file, if anything
 */
export function meetingPlace(run: Run, edition: string, day: string, file = ''): MeetingPlace {
  const { content, out } = folders(run);
  const meeting = day + markOf(out, file, `${content}/${edition}`);
  const archive = `${out}/archive`;
  const versions = handedOutVersions(run.world, archive, { edition, meeting });
  const papers = `${out}/${edition}/agenda/${meeting}`;
  return { edition, meeting, typed: file || day, papers, archive, versions };
}

/** The day that a file's name gives, whether it is there or not. */
export function dayOf(file: string): string | undefined {
  return /(?:^|[\\/])(\d{4}-\d{2}-\d{2})(?:\.yaml)?$/.exec(file)?.[1];
}

/**
 * What tells the folder of a meeting whose file lies elsewhere than with the edition's from the folder of the
 * edition's own meeting of that day: a mark made of the way from the output to the file.
 */
function markOf(out: string, file: string, edition: string): string {
  if (!/[\\/]/.test(file) || dirname(resolve(file)) === resolve(edition, 'agendas')) return '';
  const way = relative(out, file).replaceAll('\\', '/');
  return `-${createHash('sha256').update(way).digest('hex').slice(0, 8)}`;
}

/** The bags of what was handed out at a meeting that a sealed bag of the edition names, and that are not there. */
export function lostOf({ world }: Run, { archive, edition, meeting }: MeetingPlace): LostHandOut[] {
  return lostHandOuts(world, archive, edition).filter(({ id }) => id.meeting === meeting);
}

/** The refusal to go on with a meeting of which a bag is lost. */
export function gapIn(run: Run, place: MeetingPlace): Diagnostic | undefined {
  return handedOutGaps(lostOf(run, place))[0];
}

/** The newest bag of what was handed out, if there is any. */
export function newestOf({ edition, meeting, versions }: MeetingPlace): (BagId & MeetingId) | undefined {
  const version = versions.at(-1);
  return version === undefined ? undefined : { edition, meeting, version };
}

/** A paper that was handed out. */
export type HandedOutPaper = {
  readonly id: BagId;
  /** `資料3.pdf` */
  readonly name: string;
  /** Its place in the bag. */
  readonly path: string;
};

/** Every paper that was handed out at a meeting, the oldest first; what a bag does not list is left out. */
export function handedOutPapers(
  run: Run,
  { edition, meeting, archive, versions }: MeetingPlace,
): HandedOutPaper[] {
  return versions.flatMap((version) => {
    const id = { edition, meeting, version };
    const folder = papersOf(archive, id);
    const names = run.world.list(folder);
    return isFailure(names) ? [] : names.map((name) => ({ id, name, path: `${folder}/${name}` }));
  });
}

/** The refusal to make papers again that were handed out: which they are, and what to do. */
export function alreadyHandedOut(run: Run, place: MeetingPlace): Diagnostic {
  const { edition, meeting, archive, typed, versions } = place;
  const newest = newestOf(place) as BagId & MeetingId;
  const names = handedOutPapers(run, place).map(({ name }) => name.replace(/\.pdf$/, ''));
  const details = { meeting, bag: bagName(newest), names: names.join('、') };
  const places = versions.map((version) => papersOf(archive, { edition, meeting, version }));
  const hints = [
    `直した資料を配るときは、差し替えを作ります: hyokahyo agenda ${edition} --meeting ${typedPath(typed)} --revised`,
    `配った資料は ${places.join('、')} にあります。`,
  ];
  return diagnose('agenda-handed-out', details, { hints });
}

/** The refusal to write a single paper over one that was handed out on that day. */
export function handedOutAs(
  run: Run,
  place: MeetingPlace,
  files: readonly { readonly name: string }[],
): Diagnostic | undefined {
  const papers = handedOutPapers(run, place);
  for (const { name } of files) {
    const paper = papers.find((one) => one.name === `${name}.pdf`);
    if (!paper) continue;
    const details = { name, meeting: place.meeting, bag: bagName(paper.id) };
    return diagnose('paper-handed-out', details, { hints: ['別の番号にしてください。'] });
  }
  const lost = lostOf(run, place).filter(({ copies }) => {
    const names = run.world.list(copies);
    return !isFailure(names) && files.some(({ name }) => names.includes(`${name}.pdf`));
  });
  return handedOutGaps(lost)[0];
}
