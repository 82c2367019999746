/** What was made of texts, so that a text that comes again is not worked on again: words and labels do in every row. */

/** More than the longest column of a real edition has, in characters. */
const ROOM = 50_000;

/** Remembers what was made of texts; full, it remembers no more. */
export class TextMemory<T> {
  readonly #known = new Map<string, T>();
  #room = ROOM;

  /**
   * @param text all that tells what is made of it
   * @param make makes it, unless it is remembered
   */
  of(text: string, make: () => T): T {
    const before = this.#known.get(text);
    if (before !== undefined) return before;
    const made = make();
    if (text.length <= this.#room) {
      this.#known.set(text, made);
      this.#room -= text.length;
    }
    return made;
  }
}
