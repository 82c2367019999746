/**
 * The only room that touches the disk. Everything else is given bytes and names.
 */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';

/** Why a file or folder could not be read. */
export type ReadFailure = {
  readonly failure:
    | 'missing'
    | 'not-a-file'
    | 'not-a-folder'
    | 'broken-link'
    | 'denied'
    | 'too-large'
    | 'unreadable';
  /** The file's size in bytes, where `too-large`. */
  readonly size?: number | undefined;
  /** How many bytes would have been read, where `too-large`. */
  readonly limit?: number | undefined;
};

/** What the pipeline sees of the disk. Paths are as the caller wrote them. */
export interface World {
  /** The file's bytes, or why not. A file larger than `limit` bytes is not opened. */
  read(path: string, limit?: number): Uint8Array | ReadFailure;
  /** The names in a folder, sorted by code unit, or why not. */
  list(path: string): readonly string[] | ReadFailure;
}

/** What stands at a path itself; what a link leads to does not count. */
export type Kind = 'file' | 'folder' | 'link' | 'other';

/** A disk whose links can be told from what they lead to. */
export interface Tree extends World {
  kind(path: string): Kind | ReadFailure;
  /** A plain file's size in bytes; of what cannot be read, none. */
  size(path: string): number;
}

/** Tells a failure from bytes or names. */
export function isFailure(answer: object | string): answer is ReadFailure {
  return typeof answer === 'object' && 'failure' in answer;
}

/** The real disk. */
export const disk: Tree = {
  read(path, limit = Number.POSITIVE_INFINITY) {
    try {
      const stat = statSync(path);
      if (!stat.isFile()) return { failure: 'not-a-file' };
      if (stat.size > limit) return { failure: 'too-large', size: stat.size, limit };
      return readFileSync(path);
    } catch (error) {
      return explain(path, error);
    }
  },
  list(path) {
    try {
      return readdirSync(path).sort();
    } catch (error) {
      return explain(path, error);
    }
  },
  size(path) {
    try {
      return lstatSync(path).size;
    } catch {
      return 0;
    }
  },
  kind(path) {
    try {
      const stat = lstatSync(path);
      // Junctions of Windows are links too.
      if (stat.isSymbolicLink()) return 'link';
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
    } catch (error) {
      return explain(path, error);
    }
  },
};

function explain(path: string, error: unknown): ReadFailure {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ELOOP') return { failure: isLink(path) ? 'broken-link' : 'missing' };
  if (code === 'ENOTDIR') return { failure: 'not-a-folder' };
  if (code === 'EISDIR') return { failure: 'not-a-file' };
  if (code === 'EACCES' || code === 'EPERM') return { failure: 'denied' };
  return { failure: 'unreadable' };
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
