/** Characters that come along with text out of other programs, and what was meant by them. */

/** Bullets and arrows of the fonts Symbol and Wingdings, as Word pastes them, by their code points. */
const PASTED_SIGNS: ReadonlyMap<number, string> = new Map([
  [0xf0b7, '・'],
  [0xf09f, '・'],
  [0xf0a7, '■'],
  [0xf06e, '■'],
  [0xf06c, '●'],
  [0xf0a1, '○'],
  [0xf0a8, '□'],
  [0xf06f, '□'],
  [0xf071, '□'],
  [0xf072, '□'],
  [0xf075, '◆'],
  [0xf076, '◆'],
  [0xf0d8, '・'],
  [0xf0fc, '○'],
  [0xf0e0, '→'],
  [0xf0e8, '→'],
  [0xf0df, '←'],
  [0xf0ab, '★'],
]);

/** The sign of ordinary text for one of Word's own; undefined for other private characters. */
export function pastedSign(character: string): string | undefined {
  return PASTED_SIGNS.get(character.codePointAt(0) ?? 0);
}

/** Emoji of several characters: families, flags, keycaps, hues of skin. */
const EMOJI =
  /(?:\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*\u200d)+\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*|\p{Extended_Pictographic}\ufe0f?(?:\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]+)|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3/gu;

/** Each emoji of several characters in a text, once. */
export function emojiIn(text: string): string[] {
  return [...new Set(text.match(EMOJI))];
}
