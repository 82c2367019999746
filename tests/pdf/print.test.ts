/** What leads a reader through a file, and where a printer cuts it: the objects of a small book. */
import { describe, expect, test } from 'vitest';
import { type Attachment, openPrinter, type Paper } from '../../src/pdf/print.ts';
import { block, leaf } from '../boxes/sample.ts';
import { bytesOf } from '../helpers/bag.ts';
import { readAttached } from '../helpers/pdf-attached.ts';
import { objectsOfType, pdfObjects, printedObjects } from '../helpers/pdf-file.ts';
import { readNavigation } from '../helpers/pdf-navigation.ts';

const SCREEN: Paper = {
  width: 400,
  height: 300,
  bleed: 0,
  cropMarks: false,
  bound: false,
  boundAtTop: false,
};
const INFO = { title: '題', author: '市', issued: '2025-07-29', creator: 'test' };

/** Three pages, written last to first; the first one has a link to the third. */
async function book(paper: Paper, attachments?: readonly Attachment[]): Promise<Uint8Array> {
  const printer = openPrinter({ ...INFO, ...(attachments ? { attachments } : {}) }, paper);
  const text = (words: string, link?: string) => {
    const source = { text: words, origin: 'x#y', ...(link ? { link } : {}) };
    const set = { ...leaf(words, 100), source };
    const whole = block({ lines: 0 }, set);
    const reads = { part: whole, whole, continued: false };
    return [{ x: 20, y: 30, items: [{ kind: 'text' as const, x: 0, y: 0, leaf: set, index: 0 }], reads }];
  };
  const third = printer.page(text('三'));
  const second = printer.page(text('二'));
  const first = printer.page(text('一', 'third'));
  return printer.finish({
    pages: [first, second, third],
    furniture: () => [],
    labels: [
      { style: 'roman', pages: 1 },
      { style: 'decimal', prefix: '資料3-', pages: 2 },
    ],
    bookmarks: [
      { id: 'second', title: '二枚目', level: 1, page: second, top: 50 },
      { id: 'third', title: '三枚目', level: 2, page: third, top: 120 },
    ],
  });
}

describe('a file', () => {
  test('has its pages in reading order, whatever the order of writing', async () => {
    expect((await readNavigation(await book(SCREEN))).lines).toEqual([['一'], ['二'], ['三']]);
  });

  test('labels its pages by their sequences', async () => {
    expect((await readNavigation(await book(SCREEN))).labels).toEqual(['i', '資料3-1', '資料3-2']);
  });

  test('has bookmarks one below the other, at the height of what they name', async () => {
    expect((await readNavigation(await book(SCREEN))).bookmarks).toEqual([
      { title: '二枚目', depth: 1, page: 1, y: 250 },
      { title: '三枚目', depth: 2, page: 2, y: 180 },
    ]);
  });

  test('links a text to its anchor, over the text’s own box', async () => {
    expect((await readNavigation(await book(SCREEN))).links).toEqual([
      { onPage: 0, page: 2, y: 180, box: [20, 258, 120, 270] },
    ]);
  });

  test('for the printer has no links, but says where to cut', async () => {
    const bound: Paper = { ...SCREEN, bound: true, bleed: 9, cropMarks: true };
    const bytes = await book(bound);
    const { links, bookmarks } = await readNavigation(bytes);
    expect(links).toEqual([]);
    const pages = objectsOfType(pdfObjects(bytes), 'Page');
    const box = (name: string) =>
      pages.map(({ text }) => new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(text)?.[1]?.split(' ').map(Number));
    const beyond = 9 + 14.2;
    expect(new Set(box('MediaBox').map(String)).size).toBe(1);
    expect(box('MediaBox')[0]).toEqual([0, 0, 400 + 2 * beyond, 300 + 2 * beyond]);
    expect(box('TrimBox')[0]).toEqual([beyond, beyond, beyond + 400, beyond + 300]);
    expect(box('BleedBox')[0]?.[0]).toBeCloseTo(beyond - 9, 6);
    expect(bookmarks[0]?.y).toBeCloseTo(250 + beyond, 2);
  });

  test('is turned over about the edge at which it is bound', async () => {
    const flip = async (paper: Paper) => {
      const [catalogue] = objectsOfType(pdfObjects(await book(paper)), 'Catalog');
      return /\/Duplex \/(\w+)/.exec(catalogue?.text ?? '')?.[1];
    };
    expect(await flip(SCREEN)).toBe('DuplexFlipShortEdge');
    expect(await flip({ ...SCREEN, boundAtTop: true })).toBe('DuplexFlipLongEdge');
  });

  test('on screen ends at the paper’s edge', async () => {
    const [page] = objectsOfType(pdfObjects(await book(SCREEN)), 'Page');
    expect(page?.text).toContain('/MediaBox [0 0 400 300]');
    expect(page?.text).not.toContain('TrimBox');
  });
});

describe('what is attached', () => {
  const attachments = ['edition.yaml', 'measures/1-1.yaml'].map((name) => ({
    name,
    mediaType: 'application/yaml',
    description: '説明',
    content: bytesOf(`${name}: 値\n`),
  }));

  test('is what another reader takes out', async () => {
    expect(await readAttached(await book(SCREEN, attachments))).toEqual(
      attachments.map(({ name, description, content }) => ({ name, description, content })),
    );
  });

  test('changes nothing before it: pages, fonts and structure are the same objects', async () => {
    const printed = printedObjects(await book(SCREEN));
    expect(printed.length).toBeGreaterThan(10);
    expect(printedObjects(await book(SCREEN, attachments))).toEqual(printed);
  });

  test('where it is nothing, leaves the file as it is', async () => {
    expect(await book(SCREEN, [])).toEqual(await book(SCREEN));
  });
});
