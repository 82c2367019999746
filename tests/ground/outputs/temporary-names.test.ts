import { expect, test } from 'vitest';
import { isLeftOver, isTemporaryName, temporaryName } from '../../../src/ground/outputs/temporary-names.ts';
import { another, NOBODY, nameOf } from './names.ts';

const DAY = 24 * 60 * 60 * 1000;

test('no two names are the same, and all are of the kind', () => {
  const names = Array.from({ length: 1000 }, temporaryName);
  expect(new Set(names).size).toBe(1000);
  expect(names.filter((name) => !isTemporaryName(name))).toEqual([]);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(70);
});

test.each<[string, string, number, boolean]>([
  ['of this machine, its process gone', nameOf({ processId: NOBODY }), 0, true],
  [
    'of this machine, its process gone, and a clock that went back',
    nameOf({ processId: NOBODY }),
    -DAY,
    true,
  ],
  ['of this machine, its process running', nameOf({ processId: process.ppid }), 0, false],
  ['of this very process', nameOf({}), 0, false],
  ['of this machine, for a week untouched, the process’s number in use again', nameOf({}), 7 * DAY + 1, true],
  ['of another machine, with a process of a number that nobody has here', another(NOBODY), 0, false],
  ['of another machine, untouched for nearly a week', another(NOBODY), 7 * DAY, false],
  ['of another machine, untouched for longer', another(NOBODY), 7 * DAY + 1, true],
  ['of another machine, with a process of our number', another(process.pid), 0, false],
  ['from a clock that is ahead', another(NOBODY), -30 * DAY, false],
])('a file %s', (_, name, age, leftOver) => {
  expect(isLeftOver(name, age)).toBe(leftOver);
});

test.each([
  'booklet.pdf',
  '.hyokahyo.tmp',
  nameOf({ processId: NOBODY }).slice(1),
  `${nameOf({ processId: NOBODY })}.pdf`,
  nameOf({ processId: NOBODY }).replace('.tmp', ''),
  nameOf({ processId: NOBODY }).replace(/-\d+-/, '-abc-'),
  `x${nameOf({ processId: NOBODY })}`,
])('%s is none of ours, however old', (name) => {
  expect(isLeftOver(name, 1000 * DAY)).toBe(false);
});
