/** A build that is killed, or that is not alone, never harms the last good booklet. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SEED } from '../helpers/chance.ts';
import {
  answerOf,
  buildOnce,
  filesBelow,
  LAST_GOOD,
  PROGRAM,
  runFresh,
  startProgram,
  workspace,
  writeInto,
} from '../helpers/program.ts';
import { randomFrom } from '../helpers/random.ts';

const KILLS = 200;

test(`killed ${KILLS} times at random moments: always a whole booklet, and no litter in the end`, async () => {
  const random = randomFrom(SEED);
  const good = await buildOnce();
  const cwd = workspace();
  const path = join(cwd, 'out/R6/booklet.pdf');
  const earlier = Buffer.from('%PDF-1.7 an earlier booklet\n'.repeat(20_000));
  /** How long a run takes that is left alone. */
  let duration = await timed(() => runFresh(['build'], { cwd }));
  const outcomes = { killed: 0, earlier: 0 };
  for (let run = 0; outcomes.killed < KILLS && run < 2 * KILLS; run++) {
    writeInto(cwd, 'out/R6/booklet.pdf', earlier);
    const moment = random() * duration;
    const start = performance.now();
    const child = startProgram(['build'], { cwd });
    const timer = setTimeout(() => child.kill('SIGKILL'), moment);
    const { signal } = await answerOf(child);
    clearTimeout(timer);
    const found = readFileSync(path);
    const isEarlier = found.equals(earlier);
    expect([SEED, run, moment, isEarlier || found.equals(good)]).toEqual([SEED, run, moment, true]);
    if (signal === null) duration = Math.min(duration, performance.now() - start);
    else outcomes.killed++;
    if (isEarlier) outcomes.earlier++;
  }
  expect(outcomes.killed).toBe(KILLS);
  expect(outcomes.earlier).toBeGreaterThan(0);

  expect((await runFresh(['build'], { cwd })).code).toBe(0);
  expect(readFileSync(path).equals(good)).toBe(true);
  expect(filesBelow(join(cwd, 'out'))).toEqual(['R6/booklet.pdf']);
});

test('killed twenty times the moment it writes: the next build sweeps up', async () => {
  const good = await buildOnce();
  const cwd = workspace();
  const folder = join(cwd, 'out/R6');
  for (let kill = 0; kill < 20; kill++) {
    writeInto(cwd, 'out/R6/booklet.pdf', LAST_GOOD);
    const child = startProgram(['build'], { cwd });
    const watcher = watch(folder, (_, name) => {
      if (name?.endsWith('.tmp')) child.kill('SIGKILL');
    });
    await answerOf(child);
    watcher.close();
    const found = readFileSync(join(folder, 'booklet.pdf'));
    expect([kill, found.equals(good) || found.equals(Buffer.from(LAST_GOOD))]).toEqual([kill, true]);
  }
  expect((await runFresh(['build'], { cwd })).code).toBe(0);
  expect(filesBelow(folder)).toEqual(['booklet.pdf']);
});

test('two builds at once, ten times: both are done, and the booklet is whole', async () => {
  const good = await buildOnce();
  const cwd = workspace();
  for (let round = 0; round < 10; round++) {
    writeInto(cwd, 'out/R6/booklet.pdf', 'earlier');
    const answers = await Promise.all([runFresh(['build'], { cwd }), runFresh(['build'], { cwd })]);
    expect(answers.map(({ code }) => code)).toEqual([0, 0]);
    expect(readFileSync(join(cwd, 'out/R6/booklet.pdf')).equals(good)).toBe(true);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['R6/booklet.pdf']);
  }
});

test('five times two builds with one process number, in containers of one name', async ({ skip }) => {
  const container = ['unshare', '--pid', '--fork', '--kill-child', '--', process.execPath, PROGRAM];
  if (spawnSync('unshare', ['--pid', '--fork', 'true']).status !== 0)
    skip('containers are not permitted here');
  const good = await buildOnce();
  const cwd = workspace();
  const [command = '', ...start] = container;
  const build = () => answerOf(spawn(command, [...start, 'build'], { cwd }));
  for (let round = 0; round < 5; round++) {
    writeInto(cwd, 'out/R6/booklet.pdf', 'earlier');
    const answers = await Promise.all([build(), build()]);
    expect(answers.map(({ code }) => code)).toEqual([0, 0]);
    expect(readFileSync(join(cwd, 'out/R6/booklet.pdf')).equals(good)).toBe(true);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['R6/booklet.pdf']);
  }
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  await work();
  const start = performance.now();
  await work();
  return performance.now() - start;
}
