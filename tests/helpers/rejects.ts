/**
 * Wrong input for the whole program, written beside what it must be answered with. A case is a text file:
 *
 *     # why this is wrong
 *     change templates/hyoka3/theme.yaml
 *     - format: 1
 *     + format: 2
 *     write templates/hyoka3/extra.hbs
 *     | the file's lines
 *     remove fonts/manifest.yaml
 *     folder out/R6/booklet-1-1.pdf
 *     run build R6
 *     exit 1
 *     expect not-one-of templates/hyoka3/theme.yaml:5:9
 *
 * It starts from a workspace with copies of `content/`, `templates/` and, where it names a path in it, `fonts/`.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { changeIn, workspace, writeInto } from './program.ts';
import { ROOT } from './sources.ts';

export type Case = {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly args: readonly string[];
  readonly exit: number;
  readonly expected: readonly string[];
};

type Step = { readonly verb: string; readonly path: string; readonly lines: string[] };

/** The cases of a folder below `tests/rejects/`. */
export function casesIn(folder: string): Case[] {
  const path = `${ROOT}tests/rejects/${folder}`;
  return readdirSync(path)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) =>
      readCase(`${folder}/${file.replace(/\.txt$/, '')}`, readFileSync(join(path, file), 'utf8')),
    );
}

function readCase(name: string, text: string): Case {
  const steps: Step[] = [];
  for (const line of text.split('\n')) {
    const [, verb = '', rest = ''] = /^(\S+) ?(.*)$/.exec(line) ?? [];
    if (/^[-+|]$/.test(verb)) steps.at(-1)?.lines.push(line);
    else if (verb !== '' && verb !== '#') steps.push({ verb, path: rest, lines: [] });
  }
  const all = (wanted: string) => steps.filter(({ verb }) => verb === wanted).map(({ path }) => path);
  const run = all('run')[0];
  const exit = all('exit')[0];
  if (run === undefined || exit === undefined) throw new Error(`${name} says not what to run or how it ends`);
  return { name, steps, args: run.split(' '), exit: Number(exit), expected: all('expect') };
}

/** A workspace with the case's mistakes in it. */
export function prepareCase({ steps }: Case): string {
  const folder = workspace();
  cpSync(`${ROOT}templates`, join(folder, 'templates'), { recursive: true });
  if (steps.some(({ path }) => path.startsWith('fonts/'))) {
    cpSync(`${ROOT}fonts`, join(folder, 'fonts'), { recursive: true });
  }
  for (const step of steps) ACTIONS[step.verb]?.(folder, step);
  return folder;
}

const ACTIONS: Readonly<Record<string, (folder: string, step: Step) => void>> = {
  write: (folder, { path, lines }) => writeInto(folder, path, `${block(lines, '|')}\n`),
  change: (folder, { path, lines }) => changeIn(folder, path, block(lines, '-'), block(lines, '+')),
  remove: (folder, { path }) => rmSync(join(folder, path), { recursive: true }),
  folder: (folder, { path }) => mkdirSync(join(folder, path), { recursive: true }),
};

/** The lines behind one mark, without it and the space that follows. */
function block(lines: readonly string[], mark: string): string {
  return lines
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice(2))
    .join('\n');
}
