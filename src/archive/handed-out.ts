/** What was handed out at an edition's meetings, as it lies in the archive. */
import { diagnose, type Result } from '../ground/diagnostic.ts';
import { typedPath } from '../ground/shown.ts';
import { isFailure, type Tree, type World } from '../ground/world.ts';
import type { BagInfo } from './bag-info.ts';
import { type BagId, bagName, isMeetingFolder, seriesOf } from './bag-name.ts';
import { checkBag } from './check-bag.ts';
import type { Held } from './held.ts';
import { sha512 } from './manifest.ts';
import { papersFolder } from './sources.ts';
import { PAYLOAD, TAG } from './tag-files.ts';
import { versionsOf } from './versions.ts';

/** A meeting of an edition. */
export type MeetingId = { readonly edition: string; readonly meeting: string };

/** A bag of papers that is as it was sealed. */
export type HandOut = { readonly id: BagId; readonly info: BagInfo; readonly files: Held };

/** A bag, and the SHA-512 of its manifest. */
type KnownBag = { readonly id: BagId; readonly sha512: string };

/** The folders of the meetings of which something was handed out. */
export function handedOutMeetings(world: World, archive: string, edition: string): string[] {
  const names = world.list(`${archive}/${edition}/agenda`);
  const meetings = isFailure(names) ? [] : names.filter(isMeetingFolder);
  return meetings.filter((meeting) => handedOutVersions(world, archive, { edition, meeting }).length > 0);
}

/** The versions that were handed out at a meeting, rising. */
export function handedOutVersions(world: World, archive: string, meeting: MeetingId): number[] {
  return versionsOf(world, archive, seriesOf(meeting));
}

/** The folder of the papers in a bag. */
export function papersOf(archive: string, id: BagId & MeetingId): string {
  return `${archive}/${bagName(id)}/${PAYLOAD}/${papersFolder(id.meeting)}`;
}

/** Reads one bag. @returns an error where it is not whole */
export function readHandOut(tree: Tree, archive: string, id: BagId): Result<HandOut> {
  const folder = `${archive}/${bagName(id)}`;
  const bag = checkBag(tree, folder);
  if (bag?.info && bag.diagnostics.length === 0 && bagName(bag.info) === bagName(id))
    return { value: { id, info: bag.info, files: bag.files }, diagnostics: [] };
  const hints = [`「hyokahyo verify ${typedPath(folder)}」で調べ、控えから元に戻してください。`];
  return { diagnostics: [diagnose('handed-out-broken', { folder }, { hints })] };
}

/**
 * The papers that were handed out at a meeting, in order, without what they were made from: of each bag its papers and
 * its manifest.
 *
 * @param lost bags that are not there, but known from elsewhere
 * @returns an error where a bag is not whole, where one is missing, or where they do not follow each other
 */
export function readAllHandOuts(
  tree: Tree,
  archive: string,
  meeting: MeetingId,
  lost: readonly KnownBag[] = [],
): Result<readonly HandOut[]> {
  const all: HandOut[] = [];
  for (const version of handedOutVersions(tree, archive, meeting)) {
    const { value, diagnostics } = readHandOut(tree, archive, { ...meeting, version });
    if (!value) return { diagnostics };
    all.push({ ...value, files: withoutSources(value.files, meeting.meeting) });
  }
  if (followEachOther(all, lost)) return { value: all, diagnostics: [] };
  const hints = ['控えから元に戻してください。配ったものの保存は、消したり移したりできません。'];
  return { diagnostics: [diagnose('handed-out-gap', { series: seriesOf(meeting) }, { hints })] };
}

/** Whether the bags of a meeting, lost ones among them, are all from the first to the last, each naming the one before. */
function followEachOther(all: readonly HandOut[], lost: readonly KnownBag[]): boolean {
  const sums = new Map([
    ...lost.map(({ id, sha512: sum }) => [bagName(id), sum] as const),
    ...all.map(
      ({ id, files }) => [bagName(id), sha512(files.get(TAG.manifest) ?? new Uint8Array())] as const,
    ),
  ]);
  return all.every(({ id, info: { previous } }) => {
    if (id.version === 1) return previous === undefined;
    const before = bagName({ ...id, version: id.version - 1 });
    return previous?.bag === before && previous.sha512 === sums.get(before);
  });
}

function withoutSources(files: Held, meeting: string): Held {
  const papers = `${PAYLOAD}/${papersFolder(meeting)}/`;
  return new Map([...files].filter(([path]) => path === TAG.manifest || path.startsWith(papers)));
}
