/** What to type instead of a word that is in no list of edition.yaml. */
import { didYouMean, listed, nearest, shorten, standsForNothing } from '../yaml/index.ts';
import type { WordList } from './doubts.ts';

/** Several names in one, as Japanese text divides them. */
const BETWEEN_NAMES = /[、，､,・／/]/u;

/** The word meant, else those there are and where a new one is entered. */
export function wordHints(typed: string, words: readonly string[], list: WordList): string[] {
  if (standsForNothing(typed)) return ['言葉がないなら、null と書いてください。'];
  const around = words.find(
    (word) => word !== typed && word.split(BETWEEN_NAMES).some((one) => one.trim() === typed),
  );
  if (around !== undefined) return [notDivided(around, list)];
  const meant = didYouMean(typed, words);
  if (meant.length > 0) return meant;
  return [
    `使えるのは${listed(words)}です。「${shorten(typed)}」も使うなら、edition.yaml の ${list} に足してください。`,
  ];
}

/** The item of a list that holds a word among others: the one cause of all its words being unknown. */
export function itemAround(typed: string, words: readonly string[]): string | undefined {
  return words.find(
    (word) => word !== typed && word.split(BETWEEN_NAMES).some((one) => one.trim() === typed),
  );
}

/** An item of the edition's list that was meant as several: the list is what is to be mended. */
function notDivided(item: string, list: WordList): string {
  const names = item.split(BETWEEN_NAMES).map((name) => name.trim());
  return `edition.yaml の ${list} の「${shorten(item)}」を「${shorten(names.join(', '))}」と、半角の「,」と空白で区切ってください。`;
}

/** The same for a department; several in one are divided. */
export function departmentHints(typed: string, departments: readonly string[]): string[] {
  const names = typed.split(BETWEEN_NAMES).map((name) => name.trim());
  const meant = names.map((name) => (departments.includes(name) ? name : nearest(name, departments)));
  if (names.length > 1 && meant.every((name) => name !== undefined))
    return [`「${shorten(meant.join(', '))}」と、半角の「,」と空白で区切ってください。`];
  return wordHints(typed, departments, 'departments');
}
