/** A disk made of a few texts. */
import { disk, type ReadFailure, type World } from '../../src/ground/world.ts';

/**
 * @param files path → content; undefined stands for a file that is gone
 * @param beneath where paths that are not listed are looked up
 */
export function worldOf(
  files: Readonly<Record<string, string | Uint8Array | undefined>>,
  beneath?: World,
): World {
  const has = (path: string) => Object.hasOwn(files, path);
  return {
    read(path, limit) {
      const content = files[path];
      if (!has(path) && beneath) return beneath.read(path, limit);
      if (content === undefined) return { failure: 'missing' };
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    list(path) {
      const below = beneath?.list(path) ?? [];
      const names = new Set(Array.isArray(below) ? (below as readonly string[]) : []);
      for (const file of Object.keys(files)) {
        if (!file.startsWith(`${path}/`)) continue;
        const name = file.slice(path.length + 1).split('/')[0] as string;
        if (files[file] === undefined) names.delete(name);
        else names.add(name);
      }
      return names.size > 0 ? [...names].sort() : { failure: 'missing' };
    },
  };
}

/** The real disk, of which some files and folders cannot be read. */
export function failingDisk(failures: Readonly<Record<string, ReadFailure>>): World {
  return {
    read(path, limit) {
      const found = failures[path];
      return found ? { ...found, limit } : disk.read(path, limit);
    },
    list: (path) => failures[path] ?? disk.list(path),
  };
}

/** The real disk with some files changed. */
export function changedDisk(files: Readonly<Record<string, string | Uint8Array | undefined>>): World {
  return worldOf(files, disk);
}

/** Why a file that is there cannot be read, and the code that says so. */
export const FILE_FAILURES: readonly (readonly [ReadFailure['failure'], string])[] = [
  ['denied', 'file-denied'],
  ['unreadable', 'file-unreadable'],
  ['broken-link', 'broken-link'],
  ['not-a-file', 'not-a-file'],
  ['too-large', 'file-too-large'],
];
