/** Things that stand side by side. */

/** The items in rows of so many; the last row may be shorter. */
export function inRows<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, row) => items.slice(row * size, (row + 1) * size));
}
