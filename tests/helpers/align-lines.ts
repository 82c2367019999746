/** Lines found on paper against the paragraphs they should come from: which line shows which characters. */
import type { Paragraph } from './expected-text.ts';
import type { Cell, TextLine } from './page-model.ts';
import type { Glyph } from './trace.ts';

/** A line that was found where it should be; `from` up to `to` are its paragraph's characters. */
export type PlacedLine = {
  readonly line: TextLine;
  /** The cell it stands in; undefined for a heading outside of tables. */
  readonly cell: Cell | undefined;
  readonly page: number;
  readonly paragraph: Paragraph;
  readonly from: number;
  readonly to: number;
};

/** Reads paragraphs as lines come along, over as many cells and pages as it takes. */
export class Reading {
  readonly placed: PlacedLine[] = [];
  readonly #paragraphs: readonly Paragraph[];
  readonly #name: string;
  #index = 0;
  #offset = 0;

  /** @param name what is read, for faults */
  constructor(name: string, paragraphs: readonly Paragraph[]) {
    this.#name = name;
    this.#paragraphs = paragraphs.filter(({ characters }) => characters.length > 0);
  }

  get done(): boolean {
    return this.#index === this.#paragraphs.length;
  }

  get begun(): boolean {
    return this.placed.length > 0;
  }

  /** Reads all lines of a cell. */
  takeCell(cell: Cell, page: number, faults: string[]): void {
    for (const line of cell.lines) this.take(line, cell, page, faults);
  }

  take(line: TextLine, cell: Cell | undefined, page: number, faults: string[]): void {
    const glyphs = inkOf(line);
    if (glyphs.length === 0) return;
    const paragraph = this.#paragraphs[this.#index];
    const expected = paragraph?.characters.slice(this.#offset, this.#offset + glyphs.length) ?? [];
    const same =
      expected.length === glyphs.length && glyphs.every(({ text }, at) => text === expected[at]?.text);
    if (!paragraph || !same) {
      const asked =
        paragraph?.characters
          .slice(this.#offset)
          .map(({ text }) => text)
          .join('') ?? '';
      faults.push(
        `e: page ${page}: ${this.#name}: 「${line.text}」 where 「${asked.slice(0, 40)}」 should go on`,
      );
      return;
    }
    const from = this.#offset;
    const to = from + glyphs.length;
    this.placed.push({ line, cell, page, paragraph, from, to });
    this.#offset = to;
    if (to === paragraph.characters.length) {
      this.#index++;
      this.#offset = 0;
    }
  }

  /** Tells what was never found. */
  finish(faults: string[]): void {
    if (this.done) return;
    const rest = this.#paragraphs
      .slice(this.#index)
      .flatMap(({ characters }) => characters.map(({ text }) => text));
    faults.push(`e: ${this.#name}: never printed: 「${rest.slice(this.#offset).join('').slice(0, 40)}」`);
  }
}

/** A line's glyphs without white space. */
export function inkOf({ glyphs }: TextLine): Glyph[] {
  return glyphs.filter(({ text }) => !/^\s*$/u.test(text));
}
