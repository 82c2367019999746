/** What drawing a chart takes and gives: plain data, lengths in pt, places from the chart's upper left corner. */

export type Position = readonly [x: number, y: number];

/** A step of a pen: a line begins at a move; a curve is a cubic Bézier with two control points and its end. */
export type Step =
  | { readonly move: Position }
  | { readonly line: Position }
  | { readonly curve: readonly [Position, Position, Position] };

/** What a pen draws in one go. Strokes are black. */
export type Path = {
  readonly steps: readonly Step[];
  /** 0 for a path that is only filled. */
  readonly weight: number;
  /** Lengths of dash and gap. */
  readonly dash?: readonly [dash: number, gap: number];
  /** Grey of the area inside, 0 (black) to 1 (white). */
  readonly fill?: number;
};

/** The size of a text's ink; nothing is printed where the width is 0. */
export type Label = { readonly width: number; readonly height: number };

/** One year of a chart. */
export type Spot = {
  /** null where there is no figure: no marker, and a gap in the line. */
  readonly value: number | null;
  /** The year's share of the chart's width; its marker stands in the middle. */
  readonly width: number;
  /** The figure, or what is said instead of one. */
  readonly label: Label;
};

export type Chart = {
  /** Of the drawing, its labels included. */
  readonly height: number;
  /** Before the plan: stands first, apart from the line. */
  readonly baseline: Spot;
  readonly points: readonly Spot[];
  /** Of the line, and of the rules at 0 and at the baseline's level. */
  readonly weights: { readonly line: number; readonly rule: number };
};

export type Drawing = {
  /** As asked for, or higher where a label found no place beside the line. */
  readonly height: number;
  readonly paths: readonly Path[];
  /** Upper left corner of each label, the baseline's first. */
  readonly labels: readonly Position[];
};
