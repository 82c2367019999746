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

function writeCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell.figure;
  const text = LIKE_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
