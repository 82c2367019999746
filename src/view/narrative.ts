/** Takes a narrative as typed apart into paragraphs. */
import type { Origin } from '../content/edition.ts';
import type { Narrative, NarrativeParagraph } from './types.ts';

const HEADING = /^【[^【】]*】$/u;
const LEADING_BRACKET = /^【[^【】]*】/u;
/** `・` and the circled numbers ①–⑳, ㉑–㉟, ㊱–㊿ open an item, which hangs by one em. */
const ITEM = /^[・①-⑳㉑-㉟㊱-㊿]/u;

/**
 * @param text lines divided by \n, as typed; empty lines at the end do not print
 * @param origin where it was typed
 */
export function narrative(text: string, origin: Origin): Narrative {
  const lines = text.split('\n');
  while (lines.at(-1) === '') lines.pop();
  return { paragraphs: lines.map(paragraph), origin };
}

function paragraph(line: string): NarrativeParagraph {
  if (line === '') return { kind: 'space' };
  if (HEADING.test(line)) return { kind: 'heading', spans: [{ text: line, bold: true }] };
  const bracket = LEADING_BRACKET.exec(line)?.[0];
  if (bracket) {
    const rest = { text: line.slice(bracket.length), bold: false };
    return { kind: 'text', spans: [{ text: bracket, bold: true }, rest] };
  }
  return { kind: ITEM.test(line) ? 'item' : 'text', spans: [{ text: line, bold: false }] };
}
