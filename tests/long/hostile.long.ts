/** Files made to harm: answered within two seconds of CPU time and 500 MB, whatever they hold. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  answerOf,
  reportedErrors,
  runProgram,
  STACK_TRACE,
  startProgram,
  workspace,
  writeInto,
} from '../helpers/program.ts';

const MEASURE = 'content/R6/measures/1-1.yaml';
const MEGABYTE = 1024 * 1024;

/** Ten times ten times … the same list. */
const BOMB = Array.from({ length: 30 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [x]'
    : `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
).join('\n');

test.each([
  ['50 MB', Buffer.alloc(50 * MEGABYTE, 'a: 漢字\n'), 'file-too-large'],
  ['2 MB on one line', `measure: "${'漢'.repeat(690_000)}"\n`, undefined],
  ['an alias bomb', `${BOMB}\n`, 'too-many-aliases'],
  ['10,000 levels of brackets', `measure: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, 'yaml-too-deep'],
  ['10,000 levels of braces', `measure: ${'{a: '.repeat(10_000)}${'}'.repeat(10_000)}\n`, 'yaml-too-deep'],
  [
    '1,400 levels of indentation',
    Array.from({ length: 1400 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    'yaml-too-deep',
  ],
  ['a million brackets', '['.repeat(1_000_000), undefined],
  ['200,000 keys', Array.from({ length: 200_000 }, (_, key) => `k${key}:`).join('\n'), undefined],
  ['zeros', Buffer.alloc(MEGABYTE), undefined],
])('%s', async (_, content, expected) => {
  const cwd = workspace();
  writeInto(cwd, MEASURE, content);
  const child = startProgram(['build'], { cwd });
  const cost = watch(child.pid as number);
  const { code, signal, stderr } = await answerOf(child);
  const { seconds, peak } = cost();
  expect([code, signal]).toEqual([1, null]);
  const codes = reportedErrors(stderr).map((error) => error.split(' ')[0]);
  expect(codes.length).toBeGreaterThan(0);
  if (expected) expect(codes).toContain(expected);
  expect(stderr).not.toMatch(STACK_TRACE);
  expect(seconds).toBeLessThan(2);
  expect(peak).toBeLessThan(500 * MEGABYTE);
});

/** What a process has cost so far: CPU time, which other processes do not make longer, and the most memory, bytes. */
type Cost = { readonly seconds: number; readonly peak: number };

/** `/proc/…/stat` counts in hundredths of a second; the process's name before these fields may hold anything. */
const CPU_TIMES = /\) (?:\S+ ){11}(\d+) (\d+) /;

/** Looks every few milliseconds while the process lives. */
function watch(pid: number): () => Cost {
  let cost: Cost = { seconds: 0, peak: 0 };
  const timer = setInterval(() => {
    try {
      const [, user, system] = CPU_TIMES.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      const memory = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0;
      const seconds = (Number(user) + Number(system)) / 100;
      cost = { seconds, peak: Math.max(cost.peak, Number(memory) * 1024) };
    } catch {
      // It has ended.
    }
  }, 5);
  return () => {
    clearInterval(timer);
    if (cost.peak === 0 || !(cost.seconds > 0)) throw new Error('the process was never seen at work');
    return cost;
  };
}

test('content that looks like commands, paths, markup or templates is printed as it stands', async () => {
  const cwd = workspace();
  const text = '$(touch x) `touch x` ../../x {{json secret}} <script> %s \\u0041 =1+1';
  const measure = readFileSync(join(cwd, MEASURE), 'utf8');
  writeInto(cwd, MEASURE, measure.replace('name: 虐待対応事業', `name: '${text}'`));
  expect((await runProgram(['build', '--program', '1-1#2'], { cwd })).code).toBe(0);
  const pdf = join(cwd, 'out/R6/booklet-1-1事業2.pdf');
  const printed = spawnSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).stdout.replace(/\s/g, '');
  expect(printed).toContain(text.replace(/\s/g, ''));
});
