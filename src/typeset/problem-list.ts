/** The problems of one call, each told once. */
import type { Problem } from './types.ts';

/** Collects problems; one that is there already is dropped. */
export class ProblemList {
  readonly #byKey = new Map<string, Problem>();

  /** Adds a problem unless one like it is there: the same code point with its selector, the same text. */
  add(problem: Problem): void {
    const key = keyOf(problem);
    if (!this.#byKey.has(key)) this.#byKey.set(key, problem);
  }

  toArray(): Problem[] {
    return [...this.#byKey.values()];
  }
}

function keyOf(problem: Problem): string {
  switch (problem.kind) {
    case 'missing-glyph':
      return `${problem.kind} ${problem.codePoint} ${problem.selector ?? ''}`;
    case 'private-use':
      return `${problem.kind} ${problem.codePoint}`;
    default:
      return `${problem.kind} ${problem.text}`;
  }
}
