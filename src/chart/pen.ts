/** Lines and circles as steps of a pen. */
import { type CanvasPath_D3Shape, line } from 'd3-shape';
import type { Path, Position, Step } from './types.ts';

/** How far control points stand from the ends of a quarter circle, by its radius: 4/3 (√2 − 1). */
const QUARTER = 0.5522847498;

/** A circle of four Béziers, the nearest PDF has (ISO 32000-1, 8.5.2). */
export function circle([x, y]: Position, radius: number): Step[] {
  const at = (across: number, down: number): Position => [x + across * radius, y + down * radius];
  return [
    { move: at(1, 0) },
    { curve: [at(1, QUARTER), at(QUARTER, 1), at(0, 1)] },
    { curve: [at(-QUARTER, 1), at(-1, QUARTER), at(-1, 0)] },
    { curve: [at(-1, -QUARTER), at(-QUARTER, -1), at(0, -1)] },
    { curve: [at(QUARTER, -1), at(1, -QUARTER), at(1, 0)] },
  ];
}

/** A straight rule. */
export function rule(from: Position, to: Position, weight: number): Path {
  return { steps: [{ move: from }, { line: to }], weight };
}

/** The line through the places there are; it breaks off at a gap, and a place between two gaps has no line. */
export function brokenLine(places: readonly (Position | undefined)[]): Step[] {
  const steps: Step[] = [];
  const pen = {
    moveTo: (x: number, y: number) => steps.push({ move: [x, y] }),
    lineTo: (x: number, y: number) => steps.push({ line: [x, y] }),
    closePath: () => {},
  };
  line<Position | undefined>()
    .defined((place) => place !== undefined)
    .x((place) => (place as Position)[0])
    .y((place) => (place as Position)[1])
    // Straight lines call these three of a canvas's methods.
    .context(pen as unknown as CanvasPath_D3Shape)([...places]);
  return steps.filter((step, index) => 'line' in step || isLine(steps[index + 1]));
}

function isLine(step: Step | undefined): boolean {
  return step !== undefined && 'line' in step;
}
