/** The body boxes of all sections, one after the other, read only as far as they are asked for. */
import type { Box } from '../../boxes/box.ts';

/** Boxes that go together. */
export type Section<B extends Box> = {
  /** Stays with the first box of the body. */
  readonly opening: readonly B[];
  /** Printed in its place where the section goes on on a new page. */
  readonly reopening: readonly B[];
  readonly body: readonly B[];
};

export type Item<B, S> = { readonly section: S; readonly box: B; readonly first: boolean };

/** All boxes of a book by their number; a section is made when a box of it is asked for. */
export class Items<B extends Box, S extends Section<B>> {
  readonly #sections: Iterator<S>;
  readonly #items: (Item<B, S> | undefined)[] = [];
  #forgotten = 0;

  constructor(sections: Iterable<S>) {
    this.#sections = sections[Symbol.iterator]();
  }

  /** Whether there is an item of this index; reads on where that is not known yet. */
  has(index: number): boolean {
    while (index >= this.#items.length) {
      const next = this.#sections.next();
      if (next.done) return false;
      const section = next.value;
      section.body.forEach((box, place) => {
        this.#items.push({ section, box, first: place === 0 });
      });
    }
    return true;
  }

  /** The item of an index that exists and is not forgotten. */
  at(index: number): Item<B, S> {
    const item = this.has(index) ? this.#items[index] : undefined;
    if (!item) throw new Error(`no item ${index}`);
    return item;
  }

  /** Lets go of all items before this one. */
  forget(before: number): void {
    for (; this.#forgotten < before; this.#forgotten++) this.#items[this.#forgotten] = undefined;
  }
}
