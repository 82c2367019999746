import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv } from '../../src/archive/csv.ts';
import { textOf } from '../helpers/bag.ts';
import { readCsv } from '../helpers/csv.ts';

test('a byte order mark, CR LF, quotes where needed', () => {
  const bytes = writeCsv(
    ['名前', '値'],
    [
      ['a,b', { figure: '-3' }],
      ['"引用"', { figure: '4.10' }],
      ['一行目\n二行目', ''],
    ],
  );
  expect(textOf(bytes)).toBe('\ufeff名前,値\r\n"a,b",-3\r\n"""引用""",4.10\r\n"一行目\n二行目",\r\n');
});

test.each(['=1+1', '+81', '-電話', '@name', '＝1', '＋1', '－1', '＠x', ' =1', '　=1', '\t=1', "'a"])(
  '%j is no formula, and one mark less is the text',
  (text) => {
    const written = readCsv(textOf(writeCsv(['a'], [[text]])))[1]?.[0];
    expect(written).toBe(`'${text}`);
  },
);

test.each([
  '1-1',
  '2024/4',
  '１－１',
  '1:30',
  '001',
  '1E5',
  '50%',
  '12,345',
  '4月',
  '令和6年4月1日',
  'R6.4.1',
  'MAR1',
  '1 Apr',
  '(5)',
])('%j is neither a date nor another number, and one mark less is the text', (text) => {
  expect(readCsv(textOf(writeCsv(['a'], [[text]])))[1]).toEqual([`'${text}`]);
});

test.each([
  '1',
  '0',
  '2024',
  'R6',
  '1-1の施策',
  '令和6年度の実績',
  'may be',
  '第3回',
  '△3',
  '—',
  'a=b',
  '（=1）',
  '・電話',
  '実績 +3',
])('%j stays as it is', (text) => {
  expect(readCsv(textOf(writeCsv(['a'], [[text]])))[1]).toEqual([text]);
});

test('any texts come back, cell by cell', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=', '"', ',', '\n', "'", '""', ''));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 })), (rows) => {
      const read = readCsv(textOf(writeCsv(['a', 'b'], rows)));
      const typed = read.slice(1).map((cells) => cells.map((text) => text.replace(/^'/, '')));
      expect(typed).toEqual(rows);
    }),
  );
});
