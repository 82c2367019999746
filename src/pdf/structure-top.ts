/**
 * The top of the document's structure: headings, paragraphs, tables, lists in reading order. Blocks that belong
 * together become one table or list; it is done when something else follows.
 */
import { type Element, element } from './structure.ts';

/** Told of every element that is done, and of the page on which it begins. */
export type OnFinished = (element: Element, page: number) => void;

/** A table to which rows may be added. */
export type OpenTable = {
  readonly kind: 'table';
  readonly element: Element;
  /** By column, the lowest head. */
  readonly heads: (number | undefined)[];
};

type OpenContents = {
  readonly kind: 'contents';
  readonly element: Element;
  /** The lists that may go on, one in the other. */
  readonly levels: Element[];
};

type Open = { readonly kind: 'closed' | 'list'; readonly element: Element } | OpenTable | OpenContents;

/** Takes what the document consists of, in reading order, and tells of each element when it is done. */
export class DocumentTop {
  readonly #onFinished: OnFinished;
  #page = 0;
  #open: { readonly last: Open; readonly page: number } | undefined;

  constructor(onFinished: OnFinished) {
    this.#onFinished = onFinished;
  }

  /** Says on which page the elements begin that follow. */
  page(page: number): void {
    this.#page = page;
  }

  /** Adds an element of its own. */
  add(made: Element): void {
    this.#begin({ kind: 'closed', element: made });
  }

  /** A new entry of a list: its label and its body. */
  entry(): readonly [Element, Element] {
    const parts = [element('Lbl'), element('LBody')] as const;
    this.#list().kids.push({ ...element('LI'), kids: [...parts] });
    return parts;
  }

  /** A new entry of a table of contents, on a level from 1. */
  contentsEntry(level: number): readonly [Element] {
    const levels = this.#levels();
    levels.length = Math.min(levels.length, level);
    while (levels.length < level) {
      const deeper = element('TOC');
      levels.at(-1)?.kids.push(deeper);
      levels.push(deeper);
    }
    const reference = element('Reference');
    levels.at(-1)?.kids.push({ ...element('TOCI'), kids: [reference] });
    return [reference];
  }

  /**
   * The table to which rows of so many columns belong.
   *
   * @param anew whether they begin one
   */
  table(columns: number, anew: boolean): OpenTable {
    const last = this.#open?.last;
    if (!anew && last?.kind === 'table' && last.heads.length === columns) return last;
    const heads = Array<number | undefined>(columns).fill(undefined);
    const table: OpenTable = { kind: 'table', element: element('Table'), heads };
    this.#begin(table);
    return table;
  }

  /** Nothing more is added to what came last. */
  finish(): void {
    if (this.#open) this.#onFinished(this.#open.last.element, this.#open.page);
    this.#open = undefined;
  }

  #list(): Element {
    const last = this.#open?.last;
    if (last?.kind === 'list') return last.element;
    const list = element('L');
    this.#begin({ kind: 'list', element: list });
    return list;
  }

  #levels(): Element[] {
    const last = this.#open?.last;
    if (last?.kind === 'contents') return last.levels;
    const first = element('TOC');
    const levels = [first];
    this.#begin({ kind: 'contents', element: first, levels });
    return levels;
  }

  #begin(last: Open): void {
    this.finish();
    this.#open = { last, page: this.#page };
  }
}
