/** The paragraphs of set texts. Pure. */
import type { Leaf } from '../layout/block.ts';

/** A paragraph, or the part of it that stands in a leaf: its lines, from one to before another. */
export type ParagraphPart = {
  /** Among the paragraphs of the whole text, empty ones too. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
};

/** The anchor a text leads to, and its words. */
export function linkOf({ source }: Leaf): { readonly target: string; readonly words: string } | undefined {
  if (typeof source === 'string' || !('text' in source) || source.link === undefined) return undefined;
  return { target: source.link, words: source.text };
}

/** Whether a text is a single paragraph and not a narrative. */
export function isOneParagraph({ source, lines }: Leaf): boolean {
  const isNarrative = typeof source !== 'string' && 'paragraphs' in source;
  return !isNarrative && lines.findIndex(({ last }) => last) === lines.length - 1;
}

/** Whether a paragraph of a narrative is an item of a list. */
export function isItem({ source }: Leaf, index: number): boolean {
  return typeof source !== 'string' && 'paragraphs' in source && source.paragraphs[index]?.kind === 'item';
}

/** How far a text has been read: its lines, and the paragraphs that ended in them. */
export type Read = { readonly lines: number; readonly paragraphs: number };

export const NOTHING_READ: Read = { lines: 0, paragraphs: 0 };

/**
 * How far a text has been read before a part of it. Parts come in the order of the text, so that no line is looked at
 * twice.
 *
 * @param whole the text as set
 * @param part the lines of it that stand on a page, in a row
 * @param read what was read before
 */
export function readBefore(whole: Leaf, part: Leaf, { lines, paragraphs }: Read): Read {
  const first = part.lines[0];
  let line = lines;
  let ended = paragraphs;
  for (; line < whole.lines.length && whole.lines[line] !== first; line++)
    if (whole.lines[line]?.last) ended++;
  return { lines: line, paragraphs: ended };
}

/** The paragraphs of a part with something to read, and how far the text has been read with it. */
export function paragraphsIn(
  part: Leaf,
  before: Read,
): { readonly parts: readonly ParagraphPart[]; readonly read: Read } {
  let index = before.paragraphs;
  let from = 0;
  const parts: ParagraphPart[] = [];
  part.lines.forEach(({ last }, line) => {
    const to = line + 1;
    if (!last && to < part.lines.length) return;
    if (part.lines.slice(from, to).some(({ runs }) => runs.length > 0)) parts.push({ index, from, to });
    from = to;
    if (last) index++;
  });
  return { parts, read: { lines: before.lines + part.lines.length, paragraphs: index } };
}
