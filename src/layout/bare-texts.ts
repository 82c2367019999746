/**
 * Whose words the bare strings are that a template sets: it may reach into a text of the view (`heading.text`) and
 * print that all the same. Pure.
 */
import type { Narrative, ViewText } from '../view/types.ts';
import type { Leaf } from './block.ts';

type Asked = ViewText | Narrative;

/**
 * @param leaves of a block
 * @param data what the block's template was given
 * @param isOwn whether a string is written in a template
 * @returns the leaves, those of bare strings with the text of the view that they say, if there is one
 */
export function ascribe(
  leaves: readonly Leaf[],
  data: object,
  isOwn: (text: string) => boolean,
): readonly Leaf[] {
  if (!leaves.some(({ source }) => typeof source === 'string')) return leaves;
  const texts = byString(data, new Set<unknown>(leaves.map(({ source }) => source)));
  return leaves.map((leaf) => {
    const { source } = leaf;
    const same = typeof source === 'string' ? texts.get(source) : undefined;
    if (!same || isOwn(source as string)) return leaf;
    // Of texts alike each is said once before one is said again.
    return { ...leaf, says: (same.length > 1 ? same.pop() : same[0]) as Asked };
  });
}

/** The texts in data by the strings that say them, those to be taken first last: what is said already is taken last. */
function byString(data: object, said: ReadonlySet<unknown>): Map<string, Asked[]> {
  const found = new Map<string, Asked[]>();
  const texts = textsIn(data).reverse();
  const [before, open] = [texts.filter((text) => said.has(text)), texts.filter((text) => !said.has(text))];
  for (const text of [...before, ...open]) {
    for (const string of stringsOf(text)) {
      const same = found.get(string);
      if (same) same.push(text);
      else found.set(string, [text]);
    }
  }
  return found;
}

/** Every text in data, wherever it is. */
function textsIn(data: unknown): Asked[] {
  if (typeof data !== 'object' || data === null) return [];
  return 'origin' in data ? [data as Asked] : Object.values(data).flatMap(textsIn);
}

/** A text itself, or the stretches of a narrative as the view has them. */
function stringsOf(text: Asked): readonly string[] {
  if ('text' in text) return [text.text];
  return text.paragraphs.flatMap((paragraph) =>
    paragraph.kind === 'space' ? [] : paragraph.spans.map((span) => span.text),
  );
}
