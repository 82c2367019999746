/**
 * Arguments → command → exit code. The only room that touches the process and the console.
 *
 * Exit codes: 0 done, 1 the content is wrong, 2 the command line is wrong, 3 the machine is in the way, 70 a bug.
 */

import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { withProgress } from '../ground/progress.ts';
import { reportJson, reportText } from '../ground/report.ts';
import { disk } from '../ground/world.ts';
import { type Flags, parseCommandLine } from './arguments.ts';
import { COMMANDS, OVERVIEW } from './commands/rows.ts';
import type { Outcome, Output } from './commands/run.ts';

/** For the launcher, which stores compiled code. */
export { writeWhole } from '../ground/outputs.ts';

/** Replaced by the bundler with the version of package.json. */
declare const HYOKAHYO_VERSION: string;

export const EXIT = { done: 0, content: 1, usage: 2, machine: 3, bug: 70 } as const;

/** Codes that speak of the machine, not of what was typed. */
const MACHINE_CODES: ReadonlySet<string> = new Set([
  'disk-full',
  'output-locked',
  'output-read-only',
  'output-in-the-way',
  'output-failed',
  'archive-tool',
  'archive-unwritten',
  'bag-unreadable',
  'file-denied',
  'file-unreadable',
]);

/** Codes that, without a place in a file, speak of wrong values on the command line. */
const USAGE_CODES: ReadonlySet<string> = new Set([
  'agenda-both',
  'agenda-revised',
  'agenda-which',
  'archive-first',
  'archive-reason',
  'archive-sealed',
  'bidi-character',
  'block-too-tall',
  'broken-character',
  'character-private-use',
  'control-character',
  'date-form',
  'decomposed-text',
  'edition-name',
  'empty-selection',
  'era-year',
  'forced-break',
  'glyph-missing',
  'impossible-date',
  'indent-too-wide',
  'invisible-character',
  'line-break',
  'not-a-bag',
  'not-a-date',
  'odd-space',
  'operand-missing',
  'outer-space',
  'paper-number',
  'paper-taken',
  'private-character',
  'tab-in-text',
  'unknown-edition',
  'unknown-era',
  'unknown-meeting',
  'unknown-selection',
  'wrong-weekday',
]);

/**
 * Runs one command line; never throws.
 *
 * @param argv the words after the program's name
 * @param home this program's folder, which brings templates and fonts along
 * @param tool the folder of the compiled program itself
 * @returns the exit code
 */
export async function main(argv: readonly string[], home: string, tool: string): Promise<number> {
  process.stdout.on('error', (error) => lost(error, '標準出力'));
  process.stderr.on('error', (error) => lost(error));
  try {
    return await run(argv, home, tool);
  } catch (error) {
    return reportBug(error, argv.includes('--debug'));
  }
}

async function run(argv: readonly string[], home: string, tool: string): Promise<number> {
  const { command, operands, flags, diagnostics } = parseCommandLine(argv, COMMANDS);
  if (diagnostics.length > 0) {
    report({ diagnostics, outputs: [] }, flags, EXIT.usage);
    return EXIT.usage;
  }
  if (flags.version) return say(`hyokahyo ${HYOKAHYO_VERSION}\n`);
  if (!command) {
    if (flags.help || argv.length === 0) return say(OVERVIEW);
    process.stderr.write(OVERVIEW);
    return EXIT.usage;
  }
  if (flags.help) return say(command.help);
  const terminal = process.stderr.isTTY && !flags.quiet && !flags.json ? process.stderr : undefined;
  const outcome = await withProgress(terminal, (progress) =>
    command.run({
      world: disk,
      operands,
      flags,
      home,
      tool,
      creator: `hyokahyo ${HYOKAHYO_VERSION}`,
      progress,
    }),
  );
  const code = exitCode(outcome);
  report(outcome, flags, code);
  return code;
}

/** A reader that has gone (`| head`) is nobody's mistake; where a file takes no more, the machine is in the way. */
function lost({ code = '' }: NodeJS.ErrnoException, path?: string): void {
  if (code === 'EPIPE') return;
  process.once('exit', () => {
    process.exitCode = EXIT.machine;
  });
  if (path) process.stderr.write(reportText([diagnose('output-failed', { path, code })]));
}

function say(text: string): number {
  process.stdout.write(text);
  return EXIT.done;
}

/** What was asked for goes to standard output, all else to standard error: of a wrong command line all. */
function report(outcome: Outcome, flags: Flags, code: number): void {
  const isAnswer = (one: Diagnostic) => code !== EXIT.usage && outcome.isAnswer?.(one) === true;
  if (flags.json) {
    process.stdout.write(`${reportJson(outcome.diagnostics, outcome.outputs, outcome.result)}\n`);
    return;
  }
  const shown = flags.quiet ? outcome.diagnostics.filter(isError) : outcome.diagnostics;
  write(
    process.stderr,
    shown.filter((one) => !isAnswer(one)),
    flags,
  );
  write(process.stdout, shown.filter(isAnswer), flags);
  if (flags.quiet) return;
  for (const output of outcome.outputs) process.stdout.write(`${describe(output)}\n`);
  if (outcome.note) process.stdout.write(`${outcome.note}\n`);
}

/** Colours are for a terminal alone: a file would hold their codes. */
function write(stream: NodeJS.WriteStream, diagnostics: readonly Diagnostic[], flags: Flags): void {
  if (diagnostics.length === 0) return;
  const color = stream.isTTY === true && !flags['no-color'] && !process.env.NO_COLOR;
  stream.write(reportText(diagnostics, { color, all: flags.all }));
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** `out/R6/booklet.pdf（6 ページ、312 KB）` */
function describe({ file, pages, bytes }: Output): string {
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${file}（${pages === undefined ? '' : `${pages} ページ、`}${size}）`;
}

function exitCode({ diagnostics }: Outcome): number {
  const errors = diagnostics.filter(isError);
  if (errors.some(({ code }) => MACHINE_CODES.has(code))) return EXIT.machine;
  if (errors.length === 0) return EXIT.done;
  return errors.every(({ code, span }) => !span && USAGE_CODES.has(code)) ? EXIT.usage : EXIT.content;
}

function reportBug(error: unknown, debug: boolean): number {
  const detail = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(
    `hyokahyo の不具合です。内容は失われていません。\n` +
      `次の行と、そのとき使ったファイルを添えて、担当の情報部門に知らせてください（--debug を付けると、くわしく表示します）。\n` +
      `  hyokahyo ${HYOKAHYO_VERSION}: ${detail.message.split('\n')[0]}\n`,
  );
  if (debug) process.stderr.write(`${detail.stack}\n`);
  return EXIT.bug;
}
