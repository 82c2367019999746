/** Writes under a temporary name beside the path, then gives it its name: whole or not at all. */
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isLeftOver, isTemporaryName, temporaryName } from './temporary-names.ts';

/** What comes to be under a temporary name. */
export type Draft<T> = {
  /** Makes it, empty; throws EEXIST where the name is taken, also by a link that leads nowhere. */
  readonly make: (temporary: string) => void;
  /** Fills it; what is returned, if anything, is why it may not get its name. */
  readonly fill: (temporary: string) => T | undefined;
};

/** How often a name is looked for, and a draft written that somebody takes away. */
const MOST_TRIES = 3;

/**
 * What stands at the path gives way to the draft: an earlier file; a link, but not what it leads to. Under other names
 * an earlier file stays as it is.
 *
 * @returns what `fill` returned: then the path is as it was
 * @throws what the system says
 */
export function publish<T>(path: string, draft: Draft<T>): T | undefined {
  return retried('ENOENT', () => tryOnce(path, draft));
}

function tryOnce<T>(path: string, draft: Draft<T>): T | undefined {
  const folder = dirname(path);
  makeFolder(folder);
  const temporary = retried('EEXIST', () => makeDraft(folder, draft));
  try {
    sweep(folder, basename(temporary));
    const wrong = draft.fill(temporary);
    if (wrong === undefined) renameSync(temporary, path);
    else discard(temporary);
    return wrong;
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

/** Where making fails, what lies there is not ours, and stays. */
function makeDraft(folder: string, draft: Draft<unknown>): string {
  const temporary = join(folder, temporaryName());
  draft.make(temporary);
  return temporary;
}

/** Does the work, again where it fails with the code of the system. */
function retried<T>(code: string, work: () => T): T {
  for (let tries = 1; ; tries++) {
    try {
      return work();
    } catch (error) {
      if (tries === MOST_TRIES || (error as NodeJS.ErrnoException).code !== code) throw error;
    }
  }
}

/**
 * Makes a folder and those above it. Node's own way never ends where the system says ENOENT of a new folder though the
 * one above it is there: `/proc`, some network disks.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have made it at the same moment.
    if (!existsSync(path)) throw error;
  }
}

/** Removes a file or folder, or leaves it where that is not allowed; a link, not what it leads to. */
export function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Where nothing may be removed, nothing of ours can lie.
  }
}

/**
 * Removes what killed runs left in a folder.
 *
 * @param own what has just been made there: by its time the disk's clock is read
 */
function sweep(folder: string, own: string): void {
  try {
    const now = lstatSync(join(folder, own)).mtimeMs;
    for (const name of readdirSync(folder)) {
      if (name === own || !isTemporaryName(name)) continue;
      const age = now - lstatSync(join(folder, name)).mtimeMs;
      if (isLeftOver(name, age)) discard(join(folder, name));
    }
  } catch {
    // Another run has swept in between, or the folder may not be read: there is another time.
  }
}
