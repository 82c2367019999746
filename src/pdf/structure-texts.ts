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

/**
 * The paragraphs with something to read.
 *
 * @param whole the text as set
 * @param part the lines of it that stand on a page, in a row
 */
export function paragraphsIn(whole: Leaf, part: Leaf): ParagraphPart[] {
  const before = part === whole ? 0 : whole.lines.indexOf(part.lines[0] as Leaf['lines'][number]);
  let index = whole.lines.slice(0, before).filter(({ last }) => last).length;
  let from = 0;
  const found: ParagraphPart[] = [];
  part.lines.forEach(({ last }, line) => {
    const to = line + 1;
    if (!last && to < part.lines.length) return;
    if (part.lines.slice(from, to).some(({ runs }) => runs.length > 0)) found.push({ index, from, to });
    from = to;
    index++;
  });
  return found;
}
