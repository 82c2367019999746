/** Joins rules that lie on one line and touch, so that a table's frame is a few strokes, not one a cell. */

export type Segment = {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
};
export type WeightedSegment = Segment & { readonly weight: number };

/** Rules nearer than this are the same rule, pt. */
const TOUCHING = 0.01;

/**
 * @param rules horizontal and vertical rules of a page
 * @returns the same ink in as few segments as can be, thin rules first so that heavy ones cover their ends
 */
export function mergeRules(
  rules: readonly WeightedSegment[],
): { readonly weight: number; readonly segments: readonly Segment[] }[] {
  const byWeight = new Map<number, Map<number, Segment[]>>();
  for (const rule of rules) {
    let lines = byWeight.get(rule.weight);
    if (!lines) {
      lines = new Map();
      byWeight.set(rule.weight, lines);
    }
    const line = lines.get(lineOf(rule));
    if (line) line.push(rule);
    else lines.set(lineOf(rule), [rule]);
  }
  return [...byWeight]
    .sort(([a], [b]) => a - b)
    .map(([weight, lines]) => ({
      weight,
      segments: [...lines.values()].flatMap(joinLine),
    }));
}

/** A number for the line a rule lies on: even for horizontal lines, odd for vertical ones. */
function lineOf({ x1, y1, y2 }: Segment): number {
  return y1 === y2 ? Math.round(y1 / TOUCHING) * 2 : Math.round(x1 / TOUCHING) * 2 + 1;
}

/** Segments of one horizontal or vertical line, joined where they touch or overlap. */
function joinLine(segments: readonly Segment[]): Segment[] {
  const first = segments[0] as Segment;
  const horizontal = first.y1 === first.y2;
  const spans = segments
    .map(({ x1, y1, x2, y2 }) => (horizontal ? ordered(x1, x2) : ordered(y1, y2)))
    .sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from <= last.to + TOUCHING) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined.map(({ from, to }) =>
    horizontal
      ? { x1: from, y1: first.y1, x2: to, y2: first.y1 }
      : { x1: first.x1, y1: from, x2: first.x1, y2: to },
  );
}

function ordered(a: number, b: number): { from: number; to: number } {
  return a <= b ? { from: a, to: b } : { from: b, to: a };
}
