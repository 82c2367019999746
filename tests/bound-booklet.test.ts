/** The whole booklet in both profiles, read from outside: contents, bookmarks, labels, links and printed numbers agree. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadEdition } from '../src/content/index.ts';
import { disk } from '../src/ground/world.ts';
import { withoutSpaces } from './helpers/cells.ts';
import { contentOperators, objectsOfType, pdfObjects } from './helpers/pdf-file.ts';
import { type Navigation, readNavigation } from './helpers/pdf-navigation.ts';
import { buildOnce } from './helpers/program.ts';
import { ROOT } from './helpers/sources.ts';

const loaded = loadEdition(disk, `${ROOT}content/R6`).value;
const measures = loaded?.edition.measures ?? [];
const BLANK = '（このページは白紙です）';

/** Entries of the contents: words and the page number at the end of the line. */
function contentsOf({ lines }: Navigation): { words: string; label: string }[] {
  const pages = lines.filter((page) => page[0]?.endsWith('目次'));
  return pages.flatMap((page) =>
    page.flatMap((line) => {
      const [, words = '', label = ''] = /^(.*)\t([ivxlc]+|\d+)$/.exec(line) ?? [];
      return words === '' ? [] : [{ words: withoutSpaces(words), label }];
    }),
  );
}

/** The number in the middle of the foot: `ii`, or `3 / 12`. */
function printedNumber(page: readonly string[]): string | undefined {
  const [, number] = page.at(-1)?.split('\t') ?? [];
  return number;
}

describe.each(['screen', 'print'] as const)('%s', (profile) => {
  let bytes: Buffer;
  let book: Navigation;

  beforeAll(async () => {
    bytes = await buildOnce('--profile', profile);
    book = await readNavigation(bytes);
  });

  test('every page says the number of its label, but for the cover', () => {
    const count = book.labels.filter((label) => /^\d+$/.test(label)).length;
    book.labels.forEach((label, index) => {
      const page = book.lines[index] ?? [];
      if (index === 0 || (index === 1 && page.includes(BLANK))) return;
      expect(printedNumber(page)).toBe(/^\d+$/.test(label) ? `${label} / ${count}` : label);
    });
  });

  test('labels run from i and from 1 without a gap', () => {
    const decimal = book.labels.filter((label) => /^\d+$/.test(label));
    expect(book.labels[0]).toBe('i');
    expect(decimal).toEqual(decimal.map((_, index) => String(index + 1)));
    expect(book.labels.slice(-decimal.length)).toEqual(decimal);
  });

  test('bookmarks name every goal, measure and program, and stand where these begin', () => {
    const programs = book.bookmarks.filter(({ depth }) => depth === 3);
    expect(programs.map(({ title }) => title)).toEqual(
      measures.flatMap(({ programs }) => programs.map(({ number, name }) => `${number} ${name}`)),
    );
    for (const { title, page } of programs) {
      const name = withoutSpaces(title.replace(/^\d+ /, ''));
      expect(withoutSpaces((book.lines[page] ?? []).join(''))).toContain(name.slice(0, 4));
    }
    for (const { title, page } of book.bookmarks.filter(({ depth }) => depth < 3)) {
      if (title === '奥付') continue;
      expect((book.lines[page] ?? []).map(withoutSpaces)).toContain(withoutSpaces(title));
    }
  });

  test('the contents say of every entry the label of the page its bookmark leads to', () => {
    const entries = contentsOf(book);
    const marks = book.bookmarks.filter(({ title }) => title !== '奥付' && title !== '目次');
    const expected = marks.map(({ title, page }) => ({
      words: withoutSpaces(title),
      label: book.labels[page] ?? '',
    }));
    const sorted = (list: readonly { words: string; label: string }[]) =>
      [...list].map(({ words, label }) => `${words} ${label}`).sort();
    expect(sorted(entries)).toEqual(sorted(expected));
  });

  test('the file is sound for a printer', () => {
    const objects = pdfObjects(bytes);
    const pages = objectsOfType(objects, 'Page');
    expect(pages.length).toBe(book.labels.length);
    for (const { text } of pages) {
      expect(/\/TrimBox/.test(text)).toBe(profile === 'print');
      expect(/\/Annots/.test(text) && profile === 'print').toBe(false);
    }
    expect([...contentOperators(objects)].filter((operator) => /^(rg|RG|k|K|gs)$/.test(operator))).toEqual(
      [],
    );
  });
});

describe('screen', () => {
  test('has a link for every entry of the contents, to the page it names', async () => {
    const book = await readNavigation(await buildOnce());
    const onContents = book.links.filter(({ onPage }) => book.lines[onPage]?.[0]?.endsWith('目次'));
    expect(onContents.length).toBe(2 * contentsOf(book).length);
    const targets = new Set(onContents.map(({ page, y }) => `${page} ${Math.round(y)}`));
    for (const { page, y, title } of book.bookmarks) {
      if (title === '奥付' || title === '目次') continue;
      expect(targets.has(`${page} ${Math.round(y)}`), title).toBe(true);
    }
    expect(book.lines.flat()).not.toContain(BLANK);
  });
});

describe('print', () => {
  test('goals begin on right-hand pages, sheets are whole, blank pages say so', async () => {
    const book = await readNavigation(await buildOnce('--profile', 'print'));
    const goals = book.bookmarks.filter(({ title }) => title.startsWith('目標'));
    expect(goals.length).toBe(4);
    for (const { page } of goals) expect(page % 2).toBe(0);
    expect(book.lines.length % 2).toBe(0);
    const blank = book.lines.filter((page) => page.includes(BLANK));
    expect(blank.length).toBeGreaterThan(0);
    for (const page of blank) expect(page.length).toBeLessThanOrEqual(3);
  });
});
