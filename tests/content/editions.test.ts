import { describe, expect, test } from 'vitest';
import { editionNames, findEdition } from '../../src/content/editions.ts';
import { compareNatural } from '../../src/content/natural.ts';
import { compareYears, follows, westernYear, yearAfter, yearMeant } from '../../src/content/years.ts';
import { worldOf } from './memory.ts';

const world = (...names: string[]) =>
  worldOf(Object.fromEntries(names.map((name) => [`content/${name}/edition.yaml`, ''])));
const codes = (result: { diagnostics: readonly { code: string }[] }) =>
  result.diagnostics.map(({ code }) => code);

describe('years', () => {
  test.each([
    ['H30', 2018],
    ['R1', 2019],
    ['R10', 2028],
    ['S63', 1988],
    ['H31', undefined],
    ['R0', undefined],
    ['R06', undefined],
    ['r6', undefined],
    ['Ｒ６', undefined],
    ['../R6', undefined],
  ])('%s is %s', (name, year) => {
    expect(westernYear(name)).toBe(year);
  });

  test.each([
    ['H31', 'R1'],
    ['Ｒ６', 'R6'],
    ['r06', 'R6'],
    ['令和6年度', 'R6'],
    ['令和元年', 'R1'],
    ['平成30年', 'H30'],
    ['2024', 'R6'],
    ['年度', undefined],
    ['', undefined],
  ])('%s means %s', (typed, year) => {
    expect(yearMeant(typed)).toBe(year);
  });

  test('order and succession', () => {
    expect(['R10', 'R2', 'H30', 'R1'].sort(compareYears)).toEqual(['H30', 'R1', 'R2', 'R10']);
    expect([follows('R2', 'H30'), follows('R1', 'H30'), follows('R3', 'H30'), follows('R2', 'R2')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test.each([
    ['R6', 1, 'R7'],
    ['H30', 1, 'R1'],
    ['R1', -1, 'H30'],
    ['H1', -1, 'S63'],
    ['S1', -1, 'S1'],
    ['H31', 1, 'H31'],
  ])('%s and %i is %s', (name, years, other) => {
    expect(yearAfter(name, years)).toBe(other);
  });

  test('natural order', () => {
    expect(['1-10', '2-1', '1-2', '1-2-1', 'A-1', '10-1'].sort(compareNatural)).toEqual([
      '1-2',
      '1-2-1',
      '1-10',
      '2-1',
      '10-1',
      'A-1',
    ]);
  });
});

describe('editions', () => {
  test('stand in era order; other folders are passed over', () => {
    expect(editionNames(world('R10', 'R2', 'H30', '.schema', 'memo'), 'content')).toEqual({
      value: ['H30', 'R2', 'R10'],
      diagnostics: [],
    });
  });

  test('a folder meant as an edition is a warning', () => {
    expect(codes(editionNames(world('R6', 'Ｒ７'), 'content'))).toEqual(['edition-name']);
  });

  test('the newest, or the one asked for', () => {
    expect(findEdition(world('R9', 'R10'), 'content').value).toBe('R10');
    expect(findEdition(world('R9', 'R10'), 'content', 'R9').value).toBe('R9');
  });

  test.each([
    ['R7', 'unknown-edition'],
    ['r6', 'edition-name'],
    ['../R6', 'edition-name'],
    ['content/R6', 'edition-name'],
    ['', 'edition-name'],
  ])('%j is an error that lists what exists', (asked, code) => {
    const { value, diagnostics } = findEdition(world('R5', 'R6'), 'content', asked);
    expect(value).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(diagnostics[0]?.hints.at(-1)).toContain('「R5」「R6」');
  });

  test('none at all', () => {
    expect(codes(findEdition(world('memo'), 'content'))).toEqual(['no-editions']);
    expect(codes(findEdition(worldOf({}), 'content'))).toEqual(['folder-missing']);
  });
});

describe('where there is no content folder', () => {
  const hintIn = (...here: string[]) => {
    const files = worldOf(Object.fromEntries(here.map((name) => [`./${name}`, ''])));
    return findEdition(files, 'content').diagnostics[0]?.hints.join();
  };

  test.each([
    ['another folder', ['document.txt'], '「content」フォルダーのあるフォルダーで'],
    ['the content folder itself', ['R6/edition.yaml'], '一つ上のフォルダーで'],
    ['the folder of a year', ['edition.yaml'], '二つ上のフォルダーで'],
  ])('%s: says where to go', (_, here, words) => {
    expect(hintIn(...here)).toContain(words);
    expect(hintIn(...here)).toContain('--content');
  });
});

describe('folders that are no edition', () => {
  test.each([
    ...[
      'R6 - コピー',
      'R6_old',
      'R6(1)',
      'R6 (2)',
      'R6のコピー',
      'R6 - Copy',
      'コピー ～ R6',
      '旧R6',
      'Ｒ６控え',
    ],
    ...['令和6年度の控え', 'R6.bak', 'R6old'],
  ])('%s is a copy: a warning', (name) => {
    const found = findEdition(world('R5', 'R6', name), 'content');
    expect([found.value, codes(found)]).toEqual(['R6', ['stray-folder']]);
    expect(found.diagnostics[0]).toMatchObject({ severity: 'warning' });
    expect(found.diagnostics[0]?.message).toContain(`content/${name}`);
    expect(codes(findEdition(world('R5', 'R6', name), 'content', 'R6'))).toEqual(['stray-folder']);
    expect(codes(findEdition(world('R5', 'R6', name), 'content', 'R5'))).toEqual([]);
  });

  test('an edition in a copy without a year is told, other folders and hidden ones are not', () => {
    expect(codes(findEdition(world('R6', '新しいフォルダー'), 'content'))).toEqual(['stray-folder']);
    const files = {
      'content/R6/edition.yaml': '',
      'content/資料/memo.docx': '',
      'content/.git/edition.yaml': '',
    };
    expect(codes(findEdition(worldOf(files), 'content'))).toEqual([]);
  });

  test('content that lies beside the editions is told', () => {
    const names = ['edition.yaml', '1-1.yaml', '1-1 - コピー.yaml', 'README.md', 'R6.zip'];
    const files = Object.fromEntries(names.map((name) => [`content/${name}`, '']));
    const found = findEdition(worldOf({ ...files, 'content/R6/edition.yaml': '' }), 'content');
    expect(codes(found)).toEqual(['stray-file', 'stray-file', 'stray-file']);
  });
});
