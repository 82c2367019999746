import { describe, expect, test } from 'vitest';
import { roundedUp, unicodeName } from '../src/shown.ts';

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
