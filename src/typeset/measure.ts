/** Measures a paragraph once, so that the width of any line in it is one subtraction. */
import { CharacterClass } from './character-class.ts';
import { GAP } from './kinsoku.ts';
import type { Character, Text } from './text.ts';

/**
 * Fills in `starts` and `ends`.
 *
 * @param gap space at an edge with the bit GAP, em
 * @param tracking space between any two glyphs, em
 */
export function measure(text: Text, gap: number, tracking = 0): void {
  const { characters, classes, edges, starts, ends, count } = text;
  let position = 0;
  let inkEnd = 0;
  ends[0] = 0;
  for (let index = 0; index < count; index++) {
    const { advance, glyphCount } = characters[index] as Character;
    if ((edges[index] as number) & GAP) position += gap;
    if (index > 0) position += tracking;
    starts[index] = position;
    position += advance + (glyphCount - 1) * tracking;
    if (classes[index] !== CharacterClass.Space) inkEnd = position;
    ends[index + 1] = inkEnd;
  }
}
