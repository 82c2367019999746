/**
 * Bad input and the diagnostics it must give: each folder in `tests/rejects/<category>/` is a case. Its files are
 * laid over `tests/rejects/base/`, its `expect.txt` says what comes out, a line each:
 *
 *     # why this is a mistake
 *     setup remove edition.yaml                what a repository cannot hold, see SETUPS
 *     unknown-key measures/1-1.yaml:3:1        a code and its place, or the code alone where there is none
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadEdition, loadMeeting } from '../src/content/index.ts';
import type { Diagnostic } from '../src/ground/diagnostic.ts';
import { disk } from '../src/ground/world.ts';

const REJECTS = join(import.meta.dirname, 'rejects');
const SHOWN = 'content/R6';
const work = mkdtempSync(join(tmpdir(), 'rejects-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** What is run on a case's folder, for each category; a category more is a row more. */
const CATEGORIES: Readonly<Record<string, (folder: string) => readonly Diagnostic[]>> = {
  content: (folder) => loadEdition(disk, folder, SHOWN).diagnostics,
  meetings: meetingProblems,
};

/** Codes whose sentence leaves nothing to be said about what to type instead. */
const SAYS_ALL: ReadonlySet<string> = new Set([
  'empty-file',
  'file-missing',
  'folder-missing',
  'more-problems',
  'not-a-folder',
  'too-many-aliases',
  'yaml-too-deep',
]);

/** Files that git or Windows would not keep are made here. */
const SETUPS: Readonly<Record<string, (path: string, ...rest: string[]) => void>> = {
  remove: (path) => rmSync(path, { recursive: true }),
  folder: (path) => {
    rmSync(path, { force: true });
    mkdirSync(path, { recursive: true });
  },
  /** An empty file of another name. */
  file: (path) => writeFileSync(path, ''),
  'broken-link': (path) => {
    rmSync(path, { force: true });
    symlinkSync('nowhere', path);
  },
  /** A file of so many zeros that takes no room. */
  sparse: (path, size) => {
    writeFileSync(path, '');
    truncateSync(path, Number(size));
  },
  /** A text so many times; \n is a line end. */
  repeat: (path, count, ...text) =>
    writeFileSync(path, text.join(' ').replaceAll('\\n', '\n').repeat(Number(count))),
  /** The file as hexadecimal bytes. */
  bytes: (path, ...hex) => writeFileSync(path, Buffer.from(hex.join(''), 'hex')),
  crlf: (path) => writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n')),
};

for (const [category, run] of Object.entries(CATEGORIES)) {
  describe(category, () => {
    test.each(readdirSync(join(REJECTS, category)))('%s', (name) => {
      const source = join(REJECTS, category, name);
      const lines = readFileSync(join(source, 'expect.txt'), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      const folder = layOut(source, category, name);
      for (const line of lines.filter(isSetup)) if (!setUp(folder, line)) return;
      const told = run(folder);
      expect(told.map(summary)).toEqual(lines.filter((line) => !isSetup(line)));
      const bare = told.filter(({ code, hints }) => hints.length === 0 && !SAYS_ALL.has(code));
      expect(bare.map(({ code }) => code)).toEqual([]);
    });
  });
}

/** What is wrong with the one meeting of an edition that is right. */
function meetingProblems(folder: string): readonly Diagnostic[] {
  const agendas = join(folder, 'agendas');
  const name = (existsSync(agendas) ? readdirSync(agendas)[0] : undefined) ?? '2026-11-22.yaml';
  const edition = loadEdition(disk, folder, SHOWN).value;
  if (!edition) throw new Error('The base edition is wrong');
  return loadMeeting(disk, folder, edition, `${agendas}/${name}`, `${SHOWN}/agendas/${name}`).diagnostics;
}

function layOut(source: string, category: string, name: string): string {
  const folder = join(work, category, name, 'R6');
  cpSync(join(REJECTS, 'base'), folder, { recursive: true });
  for (const file of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.name === 'expect.txt') continue;
    const target = join(folder, file.parentPath.slice(source.length), file.name);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(file.parentPath, file.name), target);
  }
  return folder;
}

function isSetup(line: string): boolean {
  return line.startsWith('setup ');
}

/** False where the system does not allow it: links need a privilege on Windows. */
function setUp(folder: string, line: string): boolean {
  const [, kind = '', path = '', ...rest] = line.split(' ');
  const make = SETUPS[kind];
  if (!make) throw new Error(`No such setup: ${line}`);
  try {
    make(join(folder, path), ...rest);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM' && !existsSync(join(folder, path))) return false;
    throw error;
  }
}

/** `code file:line:column`, the file below the edition's folder. */
function summary({ code, span }: Diagnostic): string {
  if (!span) return code;
  return `${code} ${span.file.replace(`${SHOWN}/`, '')}:${span.start.line}:${span.start.column}`;
}
