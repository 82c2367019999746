/** What to type instead of text that goes on in the next line without `|`. */

export const USE_BAR = '長い文は「|」と書き、その次の行から字下げして書いてください。';
const HALF_WIDTH_BAR = '全角の「｜」は使えません。半角の「|」を書いてください。';
const USE_DASHES = '一つずつの並びなら、それぞれの行を「- 」（半角の「-」と空白）で始めてください。';

/** Signs that a clerk begins the items of a list with. */
const BULLET = /^[・･●○■□◆◇▪•‣＊*ー－–—―‐]/u;

/** @param text as typed, from its first line on */
export function foldedHints(text: string): string[] {
  if (text.startsWith('｜')) return [HALF_WIDTH_BAR];
  return text.split('\n').every((line) => BULLET.test(line.trim())) ? [USE_DASHES, USE_BAR] : [USE_BAR];
}
