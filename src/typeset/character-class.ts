/**
 * The class of a character: what line breaking and spacing ask about it.
 *
 * Classes and members follow JLREQ appendix A ("Character classes", cl-01 …), which restates JIS X 4051; named
 * beside each row. Half-width forms, and ASCII marks typed in their place, join the class they stand in for.
 * Where a character leads a double life in Latin text (brackets, full stops) it has a Latin class of its own.
 */
export const CharacterClass = {
  Opening: 0,
  LatinOpening: 1,
  Closing: 2,
  LatinClosing: 3,
  Hyphen: 4,
  Dividing: 5,
  MiddleDot: 6,
  FullStop: 7,
  Comma: 8,
  LatinPunctuation: 9,
  Inseparable: 10,
  Iteration: 11,
  Prolonged: 12,
  SmallKana: 13,
  Prefix: 14,
  Postfix: 15,
  Space: 16,
  Glue: 17,
  Quote: 18,
  Hiragana: 19,
  Katakana: 20,
  KanjiNumeral: 21,
  Kanji: 22,
  Digit: 23,
  WideDigit: 24,
  Latin: 25,
  WideLatin: 26,
  /** Stands on its base and never without it: variation selectors, combining marks, half-width voicing marks. */
  Mark: 27,
  Other: 28,
} as const;

export type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass];

export const CLASS_COUNT = Object.keys(CharacterClass).length;

const C = CharacterClass;

/** Members by name. */
const members: readonly (readonly [CharacterClass, string])[] = [
  [C.Opening, '（〔［｛〈《「『【⦅〘〖〝｢'], // cl-01
  [C.LatinOpening, '([{‘“«'], // cl-01
  [C.Closing, '）〕］｝〉》」』】⦆〙〗〟｣'], // cl-02
  [C.LatinClosing, ')]}’”»'], // cl-02
  [C.Hyphen, '‐–゠〜～／'], // cl-03; ～ is what Windows types for 〜, and ／ separates like a hyphen
  [C.Dividing, '！？‼⁇⁈⁉'], // cl-04
  [C.MiddleDot, '・：；･'], // cl-05
  [C.FullStop, '。．｡'], // cl-06
  [C.Comma, '、，､'], // cl-07
  [C.LatinPunctuation, '.,:;!?/%-'], // cl-03 to cl-07, cl-13 in their ASCII forms
  [C.Inseparable, '—―…‥⋯〳〴〵'], // cl-08; ― and ⋯ are what other keyboards type for — and …
  [C.Iteration, 'ヽヾゝゞ々〻'], // cl-09
  [C.Prolonged, 'ーｰ゛゜'], // cl-10; ゛゜ as UAX #14 NS
  [C.SmallKana, 'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ'], // cl-11
  [C.SmallKana, 'ｧｨｩｪｫｬｭｮｯ'], // cl-11, half-width
  [C.Prefix, '¥￥＄￡＃€№$£'], // cl-12
  [C.Postfix, '°′″℃￠％‰¢ℓ㏋㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㎥㏄㎖㎗㎘'], // cl-13, cl-25
  [C.Space, '\u3000 \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f'], // cl-14, cl-26
  [C.Glue, '\u00a0\u2007\u202f\u2060'], // UAX #14 GL, WJ
  [C.Quote, '"\'＂＇'], // UAX #14 QU: opening or closing, nobody knows
  [C.KanjiNumeral, '〇一二三四五六七八九十百千万億兆元'], // cl-19; 元 for 元年
];

/** Members by range, first to last code point; the first row that fits counts. */
const ranges: readonly (readonly [CharacterClass, number, number])[] = [
  [C.Mark, 0x300, 0x36f],
  [C.Mark, 0x1ab0, 0x1aff],
  [C.Mark, 0x1dc0, 0x1dff],
  [C.Mark, 0x20d0, 0x20ff],
  [C.Mark, 0x3099, 0x309a],
  [C.Mark, 0xfe00, 0xfe0f],
  [C.Mark, 0xfe20, 0xfe2f],
  [C.Mark, 0xff9e, 0xff9f],
  [C.Mark, 0xe0100, 0xe01ef],
  [C.Digit, 0x30, 0x39], // cl-24, cl-27
  [C.WideDigit, 0xff10, 0xff19],
  [C.WideLatin, 0xff21, 0xff3a],
  [C.WideLatin, 0xff41, 0xff5a],
  [C.Hiragana, 0x3041, 0x309f], // cl-15
  [C.Katakana, 0x30a1, 0x30ff], // cl-16
  [C.Katakana, 0xff66, 0xff9d],
  [C.Kanji, 0x3400, 0x4dbf], // cl-19: CJK extension A, unified, compatibility, planes 2 and 3
  [C.Kanji, 0x4e00, 0x9fff],
  [C.Kanji, 0xf900, 0xfaff],
  [C.Kanji, 0x20000, 0x3fffd],
  [C.Latin, 0x21, 0x7e], // cl-27
  [C.Latin, 0xb2, 0xb3], // ² ³ of m² and m³
  [C.Latin, 0xc0, 0xd6],
  [C.Latin, 0xd8, 0xf6],
  [C.Latin, 0xf8, 0x24f],
  [C.Latin, 0x370, 0x52f], // Greek, Cyrillic
  [C.Latin, 0x1e00, 0x1fff],
];

const byCodePoint = new Map<number, CharacterClass>();
for (const [characterClass, characters] of members) {
  for (const character of characters) byCodePoint.set(character.codePointAt(0) as number, characterClass);
}

/** The class of a code point: named members first, then ranges. */
export function classOf(codePoint: number): CharacterClass {
  const named = byCodePoint.get(codePoint);
  if (named !== undefined) return named;
  // Every character of a text is looked up once: no iterators here.
  return ranges.find((range) => codePoint >= range[1] && codePoint <= range[2])?.[0] ?? C.Other;
}

/** Whether the code point is a variation selector (VS1 to VS256). */
export function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}

/** Whether the code point lies in one of the three private use areas. */
export function isPrivateUse(codePoint: number): boolean {
  return (codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000;
}
