/**
 * How wide a terminal draws a character: 2 for full-width ones, 0 for marks that sit on the one before, else 1.
 *
 * Characters of ambiguous width (①, ○, —, …) count 1, as Windows Terminal, VS Code and macOS draw them; only the old
 * Windows console draws them wide, and there the caret stands a little to the left of its place.
 */

/** First and last code point of the ranges that Unicode's East Asian Width calls wide or full-width. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x1b2ff],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/** The columns a code point takes, given as a string of one. */
export function widthOf(character: string): 0 | 1 | 2 {
  if (/^\p{M}/u.test(character)) return 0;
  const codePoint = character.codePointAt(0) ?? 0;
  const wide = WIDE.some(([first, last]) => codePoint >= first && codePoint <= last);
  return wide || /^\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
}
