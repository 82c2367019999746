/** A font with CFF outlines beside one with TrueType outlines, in one file. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openPrinter } from '../../src/pdf/print.ts';
import { openFace } from '../../src/typeset/index.ts';
import { leaf, REGULAR } from '../boxes/sample.ts';
import { objectsOfType, pdfObjects } from '../helpers/pdf-file.ts';
import { readNavigation } from '../helpers/pdf-navigation.ts';

const FILE = new URL('../fonts/Squares-Regular.otf', import.meta.url);
const SQUARES = openFace('Squares-Regular', readFileSync(FILE));
const WORDS = '子どものヒロバ R6';
const PAPER = { width: 400, height: 300, bleed: 0, cropMarks: false, bound: false, boundAtTop: false };
const INFO = { title: '題', author: '市', issued: '2025-07-29', creator: 'test' };

/** Kana from the squares, kanji from the fallback. */
function page(): Promise<Uint8Array> {
  const chain = [SQUARES, REGULAR];
  const set = leaf(WORDS, 300, { regular: chain, bold: chain });
  const printer = openPrinter(INFO, PAPER);
  const only = printer.page([{ x: 20, y: 30, items: [{ kind: 'text', x: 0, y: 0, leaf: set }] }]);
  return printer.finish({ pages: [only], furniture: () => [], labels: [], bookmarks: [] });
}

describe('CFF outlines', () => {
  test('are set with the advances that the file states', () => {
    expect(SQUARES.glyph('ど'.codePointAt(0) as number)?.advance).toBe(1);
    expect(SQUARES.glyph('R'.codePointAt(0) as number)?.advance).toBe(0.5);
    expect(SQUARES.glyph('子'.codePointAt(0) as number)).toBeUndefined();
  });

  test('are embedded as such, the others as theirs', async () => {
    const fonts = objectsOfType(pdfObjects(await page()), 'Font').map(({ text }) => text);
    const kinds = fonts.map((text) =>
      /\/Subtype \/(\w+) \/BaseFont \/[A-Z]{6}\+([\w-]+)/.exec(text)?.slice(1),
    );
    expect(kinds.filter((kind) => kind?.[0] !== 'Type0').sort()).toEqual([
      ['CIDFontType0', 'Squares-Regular'],
      ['CIDFontType2', 'BIZUDPGothic-Regular'],
    ]);
  });

  test('give their characters back', async () => {
    expect((await readNavigation(await page())).lines).toEqual([[WORDS]]);
  });

  test('are embedded alike every time', async () => {
    expect(Buffer.from(await page()).equals(await page())).toBe(true);
  });
});
