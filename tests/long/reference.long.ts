import { describe, expect, it } from 'vitest';
import { renderWithPdfmake } from '../pdf/pdfmake-reference.ts';
import { composeBytes, composePages } from './compose-folder.ts';
import { difference, drawPages } from './pictures.ts';

describe('content writer against pdfmake’s own renderer', () => {
  it.each(['R6', 'rare-kanji'])('draws the same pages: %s', async (name) => {
    const book = await composePages(name);
    const ours = drawPages(await composeBytes(name), 100);
    const reference = drawPages(await renderWithPdfmake(book), 100);
    expect(ours.length).toBe(book.pages.length);
    expect(reference.length).toBe(book.pages.length);
    ours.forEach((picture, index) => {
      const part = difference(picture, reference[index] as (typeof reference)[number], 0.2);
      expect(part, `page ${index + 1}`).toBeLessThanOrEqual(0.0005);
    });
  });
});
