import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runScript } from '../../src/ground/child-program.ts';
import { temporaryFolder } from '../helpers/program.ts';
import { ENDLESS, saidIn, until } from '../helpers/until.ts';

/** A script in a folder of its own. */
function script(text: string): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'script.js');
  writeFileSync(file, text);
  return { folder, file };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/stat`) || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

const never = new AbortController().signal;

test('a script ends with its code, and what it says is kept', async () => {
  const { folder, file } = script(
    'console.error(process.argv[2], Object.keys(process.env).length); process.exit(3);',
  );
  const { code, stderr } = await runScript(file, ['word'], folder, never);
  expect([code, stderr]).toEqual([3, expect.stringMatching(/^word \d+\n$/)]);
});

test('one that does not end is ended, with what it has started', async () => {
  const { folder, file } = script(`
    process.on('SIGTERM', () => {});
    const { pid } = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(ENDLESS)}], { stdio: 'inherit' });
    require('fs').writeFileSync('pids', process.pid + ' ' + pid);
    ${ENDLESS}`);
  const stop = new AbortController();
  const ended = runScript(file, [], folder, stop.signal);
  const pids = (await saidIn(join(folder, 'pids'))).split(' ').map(Number);
  expect(pids.map(isRunning)).toEqual([true, true]);
  stop.abort();
  expect((await ended).code).toBe('SIGKILL');
  await until(() => !pids.some(isRunning));
});

test('one that leaves something running does not hold this program up', async () => {
  const { folder, file } = script(`
    const { pid } = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(ENDLESS)}], { stdio: 'inherit' });
    require('fs').writeFileSync('pid', String(pid));
    process.exit(0);`);
  expect((await runScript(file, [], folder, never)).code).toBe(0);
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  await until(() => !isRunning(pid));
});

test('none is started once it is to be stopped', async () => {
  const { folder, file } = script('require("fs").writeFileSync("ran", "")');
  expect((await runScript(file, [], folder, AbortSignal.abort())).code).toBe('stopped');
  expect(existsSync(join(folder, 'ran'))).toBe(false);
});
