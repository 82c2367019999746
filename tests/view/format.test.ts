import { describe, expect, test } from 'vitest';
import { circled, fillLabel, fiscalYear, formatFigure } from '../../src/view/format.ts';

describe('figures print as typed, with three-digit commas', () => {
  test.each([
    ['0', '0'],
    ['-0', '-0'],
    ['7', '7'],
    ['999', '999'],
    ['1000', '1,000'],
    ['1091', '1,091'],
    ['98875', '98,875'],
    ['-1234.50', '-1,234.50'],
    ['-123', '-123'],
    ['4.10', '4.10'],
    ['0.1234567', '0.1234567'],
    ['1234567890.0001', '1,234,567,890.0001'],
  ])('%s → %s', (typed, printed) => {
    expect(formatFigure(typed)).toBe(printed);
  });
});

describe('fiscal years are read out with their era', () => {
  test.each([
    ['S63', '昭和63年度'],
    ['H30', '平成30年度'],
    ['R1', '令和元年度'],
    ['R6', '令和6年度'],
  ])('%s → %s', (year, spoken) => {
    expect(fiscalYear(year)).toBe(spoken);
  });
});

describe('circled numbers end at 50', () => {
  test.each([
    [1, '①'],
    [20, '⑳'],
    [21, '㉑'],
    [35, '㉟'],
    [36, '㊱'],
    [50, '㊿'],
    [51, '(51)'],
  ])('%i → %s', (number, printed) => {
    expect(circled(number)).toBe(printed);
  });
});

describe('labels take number and title', () => {
  test.each([
    ['目標{number}　{title}', '1', '安心', '目標1　安心'],
    ['目標{number}　{title}', '3', '', '目標3'],
    ['{number}. {title}', '1-1', '題', '1-1. 題'],
    ['{title}（{number}・{number}）', '6', '題', '題（6・6）'],
    ['目標{number}', '1', '題', '目標1'],
  ])('%s', (label, number, title, printed) => {
    expect(fillLabel(label, number, title)).toBe(printed);
  });

  test('what a clerk typed is never read as a placeholder or a pattern', () => {
    expect(fillLabel('{number} {title}', '1', "{number} $& $' $1")).toBe("1 {number} $& $' $1");
  });
});
