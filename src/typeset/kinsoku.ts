/**
 * Where a line may break between two characters, by class, and where 1/4 em goes between scripts.
 *
 * Source: JLREQ 3.1.7 "Characters not starting a line", 3.1.8 "not ending a line", 3.1.10 "Unbreakable character
 * sequences", appendix C table 2; which restate JIS X 4051 6.1 to 6.3. Latin text by UAX #14.
 */
import { CharacterClass as C, type CharacterClass, CLASS_COUNT } from './character-class.ts';

/** Bits of an edge, the place before a character. */
export const BREAK = 1;
export const GAP = 2;
/** With BREAK: opened as a last resort. */
export const FORCED = 4;

/** 行頭禁則 (JLREQ 3.1.7): cl-02 to cl-07, cl-09 to cl-11; cl-13 too, as it only follows figures. */
const notStarting: readonly CharacterClass[] = [
  C.Closing,
  C.LatinClosing,
  C.Hyphen,
  C.Dividing,
  C.MiddleDot,
  C.FullStop,
  C.Comma,
  C.LatinPunctuation,
  C.Iteration,
  C.Prolonged,
  C.SmallKana,
  C.Postfix,
  C.Glue,
  C.Quote,
  C.Mark,
];

/** 行末禁則 (JLREQ 3.1.8): cl-01; cl-12 too, as it only precedes figures. */
const notEnding: readonly CharacterClass[] = [C.Opening, C.LatinOpening, C.Prefix, C.Glue, C.Quote];

const figures: readonly CharacterClass[] = [C.Digit, C.WideDigit];
const word: readonly CharacterClass[] = [...figures, C.Latin, C.WideLatin];

/** 分離禁止 (JLREQ 3.1.10) and Latin words (UAX #14 LB23, LB28, LB29, LB30): [classes before, classes after]. */
const unbreakable: readonly (readonly [readonly CharacterClass[], readonly CharacterClass[]])[] = [
  [[C.Inseparable], [C.Inseparable]],
  [word, word],
  [word, [C.LatinOpening, C.Prefix]],
  [
    [C.LatinPunctuation, C.LatinClosing],
    [C.Digit, C.Latin],
  ],
];

/** 和欧文間 (JLREQ 3.2.4): cl-09 to cl-11, cl-15, cl-16, cl-19 on one side, cl-24, cl-27 on the other. */
const japanese: readonly CharacterClass[] = [
  C.Iteration,
  C.Prolonged,
  C.SmallKana,
  C.Hiragana,
  C.Katakana,
  C.KanjiNumeral,
  C.Kanji,
];
const latin: readonly CharacterClass[] = [C.Digit, C.Latin];

const startsNoLine = flagsOf(notStarting);
const endsNoLine = flagsOf(notEnding);
const edges = tableOf(edgeBits);

/** Whether a line must not start with the class. */
export function isLineStartProhibited(characterClass: number): boolean {
  return startsNoLine[characterClass] === 1;
}

/** Whether a line must not end with the class. */
export function isLineEndProhibited(characterClass: number): boolean {
  return endsNoLine[characterClass] === 1;
}

/** The bits {@link BREAK} and {@link GAP} of the edge between two neighbouring characters. */
export function edgeBetween(before: number, after: number): number {
  return edges[before * CLASS_COUNT + after] as number;
}

function edgeBits(before: CharacterClass, after: CharacterClass): number {
  return (mayBreak(before, after) ? BREAK : 0) | (isScriptEdge(before, after) ? GAP : 0);
}

function mayBreak(before: CharacterClass, after: CharacterClass): boolean {
  // A line takes the spaces after its last character with it, where they take no room.
  if (after === C.Space) return false;
  if (isLineEndProhibited(before) || isLineStartProhibited(after)) return false;
  return !unbreakable.some(([befores, afters]) => befores.includes(before) && afters.includes(after));
}

function isScriptEdge(before: CharacterClass, after: CharacterClass): boolean {
  return (
    (japanese.includes(before) && latin.includes(after)) ||
    (latin.includes(before) && japanese.includes(after))
  );
}

function flagsOf(classes: readonly CharacterClass[]): Uint8Array {
  return Uint8Array.from({ length: CLASS_COUNT }, (_, index) =>
    Number(classes.includes(index as CharacterClass)),
  );
}

function tableOf(cell: (before: CharacterClass, after: CharacterClass) => number): Uint8Array {
  return Uint8Array.from({ length: CLASS_COUNT ** 2 }, (_, index) =>
    cell(Math.floor(index / CLASS_COUNT) as CharacterClass, (index % CLASS_COUNT) as CharacterClass),
  );
}
