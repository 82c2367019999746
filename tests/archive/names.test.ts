import { describe, expect, test } from 'vitest';
import { nameProblems } from '../../src/archive/names.ts';

const problems = (...paths: string[]) => nameProblems(paths).map(({ message }) => message);

describe('a name every system keeps', () => {
  test.each([
    'data/目録.txt',
    'data/open-data/読み上げ用.txt',
    'data/agenda/2026-11-22/資料1-2 案.pdf',
    'data/content/R6/measures/CON-1.yaml',
    'data/console.txt',
    'data/.hidden',
    `data/${'x'.repeat(195)}`,
  ])('%s', (path) => {
    expect(problems(path)).toEqual([]);
  });
});

describe('a name that some system does not keep', () => {
  test.each([
    'data/100%.txt',
    'data/a:b',
    'data/a\\b',
    'data/a|b',
    'data/"a"',
    'data/a?',
    'data/*',
    'data/<a>',
    'data/con',
    'data/AUX.txt',
    'data/nul.tar.gz/x',
    'data/COM1.yaml',
    'data/lpt¹',
    'data/CONIN$',
    'data/a.',
    'data/a ',
    'data/folder./x',
    'data//x',
    'data/../x',
    'data/./x',
    'data/a\tb',
    'data/a\u200bb',
    'data/\ue000',
    `data/${'が'.normalize('NFD')}`,
    'data/\ufa19',
    `data/${'x'.repeat(196)}`,
    `data/${'字'.repeat(86)}`,
  ])('%j', (path) => {
    expect(nameProblems([path])).toMatchObject([
      { code: 'archive-name', hints: expect.arrayContaining([expect.any(String)]) },
    ]);
  });
});

describe('names that differ in case only', () => {
  test.each([
    ['data/a.txt', 'data/A.txt'],
    ['data/é', 'data/É'],
    ['data/ａ', 'data/Ａ'],
    ['data/fonts/x', 'data/Fonts/y'],
  ])('%s, %s', (one, other) => {
    expect(problems(one, other)).toHaveLength(1);
  });

  test('the same folder twice is none', () => {
    expect(problems('data/fonts/x', 'data/fonts/y')).toEqual([]);
  });
});
