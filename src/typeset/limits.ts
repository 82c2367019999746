/** The room a paragraph's lines have, em. With hanging indents later lines have less than the first. */
export type Limits = { readonly first: number; readonly later: number };

/** Sums of advances carry rounding errors; nothing this small (em) can be seen. */
export const TOLERANCE = 1e-6;

/** The room of the line that starts with the character at `start`. */
export function limitAt(limits: Limits, start: number): number {
  return (start === 0 ? limits.first : limits.later) + TOLERANCE;
}
