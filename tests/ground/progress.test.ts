import { describe, expect, test } from 'vitest';
import { createProgress, withProgress } from '../../src/ground/progress.ts';

/** A terminal, and a clock that is turned by hand. */
function stage(terminal = true) {
  const written: string[] = [];
  const clock = { now: 5000 };
  const screen = { write: (text: string) => written.push(text) };
  const progress = createProgress(terminal ? screen : undefined, () => clock.now);
  return { written, clock, screen, progress };
}

describe('on a terminal', () => {
  test('nothing is said in the first second', () => {
    const { written, clock, progress } = stage();
    for (const time of [5000, 5500, 5999]) {
      clock.now = time;
      progress.step('組版', 1, 8);
    }
    progress.end();
    expect(written).toEqual([]);
  });

  test('then each step on one line, not more than five times a second', () => {
    const { written, clock, progress } = stage();
    for (const time of [6000, 6100, 6199, 6200, 6399, 6400]) {
      clock.now = time;
      progress.step('組版', time, 8);
    }
    expect(written.map((text) => /(\d+) \/ 8$/.exec(text)?.[1])).toEqual(['6000', '6200', '6400']);
    expect(written.every((text) => text.startsWith('\r\u001b[K') && !text.includes('\n'))).toBe(true);
  });

  test('the line is wiped at the end', () => {
    const { written, clock, progress } = stage();
    clock.now = 7000;
    progress.step('組版', 1, 8);
    progress.end();
    expect(written.at(-1)).toBe('\r\u001b[K');
  });
});

test('the line is wiped even where the work throws', async () => {
  const { written, clock, screen } = stage();
  const work = withProgress(
    screen,
    async (step) => {
      clock.now = 7000;
      step('組版', 1, 8);
      throw new Error('a bug');
    },
    () => clock.now,
  );
  await expect(work).rejects.toThrow('a bug');
  expect(written).toHaveLength(2);
  expect(written.at(-1)).toBe('\r\u001b[K');
});

test('elsewhere nothing is said', () => {
  const { written, clock, progress } = stage(false);
  clock.now = 60_000;
  progress.step('組版', 1, 8);
  progress.end();
  expect(written).toEqual([]);
});
