/** `--check`: what a command would write now, against the files on disk. Nothing is written. */

import { sameBytes } from '../../archive/held.ts';
import { inReadingOrder, unreadable } from '../../content/index.ts';
import { type Code, type Diagnostic, diagnose } from '../../ground/diagnostic.ts';
import { isFailure, type World } from '../../ground/world.ts';
import type { Outcome } from './run.ts';

/** A file as a fresh run would write it. */
export type FreshFile = { readonly file: string; readonly bytes: Uint8Array };

/** What is said of files that differ, where it is not that they would be made otherwise now. */
export type CompareWords = {
  readonly differs: Extract<Code, 'output-differs' | 'handed-out-differs'>;
  /** What to do about a file that is missing or differs. */
  readonly hints: (file: string) => readonly string[];
};

const AS_USUAL: CompareWords = {
  differs: 'output-differs',
  hints: () => ['--check を付けずに実行すると、今の内容で作ります。'],
};

/**
 * Compares byte by byte: dates and sizes of files tell nothing.
 *
 * @param diagnostics what composing the files had to say
 * @returns an error for each file that is not just as it would be written now, and a line for each that is
 */
export function compare(
  world: World,
  fresh: readonly FreshFile[],
  diagnostics: readonly Diagnostic[],
  words = AS_USUAL,
): Outcome {
  const answers = fresh.map((file) => difference(world, file, words));
  const same = fresh.filter((_, index) => answers[index] === undefined);
  const differences = answers.filter((found) => found !== undefined);
  return {
    diagnostics: inReadingOrder([...diagnostics, ...differences]),
    isAnswer: (one) => differences.includes(one),
    outputs: [],
    ...(same.length > 0 ? { note: same.map(({ file }) => `${file}: 同じです。`).join('\n') } : {}),
  };
}

export function difference(
  world: World,
  { file, bytes }: FreshFile,
  words: CompareWords,
): Diagnostic | undefined {
  const found = world.read(file, bytes.length);
  const hints = words.hints(file);
  if (isFailure(found) && found.failure !== 'too-large') {
    return found.failure === 'missing'
      ? diagnose('output-missing', { path: file }, { hints })
      : unreadable(found, file, 'file');
  }
  return !isFailure(found) && sameBytes(found, bytes)
    ? undefined
    : diagnose(words.differs, { path: file }, { hints });
}
