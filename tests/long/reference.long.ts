import { describe, expect, it } from 'vitest';
import { print } from '../../src/pdf/print.ts';
import { renderWithPdfmake } from '../pdf/pdfmake-reference.ts';
import { composeFolder } from './compose-folder.ts';
import { difference, drawPages } from './pictures.ts';

describe('content writer against pdfmake’s own renderer', () => {
  it.each(['R6', 'rare-kanji'])('draws the same pages: %s', async (name) => {
    const { pages, info } = composeFolder(name);
    const ours = drawPages(await print(pages, info), 100);
    const reference = drawPages(await renderWithPdfmake(pages), 100);
    expect(ours.length).toBe(pages.length);
    expect(reference.length).toBe(pages.length);
    ours.forEach((picture, index) => {
      const part = difference(picture, reference[index] as (typeof reference)[number], 0.2);
      expect(part, `page ${index + 1}`).toBeLessThanOrEqual(0.0005);
    });
  });
});
