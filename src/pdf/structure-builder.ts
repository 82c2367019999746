/**
 * Blocks, page by page → structure elements. A block's elements are made when it first comes onto a page; a part of
 * the same block on a later page goes on in the same ones. What is printed again belongs to none.
 */

import type { FigureItem, TextItem } from '../boxes/fragment.ts';
import type { Block, EntryRole, Leaf, Table, TextNode } from '../layout/block.ts';
import { leafIndices } from '../layout/leaf-nodes.ts';
import type { PlacedItems } from './placed-items.ts';
import { type Element, element, isElement, type Stretch } from './structure.ts';
import { structureCells } from './structure-cells.ts';
import {
  isItem,
  isOneParagraph,
  linkOf,
  NOTHING_READ,
  paragraphsIn,
  type Read,
  readBefore,
} from './structure-texts.ts';
import { DocumentTop, type OnFinished } from './structure-top.ts';

/** Where a text or a figure of a block belongs. */
type Slot = {
  /** Gives undefined for the document itself; asked when the first of the block's texts is placed there. */
  readonly parent: Parent;
  /** The text alone is its parent's content: no paragraph stands between. */
  readonly direct: boolean;
  readonly whole: Leaf;
  /** How far the text has been placed. */
  read: Read;
  /** The paragraph that came last, and the list it is in. */
  last?: { readonly index: number; readonly element: Element; readonly list?: Element };
};

/** Gives the element that texts belong to. */
type Parent = () => Element | undefined;

const DOCUMENT: Parent = () => undefined;

/** By the index of a block's text. */
type Slots = (Slot | undefined)[];

/** What a page's items are, item by item: the stretches of a text or figure; nothing where it is not read. */
export type Marks = readonly (readonly Stretch[])[];

/** A place on a page, from its lower left corner, pt. */
export type Corner = { readonly left: number; readonly top: number };

const UNREAD: readonly Stretch[] = [];

/** Told of every text that leads somewhere: the element around it. */
export type OnLink = (element: Element, item: TextItem) => void;

/** Makes the structure of one document while its pages are printed. */
export class StructureBuilder {
  readonly #withLinks: boolean;
  readonly #top: DocumentTop;
  /** The block of which a part was placed last: the rest of it is still to come, or never was. */
  #torn: { readonly whole: Block; readonly slots: Slots } | undefined;
  #ids = 0;
  #page = 0;
  /** How many marks the page has. */
  #marks = 0;

  /**
   * @param options `withLinks`: whether texts that lead somewhere are links
   */
  constructor({ withLinks, onFinished }: { readonly withLinks: boolean; readonly onFinished: OnFinished }) {
    this.#withLinks = withLinks;
    this.#top = new DocumentTop(onFinished);
  }

  /**
   * Begins a page.
   *
   * @param page the printer's number of it
   */
  page(page: number): void {
    this.#page = page;
    this.#marks = 0;
    this.#top.page(page);
  }

  /**
   * Takes a block, or what of it stands on the page.
   *
   * @param origin the page's upper left corner
   * @param onLink where texts lead somewhere
   */
  place({ items, x, y, reads }: PlacedItems, origin: Corner, onLink: OnLink): Marks {
    if (!reads) return [];
    const { part, whole, continued } = reads;
    const slots = continued && this.#torn?.whole === whole ? this.#torn.slots : this.#slotsOf(whole);
    if (part !== whole) this.#torn = { whole, slots };
    const slotOf = ({ leaf, index = -1 }: TextItem) => (leaf.reprint ? undefined : slots[index]);
    return items.map((item) => {
      // A figure stands where its texts do.
      const text = item.kind === 'figure' ? item.texts[0] : item.kind === 'text' ? item : undefined;
      const slot = text && slotOf(text);
      if (!slot) return UNREAD;
      if (item.kind === 'figure') return [this.#figure(slot, item, origin.left + x, origin.top - y)];
      return this.#text(slot, text, onLink);
    });
  }

  /** Ends what is still open. */
  finish(): void {
    this.#top.finish();
  }

  #slotsOf(whole: Block): Slots {
    const slots: Slots = [];
    const { content } = whole;
    if (!('table' in content)) this.#node(content, DOCUMENT, whole, slots);
    else if (content.table.role === 'layout') {
      for (const { cell } of structureCells(content.table)) this.#node(cell, DOCUMENT, whole, slots);
    } else this.#table(content.table, whole, slots);
    return slots;
  }

  #node(node: TextNode, parent: Parent, whole: Block, slots: Slots): void {
    const take = (index: number, into: Parent) => {
      const leaf = whole.leaves[index] as Leaf;
      const direct = into !== DOCUMENT && isOneParagraph(leaf);
      if (leaf.role !== 'artifact') slots[index] = { parent: into, direct, whole: leaf, read: NOTHING_READ };
    };
    if ('stack' in node) for (const child of node.stack) this.#node(child, parent, whole, slots);
    else if ('columns' in node && node.role) {
      const entry = this.#entry(node.role);
      node.columns.forEach(({ lines }, place) => {
        take(lines, () => entry()[place] ?? entry().at(-1));
      });
    } else for (const index of leafIndices(node)) take(index, parent);
  }

  /** The elements of an entry, made when they are asked for. */
  #entry(role: EntryRole): () => readonly Element[] {
    let parts: readonly Element[] | undefined;
    return () => {
      parts ??= role === 'li' ? this.#top.entry() : this.#top.contentsEntry(Number(role.at(-1)));
      return parts;
    };
  }

  #table(table: Table, whole: Block, slots: Slots): void {
    const isHead = table.role === 'thead';
    const { element: top, heads } = this.#top.table(table.widths.length, isHead);
    const group = element(isHead ? 'THead' : 'TBody');
    const rows = table.body.map(() => element('TR'));
    for (const row of rows) group.kids.push(row);
    top.kids.push(group);
    const ids: (number | undefined)[] = [];
    for (const { cell, row, column, rowSpan, colSpan, scope, rowHeads } of structureCells(table)) {
      // Whose a row's head is, the table's order tells.
      const headers = scope === 'Row' ? [] : headsOver(heads, column, column + colSpan);
      for (const index of scope === 'Row' ? [] : rowHeads) headers.push(ids[index] as number);
      const id = scope && ++this.#ids;
      ids.push(id);
      if (scope === 'Column') heads.fill(id, column, column + colSpan);
      const attributes = { rowSpan, colSpan, headers, ...(id ? { scope, id } : {}) };
      const made = element(scope ? 'TH' : 'TD', { cell: attributes });
      (rows[row] as Element).kids.push(made);
      this.#node(cell, () => made, whole, slots);
    }
  }

  /** A text or a part of it. */
  #text(slot: Slot, item: TextItem, onLink: OnLink): readonly Stretch[] {
    const { leaf } = item;
    if (leaf.lines.every(({ runs }) => runs.length === 0)) return UNREAD;
    const to = leaf.lines.length;
    const parent = slot.parent();
    const target = this.#withLinks ? linkOf(leaf)?.target : undefined;
    if (target !== undefined) {
      const link = this.#link(parent ?? this.#add(undefined, element('P')), target);
      onLink(link, item);
      return [this.#mark(link, 0, to)];
    }
    const { role = 'p' } = slot.whole;
    if (role !== 'p') return [this.#mark(this.#add(parent, element(role.toUpperCase())), 0, to)];
    if (slot.direct && parent) return [this.#mark(parent, 0, to)];
    const { parts, read } = paragraphsIn(leaf, readBefore(slot.whole, leaf, slot.read));
    slot.read = read;
    return parts.map((part) => this.#mark(this.#paragraph(slot, part.index), part.from, part.to));
  }

  /** Neighbours that lead to the same place are one link: an entry of the contents and its page. */
  #link(parent: Element, target: string): Element {
    const last = parent.kids.at(-1);
    if (last && isElement(last) && last.link === target) return last;
    return this.#add(parent, element('Link', { link: target }));
  }

  #paragraph(slot: Slot, index: number): Element {
    const { last, whole } = slot;
    const parent = slot.parent();
    if (last?.index === index) return last.element;
    if (!isItem(whole, index)) {
      const made = this.#add(parent, element('P'));
      slot.last = { index, element: made };
      return made;
    }
    const goesOn = last?.list && last.index === index - 1;
    const list = goesOn ? (last.list as Element) : this.#add(parent, element('L'));
    const body = element('LBody');
    list.kids.push({ ...element('LI'), kids: [body] });
    slot.last = { index, element: body, list };
    return body;
  }

  #figure(slot: Slot, { alt, x, y, width, height }: FigureItem, left: number, top: number): Stretch {
    const box = [left + x, top - y - height, left + x + width, top - y] as const;
    return this.#mark(this.#add(slot.parent(), element('Figure', { figure: { alt, box } })), 0, 0);
  }

  #mark(of: Element, from: number, to: number): Stretch {
    const mark = this.#marks++;
    of.kids.push({ page: this.#page, mark });
    return { from, to, element: of, mark };
  }

  /** Puts an element into another, or at the top of the document. */
  #add(parent: Element | undefined, made: Element): Element {
    if (parent) parent.kids.push(made);
    else this.#top.add(made);
    return made;
  }
}

/** The lowest heads over columns, from one to before another. */
function headsOver(heads: readonly (number | undefined)[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let column = from; column < to; column++) {
    const head = heads[column];
    if (head !== undefined && found.at(-1) !== head) found.push(head);
  }
  return found;
}
