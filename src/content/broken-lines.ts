/**
 * Lines broken in mid-sentence, as text copied from a PDF or a mail is. What the eye of an editor takes for certain:
 * a line that ends with a comma, a particle or an open bracket, one that begins as no line does, and lines of one width.
 */
import { shorten } from '../yaml/index.ts';
import { finding } from './rule.ts';
import { pieceBefore, type TextRule } from './text-rule.ts';

/** What a reader must see to find the place: some of the text before and behind the break. */
const MOST_SHOWN = 80;
const MOST_HEAD = 40;

/** Shorter lines are headings, or items of a list. */
const SHORTEST = 10;

/** Lines of one width are this long at least, in full-width characters. */
const SHORTEST_EVEN = 20;

/** Headings that are typed without 【】 are no longer, in full-width characters. */
const LONGEST_HEADING = 30;

const HEADING = /^【[^【】]*】$/u;
const SENTENCE_END = /[。．.！!？?」』）)】〕］：:；;…]$/u;

/** A line that begins a paragraph: a bullet, a number, a heading, an indent. */
const NEW_PARAGRAPH =
  /^(?:[\s\u3000・･●○◎■□◆◇▼▽▲△★☆※＊*>＞→⇒【＜<\-－―–•◦]|[（(]?(?:[0-9０-９]{1,3}|[ァ-ヶｱ-ﾝA-Za-zⅠ-Ⅿⅰ-ⅿ])[)）.．、]|[①-⑳㉑-㉟㊱-㊿]|第[0-9０-９一二三四五六七八九十])/u;

/** A comma, a middle dot or an opening bracket goes on; so does a particle, where it is no end of a noun (もの). */
const GOES_ON = /[、，,･・「『（(〔【]$|を$|(?<!も|そ|こ|あ|ど)の$|[がはに]$/u;

/** No paragraph begins like this. */
const CONTINUES =
  /^(?:[、。，．）)」』】〕ーっゃゅょッャュョぁぃぅぇぉんをゝゞ々]|した[。、がもこのた]|して(?:い|お|き|も|、)|する(?:こ|た|な|も|と|。)|され|しており|ており|ている|ていく|に(?:関する|関して|ついて|おいて|おける|よる|より|よって|対し|向け|伴い|伴う)|として|とともに|のため|には|への|との|など[のをが、]|等[のをが、])/u;

const HALF_WIDTH = /[\u0000-\u00ff\uff61-\uff9f]/;

const COUNTER = /^(?:年|月|日|人|件|回|か所|箇所|ヶ所|カ所|歳|名|校|園|円|時間|分|倍|％|%)/u;

/** One warning a text, which shows the first sentence in one piece. */
export const brokenLines: TextRule = function* (text, { path, kind }) {
  if (kind !== 'paragraphs' || !text.includes('\n')) return;
  const lines = text.split('\n');
  const broken = lines.flatMap((_, at) => (isBroken(lines, at) ? [at] : []));
  const [first] = broken;
  if (first === undefined) return;
  const line = lines[first] ?? '';
  const start = lines.slice(0, first).reduce((sum, { length }) => sum + length + 1, 0);
  const piece = pieceBefore(text, start, start + line.trimEnd().length);
  const hints = [`「${shownAround(lines, first)}」と、一行につなげてください。`];
  yield finding(
    path,
    'broken-lines',
    { end: shorten(line.trim().slice(-MOST_TAIL)), count: broken.length },
    { where: { character: piece }, severity: 'warning', hints },
  );
};

/** Of the line that is broken, its last characters are named. */
const MOST_TAIL = 10;

/** Whether the sentence of a line goes on in the next one. */
function isBroken(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trimEnd();
  const next = lines[at + 1] ?? '';
  if (/[。！？]$/u.test(line)) return false;
  if (line.length < SHORTEST || next === '' || HEADING.test(line) || NEW_PARAGRAPH.test(next)) return false;
  if (CONTINUES.test(next)) return true;
  if (SENTENCE_END.test(line)) return false;
  return (
    GOES_ON.test(line) ||
    (/[0-9０-９]$/.test(line) && COUNTER.test(next)) ||
    isSplitBracket(line, next) ||
    isUnfinished(line, next) ||
    isEven(lines, at)
  );
}

/** 「…子どもの権⏎利」: opened in one line, closed in the next. */
function isSplitBracket(line: string, next: string): boolean {
  return ['「」', '『』', '（）', '()'].some(([open = '', close = '']) => {
    const at = next.indexOf(close);
    const opened = next.indexOf(open);
    return line.lastIndexOf(open) > line.lastIndexOf(close) && at >= 0 && (opened < 0 || opened > at);
  });
}

/** Sentences, or a long clause, and then one without its end: headings are shorter, and entries of a list end with a figure. */
function isUnfinished(line: string, next: string): boolean {
  const width = runningWidth(line);
  if (width === undefined || !next.includes('。')) return false;
  return line.includes('。') || (width >= LONGEST_HEADING && line.includes('、'));
}

/** A line as wide as the one above it or below it, as a page that is full breaks them, and a sentence's end below both. */
function isEven(lines: readonly string[], at: number): boolean {
  const width = runningWidth(lines[at]);
  if (width === undefined) return false;
  const isAlike = (other: number) => {
    const theirs = runningWidth(lines[other]);
    return theirs !== undefined && Math.abs(theirs - width) <= 1;
  };
  const below = lines[isAlike(at + 1) ? at + 2 : at + 1] ?? '';
  const others = [at - 2, at - 1, at + 1, at + 2].filter(isAlike).length;
  return (isAlike(at + 1) || isAlike(at - 1)) && (others >= 2 || /。$/.test(below));
}

/** In full-width characters; undefined for what is no line of running text. */
function runningWidth(line: string | undefined): number | undefined {
  if (line === undefined || HEADING.test(line) || SENTENCE_END.test(line)) return undefined;
  // Entries of a list end with a figure (88,791人).
  if (/[0-9０-９][^0-9０-９]{0,3}$/u.test(line)) return undefined;
  let width = 0;
  for (const character of line) width += HALF_WIDTH.test(character) ? 0.5 : 1;
  return width >= SHORTEST_EVEN ? width : undefined;
}

/** The sentence across a break, cut where it is long. */
function shownAround(lines: readonly string[], at: number): string {
  let joined = '';
  const [head = ''] = lines.slice(at, at + 1);
  const cut = head.length > MOST_HEAD ? `…${[...head.trim()].slice(-MOST_HEAD).join('')}` : head.trim();
  for (let row = at; joined.length <= MOST_SHOWN && (row === at || isBroken(lines, row - 1)); row += 1) {
    joined = row === at ? cut : joinedTo(joined, (lines[row] ?? '').trim());
  }
  return shorten(joined, MOST_SHOWN);
}

/** Words of Latin letters keep a space between them. */
function joinedTo(text: string, next: string): string {
  return text + (/[A-Za-z,]$/.test(text) && /^[A-Za-z]/.test(next) ? ' ' : '') + next;
}
