/** The machine in the way: full disks behind the booklet and behind the answer, a folder nobody may write. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  answerOf,
  filesBelow,
  LAST_GOOD,
  PROGRAM,
  reportedErrors,
  STACK_TRACE,
  workspace,
  writeInto,
} from '../helpers/program.ts';
import { ROOT } from '../helpers/sources.ts';

/** Runs the program behind a shell's limits or as somebody else. */
function runBehind(wrapper: readonly string[], args: readonly string[], cwd: string) {
  const [command = '', ...rest] = [...wrapper, process.execPath, PROGRAM, ...args];
  return answerOf(spawn(command, rest, { cwd }));
}

describe('no room for the booklet', () => {
  test('on a full disk: said in words, the last good booklet stays', async ({ skip }) => {
    const cwd = workspace();
    const disk = join(cwd, 'papers');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    if (mounted.status !== 0) skip('mounting is not permitted here; the limit on file sizes is tried below');
    onTestFinished(() => void spawnSync('umount', [disk]));
    writeInto(disk, 'R6/booklet.pdf', LAST_GOOD);
    const { code, stderr } = await runBehind([], ['build', '--out', 'papers'], cwd);
    expect([code, reportedErrors(stderr)]).toEqual([3, ['disk-full']]);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(filesBelow(disk)).toEqual(['R6/booklet.pdf']);
    expect(readFileSync(join(disk, 'R6/booklet.pdf'), 'utf8')).toBe(LAST_GOOD);
  });

  test('under a limit on file sizes: said in words, the last good booklet stays', async () => {
    const cwd = workspace();
    const { code, stderr } = await runBehind(['sh', '-c', 'ulimit -f 16; exec "$@"', 'sh'], ['build'], cwd);
    expect([code, reportedErrors(stderr)]).toEqual([3, ['output-failed']]);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['R6/booklet.pdf']);
    expect(readFileSync(join(cwd, 'out/R6/booklet.pdf'), 'utf8')).toBe(LAST_GOOD);
  });
});

test('no room for the answer', async () => {
  const child = spawn(process.execPath, [PROGRAM, '--help'], {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
  });
  const { code, stderr } = await answerOf(child);
  expect([code, reportedErrors(stderr)]).toEqual([3, ['output-failed']]);
  expect(stderr).not.toMatch(STACK_TRACE);
});

/** What runs the program as somebody who may not do everything; nothing where there is no such way. */
function asSomebody(cwd: string): readonly string[] | undefined {
  chmodSync(cwd, 0o755);
  if (process.getuid?.() !== 0) return [];
  const wrapper = ['setpriv', '--reuid=65534', '--clear-groups', '--'];
  const [command = '', ...rest] = [...wrapper, process.execPath, PROGRAM, '--version'];
  return spawnSync(command, rest, { cwd }).status === 0 ? wrapper : undefined;
}

const AS_ROOT = 'root may do everything, and the program cannot be run as somebody else here';

test('a folder that may not be written', async ({ skip }) => {
  const cwd = workspace();
  const folder = join(cwd, 'out/R6');
  chmodSync(folder, 0o555);
  const wrapper = asSomebody(cwd);
  if (!wrapper) return skip(AS_ROOT);
  const { code, stderr } = await runBehind(wrapper, ['build'], cwd);
  expect([code, reportedErrors(stderr)]).toEqual([3, ['output-locked']]);
  expect(readdirSync(folder)).toEqual(['booklet.pdf']);
});

test.for([
  'content/R6/edition.yaml',
  'templates/hyoka3/theme.yaml',
  'templates/hyoka3/program.hbs',
  'fonts/manifest.yaml',
])('%s, which may not be read', async (file, { skip }) => {
  const cwd = workspace();
  for (const folder of ['templates', 'fonts'])
    cpSync(`${ROOT}${folder}`, join(cwd, folder), { recursive: true });
  chmodSync(join(cwd, file), 0o000);
  const wrapper = asSomebody(cwd);
  if (!wrapper) return skip(AS_ROOT);
  const { code, stdout } = await runBehind(wrapper, ['check', '--fonts', 'fonts'], cwd);
  expect([code, reportedErrors(stdout)]).toEqual([3, ['file-denied']]);
});
