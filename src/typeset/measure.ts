/** Measures a paragraph once, so that the width of any line in it is one subtraction. */
import { CharacterClass } from './character-class.ts';
import type { Character, Text } from './characters.ts';
import type { Edges } from './edges.ts';
import { GAP } from './kinsoku.ts';

/** Positions along one endless line, em. A line from character `a` up to `b` is `ends[b] - starts[a]` wide. */
export type Measure = {
  /** Where each character begins, after a gap before it. */
  readonly starts: readonly number[];
  /** Where the ink before each index ends, without trailing white space; one more than characters. */
  readonly ends: readonly number[];
};

/** @param gap space at an edge with the bit GAP, em */
export function measure({ characters, classes }: Text, edges: Edges, gap: number): Measure {
  const starts: number[] = [];
  const ends = [0];
  let inkEnd = 0;
  let position = 0;
  for (let index = 0; index < classes.length; index++) {
    if ((edges[index] as number) & GAP) position += gap;
    starts.push(position);
    position += (characters[index] as Character).advance;
    if (classes[index] !== CharacterClass.Space) inkEnd = position;
    ends.push(inkEnd);
  }
  return { starts, ends };
}

/** The width of the line from character `from` up to `to`, em. */
export function lineWidth({ starts, ends }: Measure, from: number, to: number): number {
  return (ends[to] as number) - (starts[from] as number);
}
