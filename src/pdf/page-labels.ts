/** Page labels (ISO 32000-1, 12.4.2): what a viewer calls the pages. */
import { textString } from './values.ts';

/** A row of pages that are numbered from 1. */
export type LabelRange = {
  readonly style: 'roman' | 'decimal';
  readonly prefix?: string;
  readonly pages: number;
};

const STYLE = { roman: 'r', decimal: 'D' } as const;

/** The number tree of all pages' labels; `ranges` stand in reading order. */
export function pageLabels(ranges: readonly LabelRange[]): object {
  let first = 0;
  const numbers: unknown[] = [];
  for (const { style, prefix, pages } of ranges) {
    if (pages === 0) continue;
    numbers.push(first, { S: STYLE[style], ...(prefix ? { P: textString(prefix) } : {}) });
    first += pages;
  }
  return { Nums: numbers };
}
