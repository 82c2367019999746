import { describe, expect, test } from 'vitest';
import {
  actualState,
  baselineState,
  type CellState,
  figureIn,
  hasFigures,
  isDue,
  planState,
} from '../../src/content/cell-state.ts';
import { indicator } from '../helpers/edition.ts';

const EDITION = { years: { reporting: 'R5' } };

const years = (actual?: string | null) => ({
  years: { R6: { plan: null, ...(actual !== undefined && { actual }) } },
});

test.each<[string, ReturnType<typeof indicator>['baseline'], CellState]>([
  ['a figure', { figure: '4.10' }, { state: 'figure', figure: '4.10' }],
  ['a word', { word: '検討' }, { state: 'word', word: '検討' }],
  ['null', null, { state: 'none' }],
])('a baseline that is %s', (_, baseline, expected) => {
  expect(baselineState(indicator({ baseline }))).toEqual(expected);
});

describe('a plan', () => {
  const one = indicator({ years: { R5: { plan: '継続' }, R6: { plan: null } } });

  test.each<[string, CellState]>([
    ['R5', { state: 'word', word: '継続' }],
    ['R6', { state: 'none' }],
    ['R7', { state: 'none' }],
    ['constructor', { state: 'none' }],
  ])('of %s', (year, expected) => {
    expect(planState(one, year)).toEqual(expected);
  });
});

describe('an actual', () => {
  test.each<[string, string | null | undefined, string, CellState]>([
    ['a figure is a figure', '0', 'R6', { state: 'figure', figure: '0' }],
    ['a figure that comes early is one too', '0', 'R5', { state: 'figure', figure: '0' }],
    ['null is unreported in the reporting year', null, 'R6', { state: 'unreported' }],
    ['null is unreported in a year before it', null, 'R7', { state: 'unreported' }],
    ['null is nothing in a year after it', null, 'R5', { state: 'nothing' }],
    ['what is not typed is nothing though due', undefined, 'R6', { state: 'nothing' }],
    ['what is not typed is nothing in a year after it', undefined, 'R5', { state: 'nothing' }],
  ])('%s', (_, actual, reporting, expected) => {
    expect(actualState({ years: { reporting } }, years(actual), 'R6')).toEqual(expected);
  });

  test('of a year that the indicator does not list is nothing', () => {
    expect(actualState(EDITION, years(null), 'R4')).toEqual({ state: 'nothing' });
  });
});

test('figures are due up to the reporting year, across eras', () => {
  expect(['H30', 'R1', 'R4', 'R5', 'R6', 'R10'].filter((year) => isDue(EDITION, year))).toEqual([
    ...['H30', 'R1', 'R4', 'R5'],
  ]);
});

test('an indicator has figures where an actual is typed, be it null', () => {
  expect([undefined, null, '1'].map((actual) => hasFigures(years(actual)))).toEqual([false, true, true]);
});

test('only a figure has a figure in it', () => {
  const cells: CellState[] = [
    { state: 'word', word: '1' },
    { state: 'none' },
    { state: 'unreported' },
    { state: 'nothing' },
  ];
  expect(cells.map(figureIn)).toEqual(cells.map(() => undefined));
  expect(figureIn({ state: 'figure', figure: '1' })).toBe('1');
});
