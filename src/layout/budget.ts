/**
 * How much templates may do. A template is input, and one out of a bag is a stranger's: it is stopped while it runs,
 * before the time and the memory are spent.
 */

/** Calls of helpers and partials and items of lists that one block may take; the largest real program needs 2,000. */
const MOST_STEPS = 300_000;

/** Characters of JSON that one block may come to; a program with 3,000 indicators writes half of it. */
const MOST_WRITTEN = 16_000_000;

/** What all blocks together may do, beside what many usual ones need. */
const SHARED = { steps: 3_000_000, written: 160_000_000 };
const EACH = { steps: 3_000, written: 100_000 };

/** What was used up, in words, and how much there was of it. */
export type Exhausted = { readonly what: string; readonly limit: number };

/** Counts what templates do, block by block. */
export class Budget {
  #steps = 0;
  #written = 0;
  #mostSteps = MOST_STEPS;
  #mostWritten = MOST_WRITTEN;
  /** What is left for the blocks to come. */
  readonly #left = { ...SHARED };

  /** The next block begins. */
  start(): void {
    this.#left.steps += EACH.steps - this.#steps;
    this.#left.written += EACH.written - this.#written;
    this.#mostSteps = Math.min(MOST_STEPS, this.#left.steps);
    this.#mostWritten = Math.min(MOST_WRITTEN, this.#left.written);
    this.#steps = 0;
    this.#written = 0;
  }

  /** How many characters the finished pieces of the block hold. */
  get written(): number {
    return this.#written;
  }

  /**
   * A piece is finished: it holds what was written in it, and what stands around.
   *
   * @param before what was written when the piece was begun
   * @param length characters of the piece
   * @returns what there is no more of, if anything
   */
  finish(before: number, length: number): Exhausted | undefined {
    this.#written = before + length;
    return this.#written > this.#mostWritten ? { what: '書き出す文字', limit: MOST_WRITTEN } : undefined;
  }

  /**
   * One call of a helper or partial, or one item of a list.
   *
   * @returns what there is no more of, if anything
   */
  step(): Exhausted | undefined {
    return ++this.#steps > this.#mostSteps ? { what: '繰り返しと読み込み', limit: MOST_STEPS } : undefined;
  }
}
