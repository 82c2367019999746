/** Counts characters, to tell whether a document holds all the text it was given. */

/** @returns {Record<string, number>} how often each character occurs, spaces and compatibility forms apart */
export function countCharacters(text) {
  const counts = {};
  for (const character of text.normalize('NFKC').replace(/\s/g, '')) {
    counts[character] = (counts[character] ?? 0) + 1;
  }
  return counts;
}

/** How many of the expected characters do not occur, or not often enough. */
export function countMissing(expected, found) {
  return Object.entries(expected).reduce(
    (sum, [character, count]) => sum + Math.max(0, count - (found[character] ?? 0)),
    0,
  );
}
