/** Did you mean: the nearest of the names that would be right. */
import { distance } from 'fastest-levenshtein';
import { shorten } from './quote.ts';

/**
 * The name meant, or undefined where none is near. Width, case and spaces (`Ｒ6`, `Title`, `　title`) do not
 * matter; of the rest two in five characters may differ, and one at least: 「漸増加」 is near 「漸増」.
 */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const plain = fold(typed);
  if (plain === '' || plain.length > 100) return undefined;
  let best: { readonly name: string; readonly away: number; readonly length: number } | undefined;
  for (const name of names) {
    const folded = fold(name);
    const away = distance(plain, folded);
    if (!best || away < best.away) best = { name, away, length: Math.max(plain.length, folded.length) };
  }
  return best && best.away <= Math.max(1, Math.floor(best.length * 0.4)) && best.away < best.length
    ? best.name
    : undefined;
}

/** The did-you-mean hint as a list of none or one. */
export function didYouMean(typed: string, names: readonly string[]): string[] {
  const name = nearest(typed, names);
  return name === undefined ? [] : [`「${shorten(name)}」ではありませんか。`];
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}]/gu, '');
}
