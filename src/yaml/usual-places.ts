/** Where the entries of a text stand that was read the short way. */

import type { Path, Range, Where } from './types.ts';

type Entry = {
  readonly name: string | number;
  readonly key: Range | undefined;
  /** What stands on one line, or the sign that begins a literal block. */
  value?: Range;
  /** The characters of a value that is a text. */
  text?: Range;
  /** The index of the first entry that is not within this one. */
  next: number;
};

/** Told of every entry while a text is read, in order. */
export class UsualPlaces {
  readonly #entries: Entry[] = [];
  readonly #open: Entry[] = [];

  /** An entry of a list or, with a key, of a map begins. */
  enter(name: string | number, key?: Range): void {
    const entry: Entry = { name, key, next: 0 };
    this.#entries.push(entry);
    this.#open.push(entry);
  }

  /** The open entry has a value of its own; block collections have entries only. */
  value(value: Range, text?: Range): void {
    const entry = this.#open.at(-1);
    if (entry) Object.assign(entry, { value, text });
  }

  /** The entry that began last is done. */
  leave(): void {
    (this.#open.pop() as Entry).next = this.#entries.length;
  }

  /** The range of a path, as the library's tree would tell it; undefined for the whole, and where nothing is at its end. */
  find(path: Path, where: Where, source: string): Range | undefined {
    if (path.length === 0) return undefined;
    let index = -1;
    for (const name of path) {
      index = this.#childOf(index, String(name));
      if (index < 0) return undefined;
    }
    const entry = this.#entries[index];
    if (where === 'key' && entry?.key) return entry.key;
    if (typeof where === 'object' && entry?.text) {
      const at = source.slice(...entry.text).indexOf(where.character);
      const from = entry.text[0] + at;
      if (at >= 0) return [from, from + where.character.length];
    }
    return this.#rangeOf(index);
  }

  /** The first of a list's or map's entries stands for all of them. */
  #rangeOf(index: number): Range | undefined {
    const entry = this.#entries[index];
    if (!entry || entry.value) return entry?.value;
    if (index + 1 === entry.next) return undefined;
    return this.#entries[index + 1]?.key ?? this.#rangeOf(index + 1);
  }

  #childOf(parent: number, name: string): number {
    const end = this.#entries[parent]?.next ?? this.#entries.length;
    for (let child = parent + 1; child < end; child = (this.#entries[child] as Entry).next) {
      if (String(this.#entries[child]?.name) === name) return child;
    }
    return -1;
  }
}
