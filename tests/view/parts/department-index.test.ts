import { expect, test } from 'vitest';
import type { Edition } from '../../../src/content/edition.ts';
import { departmentIndex } from '../../../src/view/parts/department-index.ts';
import type { BlockView, Places } from '../../../src/view/types.ts';
import { edition, measure, program } from '../../helpers/edition.ts';
import { textsIn, viewTextsIn } from '../../helpers/view-texts.ts';

const BOOK = edition(
  [
    measure('1-1', program({ name: '甲', departments: ['児童青少年課'] })),
    measure(
      '1-2',
      program({ number: 11, name: '乙', departments: ['児童青少年課', '保育課'], priority: true }),
    ),
  ],
  { departments: ['保育課', '総務課', '児童青少年課'], booklet: { index: { title: '索引' } } },
);

function blocksOf(book: Edition, places: Places): readonly BlockView[] {
  return departmentIndex(book, places).section(0).body;
}

test('lists every department that has programs, in the order of the vocabulary, with the pages', () => {
  const pages: Readonly<Record<string, string>> = { 'program/1-1#1': '3', 'program/1-2#11': '5' };
  expect(blocksOf(BOOK, (anchor) => pages[anchor]).map(textsIn)).toEqual([
    ['1-2', '11', '乙', '＜重点事業＞', '5', '保育課', '保育課（続き）'],
    ['1-1', '1', '甲', '3', '児童青少年課', '児童青少年課（続き）', '1-2', '11', '乙', '＜重点事業＞', '5'],
  ]);
});

test('the department’s cell reaches over its programs and says so again on the next page', () => {
  const rows = blocksOf(BOOK, () => '1')[1]?.data.rows as readonly { department: readonly object[] }[];
  expect(rows.map(({ department }) => department)).toMatchObject([
    [{ rowSpan: 2, nameContinued: { text: '児童青少年課（続き）', reprint: true } }],
    [],
  ]);
});

test('leads to the program; a page that is not known yet is a dash', () => {
  const texts = viewTextsIn(blocksOf(BOOK, () => undefined)[0]);
  expect(texts.filter(({ link }) => link).map(({ text, link }) => [text, link])).toEqual([
    ['1-2', 'measure/1-2'],
    ['11', 'program/1-2#11'],
    ['乙', 'program/1-2#11'],
    ['—', 'program/1-2#11'],
  ]);
});
