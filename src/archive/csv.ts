/** Tables for spreadsheets: CSV by RFC 4180 in UTF-8 with a byte order mark, which Excel needs to read Japanese. */
import { encode } from './held.ts';

/** A text, or a figure as typed. */
export type Cell = string | { readonly figure: string };

/** Lines end with CR LF; line ends inside a text stay as typed (LF). */
export function writeCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): Uint8Array {
  const lines = [head, ...rows].map((cells) => `${cells.map(writeCell).join(',')}\r\n`);
  return encode(`\ufeff${lines.join('')}`);
}

/**
 * What a spreadsheet would take for a formula, full-width signs included; and what looks like our own mark, so that
 * taking one mark off always gives the text as typed.
 */
const LIKE_FORMULA = /^(?:'|[\s\u3000]*[=+\-@＝＋－＠])/u;

/**
 * Texts that a spreadsheet would turn into a date, a time or another number, and lose when the file is saved: `1-1`, a
 * measure's number, becomes 1 January. Digits and what stands between those of dates and numbers, an era's date, a month
 * in English.
 */
const LIKE_NUMBER: readonly RegExp[] = [
  /^[(¥$]?\d[\d\s\-/.:,%年月日時分秒e+]*\)?$/iu,
  /^(?:[mtshr]|明治|大正|昭和|平成|令和)(?:\d+|元)[-/.年][\d\s\-/.元年月日]*$/iu,
  /^(?:\d+[\s\-/]*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[\s\-/.,]*\d[\d\s\-/,]*)?$/iu,
];

/** A number that is shown and kept as it is written. */
const PLAIN_NUMBER = /^(?:0|[1-9]\d{0,14})$/;

function isChanged(text: string): boolean {
  const folded = text.normalize('NFKC').trim();
  return !PLAIN_NUMBER.test(text) && LIKE_NUMBER.some((pattern) => pattern.test(folded));
}

function writeCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell.figure;
  const text = LIKE_FORMULA.test(cell) || isChanged(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
