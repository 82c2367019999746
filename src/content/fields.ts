/** What the texts of a content file are, by the keys they stand below. */
import type { Path } from '../yaml/index.ts';

/** A word that something else decides (a year, a name of a list, a date), a text of one line, or one of any length. */
export type Kind = 'word' | 'line' | 'paragraphs';

/** Paths of words; what is none of them prints as typed. */
const WORD = new RegExp(
  [
    'format|edition|issued|measure|date|table/template|years/.*|(departments|plan_words)/\\d+|goals/\\d+/number',
    'programs/.*/(departments/\\d+|baseline|plan)',
    'papers/\\d+/(number|(goals|measures|programs|departments)/\\d+)',
  ]
    .map((paths) => `^(${paths})$`)
    .join('|'),
);

/** Texts that may have more than one line, by the key they stand below; all others hold one. */
const PARAGRAPHS: ReadonlyMap<string, readonly string[]> = new Map([
  ['programs', ['description', 'result', 'opinion', 'text', 'reply']],
  ['booklet', ['notes']],
]);

/** The kind of the text at a path, in whatever kind of file. */
export function kindOf(path: Path): Kind {
  if (PARAGRAPHS.get(String(path[0]))?.includes(keyOf(path))) return 'paragraphs';
  return WORD.test(path.join('/')) ? 'word' : 'line';
}

/** The key that a text stands below: items of a list are what its key is. */
export function keyOf(path: Path): string {
  return String(path.findLast((part) => !/^\d+$/.test(String(part))));
}
