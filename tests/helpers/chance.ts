/**
 * The chance of the properties: the same in every run of `npm test`, so that a test fails for everybody or for nobody.
 * HYOKAHYO_SEED and HYOKAHYO_RUNS are for hunts (see `long/hunt.long.ts`).
 */

/** Where the properties' random numbers begin. */
export const SEED = Number(process.env.HYOKAHYO_SEED ?? 20_250_729);

/** How many examples a property is tried with: as many as are usual, unless the hunt says otherwise. */
export function runs(usual: number): number {
  return Number(process.env.HYOKAHYO_RUNS ?? usual);
}
