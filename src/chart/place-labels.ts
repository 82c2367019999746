/**
 * Finds a place for every label of a chart: as near its point as can be, above it rather than below, off the line,
 * the markers, the rules and the other labels. What finds no place goes above the drawing, in rows, and so does what
 * would stand farther off than that.
 */
import type { Label, Position } from './types.ts';

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** A straight stroke from left to right. */
export type Stroke = { readonly from: Position; readonly to: Position; readonly weight: number };

/** Ink that labels keep off. */
export type Obstacles = {
  readonly strokes: readonly Stroke[];
  readonly boxes: readonly Box[];
};

/** A label and the point it belongs to, on which some obstacle lies. */
export type AnchoredLabel = Label & { readonly anchor: Position };

export type PlacedLabels = {
  /** Where each label stands; above the room's top where there was no other place. */
  readonly boxes: readonly Box[];
  /** How high the rows above the room are. */
  readonly above: number;
};

/** Room between a label and any other ink, and between labels side by side, which must not read as one; pt. */
export const CLEARANCE = 0.6;
const BETWEEN = 2.5;
/** What standing below, and a point's width aside, cost against being a point farther away. */
const BELOW = 1.5;
const ASIDE = 0.4;
/** Less than this is rounding, pt. */
const ROUNDING = 1e-6;

/** @param room where labels may stand, as wide as the widest label at least */
export function placeLabels(labels: readonly AnchoredLabel[], obstacles: Obstacles, room: Box): PlacedLabels {
  const placed: Box[] = [];
  const boxes: (Box | undefined)[] = [];
  for (const label of labels) {
    const found =
      label.width > 0
        ? nearest(label, { ...obstacles, boxes: [...obstacles.boxes, ...placed] }, room)
        : none(label);
    if (found && label.width > 0) placed.push(widened(found));
    boxes.push(found);
  }
  return stackRest(labels, boxes, room);
}

/** The box of a label that prints nothing. */
function none({ anchor: [x, y] }: AnchoredLabel): Box {
  return { left: x, top: y, right: x, bottom: y };
}

/** A label's box with what other labels keep off it at its sides beyond any ink's clearance. */
function widened({ left, top, right, bottom }: Box): Box {
  const more = BETWEEN - CLEARANCE;
  return { left: left - more, top, right: right + more, bottom };
}

function nearest(label: AnchoredLabel, obstacles: Obstacles, room: Box): Box | undefined {
  const { width } = label;
  const [x, y] = label.anchor;
  let best: { readonly box: Box; readonly cost: number } | undefined;
  for (const wanted of [x - width / 2, x - width, x]) {
    const left = within(wanted, room, width);
    // No place here can be nearer than right beside the point.
    if (best && best.cost <= asideCost(left, label)) continue;
    for (const box of candidates(left, label, obstacles, room)) {
      const cost = costOf(box, label);
      if (!best || cost < best.cost - ROUNDING) best = { box, cost };
    }
  }
  const toTop = y - room.top + label.height;
  return best && best.cost <= toTop ? best.box : undefined;
}

/** The free places above and below the point, from `left` on, that lie against some ink. */
function candidates(left: number, { width, height }: AnchoredLabel, obstacles: Obstacles, room: Box): Box[] {
  const taken = takenHeights(left, left + width, obstacles);
  const tops = taken.flatMap(({ top, bottom }) => [top - height, bottom]);
  return tops
    .filter((top) => top >= room.top - ROUNDING && top + height <= room.bottom + ROUNDING)
    .filter((top) => taken.every((other) => isClear(top, top + height, other)))
    .map((top) => ({ left, top, right: left + width, bottom: top + height }));
}

function within(left: number, room: Box, width: number): number {
  return Math.max(room.left, Math.min(left, room.right - width));
}

type Heights = { readonly top: number; readonly bottom: number };

function isClear(top: number, bottom: number, other: Heights): boolean {
  return bottom <= other.top + ROUNDING || top >= other.bottom - ROUNDING;
}

/** From where to where ink stands, with its clearance, between two places across. */
function takenHeights(left: number, right: number, { strokes, boxes }: Obstacles): Heights[] {
  const from = left - CLEARANCE;
  const to = right + CLEARANCE;
  const lines = strokes.flatMap((stroke) => heightsOf(stroke, from, to));
  const others = boxes.filter((box) => box.right > from + ROUNDING && box.left < to - ROUNDING);
  return [...lines, ...others].map(({ top, bottom }) => ({
    top: top - CLEARANCE,
    bottom: bottom + CLEARANCE,
  }));
}

/** From where to where the part of a stroke goes that lies between two places across. */
function heightsOf({ from: [x1, y1], to: [x2, y2], weight }: Stroke, from: number, to: number): Heights[] {
  if (x2 <= from || x1 >= to) return [];
  const at = (x: number) => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
  const [start, end] = [at(Math.max(from, x1)), at(Math.min(to, x2))];
  return [{ top: Math.min(start, end) - weight / 2, bottom: Math.max(start, end) + weight / 2 }];
}

function costOf({ left, top, bottom }: Box, label: AnchoredLabel): number {
  const [, y] = label.anchor;
  const away = Math.max(y - bottom, top - y);
  return away + (top > y ? BELOW : 0) + asideCost(left, label);
}

/** What standing from `left` on costs by itself. */
function asideCost(left: number, { width, anchor: [x] }: AnchoredLabel): number {
  return Math.abs(left + width / 2 - x) * ASIDE;
}

/** Rows above the room for the labels without a place, each straight above its point. */
function stackRest(
  labels: readonly AnchoredLabel[],
  boxes: readonly (Box | undefined)[],
  room: Box,
): PlacedLabels {
  const rest = labels.filter((_, index) => !boxes[index]);
  const step = Math.max(0, ...rest.map(({ height }) => height)) + CLEARANCE;
  const ends: number[] = [];
  const all = boxes.map((box, index) => {
    if (box) return box;
    const { width, height, anchor } = labels[index] as AnchoredLabel;
    const left = within(anchor[0] - width / 2, room, width);
    const free = ends.findIndex((end) => left >= end + BETWEEN);
    const row = free < 0 ? ends.length : free;
    ends[row] = left + width;
    const bottom = room.top - CLEARANCE - row * step;
    return { left, top: bottom - height, right: left + width, bottom };
  });
  return { boxes: all, above: ends.length * step };
}
