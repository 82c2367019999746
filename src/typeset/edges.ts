/** The edges of a paragraph: for each character, whether a line may start with it and whether a gap precedes it. */
import { CharacterClass } from './character-class.ts';
import type { Text } from './characters.ts';
import { BREAK, edgeBetween, isLineEndProhibited, isLineStartProhibited } from './kinsoku.ts';
import { joinFigures } from './units.ts';

/** For each character the bits BREAK, GAP and FORCED of the edge before it. Plain arrays: small typed ones cost more to make. */
export type Edges = number[];

/** Bits BREAK and GAP of the edge before each character; the first has none. */
export function findEdges(text: Text): Edges {
  const { classes } = text;
  const edges = classes.length > 0 ? [0] : [];
  // White space that begins a paragraph stays with what follows, as after an opening bracket.
  let ink: CharacterClass = CharacterClass.Opening;
  let before = classes[0] as CharacterClass;
  for (let index = 1; index < classes.length; index++) {
    const after = classes[index] as CharacterClass;
    if (before === CharacterClass.Space) edges.push(afterSpaces(ink, after));
    else {
      ink = before;
      edges.push(edgeBetween(before, after));
    }
    before = after;
  }
  joinFigures(text, edges);
  return edges;
}

/** Spaces vanish at a line's end, so what stands before and after them must suit line end and start. */
function afterSpaces(ink: CharacterClass, after: CharacterClass): number {
  if (after === CharacterClass.Space) return 0;
  return isLineEndProhibited(ink) || isLineStartProhibited(after) ? 0 : BREAK;
}
