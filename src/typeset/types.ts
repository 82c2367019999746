/**
 * What setting takes and gives: plain data. Lengths are pt unless a name says em; an em is the type size.
 */

/** A glyph of a face. `advance` in em. */
export type Glyph = { readonly id: number; readonly advance: number };

/** One font file, opened. */
export interface Face {
  /** PostScript name, unique: `BIZUDPGothic-Regular`. */
  readonly name: string;
  /** The whole file, for embedding. */
  readonly bytes: Uint8Array;
  /** The glyph of a code point, with a variation selector where one follows; undefined where the face has none. */
  glyph(codePoint: number, selector?: number): Glyph | undefined;
}

/** How a text is set. */
export type TextStyle = {
  /** Type size, pt. */
  readonly size: number;
  /** Faces for regular and for bold text, tried in order for each character. */
  readonly regular: readonly Face[];
  readonly bold: readonly Face[];
  readonly align: 'left' | 'center' | 'right';
  /** Letter spacing in em that a line may be stretched by to fill its column; 0 leaves lines ragged. */
  readonly stretch: number;
  /** Letter spacing in em that every line has, for looks; none where nothing is said. */
  readonly tracking?: number;
  /** `text`: anywhere kinsoku allows. `phrase`: at phrase boundaries where that fits. `never`: a figure, one line. */
  readonly wrap: 'text' | 'phrase' | 'never';
  /** Space in em between kanji or kana and Latin letters or digits; 0 for none. */
  readonly latinGap: number;
};

/** A piece of a paragraph in one weight. */
export type Span = { readonly text: string; readonly bold: boolean };

/** A paragraph to set, or vertical space. */
export type Paragraph =
  | {
      readonly spans: readonly Span[];
      /** Lines after the first are indented by one em (bullets). */
      readonly hang: boolean;
      /** A heading: its lines stay together and with the line that follows. */
      readonly keepWithNext: boolean;
    }
  /** Vertical space, in lines. */
  | { readonly space: number };

/** Characters of one face that stand together; `x` from the line's origin. */
export type Run = {
  readonly face: Face;
  readonly text: string;
  readonly x: number;
  /** Advance of the run with its letter spacing, save what would follow the line's last glyph. */
  readonly width: number;
  /** Letter spacing added after each glyph, pt. */
  readonly spacing: number;
  /** What glyphs are narrowed to, 1 being their own width: less only of spaces at a line's end that have no room. */
  readonly scale: number;
};

export type Line = {
  /** The last ones may be spaces only; so may the first, where a text begins with lines of nothing else. */
  readonly runs: readonly Run[];
  /** From the column's left edge to the line's origin: alignment and hanging. */
  readonly x: number;
  /** Ink width without the spaces at the end; 0 where there is nothing to see. */
  readonly width: number;
  /** Height in lines: 1, or the half line of an empty one. */
  readonly lines: number;
  /** A heading's line: must stay with the line that follows. */
  readonly keepWithNext: boolean;
  /** Whether the line ends its paragraph. */
  readonly last: boolean;
};

/** What could not be set as it should. */
export type Problem =
  | { readonly kind: 'missing-glyph'; readonly codePoint: number; readonly selector?: number }
  | { readonly kind: 'private-use'; readonly codePoint: number }
  /** A figure or word with `wrap: never` is wider than its column, by `excess` pt. */
  | { readonly kind: 'too-wide'; readonly text: string; readonly excess: number }
  /** White space that begins a paragraph leaves no room for the character after it; `text` is both, `excess` in pt. */
  | { readonly kind: 'wide-indent'; readonly text: string; readonly excess: number }
  /** Broken inside what should stay whole, because it is wider than the column. A warning. */
  | { readonly kind: 'forced-break'; readonly text: string };

export type SetText = { readonly lines: readonly Line[]; readonly problems: readonly Problem[] };
