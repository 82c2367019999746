/** Lengths are typed in millimetres and computed in points (1/72 inch). */

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Millimetres to points. */
export function pt(millimetres: number): number {
  return millimetres * POINTS_PER_MILLIMETRE;
}

/** Points to millimetres. */
export function mm(points: number): number {
  return points / POINTS_PER_MILLIMETRE;
}
