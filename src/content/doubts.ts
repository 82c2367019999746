/**
 * What is wrong in edition.yaml and would be found again wherever a measure relies on it: it is told once, where it is
 * to be mended.
 */
import type { Finding } from '../yaml/index.ts';
import { nearest } from '../yaml/index.ts';
import type { EditionFile } from './schemas.ts';

/** The lists that measures take their words from. */
export type WordList = 'departments' | 'plan_words';

export type Doubts = {
  /** Whether the plan's years, or the reporting year, cannot be relied on. */
  readonly years: boolean;
  readonly reporting: boolean;
  readonly goals: boolean;
  /** Whether a word may be one of a list whose item is wrong itself. */
  isDoubtful(list: WordList, word: string): boolean;
};

/** @param findings on the edition, with the paths of what is wrong */
export function doubtsOf(edition: EditionFile, findings: readonly Finding[]): Doubts {
  const wrong = findings
    // Nothing depends on the parts around the tables, of whose words there may be many.
    .filter(({ path }) => path[0] !== 'booklet')
    .filter(({ diagnostic: { severity, code } }) => severity === 'error' && code !== 'duplicate-name')
    .map(({ path }) => path);
  const at = (...begin: readonly string[]) =>
    wrong.filter((path) => begin.every((name, index) => path[index] === name));
  return {
    years: at('years', 'plan').length > 0,
    reporting: at('years', 'reporting').length > 0,
    goals: at('goals').length > 0,
    isDoubtful: (list, word) =>
      at(list).some((path) => nearest(word, [String(edition[list][Number(path[1])] ?? '')]) !== undefined),
  };
}
