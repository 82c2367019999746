/**
 * Bags of papers that were handed out, that a sealed bag of the edition names, and that no longer lie in the archive:
 * deleted or moved away since, or others in their place. Without asking the sealed bag, their papers would be made from
 * later content as if nobody had them.
 */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { isFailure, type World } from '../ground/world.ts';
import { type BagId, bagName, seriesOf } from './bag-name.ts';
import { largest, readTag } from './bounds.ts';
import type { MeetingId } from './handed-out.ts';
import { copiesFolder, RECORD, readRecord } from './handed-out-copies.ts';
import { sha512 } from './manifest.ts';
import { PAYLOAD, TAG } from './tag-files.ts';
import { versionsOf } from './versions.ts';

export type LostHandOut = {
  readonly id: BagId & MeetingId;
  /** Of its manifest, as the record gives it. */
  readonly sha512: string;
  /** False where another bag lies in its place. */
  readonly isMissing: boolean;
  /** The sealed bag that names it, `R6/v1`. */
  readonly namedIn: string;
  /** Where that bag holds copies of the papers. */
  readonly copies: string;
};

/**
 * Asks the newest sealed bag first, and those before it for what that does not name, as its record may be gone too.
 *
 * @param archive the folder of all bags
 * @returns the bags that a sealed bag names and that are not there; none where the edition was never sealed
 */
export function lostHandOuts(world: World, archive: string, edition: string): LostHandOut[] {
  const known = new Map<string, LostHandOut>();
  for (const version of versionsOf(world, archive, edition).reverse())
    for (const one of namedIn(world, archive, { edition, version }))
      if (!known.has(bagName(one.id))) known.set(bagName(one.id), one);
  return [...known.values()].filter(({ id, sha512: sum }) => {
    const manifest = readTag(world, `${archive}/${bagName(id)}`, TAG.manifest);
    return isFailure(manifest) || sha512(manifest) !== sum;
  });
}

/** The bags that a sealed bag names, there or not. */
function namedIn(world: World, archive: string, sealed: BagId): LostHandOut[] {
  const payload = `${archive}/${bagName(sealed)}/${PAYLOAD}`;
  const record = world.read(`${payload}/${RECORD}`, largest(TAG.manifest));
  if (isFailure(record)) return [];
  const own = readRecord(record).filter(({ id }) => id.edition === sealed.edition);
  return own.map(({ id, sha512: sum }) => ({
    ...{ id, sha512: sum, namedIn: bagName(sealed) },
    isMissing: isNotThere(world, `${archive}/${bagName(id)}`),
    copies: `${payload}/${copiesFolder(id.meeting, id.version)}`,
  }));
}

function isNotThere(world: World, folder: string): boolean {
  const names = world.list(folder);
  return isFailure(names) && names.failure === 'missing';
}

/** @returns an error for each meeting with a lost bag: which they are, and where the papers still are */
export function handedOutGaps(lost: readonly LostHandOut[]): Diagnostic[] {
  return [...new Set(lost.map(({ id }) => seriesOf(id)))].map((series) => {
    const own = lost.filter(({ id }) => seriesOf(id) === series);
    const named = own.map(({ id }) => `「${bagName(id)}」`).join('、');
    const hints = [
      `前の保存「${own[0]?.namedIn}」に書かれた${named}が、ないか、別のものに替わっています。控えから元に戻してください。配ったものの保存は、消したり移したりできません。`,
      `配った資料の写しは ${own.map(({ copies }) => copies).join('、')} にあります。`,
    ];
    return diagnose('handed-out-gap', { series }, { hints });
  });
}
