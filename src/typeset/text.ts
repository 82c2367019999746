/**
 * A paragraph in columns, an entry a character, filled in by one step after the other: read (characters.ts), find
 * edges (edges.ts), measure (measure.ts).
 *
 * The columns are work space that the next paragraph overwrites, so that no paragraph pays for making them: nothing
 * of them may outlive the paragraph.
 */
import type { CharacterClass } from './character-class.ts';
import type { Face, Problem } from './types.ts';

/** A base with its variation selector and combining marks. */
export type Character = {
  readonly text: string;
  readonly codePoint: number;
  readonly class: CharacterClass;
  readonly face: Face;
  /** Sum of its glyphs' advances, em. */
  readonly advance: number;
  readonly glyphCount: number;
  readonly problem?: Problem;
};

type Columns = {
  readonly capacity: number;
  readonly characters: Character[];
  /** A CharacterClass for each character. */
  readonly classes: Uint8Array;
  /** Where each character begins in the text, UTF-16 units. */
  readonly offsets: Uint32Array;
  /** How many glyphs stand before each character. */
  readonly glyphOffsets: Uint32Array;
  /** Bits BREAK, GAP and FORCED of the edge before each character. */
  readonly edges: Uint8Array;
  /** Along one endless line, em: where each character begins, after a gap before it. */
  readonly starts: Float64Array;
  /** Along one endless line, em: where the ink before each index ends, without trailing white space. */
  readonly ends: Float64Array;
};

export type Text = Columns & {
  whole: string;
  /** How many characters there are. `offsets`, `glyphOffsets` and `ends` have one entry more. */
  count: number;
};

let columns = makeColumns(1024);

/** Work space for a text, with nothing filled in; its columns are as long as it may need, or longer. */
export function makeText(whole: string): Text {
  if (whole.length >= columns.capacity) columns = makeColumns(whole.length * 2);
  const { capacity, characters, classes, offsets, glyphOffsets, edges, starts, ends } = columns;
  return { whole, count: 0, capacity, characters, classes, offsets, glyphOffsets, edges, starts, ends };
}

/** The characters `from` up to `to` as a string. */
export function sliceText({ whole, offsets }: Text, from: number, to: number): string {
  return whole.slice(offsets[from], offsets[to]);
}

/** The width of the line from character `from` up to `to`, em. */
export function lineWidth({ starts, ends }: Text, from: number, to: number): number {
  return (ends[to] as number) - (starts[from] as number);
}

function makeColumns(capacity: number): Columns {
  return {
    capacity,
    characters: [],
    classes: new Uint8Array(capacity),
    offsets: new Uint32Array(capacity),
    glyphOffsets: new Uint32Array(capacity),
    edges: new Uint8Array(capacity),
    starts: new Float64Array(capacity),
    ends: new Float64Array(capacity),
  };
}
