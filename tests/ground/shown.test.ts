import { describe, expect, test } from 'vitest';
import { roundedUp, typedPath, unicodeName } from '../../src/ground/shown.ts';

describe('an excess', () => {
  test.each([
    [28.3, '28.3'],
    [28.31, '28.4'],
    [0.04, '0.1'],
    [0.0000001, '0.1'],
    [0, '0.1'],
    [2, '2.0'],
    // What arithmetic makes of 1.1, and of a sum that should be 0.3.
    [1.1, '1.1'],
    [0.1 + 0.2, '0.3'],
    [12.25, '12.3'],
  ])('of %d is shown as %s: taking that away is enough', (excess, shown) => {
    expect(roundedUp(excess)).toBe(shown);
  });
});

test.each([
  [0x200b, 'U+200B'],
  [0x9, 'U+0009'],
  [0x10fffe, 'U+10FFFE'],
])('a code point has a name', (codePoint, name) => {
  expect(unicodeName(codePoint)).toBe(name);
});

test.each([
  ['out/archive/R6/v1', 'out/archive/R6/v1'],
  ['出力/archive/R6/v1', '出力/archive/R6/v1'],
  ['D:/R6', 'D:/R6'],
  ['出力 先/R6', '"出力 先/R6"'],
  ['出力　先/R6', '"出力　先/R6"'],
  ['R6 (控え)', '"R6 (控え)"'],
])('the path %s is typed as %s', (path, typed) => {
  expect(typedPath(path)).toBe(typed);
});
