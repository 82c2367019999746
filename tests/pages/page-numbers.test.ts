import { describe, expect, test } from 'vitest';
import { pageLabel, pageNumber, roman } from '../../src/pages/page-numbers.ts';

test.each([
  [1, 'i'],
  [4, 'iv'],
  [9, 'ix'],
  [14, 'xiv'],
  [40, 'xl'],
  [1999, 'mcmxcix'],
])('%i in Roman numerals is %s', (number, letters) => {
  expect(roman(number)).toBe(letters);
});

describe('what a page says and what others call it', () => {
  test.each([
    [{ style: 'roman' }, 'iii', 'iii'],
    [{ style: 'decimal' }, '3', '3 / 29'],
    [{ style: 'decimal', prefix: '資料3-' }, '資料3-3', '資料3-3/29'],
  ] as const)('%j', (numbering, label, number) => {
    expect(pageLabel(numbering, 2)).toBe(label);
    expect(pageNumber(numbering, 2, 29)).toBe(number);
  });
});
