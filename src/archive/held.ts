/** Files in memory: what a bag is made of, and what it is made from. */
import type { World } from '../ground/world.ts';

/** Bytes by path; paths have forward slashes and name no folder above. */
export type Held = ReadonlyMap<string, Uint8Array>;

/** A disk that holds these files and nothing else. */
export function heldWorld(files: Held): World {
  return {
    read: (path) => files.get(path) ?? { failure: 'missing' },
    list(path) {
      const below = [...files.keys()].filter((file) => file.startsWith(`${path}/`));
      const names = below.map((file) => file.slice(path.length + 1).split('/')[0] as string);
      return names.length > 0 ? [...new Set(names)].sort() : { failure: 'missing' };
    },
  };
}

/** The files below a folder, by their paths in it. */
export function below(files: Held, folder: string): Held {
  const prefix = `${folder}/`;
  return new Map(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), bytes] as const] : [],
    ),
  );
}

/** The same files, one folder deeper. */
export function inFolder(files: Held, folder: string): Held {
  return new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes] as const));
}

/** Whether two files hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}

/** Whether the same files lie at the same paths. */
export function sameFiles(a: Held, b: Held): boolean {
  return a.size === b.size && [...a].every(([path, bytes]) => isSame(bytes, b.get(path)));
}

function isSame(bytes: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && sameBytes(bytes, other);
}

/** UTF-8. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
