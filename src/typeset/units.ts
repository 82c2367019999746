/**
 * Figures with everything that must stay on their line (layout rule 7): signs, commas, decimals, a unit or counter,
 * a space before it, 第 or 約 in front, an era name. What follows from character classes alone is in kinsoku.
 *
 * Date parts are units of their own: 令和4年9月30日 may break before 9 and 30, as JIS X 4051 allows; kept whole it
 * would not fit the narrow columns of a 評価表.
 */
import { CharacterClass as C, type CharacterClass } from './character-class.ts';
import { skipCounter } from './counters.ts';
import { BREAK } from './kinsoku.ts';
import type { Character, Text } from './text.ts';

/** Stand between digits: 12,345 12．5 10：00 1／3. */
const separators = new Set([',', '.', ':', '/', '，', '．', '：', '／', '･']);
/** Continue a figure begun in digits: 3万5千. */
const magnitudes = new Set(['百', '千', '万', '億', '兆']);
/** Stand directly before a figure and belong to it. */
const signs = new Set(['+', '-', '±', '−', '＋', '－', '▲', '△', '▼', '▽', '〒']);
const eras = new Set(['令和', '平成', '昭和', '大正', '明治', '西暦']);
/** Always a prefix of the figure that follows. */
const ORDINAL = '第';
/** Prefixes unless they end a kanji word: 約5人, but 予約|5件. */
const approximations = new Set(['約', '全', '満', '各', '計', '毎']);

const kanji: readonly CharacterClass[] = [C.Kanji, C.KanjiNumeral, C.Iteration];

/** Takes the line-break opportunities inside figure groups out of the edges. */
export function joinFigures(text: Text): void {
  const { classes, edges, count } = text;
  for (let index = 0; index < count; ) {
    if (!isNumeral(classes[index] as number)) {
      index++;
      continue;
    }
    const end = groupEnd(text, index);
    for (let inside = groupStart(text, index) + 1; inside < end; inside++) {
      edges[inside] = (edges[inside] as number) & ~BREAK;
    }
    index = end;
  }
}

function isNumeral(characterClass: number): boolean {
  return characterClass === C.Digit || characterClass === C.KanjiNumeral || characterClass === C.WideDigit;
}

/** The index after the figure that starts at `start`, its unit and the space between. */
function groupEnd(text: Text, start: number): number {
  const at = (index: number) => characterAt(text, index)?.text;
  const figure = figureEnd(text, start);
  const space = at(figure) === ' ' || at(figure) === '\u00a0' ? 1 : 0;
  const end = skipCounter(at, figure + space);
  return end > figure + space ? end : figure;
}

function figureEnd(text: Text, start: number): number {
  const inKanji = characterAt(text, start)?.class === C.KanjiNumeral;
  const continues = (index: number): boolean => {
    const character = characterAt(text, index);
    if (!character || !isNumeral(character.class)) return false;
    return (character.class === C.KanjiNumeral) === inKanji || magnitudes.has(character.text);
  };
  let end = start + 1;
  for (;;) {
    if (continues(end)) end++;
    else if (separators.has(characterAt(text, end)?.text ?? '') && continues(end + 1)) end += 2;
    else return end;
  }
}

/** The index where the group of the figure at `start` begins. */
function groupStart(text: Text, start: number): number {
  const at = (index: number) => characterAt(text, index)?.text ?? '';
  const sign = signs.has(at(start - 1)) ? start - 1 : start;
  if (at(sign - 1) === ORDINAL) return sign - 1;
  if (eras.has(at(sign - 2) + at(sign - 1))) return sign - 2;
  const afterKanji = kanji.includes(characterAt(text, sign - 2)?.class ?? C.Other);
  return approximations.has(at(sign - 1)) && !afterKanji ? sign - 1 : sign;
}

/** Undefined outside the text: the columns may hold an earlier paragraph's characters there. */
function characterAt({ characters, count }: Text, index: number): Character | undefined {
  return index < count ? characters[index] : undefined;
}
