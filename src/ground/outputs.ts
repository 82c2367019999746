/**
 * Writes files and folders whole or not at all: a temporary one in the same folder, then a rename. A run that fails or
 * is killed leaves the last good file as it was; what a killed run left behind is swept away by a later one.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Diagnostic, diagnose, type Result } from './diagnostic.ts';
import { type Draft, discard, makeFolder, publish } from './outputs/draft.ts';
import { beforeEnding } from './outputs/signals.ts';

/** Only what is not there yet is opened for writing: no link is ever followed. */
const NEW = 'wx';

/**
 * @param path the file to write; its folder is made where missing
 * @param bytes the whole content
 * @returns nothing, or why the file could not be written, in words for a clerk
 */
export function writeWhole(path: string, bytes: Uint8Array): Diagnostic | undefined {
  let file: number;
  return wholly(path, {
    make: (temporary) => {
      file = openSync(temporary, NEW);
    },
    fill: () => {
      writeSynced(file, bytes);
      return undefined;
    },
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
  return wholly(path, {
    make: mkdirSync,
    fill: (temporary) => {
      writeFiles(temporary, files, (file, bytes) => writeSynced(openSync(file, NEW), bytes));
      return check(temporary);
    },
  });
}

/**
 * Puts files into a folder of their own among the system's temporary ones, and removes it in the end. A signal that ends
 * this program waits for that.
 *
 * @param use is given the folder, and what says that such a signal has come
 * @returns what `use` returns, or why the files could not be written
 */
export function withTemporaryFiles<T>(
  files: ReadonlyMap<string, Uint8Array>,
  use: (folder: string, stopped: AbortSignal) => Promise<T>,
): Promise<Result<T>> {
  return beforeEnding((stopped) => withFolder(files, (folder) => use(folder, stopped)));
}

async function withFolder<T>(
  files: ReadonlyMap<string, Uint8Array>,
  use: (folder: string) => Promise<T>,
): Promise<Result<T>> {
  const { value: folder, diagnostics } = temporaryFolder();
  if (folder === undefined) return { diagnostics };
  try {
    try {
      writeFiles(folder, files, (file, bytes) => writeFileSync(file, bytes, { flag: NEW }));
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

function wholly(path: string, draft: Draft<Diagnostic>): Diagnostic | undefined {
  try {
    return publish(path, draft);
  } catch (error) {
    return trouble(path, error);
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

/** Writes into an open file, waits for the disk and closes it. */
function writeSynced(file: number, bytes: Uint8Array): void {
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The machine is in the way: error codes of the system in words. */
function trouble(path: string, error: unknown): Diagnostic {
  const { code, errno } = error as NodeJS.ErrnoException;
  switch (errno === -constants.errno.EDQUOT ? 'EDQUOT' : code) {
    case 'ENOSPC':
    // Node has no name for a quota that is used up, only the system's number.
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
