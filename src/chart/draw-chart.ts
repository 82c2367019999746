/**
 * Draws a small chart of figures by year: a line with round markers, the baseline apart from it as a hollow marker
 * with a dashed rule at its level, and the rule at 0. Pure arithmetic.
 *
 * The scale always includes 0 and goes no farther than the figures: every figure is printed at its marker, so a
 * height only has to show sizes in proportion, and a line never looks steeper than the figures are.
 */
import { scaleLinear } from 'd3-scale';
import { brokenLine, circle, rule } from './pen.ts';
import { type AnchoredLabel, type Box, CLEARANCE, placeLabels, type Stroke } from './place-labels.ts';
import type { Chart, Drawing, Path, Position, Spot, Step } from './types.ts';

const DASH = [2, 1.5] as const;

/** A marker's radius: seen well on a line of any weight, and hollow well told from filled; pt. */
function markerRadius(lineWeight: number): number {
  return 1.2 + lineWeight;
}

/** The least height in which lines can be told apart below labels as high as these, pt. */
export function leastHeight({ baseline, points, weights }: Chart): number {
  const { top, bottom } = margins([baseline, ...points], markerRadius(weights.line));
  return top + bottom + LEAST_ROOM;
}

const LEAST_ROOM = 10;

/** @param chart at least as high as `leastHeight` says, no label wider than all of it */
export function drawChart(chart: Chart): Drawing {
  const plot = plotOf(chart);
  const { width, places, radius } = plot;
  const [before, ...after] = places;
  const { weights } = chart;
  const rules = rulesOf(plot, weights.rule);
  const line = brokenLine(after);
  const lines = [...rules, ...(line.length > 0 ? [{ steps: line, weight: weights.line }] : [])];
  const obstacles = {
    strokes: lines.flatMap(strokesOf),
    boxes: places.flatMap((place) => (place ? [around(place, radius)] : [])),
  };
  const room = { left: 0, top: 0, right: width, bottom: chart.height };
  const { boxes, above } = placeLabels(labelsOf(chart, plot), obstacles, room);
  const paths: Path[] = [
    ...lines,
    ...after.flatMap((place) => (place ? [{ steps: circle(place, radius), weight: 0, fill: 0 }] : [])),
    ...(before ? [hollow(before, radius, weights.line)] : []),
  ];
  return {
    height: chart.height + above,
    paths: paths.map((path) => lowered(path, above)),
    labels: boxes.map(({ left, top }): Position => [left, top + above]),
  };
}

/** Where things stand; the baseline first. */
type Plot = {
  readonly width: number;
  /** The middle of each year. */
  readonly middles: readonly number[];
  /** Where each figure's marker stands; undefined where there is no figure. */
  readonly places: readonly (Position | undefined)[];
  /** The level of 0. */
  readonly zero: number;
  /** Of markers. */
  readonly radius: number;
};

function plotOf({ baseline, points, height, weights }: Chart): Plot {
  const spots = [baseline, ...points];
  const radius = markerRadius(weights.line);
  const scale = scaleOf(spots, height, radius);
  const middles = middlesOf(spots);
  return {
    width: spots.reduce((sum, spot) => sum + spot.width, 0),
    middles,
    places: spots.map(({ value }, index) =>
      value === null ? undefined : [middles[index] as number, scale(value)],
    ),
    zero: scale(0),
    radius,
  };
}

/** The rule at 0 and the dashed one at the baseline's level, where that is another. */
function rulesOf({ width, places: [before], zero, radius }: Plot, weight: number): Path[] {
  const atZero = rule([0, zero], [width, zero], weight);
  if (!before || before[1] === zero) return [atZero];
  const [x, y] = before;
  return [atZero, { ...rule([x + radius, y], [width, y], weight), dash: DASH }];
}

/** Labels without a figure belong to the rule at 0. */
function labelsOf({ baseline, points }: Chart, { middles, places, zero }: Plot): AnchoredLabel[] {
  return [baseline, ...points].map(({ label }, index) => ({
    ...label,
    anchor: places[index] ?? [middles[index] as number, zero],
  }));
}

/** Room above the highest and below the lowest place for markers and labels. */
function margins(spots: readonly Spot[], radius: number) {
  const label = Math.max(0, ...spots.map((spot) => spot.label.height));
  const negative = spots.some(({ value }) => (value ?? 0) < 0);
  const most = radius + CLEARANCE + label;
  return { top: most, bottom: negative ? most : radius };
}

function scaleOf(spots: readonly Spot[], height: number, radius: number): (value: number) => number {
  const values = spots.flatMap(({ value }) => (value === null ? [] : [value]));
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const { top, bottom } = margins(spots, radius);
  return (
    scaleLinear()
      // Nothing but zeros: any scale will do that has 0 at the bottom.
      .domain([least, least === most ? 1 : most])
      .range([height - bottom, top])
  );
}

function middlesOf(spots: readonly Spot[]): number[] {
  let left = 0;
  return spots.map(({ width }) => {
    left += width;
    return left - width / 2;
  });
}

/** The strokes of a path without curves. */
function strokesOf({ steps, weight }: Path): Stroke[] {
  return steps.flatMap((step, index): Stroke[] => {
    const last = steps[index - 1];
    if (!('line' in step) || !last || 'curve' in last) return [];
    return [{ from: 'line' in last ? last.line : last.move, to: step.line, weight }];
  });
}

function around([x, y]: Position, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/** A white disc in a ring that reaches as far as a black marker does. */
function hollow(place: Position, radius: number, weight: number): Path {
  return { steps: circle(place, radius - weight / 2), weight, fill: 1 };
}

function lowered(path: Path, by: number): Path {
  const down = ([x, y]: Position): Position => [x, y + by];
  const steps = path.steps.map((step): Step => {
    if ('move' in step) return { move: down(step.move) };
    if ('line' in step) return { line: down(step.line) };
    const [first, second, end] = step.curve;
    return { curve: [down(first), down(second), down(end)] };
  });
  return { ...path, steps };
}
