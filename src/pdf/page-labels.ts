/** Page labels (ISO 32000-1, 12.4.2): what a viewer calls the pages. */
import { type Document, textString } from './objects.ts';

/** A row of pages that are numbered from 1. */
export type LabelRange = {
  readonly style: 'roman' | 'decimal';
  readonly prefix?: string;
  readonly pages: number;
};

const STYLE = { roman: 'r', decimal: 'D' } as const;

/** Enters the labels of all pages in the catalogue; `ranges` stand in reading order. */
export function writePageLabels(document: Document, ranges: readonly LabelRange[]): void {
  let first = 0;
  const numbers: unknown[] = [];
  for (const { style, prefix, pages } of ranges) {
    if (pages === 0) continue;
    numbers.push(first, { S: STYLE[style], ...(prefix ? { P: textString(prefix) } : {}) });
    first += pages;
  }
  document._root.data.PageLabels = { Nums: numbers };
}
