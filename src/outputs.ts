/**
 * Writes files and folders whole or not at all: a temporary one in the same folder, then a rename. A run that fails or
 * is killed leaves the last good file as it was; what a killed run left behind is swept away by the next one.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Diagnostic, diagnose, type Result } from './diagnostic.ts';

/** Names this machine in temporary files' names, so that a shared folder's other machines are left alone. */
const MACHINE = Buffer.from(hostname()).toString('hex').slice(0, 16);

/**
 * @param path the file to write; its folder is made where missing
 * @param bytes the whole content
 * @returns nothing, or why the file could not be written, in words for a clerk
 */
export function writeWhole(path: string, bytes: Uint8Array): Diagnostic | undefined {
  return wholly(path, (temporary) => {
    writeSynced(temporary, bytes);
    return undefined;
  });
}

/**
 * Writes a new folder; one that is there already is never touched.
 *
 * @param path the folder to make
 * @param files their paths below it, with forward slashes
 * @param check is given the folder as it lies on the disk before it gets its name; a diagnostic leaves nothing behind
 * @returns nothing, or why the folder could not be written, in words for a clerk
 */
export function writeFolder(
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
  check: (written: string) => Diagnostic | undefined,
): Diagnostic | undefined {
  if (existsSync(path)) return inTheWay(path);
  return wholly(path, (temporary) => {
    // A killed run may have left a folder of this name, with files that are none of these.
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
    writeFiles(temporary, files, writeSynced);
    return check(temporary);
  });
}

/**
 * Puts files into a folder of their own among the system's temporary ones, and removes it in the end.
 *
 * @param use is given the folder
 * @returns what `use` returns, or why the files could not be written
 */
export async function withTemporaryFiles<T>(
  files: ReadonlyMap<string, Uint8Array>,
  use: (folder: string) => Promise<T>,
): Promise<Result<T>> {
  const { value: folder, diagnostics } = temporaryFolder();
  if (folder === undefined) return { diagnostics };
  try {
    try {
      writeFiles(folder, files, writeFileSync);
    } catch (error) {
      return { diagnostics: [trouble(folder, error)] };
    }
    return { value: await use(folder), diagnostics: [] };
  } finally {
    discard(folder);
  }
}

function temporaryFolder(): Result<string> {
  const parent = tmpdir();
  try {
    return { value: mkdtempSync(join(parent, 'hyokahyo-')), diagnostics: [] };
  } catch (error) {
    return { diagnostics: [trouble(parent, error)] };
  }
}

/** Writes under a temporary name beside the path, then gives it its name, unless something is wrong with it. */
function wholly(path: string, write: (temporary: string) => Diagnostic | undefined): Diagnostic | undefined {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${MACHINE}-${process.pid}.tmp`);
  try {
    makeFolder(folder);
    sweep(folder, basename(path));
    const wrong = write(temporary);
    if (wrong) discard(temporary);
    else renameSync(temporary, path);
    return wrong;
  } catch (error) {
    discard(temporary);
    return trouble(path, error);
  }
}

/**
 * Makes a folder and those above it. Node's own way never ends where the system says ENOENT of a new folder though the
 * one above it is there: `/proc`, some network disks.
 */
function makeFolder(path: string): void {
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

function writeFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  write: (path: string, bytes: Uint8Array) => void,
): void {
  for (const [name, bytes] of files) {
    const file = join(folder, name);
    makeFolder(dirname(file));
    write(file, bytes);
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function discard(temporary: string): void {
  try {
    rmSync(temporary, { recursive: true, force: true });
  } catch {
    // The folder cannot be written at all: then there is no temporary file either.
  }
}

/** Removes the temporary files that killed runs of this machine left for the same output. */
function sweep(folder: string, name: string): void {
  const prefix = `.${name}.${MACHINE}-`;
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(prefix) || !entry.endsWith('.tmp')) continue;
    const owner = Number(entry.slice(prefix.length, -'.tmp'.length));
    if (Number.isInteger(owner) && !isRunning(owner)) discard(join(folder, entry));
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The machine is in the way: error codes of the system in words. */
function trouble(path: string, error: unknown): Diagnostic {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diagnose(
        'disk-full',
        { path },
        { hints: ['いらないファイルを消すか、--out で別の場所を指定してください。'] },
      );
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return diagnose(
        'output-locked',
        { path },
        { hints: ['PDF を開いているプログラムを閉じるか、フォルダーの書き込みの許可を確かめてください。'] },
      );
    case 'EROFS':
      return diagnose('output-read-only', { path }, { hints: ['--out で別の場所を指定してください。'] });
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOTEMPTY':
      return inTheWay(path);
    default:
      if (code === undefined) throw error;
      return diagnose('output-failed', { path, code });
  }
}

function inTheWay(path: string): Diagnostic {
  const hints = ['その名前のファイルやフォルダーをどけてください。'];
  return diagnose('output-in-the-way', { path }, { hints });
}
