/** What a clerk typed that is printed anyway, and so would stand there twice: numbers, brackets, headings. Pure. */
import { type Finding, type Path, shorten } from '../yaml/index.ts';
import { finding } from './rule.ts';

/** ① … ㊿, ❶, ➀, ⑴, ⒈. */
const MARK = '[\\u2460-\\u249b\\u24f5-\\u24fe\\u2776-\\u2793\\u3251-\\u325f\\u32b1-\\u32bf]';

/** A number and the sign that shows it to be one of a list: `1.`, `（1）`, `１）`; none in `1.5` and `1歳`. */
const NUMBER = '[（(][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[)）.．、](?![0-9０-９])';

const LIST_MARK = new RegExp(`^[\\s\\u3000]*(?:(?:${MARK}|${NUMBER})[\\s\\u3000]*)+`, 'u');
const BULLET = /^[\s\u3000]*(?:[・･●○■□◆◇]|[-‐](?![0-9０-９]))[\s\u3000]*/u;

/** Behind a number these make an amount of it: `3 歳児`, `10 か所`. */
const COUNTER = '[0-9０-９歳才か月ヶカ箇年度人件回名校園％%日時分級次期番円倍割者]';

/** 施策1の対象: a number that is spoken of. */
const PARTICLE = '[のをにとはがもへでやから]';

const HYPHEN = '[-－‐‑–—−ー]';
const SEPARATOR = '[\\s\\u3000.．、:：・)）\\]］】〕]';

const PAIRS = ['（(）)', '［[］]', '〔〕', '【】', '〈＜<〉＞>', '《》', '「｢」｣', '『』', '｛{｝}'];

/** The number or bullet of a list that a text begins with, with the space behind it. */
export function listMark(text: string): string | undefined {
  return LIST_MARK.exec(text)?.[0];
}

/** As {@link listMark}, or a bullet. */
export function itemMark(text: string): string | undefined {
  return listMark(text) ?? BULLET.exec(text)?.[0];
}

/**
 * A name's own number at the beginning of its text, whatever the width of its letters: `1-1. `, `１－１　`, `（1-1）`,
 * and with a noun before it `目標1　`.
 *
 * @param nouns what may stand before the number; where it does, any number will do
 */
export function ownNumber(text: string, number: string, nouns: readonly string[]): string | undefined {
  // What is no number is told elsewhere, and must not become part of a pattern.
  if (!NUMBER_FORM.test(number) || !mayBeginWithNumber(text, nouns)) return undefined;
  const own = [...number].map(anyWidth).join('');
  const any = `[0-9０-９A-Za-zＡ-Ｚａ-ｚ一二三四五六七八九十]{1,3}(?:${HYPHEN}[0-9０-９]{1,3})*`;
  const end = `(?:${SEPARATOR}+(?!${COUNTER})|(?!${COUNTER}|${HYPHEN}|${SEPARATOR}|${PARTICLE}|$))`;
  const patterns = [
    `(?:${nouns.map(escaped).join('|')})[\\s\\u3000]*(?:${any})${end}`,
    `[（(［[【〔]?${own}(?:${SEPARATOR}+)(?!${COUNTER})`,
    ...(number.includes('-')
      ? [`${own}${end}`, `[0-9０-９]{1,3}(?:${HYPHEN}[0-9０-９]{1,3})+${SEPARATOR}+(?!${COUNTER})`]
      : []),
  ];
  return new RegExp(`^[\\s\\u3000]*(?:${patterns.join('|')})`, 'u').exec(text)?.[0];
}

const BEGINS_WITH_NUMBER = /^[\s\u3000（(［[【〔]*[0-9０-９A-Za-zＡ-Ｚａ-ｚ]/;

/** Most names do not: no pattern is made for them. */
function mayBeginWithNumber(text: string, nouns: readonly string[]): boolean {
  return BEGINS_WITH_NUMBER.test(text) || nouns.some((noun) => text.trimStart().startsWith(noun));
}

function escaped(noun: string): string {
  return noun.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const NUMBER_FORM = /^[0-9A-Za-z]{1,9}(-[0-9A-Za-z]{1,9}){0,4}$/;

function anyWidth(character: string): string {
  if (character === '-') return HYPHEN;
  return `[${character}${String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)}]`;
}

/** A text without brackets all round it, or with only one of them: `（回）`, `(回`, `【【意見】】`. */
export function unwrapped(text: string): string {
  const plain = text.trim();
  const pair = PAIRS.find((one) => isOpening(one, plain.at(0)) || isClosing(one, plain.at(-1)));
  if (pair === undefined) return plain;
  const opens = isOpening(pair, plain.at(0));
  const closes = isClosing(pair, plain.at(-1));
  const inner = plain.slice(opens ? 1 : 0, closes ? -1 : undefined);
  // （年）回 and 人（延べ）
  return isBalanced(pair, inner) ? unwrapped(inner) : plain;
}

/** A text without the brackets all round it; undefined where there are none. */
export function withinBrackets(text: string): string | undefined {
  const plain = text.trim();
  const isWrapped = PAIRS.some((pair) => isOpening(pair, plain.at(0)) && isClosing(pair, plain.at(-1)));
  const meant = unwrapped(plain);
  return isWrapped && meant !== plain ? meant : undefined;
}

function isOpening(pair: string, character: string | undefined): boolean {
  return character !== undefined && pair.slice(0, pair.length / 2).includes(character);
}

function isClosing(pair: string, character: string | undefined): boolean {
  return character !== undefined && pair.slice(pair.length / 2).includes(character);
}

function isBalanced(pair: string, text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (isOpening(pair, character)) depth += 1;
    if (isClosing(pair, character)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** An error for what is printed anyway: at the words, with what is left without them. */
export function doubled(
  path: Path,
  code: 'doubled-brackets' | 'doubled-number' | 'doubled-words',
  words: string,
  meant: string,
): Finding {
  const hints = [meant === '' ? 'この項目を消してください。' : `「${shorten(meant)}」とだけ書いてください。`];
  const details = { words: shorten(words.trim()) };
  return finding(path, code, details, { where: { character: words }, hints });
}

/** The error for a number at the beginning of a text. */
export function* doubledNumber(path: Path, text: string, number: string | undefined): Iterable<Finding> {
  const meant = text.slice(number?.length).trim();
  if (number !== undefined && meant !== '') yield doubled(path, 'doubled-number', number, meant);
}
