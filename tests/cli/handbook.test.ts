/** What the handbook shows is what the program says and takes. */
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeIn, runProgram, workspace, writeInto } from '../helpers/program.ts';
import { ROOT } from '../helpers/sources.ts';

const MEASURE = 'content/R6/measures/1-1.yaml';

/** What is typed instead of what in {@link MEASURE} to be answered with a code. */
const SLIPS: Readonly<Record<string, readonly [string, string]>> = {
  'unknown-plan-word': ['漸増, actual: 45', '漸増加, actual: 45'],
  'yaml-colon': ['name: 虐待対応事業', 'name：虐待対応事業'],
  'figure-too-wide': ['actual: 1091', 'actual: 1234567'],
};

const handbook = readFileSync(`${ROOT}content/README.md`, 'utf8');

/** Messages with a place, each up to the empty line or the end of its block. */
const shown = [...handbook.matchAll(/^```\n(\S+:\d+:\d+ エラー (\S+)\n[\s\S]*?)(?:\n\n|\n```)/gm)].map(
  ([, message = '', code = '']) => ({ message, code }),
);

test('every message that is shown is tried', () => {
  expect(shown.map(({ code }) => code).sort()).toEqual(Object.keys(SLIPS).sort());
});

test.each(shown)('$code', async ({ message, code }) => {
  const cwd = workspace();
  cpSync(`${ROOT}templates`, join(cwd, 'templates'), { recursive: true });
  const [typed, instead] = SLIPS[code] as readonly [string, string];
  changeIn(cwd, MEASURE, typed, instead);
  const { code: exit, stdout } = await runProgram(['check', 'R6'], { cwd });
  expect(exit).toBe(1);
  expect(stdout).toContain(`${message}\n`);
});

/** The one piece of YAML that begins so. */
function example(start: string): string {
  const pieces = [...handbook.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, yaml]) => yaml as string);
  const found = pieces.filter((yaml) => yaml.startsWith(start));
  expect(found).toHaveLength(1);
  return found[0] as string;
}

test('the program that is shown can be added to a measure', async () => {
  const cwd = workspace();
  appendFileSync(join(cwd, MEASURE), example('  - number: '));
  const { code, stdout } = await runProgram(['check', 'R6', '--program', '1-1#3'], { cwd });
  expect([code, stdout]).toEqual([0, expect.stringContaining('誤りはありません')]);
});

test('the meeting that is shown can be held', async () => {
  const cwd = workspace();
  writeInto(cwd, 'content/R6/agendas/2026-11-22.yaml', example('# yaml-language-server'));
  const { code } = await runProgram(['agenda', 'R6', '--meeting', '2026-11-22'], { cwd });
  expect(code).toBe(0);
});
