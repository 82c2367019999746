/** Links from texts that name a place of the book (ISO 32000-1, 12.5.6.5). */
import type { Leaf } from '../layout/block.ts';
import type { TextItem } from './fragment.ts';

/** A text's box, from the page's upper left corner, pt, and the anchor it leads to. */
export type LinkBox = {
  readonly target: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly words: string;
};

/** The box of a text that leads somewhere, whose block stands at `x`, `y`. */
export function linkBox(item: TextItem, x: number, y: number): LinkBox | undefined {
  const { source, width } = item.leaf;
  if (typeof source === 'string' || !('text' in source) || source.link === undefined) return undefined;
  const box = { x: x + item.x, y: y + item.y, width, height: heightOf(item.leaf) };
  return { ...box, target: source.link, words: source.text };
}

function heightOf({ lines, leading }: Leaf): number {
  return lines.reduce((height, line) => height + line.lines, 0) * leading;
}
