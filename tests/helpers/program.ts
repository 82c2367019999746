/** Runs the compiled program as a clerk does: in a folder of one's own, with a content folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from './sources.ts';
import { type Answer, cleanEnvironment, runWarm } from './warm-program.ts';

export type { Answer };

/** What starts the compiled program; `npm test` compiles it first. */
export const PROGRAM = `${ROOT}dist/hyokahyo.js`;

type Options = {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another copy of the program's start. */
  readonly program?: string;
};

/** Starts the program without waiting for it. */
export function startProgram(
  args: readonly string[],
  { cwd, env = {}, program = PROGRAM }: Options,
): ChildProcess {
  return spawn(process.execPath, [program, ...args], { cwd, env: { ...cleanEnvironment(), ...env } });
}

/**
 * Runs the program to its end: in a process that has run others, one after the other, unless its environment or its start
 * are to be others.
 */
export function runProgram(args: readonly string[], options: Options): Promise<Answer> {
  return options.env || options.program ? runFresh(args, options) : runWarm(args, options.cwd);
}

/** Runs the program to its end in a process of its own, its output read through pipes. */
export function runFresh(args: readonly string[], options: Options): Promise<Answer> {
  return answerOf(startProgram(args, options));
}

/** Waits for a process and gathers what it has said. */
export function answerOf(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** A folder that is gone when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Puts a copy of the compiled program into a folder, as `dist`, without the code caches: other tests' programs write
 * them meanwhile.
 *
 * @returns what starts the copy
 */
export function copyProgram(folder: string): string {
  const target = join(folder, 'dist');
  for (const name of readdirSync(dirname(PROGRAM)).filter((one) => !one.startsWith('cache-')))
    cpSync(join(dirname(PROGRAM), name), join(target, name), { recursive: true });
  return join(target, 'hyokahyo.js');
}

/** What stands in `out/R6/booklet.pdf` of a workspace before a run. */
export const LAST_GOOD = '%PDF-1.7 the last good booklet\n';

/** A temporary folder with a copy of `content/` and a last good booklet. */
export function workspace(): string {
  const folder = temporaryFolder();
  cpSync(`${ROOT}content`, join(folder, 'content'), { recursive: true });
  writeInto(folder, 'out/R6/booklet.pdf', LAST_GOOD);
  return folder;
}

/** Writes a file below a folder, with the folders it needs. */
export function writeInto(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Every file below a folder with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** The booklet of the sample edition, with what more the command line says. */
export function buildOnce(...flags: string[]): Promise<Buffer> {
  return buildFrom(ROOT, flags);
}

/** The sample edition's booklet as it is sealed. */
export async function archiveOnce(): Promise<Buffer> {
  const out = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
  try {
    const { code, stderr } = await runProgram(['archive', 'R6', '--out', out], { cwd: ROOT });
    if (code !== 0) throw new Error(stderr);
    return readFileSync(join(out, 'archive/R6/v1/data/booklet/booklet.pdf'));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The tables of the sample edition, without front and back matter. */
export async function buildTables(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
  try {
    cpSync(`${ROOT}content`, join(folder, 'content'), { recursive: true });
    appendFileSync(join(folder, 'content/R6/edition.yaml'), '\nbooklet: false\n');
    return await buildFrom(folder, []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildFrom(cwd: string, flags: readonly string[]): Promise<Buffer> {
  const out = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
  try {
    const { code, stderr } = await runProgram(['build', 'R6', '--out', out, ...flags], { cwd });
    if (code !== 0) throw new Error(stderr);
    const [file = ''] = readdirSync(join(out, 'R6'));
    return readFileSync(join(out, 'R6', file));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Replaces a text that a file holds exactly once. */
export function changeIn(folder: string, path: string, typed: string, instead: string): void {
  const before = readFileSync(join(folder, path), 'utf8');
  if (before.split(typed).length !== 2) throw new Error(`${path} does not hold once: ${typed}`);
  writeFileSync(
    join(folder, path),
    before.replace(typed, () => instead),
  );
}

/** The diagnostics of a text report: `code`, or `code file:line:column`, errors only, each place of a cause. */
export function reportedErrors(report: string): string[] {
  const found: string[] = [];
  let code: string | undefined;
  for (const line of report.split('\n')) {
    const [title, place, severity, name] =
      /^(?:(\S+:\d+:\d+) )?(エラー|警告|情報) ([a-z0-9-]+)(?:（\d+ か所）)?$/.exec(line) ?? [];
    if (title !== undefined) code = severity === 'エラー' ? name : undefined;
    const here = title === undefined ? /^ {2}同じ: (\S+:\d+:\d+)/.exec(line)?.[1] : place;
    if (code !== undefined && (title !== undefined || here)) found.push(here ? `${code} ${here}` : code);
  }
  return found;
}

/** The lines of a stack trace, which no clerk may ever see. */
export const STACK_TRACE = /\n\s+at .+:\d+:\d+|\n\s+at .+\(.*\)/;
