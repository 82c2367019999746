/** Numbers like 1-2 and 1-10, in the order people count. */

/** Compares part by part: digits as numbers, the rest by code unit. */
export function compareNatural(a: string, b: string): number {
  const [left, right] = [split(a), split(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const order = comparePart(left[at] ?? '', right[at] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

function split(text: string): string[] {
  return text.match(/\d+|\D+/g) ?? [];
}

function comparePart(a: string, b: string): number {
  const digits = /^\d/;
  if (digits.test(a) && digits.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
