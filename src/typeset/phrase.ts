/**
 * How gladly a label breaks at each opportunity: best at phrase boundaries (BudouX), next where words meet, hardly
 * ever inside a katakana word.
 */
import { jaModel, Parser } from 'budoux';
import { CharacterClass as C, type CharacterClass } from './character-class.ts';
import { wordStarts } from './kanji-words.ts';
import { BREAK, FORCED } from './kinsoku.ts';
import { findWords, type WordPlace } from './label-words.ts';
import type { Character, Text } from './text.ts';

/** What a break costs; a line of its own costs 100 (see balance-lines). */
const cost = {
  phrase: 0,
  afterMiddleDot: 500,
  wordEdge: 1000,
  beforeParticle: 3000,
  insidePhrase: 10_000,
  insideWord: 30_000,
  katakanaWordEdge: 100_000,
  insideKatakana: 1_000_000,
  forced: 10_000_000,
  /** On top, between brackets. */
  insideBrackets: 300,
} as const;

const opening: readonly CharacterClass[] = [C.Opening, C.LatinOpening];
const closing: readonly CharacterClass[] = [C.Closing, C.LatinClosing];
const kanji: readonly CharacterClass[] = [C.Kanji, C.KanjiNumeral, C.Iteration];
const alphanumeric: readonly CharacterClass[] = [C.Latin, C.WideLatin, C.Digit, C.WideDigit];
/** Kana that bind to the kanji after them: お|母さん is no place to break. */
const honorifics = new Set(['お', 'ご']);

let parser: Parser | undefined;

/** The cost of ending a line before each character; only what stands at an opportunity counts. */
export function breakCosts(text: Text): Float64Array {
  const { whole, characters, offsets, edges, count } = text;
  const costs = new Float64Array(count);
  parser ??= new Parser(jaModel);
  const phraseStarts = new Set(parser.parseBoundaries(whole));
  const wordPlaces = findWords(whole);
  const kanjiWordStarts = findKanjiWordStarts(characters.slice(0, count));
  let depth = 0;
  for (let index = 1; index < count; index++) {
    const before = characters[index - 1] as Character;
    const after = characters[index] as Character;
    depth += opening.includes(before.class) ? 1 : closing.includes(before.class) && depth > 0 ? -1 : 0;
    const offset = offsets[index] as number;
    const edge = edges[index] as number;
    if (!(edge & BREAK)) continue;
    const place: Place = {
      isForced: (edge & FORCED) !== 0,
      isPhraseStart: phraseStarts.has(offset),
      isKanjiWordStart: kanjiWordStarts.has(index),
      word: wordPlaces.get(offset),
    };
    costs[index] = costOf(before, after, place) + (depth > 0 ? cost.insideBrackets : 0);
  }
  return costs;
}

/** What is known of a place besides its two characters. */
type Place = {
  readonly isForced: boolean;
  readonly isPhraseStart: boolean;
  readonly isKanjiWordStart: boolean;
  readonly word: WordPlace | undefined;
};

function costOf(before: Character, after: Character, place: Place): number {
  if (place.isForced) return cost.forced;
  if (isKatakana(before) && isKatakana(after)) {
    return place.word === 'edge' ? cost.katakanaWordEdge : cost.insideKatakana;
  }
  if (place.word === 'inside') return cost.insideWord;
  if (place.word === 'before-particle') return cost.beforeParticle;
  const isAtBracket = closing.includes(before.class) || opening.includes(after.class);
  if (place.isPhraseStart || isAtBracket || before.class === C.Space) return cost.phrase;
  if (before.class === C.MiddleDot) return cost.afterMiddleDot;
  const isWordStart = place.word === 'edge' || place.isKanjiWordStart || isScriptChange(before, after);
  return isWordStart && !isEnclitic(after) ? cost.wordEdge : cost.insidePhrase;
}

function findKanjiWordStarts(characters: readonly Character[]): Set<number> {
  const starts = new Set<number>();
  for (let index = 0; index < characters.length; ) {
    let end = index;
    while (end < characters.length && kanji.includes((characters[end] as Character).class)) end++;
    const run = characters.slice(index, end).map(({ text }) => text);
    for (const offset of wordStarts(run)) starts.add(index + offset);
    index = end + 1;
  }
  return starts;
}

/** Whether a word begins where the script changes: 子育て|支援, 虐待防止|キャンペーン, NPO|法人. */
function isScriptChange(before: Character, after: Character): boolean {
  if (alphanumeric.includes(before.class) || alphanumeric.includes(after.class)) return true;
  if (isKatakana(after)) return true;
  return kanji.includes(after.class) && !kanji.includes(before.class) && !honorifics.has(before.text);
}

/** Particles and 等 lean on the word before them: センター等, オンブズパーソンの. */
function isEnclitic(after: Character): boolean {
  return after.text === '等' || (after.class === C.Hiragana && 'のへにをはがとでもやか'.includes(after.text));
}

function isKatakana({ class: own, codePoint }: Character): boolean {
  if (own === C.Katakana || own === C.Prolonged) return true;
  return own === C.SmallKana && codePoint >= 0x30a1;
}
