import { expect, test } from 'vitest';
import type { Edition } from '../../src/content/edition.ts';
import { bookTitle, documentOf } from '../../src/view/book.ts';
import { edition, measure } from '../helpers/edition.ts';

test('the book carries title, author and date for the file', () => {
  const book: Edition = edition([measure('1-1')]);
  expect(documentOf(book, bookTitle(book)).info).toEqual({
    title: '計画（副題）評価表3',
    author: '小金井市',
    issued: '2025-07-29',
  });
  expect(documentOf(book, bookTitle(book)).running.issued?.text).toBe('令和7年7月29日');
  expect(documentOf(book, bookTitle(book)).yearColumns).toBe(2);
});

test('a plan without a subtitle prints no empty parentheses', () => {
  const book = edition([measure('1-1')], { plan: { title: '計画', subtitle: '' } });
  expect(documentOf(book, bookTitle(book)).running.title?.text).toBe('計画評価表3');
});
