/**
 * What is left of a torn table, laid out as far as the next pages need it: a book that is one long table takes no more
 * work for a page than any other.
 */
import type { Block, Cell, GoesOn, Leaf, Rest, TableNode, TextNode, TextPlace } from '../layout/block.ts';
import { type GridCell, gridBody, resolveGrid, rowStarts } from '../layout/grid.ts';
import { leafIndices } from '../layout/leaf-nodes.ts';

/** Higher than the highest page (A3, landscape), pt: whatever fits on a page ends before. */
export const REACH = 900;

/** So few rows are laid out whatever their height: sooner done than measured. */
const FEW_ROWS = 30;

/** So many more lines of text, where there are any, go along: enough to see that something is left below a cut. */
const MORE_LINES = 3;

type FrontCell = GridCell & { readonly place: number };

/** What is left of a table before anything is shown. */
export function wholeRest(block: Block, content: TableNode): Rest {
  return { whole: { ...block, content }, row: 0, fresh: 0, begun: new Map() };
}

/**
 * The beginning of what is left, as a block to be laid out.
 *
 * @param reach how high it is at least, where so much is left; pt
 */
export function frontOf(rest: Rest, reach = REACH): Block {
  const { whole, row } = rest;
  const { table } = whole.content;
  const writer = new FrontWriter(rest, reach);
  const rows = writer.rows();
  const cells = writer.cells(rows).sort((a, b) => a.row - b.row || a.column - b.column);
  const isCut = writer.isCut || row + rows < table.body.length;
  return {
    ...whole,
    content: { ...whole.content, table: { ...table, body: gridBody(cells, rows) } },
    changed: writer.changed,
    front: { rest, places: cells.map(({ place }) => place), isCut },
  };
}

/** Takes rows and lines from where the rest begins until they are high enough. */
class FrontWriter {
  readonly changed = new Map<number, Leaf>();
  isCut = false;
  readonly #rest: Rest;
  readonly #reach: number;
  readonly #grid: readonly GridCell[];
  readonly #starts: readonly number[];

  constructor(rest: Rest, reach: number) {
    const { table } = rest.whole.content;
    this.#rest = rest;
    this.#reach = reach;
    this.#grid = resolveGrid(table);
    this.#starts = rowStarts(table);
  }

  /** How many rows: those that have begun, fresh ones until they are high enough, and one more to see that it is left. */
  rows(): number {
    const { row, fresh, whole } = this.#rest;
    const all = whole.content.table.body.length;
    if (all - fresh <= FEW_ROWS) return all - row;
    let height = 0;
    let next = fresh;
    while (next < all && height < this.#reach) height += this.#leastHeight(next++);
    return Math.min(next + 1, all) - row;
  }

  /** A row is as high as each text of a cell that is in no other. */
  #leastHeight(row: number): number {
    let least = 0;
    for (let place = this.#starts[row] as number; place < (this.#starts[row + 1] as number); place++) {
      const { cell, rowSpan } = this.#grid[place] as GridCell;
      if (rowSpan > 1) continue;
      for (const index of leavesOf(cell)) {
        if (least >= this.#reach) break;
        least = Math.max(least, heightUpTo(this.#leaf(index), this.#reach));
      }
    }
    return least;
  }

  cells(rows: number): FrontCell[] {
    const { row, fresh, begun } = this.#rest;
    const cells: FrontCell[] = [];
    for (const [place, goesOn] of begun) cells.push(this.#placed(place, rows, goesOn));
    const end = this.#starts[row + rows] as number;
    for (let place = this.#starts[fresh] as number; place < end; place++) {
      cells.push(this.#placed(place, rows, undefined));
    }
    return cells;
  }

  #placed(place: number, rows: number, goesOn: GoesOn | undefined): FrontCell {
    const { cell, row, column, rowSpan, colSpan } = this.#grid[place] as GridCell;
    const first = Math.max(row - this.#rest.row, 0);
    const end = Math.min(row + rowSpan - this.#rest.row, rows);
    return { cell: this.#cell(cell, goesOn), row: first, column, rowSpan: end - first, colSpan, place };
  }

  #cell(cell: Cell, goesOn: GoesOn | undefined): Cell {
    if (goesOn === 'continued') return this.#continued(cell);
    if (goesOn === 'done') return { ...blank(cell), stack: [] };
    const from = goesOn ?? START;
    if (cell.flow && cell.height === undefined && isPlain(cell)) return this.#flowing(cell, from);
    if (goesOn) this.#takeFrom(leavesOf(cell), goesOn);
    return cell;
  }

  #continued(cell: Cell): Cell {
    const { continued } = cell;
    if (!continued) return cell;
    for (const index of leafIndices(continued)) {
      this.changed.set(index, { ...this.#leaf(index), reprint: true });
    }
    return { ...cell, ...blank(cell), ...continued };
  }

  /** Texts one below the other: as many lines as are needed. */
  #flowing(cell: Cell, from: TextPlace): Cell {
    const leaves = leavesOf(cell);
    const taken: number[] = [];
    let height = 0;
    let more = 0;
    let place = from.leaf;
    for (; place < leaves.length && more < MORE_LINES; place++) {
      const index = leaves[place] as number;
      const { lines, leading } = this.#leaf(index);
      const first = place === from.leaf ? from.line : 0;
      let end = first;
      for (; end < lines.length && more < MORE_LINES; end++) {
        const line = lines[end] as Leaf['lines'][number];
        if (height >= this.#reach && line.width > 0) more++;
        height += line.lines * leading;
      }
      this.#show(index, first, end);
      taken.push(index);
      if (end < lines.length) this.isCut = true;
    }
    if (place < leaves.length) this.isCut = true;
    if (taken.length === leaves.length) return cell;
    const stack = taken.map((lines) => ({ lines }));
    return { ...withoutText(cell), stack };
  }

  /** Texts in any order: all that is left. */
  #takeFrom(leaves: readonly number[], from: TextPlace): void {
    leaves.forEach((index, place) => {
      const { lines } = this.#leaf(index);
      const first = place < from.leaf ? lines.length : place === from.leaf ? from.line : 0;
      this.#show(index, first, lines.length);
    });
  }

  #show(index: number, from: number, to: number): void {
    const leaf = this.#leaf(index);
    if (from === 0 && to === leaf.lines.length) return;
    this.changed.set(index, { ...leaf, lines: leaf.lines.slice(from, to) });
  }

  #leaf(index: number): Leaf {
    return this.#rest.whole.leaves[index] as Leaf;
  }
}

const START: TextPlace = { leaf: 0, line: 0 };

/** How high a leaf is, as far as that matters; pt. */
function heightUpTo({ lines, leading }: Leaf, reach: number): number {
  let height = 0;
  for (let line = 0; line < lines.length && height < reach; line++) {
    height += (lines[line] as Leaf['lines'][number]).lines * leading;
  }
  return height;
}

/** A cell's dress without its content. */
function blank({ fill, flow, continued }: Cell): Pick<Cell, 'fill' | 'flow' | 'continued'> {
  return { ...(fill ? { fill } : {}), ...(flow ? { flow } : {}), ...(continued ? { continued } : {}) };
}

/** A cell of texts one below the other, without them. */
function withoutText(cell: Cell): Omit<Cell, 'stack' | 'lines'> {
  const { stack, lines, ...dress } = cell as Cell & { readonly stack?: unknown; readonly lines?: unknown };
  return dress;
}

const knownLeaves = new WeakMap<Cell, readonly number[]>();

/** The leaves of a cell, found once. */
export function leavesOf(cell: Cell): readonly number[] {
  const leaves = knownLeaves.get(cell) ?? leafIndices(cell);
  knownLeaves.set(cell, leaves);
  return leaves;
}

const knownPlain = new WeakMap<Cell, boolean>();

/** Whether a cell is nothing but texts one below the other. */
function isPlain(cell: Cell): boolean {
  const plain = knownPlain.get(cell) ?? isPlainNode(cell);
  knownPlain.set(cell, plain);
  return plain;
}

function isPlainNode(node: TextNode): boolean {
  if ('lines' in node) return true;
  return 'stack' in node && node.margin === undefined && node.stack.every(isPlainNode);
}
