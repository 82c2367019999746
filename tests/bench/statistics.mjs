/** Medians, ratios and growth of what was measured. */

/** @param {readonly number[]} numbers at least one */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The quantities that are compared. */
export const QUANTITIES = ['seconds', 'memory', 'bytes'];

/** `result` as a multiple of `base` for each quantity that both have. */
export function ratios(result, base) {
  return Object.fromEntries(
    QUANTITIES.map((quantity) => [quantity, divide(result?.[quantity], base?.[quantity])]),
  );
}

function divide(a, b) {
  return a === undefined || !b ? undefined : a / b;
}

/** For each peer that was given ×10 and ×100: what ten times the content costs. */
export function growth(results) {
  const of = (peer, load) => results.find((result) => result.peer === peer && result.load.id === load);
  return [...new Set(results.map(({ peer }) => peer))]
    .map((peer) => ({ peer, ...ratios(of(peer, '100'), of(peer, '10')) }))
    .filter(({ seconds }) => seconds !== undefined);
}

/** Each result with its ratio to Typst's for the same load. */
export function withRatios(results) {
  return results.map((result) => {
    const base = results.find(({ peer, load }) => peer === 'typst' && load === result.load);
    return { ...result, toTypst: ratios(result, base) };
  });
}

/** For each load: one peer's cost as a multiple of another's. */
export function costs(results, wanted, base) {
  const of = (peer, load) => results.find((result) => result.peer === peer && result.load.id === load.id);
  return results
    .filter(({ peer, load }) => peer === wanted && of(base, load))
    .map((result) => ({ name: result.load.name, ...ratios(result, of(base, result.load)) }));
}
