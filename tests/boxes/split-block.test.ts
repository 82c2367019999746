import { describe, expect, it } from 'vitest';
import { measure } from '../../src/boxes/measure.ts';
import { LEAST_LINES, splitBlock } from '../../src/boxes/split-block.ts';
import type { Block, Cell, Leaf, TableNode } from '../../src/layout/block.ts';
import { leafAt } from '../../src/layout/leaf-nodes.ts';
import { block, leaf, STYLE } from './sample.ts';

/** Lines of a single kanji each, so that a leaf's text tells which lines it holds. */
const lines = (text: string) => leaf([...text].join('\n'), 40);

/** A table of one flowing cell beside rows of whole ones. */
function table(...body: Cell[][]): TableNode {
  return { table: { widths: [40, 40], body } };
}

const cell = (index: number, change: object = {}): Cell => ({ stack: [{ lines: index }], ...change }) as Cell;

/** The block cut so that lines end at most at `limit`. */
function cutAt(whole: Block, limit: number) {
  const { items } = measure(whole, STYLE);
  const tops = new Map(items.flatMap((item) => (item.kind === 'text' ? [[item.leaf, item.y] as const] : [])));
  const cut = splitBlock(whole, tops, limit);
  return cut && { ...cut, head: cut.takeHead(), tail: cut.takeTail() };
}

/** The texts a part shows, in the order of its cells. */
function shown(part: Block | undefined): string[] {
  if (!part) return [];
  const { items } = measure(part, STYLE);
  return items.flatMap((item) => (item.kind === 'text' ? [textOf(item.leaf)] : []));
}

function textOf(each: Leaf): string {
  return each.lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('');
}

/** Lines end at 3 + 12 n: rule, padding, then 12 pt each. */
const lineEnd = (count: number) => 3 + 12 * count;

describe('splitBlock', () => {
  const program = block(
    table([cell(0, { rowSpan: 1 }), cell(1, { flow: true })]),
    lines('番'),
    lines('一二三四五六七八九十'),
  );

  it('divides a flowing cell between lines and leaves a whole one above', () => {
    const cut = cutAt(program, lineEnd(5));
    expect(shown(cut?.head)).toEqual(['番', '一二三四五']);
    expect(shown(cut?.tail)).toEqual(['六七八九十']);
  });

  it('leaves at least three lines on either side', () => {
    expect(LEAST_LINES).toBe(3);
    expect(shown(cutAt(program, lineEnd(9))?.tail)).toEqual(['八九十']);
    expect(shown(cutAt(program, lineEnd(3))?.head)).toEqual(['番', '一二三']);
    expect(cutAt(program, lineEnd(2))).toBeUndefined();
  });

  it('does not cut what fits', () => {
    expect(cutAt(program, lineEnd(10))).toBeUndefined();
  });

  it('shows again what a cell says of continued pages, marked as reprint', () => {
    const named = block(
      table([cell(0, { continued: { stack: [{ lines: 2 }] } }), cell(1, { flow: true })]),
      lines('名'),
      lines('一二三四五六七八'),
      lines('続'),
    );
    const tail = cutAt(named, lineEnd(4))?.tail as Block;
    expect(shown(tail)).toEqual(['続', '五六七八']);
    expect(tail.leaves.map((_, index) => leafAt(tail, index)?.reprint)).toEqual([false, false, true]);
  });

  it('shows it on every continued page', () => {
    const named = block(
      table([cell(0, { continued: { stack: [{ lines: 2 }] } }), cell(1, { flow: true })]),
      lines('名'),
      lines('一二三四五六七八九十'),
      lines('続'),
    );
    const tail = cutAt(named, lineEnd(4))?.tail as Block;
    const again = cutAt(tail, lineEnd(3));
    expect(shown(again?.head)).toEqual(['続', '五六七']);
    expect(shown(again?.tail)).toEqual(['続', '八九十']);
  });

  it('keeps rows of whole cells together with their row', () => {
    const rows = block(
      table([cell(0), cell(1, { rowSpan: 3, flow: true })], [cell(2)], [cell(3)]),
      lines('甲乙'),
      lines('一二三四五六七八九十'),
      lines('丙丁'),
      lines('戊己'),
    );
    // The second row's cell ends at 3 + 24 + 2 + 0.25 + 2 + 24 = 55.25.
    expect(shown(cutAt(rows, 55)?.head)).toEqual(['甲乙', '一二三四']);
    expect(new Set(shown(cutAt(rows, 55)?.tail))).toEqual(new Set(['丙丁', '五六七八九十', '戊己']));
    expect(shown(cutAt(rows, 56)?.head)).toEqual(['甲乙', '一二三四', '丙丁']);
  });

  it('moves a row whose flowing cell could not begin with three lines', () => {
    const rows = block(
      table([cell(0), cell(1, { flow: true })], [cell(2), cell(3, { flow: true })]),
      lines('甲'),
      lines('一二三'),
      lines('乙'),
      lines('四五六七八九'),
    );
    const cut = cutAt(rows, lineEnd(5));
    expect(shown(cut?.head)).toEqual(['甲', '一二三']);
    expect(shown(cut?.tail)).toEqual(['乙', '四五六七八九']);
  });

  it('cuts higher where the second part would show next to nothing', () => {
    const bands = block(
      table(
        [cell(0), cell(1, { flow: true })],
        [cell(2, { continued: { stack: [] } }), cell(3, { flow: true })],
      ),
      lines('甲'),
      lines('一二三四五六七八'),
      lines(''),
      lines('意'),
    );
    // All of the first band fits; below it would stand one line of the second.
    const cut = cutAt(bands, lineEnd(8));
    expect(cut?.worthy).toBe(true);
    expect(shown(cut?.head)).toEqual(['甲', '一二三四五']);
    expect(shown(cut?.tail).filter((each) => each !== '')).toEqual(['六七八', '意']);
  });

  it('leaves no heading last above the cut', () => {
    const headed = block(
      table([cell(0), cell(1, { flow: true })]),
      lines('番'),
      leaf('一\n二\n三\n【見】\n四\n五\n六', 40),
    );
    expect(shown(cutAt(headed, lineEnd(4))?.head)).toEqual(['番', '一二三']);
    expect(shown(cutAt(headed, lineEnd(4))?.tail)).toEqual(['【見】四五六']);
  });

  it('drops an empty line at the cut', () => {
    const spaced = block(
      table([cell(0), cell(1, { flow: true })]),
      lines('番'),
      leaf('一\n二\n三\n\n四\n五\n六', 40),
    );
    const cut = cutAt(spaced, lineEnd(3.5));
    expect(measure(cut?.tail as Block, STYLE).height).toBe(1 + 2 + 36 + 2 + 1);
    expect(measure(cut?.head as Block, STYLE).height).toBe(1 + 2 + 36 + 2 + 1);
  });

  it('leaves no heading last above the cut where its text is a leaf of its own', () => {
    const replied = block(
      table([cell(0), { stack: [1, 2, 3].map((lines) => ({ lines })), flow: true }]),
      lines('番'),
      lines('一二三'),
      leaf('【答】', 40),
      lines('四五六'),
    );
    const cut = cutAt(replied, lineEnd(4));
    expect(shown(cut?.head).filter((each) => each !== '')).toEqual(['番', '一二三']);
    expect(shown(cut?.tail).filter((each) => each !== '')).toEqual(['【答】', '四五六']);
  });

  describe('space between the texts of a cell', () => {
    const spaced = block(
      table([cell(0), { stack: [1, 2, 3].map((lines) => ({ lines })), flow: true }]),
      lines('番'),
      lines('一二三四五六'),
      leaf('\n【答】', 40),
      lines('七八九'),
    );
    /** Rules and padding above and below so many lines of 12 pt. */
    const high = (count: number) => 1 + 2 + 12 * count + 2 + 1;

    it('stays where the cut is elsewhere', () => {
      expect(measure(spaced, STYLE).height).toBe(high(10.5));
      expect(measure(cutAt(spaced, lineEnd(3))?.tail as Block, STYLE).height).toBe(high(7.5));
    });

    it('is dropped at the cut', () => {
      for (const limit of [lineEnd(6), lineEnd(6.5), lineEnd(7.5)]) {
        const cut = cutAt(spaced, limit);
        expect(measure(cut?.head as Block, STYLE).height).toBe(high(6));
        expect(measure(cut?.tail as Block, STYLE).height).toBe(high(4));
      }
    });
  });

  describe('a least height', () => {
    /** 20 mm to write in, beside a label, below a long text. */
    const writable = block(
      table(
        [cell(0), cell(1, { flow: true })],
        [cell(2, { continued: { stack: [] } }), { stack: [], height: 20, flow: true }],
      ),
      lines('甲'),
      lines('一二三四五'),
      lines('意'),
    );
    const whole = measure(writable, STYLE).height;

    it('is kept whole: it goes to the second part with its row', () => {
      const cut = cutAt(writable, whole - 5);
      expect(shown(cut?.head)).toEqual(['甲', '一二三四五']);
      expect(shown(cut?.tail)).toEqual(['意']);
      expect(measure(cut?.tail as Block, STYLE).height).toBeCloseTo(1 + 2 + (20 * 72) / 25.4 + 2 + 1, 5);
    });

    it('is no reason for a page of its own', () => {
      expect(cutAt(writable, whole - 5)?.worthy).toBe(false);
    });

    it('is not cut where it fits', () => {
      expect(cutAt(writable, whole - STYLE.paddingVertical - STYLE.outerRule)).toBeUndefined();
    });

    it('stands in the first part only, where it fits there', () => {
      const beside = block(
        table([{ stack: [{ lines: 0 }], height: 10 }, cell(1, { flow: true })]),
        lines('甲'),
        lines('一二三四五六七八'),
      );
      expect(shown(cutAt(beside, lineEnd(3))?.head)).toEqual(['甲', '一二三']);
      expect(measure(cutAt(beside, lineEnd(5))?.tail as Block, STYLE).height).toBe(1 + 2 + 36 + 2 + 1);
      expect(cutAt(beside, lineEnd(2))).toBeUndefined();
    });
  });

  it('is no higher than asked for, and closed', () => {
    for (let count = 3; count < 10; count++) {
      const head = cutAt(program, lineEnd(count) + 5)?.head as Block;
      const { height, items } = measure(head, STYLE);
      expect(height).toBeLessThanOrEqual(lineEnd(count) + 5 + STYLE.paddingVertical + STYLE.outerRule);
      const horizontal = items.flatMap((item) =>
        item.kind === 'rule' && item.y1 === item.y2 ? [item.y1] : [],
      );
      expect(Math.max(...horizontal)).toBeCloseTo(height - STYLE.outerRule / 2);
    }
  });

  it('cannot cut a block that is no table', () => {
    expect(cutAt(block({ stack: [{ lines: 0 }] }, lines('一二三四五六七')), lineEnd(4))).toBeUndefined();
  });

  it('divides no cell that is whole, however long', () => {
    const long = block(table([cell(0), cell(1, { flow: true })]), lines('一二三四五六七八'), lines('甲'));
    expect(cutAt(long, lineEnd(4))).toBeUndefined();
  });

  it('is not held back by an empty cell', () => {
    const empty = block(
      table([{ stack: [] }, cell(0)], [cell(1), cell(2, { flow: true })]),
      lines('甲'),
      lines('乙'),
      lines('一二三四五六'),
    );
    expect(shown(cutAt(empty, lineEnd(2))?.head)).toEqual(['甲']);
  });

  it('ends a cell over several rows with the first part', () => {
    const rows = block(
      table([cell(0), cell(1)], [cell(2), cell(3, { rowSpan: 3, flow: true })], [cell(4)], [cell(5)]),
      ...['甲', '乙', '丙', '一二三四五六七八', '丁戊己', '庚'].map(lines),
    );
    // The second row begins at 3 + 12 + 2 + 0.25 + 2 = 19.25.
    const head = cutAt(rows, 19.25 + lineEnd(3))?.head as Block;
    expect(shown(head)).toEqual(['甲', '乙', '丙', '一二三']);
    const { body } = (head.content as TableNode).table;
    expect(body.flat().map((each) => (each as Cell).rowSpan ?? 1)).toEqual([1, 1, 1, 1]);
  });

  it('counts a least height from where the first text of its row begins', () => {
    const beside = block(
      table([
        { stack: [], height: 10 },
        { stack: [{ lines: 0 }, { lines: 1 }], flow: true },
      ]),
      lines('一二三四'),
      lines('五六七八'),
    );
    // 10 mm end at 3 + 28.35, within the third line.
    expect(shown(cutAt(beside, lineEnd(3))?.head)).toEqual(['一二三', '']);
  });

  describe('where the first part ends', () => {
    const sides = block(
      table([cell(0), cell(1, { flow: true })], [cell(2), cell(3, { flow: true })]),
      ...['甲', '一二三', '乙', '四五六七八九'].map(lines),
    );

    it('is where the lowest of its lines ends', () => {
      expect(cutAt(program, lineEnd(5) + 7)?.headBottom).toBe(lineEnd(5));
      const long = block(table([cell(0), cell(1, { flow: true })]), lines('甲乙丙丁'), lines('一二三四五六'));
      expect(cutAt(long, lineEnd(4))?.headBottom).toBe(lineEnd(4));
      expect(cutAt(sides, 3 + 36 + 4.25 + lineEnd(3))?.headBottom).toBe(3 + 36 + 4.25 + 36);
    });

    it('is above a row that moves, though some of it would fit', () => {
      expect(cutAt(sides, lineEnd(5))?.headBottom).toBe(lineEnd(3));
    });
  });

  describe('is worth a page where the second part shows', () => {
    const below = (...body: Cell[][]) => table([cell(0), cell(1)], ...body);
    const afterFirst = (content: TableNode, ...texts: string[]) =>
      cutAt(block(content, ...['甲', '乙', ...texts].map(lines)), lineEnd(1));

    it('a whole row, be it of one line', () => {
      expect(afterFirst(below([cell(2), cell(3)]), '丙', '丁')?.worthy).toBe(true);
    });

    it('not a row that says nothing, or only what is said again', () => {
      const said = { continued: { stack: [] } };
      expect(afterFirst(below([cell(2, said), { stack: [] }]), '丙')?.worthy).toBe(false);
      expect(afterFirst(below([cell(2, said), cell(3, { flow: true })]), '丙', '一二')?.worthy).toBe(false);
    });

    it('three lines, counted from the top of a row that moves', () => {
      const said = cell(2, { continued: { stack: [] } });
      const moved = cutAt(
        block(below([said, cell(3, { flow: true })]), ...['甲', '乙', '丙丁戊己庚', '一二三'].map(lines)),
        19.25 + 36,
      );
      expect(shown(moved?.tail)).toEqual(['丙丁戊己庚', '一二三']);
      expect(moved?.worthy).toBe(true);
    });
  });
});
