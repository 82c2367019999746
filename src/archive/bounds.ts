/**
 * What a bag may be at most. Whoever made it: nothing of it is read before it is known to keep these bounds, and what
 * keeps them is read in time and memory that grow with its size alone.
 */
import type { ReadFailure, World } from '../ground/world.ts';
import { TAG } from './tag-files.ts';

/** Files, folders and whatever else lies in a bag. */
export const MOST_ENTRIES = 20_000;

/** Bytes of a file, and of all together: a book of ten thousand pages takes a tenth. */
const LARGEST_FILE = 128_000_000;
export const LARGEST_BAG = 512_000_000;

/** Bytes of the files that speak of the others: a line for each of the most files there may be, and to spare. */
const LARGEST_TAG: Readonly<Record<string, number>> = {
  [TAG.declaration]: 1_000,
  [TAG.info]: 64_000,
  [TAG.manifest]: 8_000_000,
  [TAG.tagManifest]: 16_000,
};

/** How large a file of a bag may be. @param path below the bag's folder */
export function largest(path: string): number {
  return LARGEST_TAG[path] ?? LARGEST_FILE;
}

/** Reads a tag file of a bag that is not looked at as a whole. */
export function readTag(
  world: World,
  bag: string,
  name: (typeof TAG)[keyof typeof TAG],
): Uint8Array | ReadFailure {
  return world.read(`${bag}/${name}`, largest(name));
}
