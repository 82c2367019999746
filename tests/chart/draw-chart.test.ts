import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawChart, leastHeight } from '../../src/chart/draw-chart.ts';
import type { Chart, Drawing, Label, Path, Position, Spot } from '../../src/chart/types.ts';
import { runs } from '../helpers/chance.ts';

const WEIGHTS = { line: 0.8, rule: 0.3 };
const LABEL: Label = { width: 16, height: 8 };

const spot = (value: number | null, label = LABEL): Spot => ({ value, width: 40, label });

/** A chart of as many years as there are values, the baseline first. */
function chart(...[before = null, ...values]: readonly (number | null)[]): Chart {
  const points = values.map((value) => spot(value));
  return { height: 60, baseline: spot(before), points, weights: WEIGHTS };
}

type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const isCircle = ({ steps }: Path) => steps.some((step) => 'curve' in step);
const circles = ({ paths }: Drawing) => paths.filter(isCircle).map(boxOf);
const lines = ({ paths }: Drawing) => paths.filter((path) => !isCircle(path));
/** The line of the figures: the heaviest. */
const lineOf = (drawing: Drawing) => lines(drawing).find(({ weight }) => weight === WEIGHTS.line);
const dashed = (drawing: Drawing) => lines(drawing).filter(({ dash }) => dash);
const zeroOf = (drawing: Drawing) => placesOf(lines(drawing)[0] as Path)[0]?.[1] as number;

function placesOf({ steps }: Path): Position[] {
  return steps.map((step) => ('move' in step ? step.move : 'line' in step ? step.line : step.curve[2]));
}

function boxOf(path: Path): Box {
  const [xs, ys] = [placesOf(path).map(([x]) => x), placesOf(path).map(([, y]) => y)];
  const half = path.weight / 2;
  return {
    left: Math.min(...xs) - half,
    top: Math.min(...ys) - half,
    right: Math.max(...xs) + half,
    bottom: Math.max(...ys) + half,
  };
}

const middle = ({ top, bottom }: Box) => (top + bottom) / 2;

/** The boxes of the labels that print something. */
function labelBoxes({ baseline, points }: Chart, { labels }: Drawing): Box[] {
  return [baseline, ...points].flatMap(({ label: { width, height } }, index) => {
    const [left, top] = labels[index] as Position;
    return width > 0 ? [{ left, top, right: left + width, bottom: top + height }] : [];
  });
}

describe('markers and lines', () => {
  test('a height is in proportion to its figure, from the rule at 0', () => {
    const drawing = drawChart(chart(null, 50, 100, 25));
    const zero = zeroOf(drawing);
    const heights = circles(drawing).map((box) => zero - middle(box));
    expect(heights[0]).toBeCloseTo((heights[1] as number) / 2, 9);
    expect(heights[2]).toBeCloseTo((heights[1] as number) / 4, 9);
  });

  test('figures far from 0 and near each other stay so: the scale includes 0', () => {
    const drawing = drawChart(chart(4.1, 4.12, 4.08));
    const tops = circles(drawing).map(middle);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(1);
    expect(zeroOf(drawing) - Math.max(...tops)).toBeGreaterThan(30);
  });

  test('each stands in the middle of its year', () => {
    const drawing = drawChart(chart(3, 1, 2));
    expect(
      circles(drawing)
        .map(({ left, right }) => (left + right) / 2)
        .sort((a, b) => a - b),
    ).toEqual([20, 60, 100].map((x) => expect.closeTo(x, 9)));
  });

  test('the baseline is hollow, off the line, with a dashed rule at its level to the end', () => {
    const drawing = drawChart(chart(30, 10, 20));
    const marks = drawing.paths.filter(isCircle);
    expect(marks.map(({ fill, weight }) => [fill, weight])).toEqual([
      [0, 0],
      [0, 0],
      [1, WEIGHTS.line],
    ]);
    const [black, , white] = circles(drawing) as [Box, Box, Box];
    expect(white.right - white.left).toBeCloseTo(black.right - black.left, 9);
    expect(placesOf(lineOf(drawing) as Path).map(([x]) => x)).toEqual([60, 100]);
    const [from, to] = placesOf(dashed(drawing)[0] as Path) as [Position, Position];
    expect([from[0], from[1], to[0], to[1]]).toEqual(
      [white.right, middle(white), 120, middle(white)].map((x) => expect.closeTo(x, 9)),
    );
  });

  test('a baseline without a figure has neither marker nor rule', () => {
    const drawing = drawChart(chart(null, 10, 20));
    expect([circles(drawing).length, dashed(drawing).length]).toEqual([2, 0]);
  });

  test('a year without a figure leaves a gap; a figure between gaps has a marker alone', () => {
    const drawing = drawChart(chart(null, 1, 2, null, 3, null, 4, 5));
    expect(circles(drawing)).toHaveLength(5);
    const steps = lineOf(drawing)?.steps.map((step) => Object.keys(step)[0]);
    expect(steps).toEqual(['move', 'line', 'move', 'line']);
  });

  test.each([
    ['nothing but zeros', [0, 0, 0]],
    ['a baseline of 0', [0, 5, 3]],
  ])('%s: the rule at 0 is drawn once', (_, values) => {
    const drawing = drawChart(chart(...values));
    expect(dashed(drawing)).toEqual([]);
    expect(middle(circles(drawing).at(-1) as Box)).toBeCloseTo(zeroOf(drawing), 9);
  });

  test('figures below 0 stand below the rule at 0', () => {
    const drawing = drawChart(chart(null, -5, 10));
    const [below, above] = circles(drawing).map(middle) as [number, number];
    const zero = zeroOf(drawing);
    expect(below - zero).toBeCloseTo((zero - above) / 2, 9);
  });

  test('one figure alone has no line', () => {
    expect(lineOf(drawChart(chart(null, 7)))).toBeUndefined();
  });
});

describe('labels', () => {
  test('stand above their markers where nothing is in the way', () => {
    const one = chart(null, 10, 10, 10);
    const drawing = drawChart(one);
    const boxes = labelBoxes(one, drawing).slice(1);
    circles(drawing).forEach((marker, index) => {
      const box = boxes[index] as Box;
      expect((box.left + box.right) / 2).toBeCloseTo((marker.left + marker.right) / 2, 9);
      expect(marker.top - box.bottom).toBeCloseTo(0.6, 9);
    });
  });

  test('stand below where the baseline’s rule is just above', () => {
    const one = chart(11, 10, 10);
    const [, first] = labelBoxes(one, drawChart(one)) as [Box, Box];
    expect(first.top).toBeGreaterThan(circles(drawChart(one))[0]?.bottom as number);
  });

  test('what is said instead of a figure stands on the rule at 0', () => {
    const one = chart(null, 10, null, 10);
    const drawing = drawChart(one);
    const [none, , unreported] = labelBoxes(one, drawing) as [Box, Box, Box];
    expect([none.bottom, unreported.bottom].map((bottom) => zeroOf(drawing) - bottom)).toEqual(
      [0.75, 0.75].map((gap) => expect.closeTo(gap, 9)),
    );
  });

  test('the drawing grows by a row where there is no place beside the line', () => {
    const wide = { width: 79, height: 8 };
    const points = [1, 90, 2, 80].map((value) => ({ ...spot(value, wide), width: 20 }));
    const narrow = { ...chart(null), points };
    expect(drawChart(narrow).height).toBeGreaterThan(narrow.height);
  });

  const value = fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.integer({ min: -50, max: 100 }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1234567, 999_999_999_999_999, 0.0000000001, 4.1) },
  );
  const label = fc.record({
    width: fc.oneof(fc.constant(0), fc.double({ min: 3, max: 60, noNaN: true })),
    height: fc.double({ min: 5, max: 20, noNaN: true }),
  });
  const spots = fc
    .array(fc.record({ value, label, width: fc.double({ min: 12, max: 60, noNaN: true }) }), {
      minLength: 2,
      maxLength: 11,
    })
    .filter((all) => all.reduce((sum, { width }) => sum + width, 0) >= 60);
  const anyChart = fc.tuple(spots, fc.double({ min: 0, max: 60, noNaN: true })).map(([all, more]): Chart => {
    const [baseline, ...points] = all as [Spot, ...Spot[]];
    const least = leastHeight({ baseline, points, height: 0, weights: WEIGHTS });
    return { baseline, points, height: least + more, weights: WEIGHTS };
  });

  test('all ink stays in the chart, labels off each other, the lines and the markers', () => {
    fc.assert(
      fc.property(anyChart, (one) => {
        const drawing = drawChart(one);
        const boxes = labelBoxes(one, drawing);
        const width = [one.baseline, ...one.points].reduce((sum, each) => sum + each.width, 0);
        expect(drawing.height).toBeGreaterThanOrEqual(one.height);
        for (const box of [...boxes, ...circles(drawing)]) {
          expect(box.left).toBeGreaterThan(-EPSILON);
          expect(box.top).toBeGreaterThan(-EPSILON);
          expect(box.right).toBeLessThan(width + EPSILON);
          expect(box.bottom).toBeLessThan(drawing.height + EPSILON);
        }
        const strokes = lines(drawing).flatMap(strokesOf);
        boxes.forEach((box, index) => {
          const others = [...boxes.slice(index + 1), ...circles(drawing)];
          expect(others.filter((other) => overlap(box, other))).toEqual([]);
          expect(strokes.filter((stroke) => crosses(stroke, box))).toEqual([]);
        });
      }),
      { numRuns: runs(500) },
    );
  });

  test('markers come in the order of the years, and the same chart is drawn the same way', () => {
    fc.assert(
      fc.property(anyChart, (one) => {
        const drawing = drawChart(one);
        const xs = drawing.paths
          .filter((path) => isCircle(path) && path.fill === 0)
          .map((path) => boxOf(path).left);
        expect(xs).toEqual([...xs].sort((a, b) => a - b));
        expect(drawChart(one)).toEqual(drawing);
      }),
      { numRuns: runs(100) },
    );
  });
});

const EPSILON = 1e-6;

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.right - EPSILON &&
    b.left < a.right - EPSILON &&
    a.top < b.bottom - EPSILON &&
    b.top < a.bottom - EPSILON
  );
}

type Stroke = { readonly from: Position; readonly to: Position; readonly weight: number };

function strokesOf(path: Path): Stroke[] {
  const places = placesOf(path);
  return path.steps.flatMap((step, index): Stroke[] =>
    'line' in step ? [{ from: places[index - 1] as Position, to: step.line, weight: path.weight }] : [],
  );
}

/** Whether a stroke runs through a box: any of a hundred places on it lies inside or within half its weight. */
function crosses({ from: [x1, y1], to: [x2, y2], weight }: Stroke, box: Box): boolean {
  const half = weight / 2;
  return Array.from({ length: 101 }, (_, step) => step / 100).some((part) => {
    const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
    return x > box.left && x < box.right && y > box.top - half && y < box.bottom + half;
  });
}
