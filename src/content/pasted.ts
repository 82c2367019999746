/** A cell copied from a spreadsheet: in quotation marks where it has several lines, and with its own marks doubled. */
import { shorten } from '../yaml/index.ts';
import { finding } from './rule.ts';
import type { TextRule } from './text-rule.ts';

/** A whole text, or lines of one, as a spreadsheet writes a cell. */
const CELL = /(?<=^|\n)"((?:[^"]|"")*)"(?=$|\n)/g;

/** More of a text than elsewhere: what is to be typed. */
const MOST_SHOWN = 80;

/** One warning a text, which shows it without the marks. */
export const pastedQuotes: TextRule = function* (text, { path, kind }) {
  if (kind === 'word' || !text.includes('"')) return;
  const [pasted, meant] = pastedIn(text.replace(/\n$/, '')) ?? [];
  if (pasted === undefined || meant === undefined) return;
  const [line = pasted] = pasted.split('\n', 1);
  const shown = shorten(meant.replaceAll('\n', '⏎'), MOST_SHOWN);
  const hints = [`「${shown}」と、引用符を除いて書いてください。「⏎」のところで改行します。`];
  yield finding(
    path,
    'pasted-quotes',
    { text: shorten(pasted) },
    {
      where: { character: line },
      severity: 'warning',
      hints: meant.includes('\n') ? hints : [`「${shown}」と、引用符を除いて書いてください。`],
    },
  );
};

/** What was pasted, and what was meant. */
function pastedIn(text: string): [pasted: string, meant: string] | undefined {
  for (const [cell, body = ''] of text.matchAll(CELL)) {
    const isCell = cell === text || body.includes('\n') || body.includes('""');
    if (isCell && body !== '') return [cell, body.replaceAll('""', '"')];
  }
  const line = text.split('\n').find((one) => one.includes('""'));
  if (line !== undefined) return [line, line.replaceAll(/"+/g, '"')];
  const isUnfinished = text.startsWith('"') && text.split('"').length === 2 && text.includes('\n');
  return isUnfinished ? [text, text.slice(1)] : undefined;
}
