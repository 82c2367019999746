/** A chart with its texts: the drawing above, the years and what belongs to each below it. Lengths in pt. */
import { drawChart, leastHeight } from '../chart/draw-chart.ts';
import type { Label, Position } from '../chart/types.ts';
import { BlockProblem } from '../layout/block.ts';
import { mm } from '../layout/units.ts';
import type { FigureItem, TableStyle, TextItem } from './fragment.ts';

/** Texts that stand together, from their upper left corner. */
export type Texts = { readonly height: number; readonly texts: readonly TextItem[] };

/** A point's texts, each set. */
export type PointParts = {
  readonly value: number | null;
  readonly year: Texts;
  readonly word: Texts;
  readonly figure: Texts;
};

export type ChartParts = {
  readonly alt: string;
  /** Of the drawing alone. */
  readonly height: number;
  readonly baseline: PointParts;
  readonly points: readonly PointParts[];
};

/** Between the drawing and the years. */
const BELOW_DRAWING = 1.5;

/**
 * The chart, from its upper left corner. Its line is as heavy as the frame of tables, its rules as their inner ones.
 *
 * @throws BlockProblem where it is too low for its labels, or a text too wide for its place
 */
export function measureChart({ alt, height, baseline, points }: ChartParts, style: TableStyle): FigureItem {
  const all = [baseline, ...points];
  const widths = all.map(({ year }) => widthOf(year));
  const width = widths.reduce((sum, each) => sum + each, 0);
  const spots = all.map(({ value, word, figure }, index) => {
    checkWidth(word, widths[index] as number);
    checkWidth(figure, width);
    return { value, width: widths[index] as number, label: inkOf(figure) };
  });
  const [before, ...after] = spots as [(typeof spots)[number], ...typeof spots];
  const weights = { line: style.outerRule, rule: style.innerRule };
  const chart = { baseline: before, points: after, height, weights };
  const least = leastHeight(chart);
  if (height < least) {
    throw new BlockProblem(`chart の height が小さすぎます。${Math.ceil(mm(least))} mm 以上にしてください。`);
  }
  const drawing = drawChart(chart);
  const yearsTop = drawing.height + BELOW_DRAWING;
  const wordsTop = yearsTop + highest(all.map(({ year }) => year));
  const texts = all.flatMap(({ year, word, figure }, index) => {
    const left = widths.slice(0, index).reduce((sum, each) => sum + each, 0);
    const [labelLeft, labelTop] = drawing.labels[index] as Position;
    return [
      ...moved(figure, labelLeft - inkOf(figure).left, labelTop),
      ...moved(year, left, yearsTop),
      ...moved(word, left, wordsTop),
    ];
  });
  const bottom = wordsTop + highest(all.map(({ word }) => word));
  return { kind: 'figure', x: 0, y: 0, width, height: bottom, alt, paths: drawing.paths, texts };
}

function widthOf({ texts }: Texts): number {
  return Math.max(0, ...texts.map(({ x, leaf }) => x + leaf.width));
}

/** Where the ink of texts begins, and its size. */
function inkOf({ height, texts }: Texts): Label & { readonly left: number } {
  const lines = texts.flatMap(({ x, leaf }) =>
    leaf.lines
      .filter(({ width }) => width > 0)
      .map((line) => ({ from: x + line.x, to: x + line.x + line.width })),
  );
  if (lines.length === 0) return { left: 0, width: 0, height: 0 };
  const left = Math.min(...lines.map(({ from }) => from));
  return { left, width: Math.max(...lines.map(({ to }) => to)) - left, height };
}

function highest(parts: readonly Texts[]): number {
  return Math.max(0, ...parts.map(({ height }) => height));
}

function moved({ texts }: Texts, x: number, y: number): TextItem[] {
  return texts.map((text) => ({ ...text, x: text.x + x, y: text.y + y }));
}

/** A hundredth of a point is rounding. */
function checkWidth(texts: Texts, room: number): void {
  const width = widthOf(texts);
  if (width <= room + 0.01) return;
  throw new BlockProblem(
    `幅 ${width.toFixed(1)} pt に組んだ文字列が、図の幅 ${room.toFixed(1)} pt のところに置かれています。lines の share を確かめてください。`,
  );
}
