/** The edges of a paragraph: for each character, whether a line may start with it and whether a gap precedes it. */
import { CharacterClass } from './character-class.ts';
import { BREAK, edgeBetween, isLineEndProhibited, isLineStartProhibited } from './kinsoku.ts';
import type { Text } from './text.ts';
import { joinFigures } from './units.ts';

/** Fills in `edges`; the first character has none. */
export function findEdges(text: Text): void {
  const { classes, edges, count } = text;
  // White space that begins a paragraph stays with what follows, as after an opening bracket.
  let ink: number = CharacterClass.Opening;
  let before = classes[0] as number;
  edges[0] = 0;
  for (let index = 1; index < count; index++) {
    const after = classes[index] as number;
    if (before === CharacterClass.Space) edges[index] = afterSpaces(ink, after);
    else {
      ink = before;
      edges[index] = edgeBetween(before, after);
    }
    before = after;
  }
  joinFigures(text);
}

/** Spaces take no room at a line's end, so what stands before and after them must suit line end and start. */
function afterSpaces(ink: number, after: number): number {
  if (after === CharacterClass.Space) return 0;
  return isLineEndProhibited(ink) || isLineStartProhibited(after) ? 0 : BREAK;
}
