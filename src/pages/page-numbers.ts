/** Page numbers as they print, and as a viewer's page labels (ISO 32000-1, 12.4.2) say them. Pure. */
import type { Numbering } from '../view/types.ts';

const ROMAN = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

/** 1 → `i`, 4 → `iv`. */
export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [letters, value] of ROMAN) {
    for (; rest >= value; rest -= value) text += letters;
  }
  return text;
}

/**
 * What other pages call this page: `iii`, `12`, `資料3-1`.
 *
 * @param position in its sequence, from 0
 */
export function pageLabel({ style, prefix = '' }: Numbering, position: number): string {
  return prefix + (style === 'roman' ? roman(position + 1) : String(position + 1));
}

/**
 * What the page itself says: decimal numbers also say how many there are, `3 / 29` or `資料3-1/4`.
 *
 * @param position in its sequence, from 0
 * @param count pages of the sequence
 */
export function pageNumber(numbering: Numbering, position: number, count: number): string {
  const label = pageLabel(numbering, position);
  if (numbering.style === 'roman') return label;
  return numbering.prefix ? `${label}/${count}` : `${label} / ${count}`;
}
