/** Editions of any size end in a booklet or a diagnostic, in time and memory that grow no faster than they do. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LARGE_INPUTS, type LargeInput } from '../helpers/large-inputs.ts';
import { answerOf, PROGRAM, STACK_TRACE, temporaryFolder, writeInto } from '../helpers/program.ts';

/** What a run may take: most take a fifth of it on an idle machine. Seconds are the processor's, of the program alone. */
const MOST = { seconds: 30, megabytes: 700 };

/** How much faster than the input time may grow, and what a short run may take longer by chance. */
const GROWTH = 2.8;
const CHANCE = 1;

/** Other programs may slow a run down, but none can make it faster. */
const MOST_RUNS = 3;

type Usage = { readonly seconds: number; readonly megabytes: number };

test.each(Object.entries(LARGE_INPUTS))('%s', async (_, input) => {
  let half: Usage = { seconds: Number.POSITIVE_INFINITY, megabytes: 0 };
  let whole = half;
  for (let runs = 0; runs < MOST_RUNS; runs++) {
    half = faster(half, await usageOf(input, 1));
    whole = faster(whole, await usageOf(input, 2));
    expect(whole.megabytes).toBeLessThan(MOST.megabytes);
    if (whole.seconds <= half.seconds * GROWTH + CHANCE && whole.seconds < MOST.seconds) return;
  }
  expect(whole.seconds).toBeLessThan(MOST.seconds);
  expect(whole.seconds).toBeLessThanOrEqual(half.seconds * GROWTH + CHANCE);
});

function faster(a: Usage, b: Usage): Usage {
  return { seconds: Math.min(a.seconds, b.seconds), megabytes: Math.max(a.megabytes, b.megabytes) };
}

/** Builds an input so many times its size, or its meeting's papers; it ends with papers or with errors that say where. */
async function usageOf({ size, files }: LargeInput, factor: number): Promise<Usage> {
  const folder = temporaryFolder();
  const made = files(size * factor);
  for (const [path, content] of Object.entries(made)) writeInto(folder, `content/R6/${path}`, content);
  const [meeting] = Object.keys(made).filter((path) => path.startsWith('agendas/'));
  const args = meeting ? ['agenda', 'R6', '--meeting', '2025-07-29'] : ['build', 'R6'];
  const usage = join(folder, 'usage.json');
  const preload = fileURLToPath(new URL('usage.cjs', import.meta.url));
  const child = spawn(process.execPath, ['--require', preload, PROGRAM, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HYOKAHYO_USAGE: usage },
  });
  const { code, signal, stderr } = await answerOf(child);
  expect(signal).toBeNull();
  expect(stderr).not.toMatch(STACK_TRACE);
  expect([0, 1]).toContain(code);
  if (code === 1) expect(stderr).toMatch(/^content\/R6\/\S+:\d+:\d+ エラー /m);
  const taken = JSON.parse(readFileSync(usage, 'utf8')) as Usage;
  rmSync(folder, { recursive: true });
  return taken;
}
