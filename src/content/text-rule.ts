/** What is looked for in each text of the content, one rule a kind of slip. */
import type { Finding, Path } from '../yaml/index.ts';
import type { Kind } from './fields.ts';

/** Where a text stands, and what it is there. */
export type Field = { readonly path: Path; readonly kind: Kind };

/** Lengths of what is pointed at, until it stands nowhere before. */
const LENGTHS = [10, 20, 40];

/** A piece of a text that ends at an offset and stands nowhere before: what can be looked for. */
export function pieceBefore(text: string, from: number, end: number): string {
  const start = LENGTHS.map((length) => end - length).find(
    (at) => at > from && !isHalf(text, at) && text.indexOf(text.slice(at, end)) === at,
  );
  return text.slice(start ?? from, end);
}

/** A piece of a text that begins at an offset and stands nowhere before. */
export function pieceAfter(text: string, start: number, to: number): string {
  const end = LENGTHS.map((length) => start + length).find(
    (at) => at < to && !isHalf(text, at) && text.indexOf(text.slice(start, at)) === start,
  );
  return text.slice(start, end ?? to);
}

/** Whether an offset lies in the middle of a character. */
function isHalf(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '');
}

/** The findings on one text. */
export type TextRule = (text: string, field: Field) => Iterable<Finding>;
