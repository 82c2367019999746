import { describe, expect, test } from 'vitest';
import { openData } from '../../src/archive/open-data.ts';
import { type Edition, goalOf } from '../../src/content/edition.ts';
import { loadEdition } from '../../src/content/index.ts';
import { bookTitle, documentOf } from '../../src/view/book.ts';
import { hyoka3Tables } from '../../src/view/hyoka3.ts';
import { contents } from '../../src/view/parts/contents.ts';
import { summary } from '../../src/view/parts/summary.ts';
import { trends } from '../../src/view/parts/trends.ts';
import type { PartView } from '../../src/view/types.ts';
import { baseFiles, worldOf } from '../content/memory.ts';
import { textOf } from '../helpers/bag.ts';
import { readCsv } from '../helpers/csv.ts';
import { edition, measure } from '../helpers/edition.ts';
import { textsIn } from '../helpers/view-texts.ts';

test('the book carries title, author and date for the file', () => {
  const book: Edition = edition([measure('1-1')]);
  expect(documentOf(book, bookTitle(book)).info).toEqual({
    title: '計画（副題）評価表3',
    author: '小金井市',
    issued: '2025-07-29',
  });
  expect(documentOf(book, bookTitle(book)).running.issued?.text).toBe('令和7年7月29日');
});

test('a plan without a subtitle prints no empty parentheses', () => {
  const book = edition([measure('1-1')], { plan: { title: '計画', subtitle: '' } });
  expect(documentOf(book, bookTitle(book)).running.title?.text).toBe('計画評価表3');
});

describe('goals that are listed as 3, 1, 2', () => {
  const book = editionWithGoals('3', '1', '2');

  test('stand by their numbers in the tables, the contents, the summary and the trends', () => {
    const order = ['目標1', '目標2', '目標3'];
    const printed = (part: PartView) => [
      ...new Set(textsOf(part).flatMap((text) => /^目標\d/.exec(text) ?? [])),
    ];
    expect(printed(hyoka3Tables(book))).toEqual(order);
    expect(
      printed(
        contents(
          book,
          () => undefined,
          () => [],
        ),
      ),
    ).toEqual(order);
    expect(printed(summary(book))).toEqual(order);
    expect(textsOf(trends(book)).flatMap((text) => /^\d(?=-1\. )/.exec(text) ?? [])).toEqual(['1', '2', '3']);
  });

  test('stand by their numbers in the open data too', () => {
    const files = openData(book);
    const [, ...rows] = readCsv(textOf(files.get('指標.csv')));
    expect([...new Set(rows.map(([, goal]) => goal))]).toEqual(['1', '2', '3']);
    expect((JSON.parse(textOf(files.get('評価表.json'))) as Edition).measures.map(goalOf)).toEqual([
      ...['1', '2', '3'],
    ]);
    expect(textOf(files.get('読み上げ用.txt')).match(/^目標\d/gm)).toEqual(['目標1', '目標2', '目標3']);
  });
});

/** An edition as loaded, with the same measure below each goal. */
function editionWithGoals(...numbers: string[]): Edition {
  const base = baseFiles();
  const settings = base['content/R6/edition.yaml'] ?? '';
  const goals = numbers.map((number) => `  - { number: "${number}", title: 題 }\n`).join('');
  const files = Object.fromEntries(
    numbers.map((number) => [
      `content/R6/measures/${number}-1.yaml`,
      (base['content/R6/measures/1-1.yaml'] ?? '').replace('1-1', `${number}-1`),
    ]),
  );
  const edition = `${settings.slice(0, settings.indexOf('goals:'))}goals:\n${goals}`;
  const { value } = loadEdition(worldOf({ 'content/R6/edition.yaml': edition, ...files }), 'content/R6');
  if (!value) throw new Error('The edition is wrong');
  return value.edition;
}

function textsOf(part: PartView): string[] {
  return Array.from({ length: part.sectionCount }, (_, index) => part.section(index)).flatMap(
    ({ opening, body }) => [...opening, ...body].flatMap(textsIn),
  );
}
