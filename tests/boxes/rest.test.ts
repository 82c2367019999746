import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textItems } from '../../src/boxes/fragment.ts';
import { measure } from '../../src/boxes/measure.ts';
import { REACH } from '../../src/boxes/rest.ts';
import { splitBlock } from '../../src/boxes/split-block.ts';
import type { Block, Cell, Leaf } from '../../src/layout/block.ts';
import { resolveGrid } from '../../src/layout/grid.ts';
import { leafAt } from '../../src/layout/leaf-nodes.ts';
import type { Line } from '../../src/typeset/types.ts';
import { block, leaf, STYLE } from './sample.ts';

const [SAMPLE] = leaf('字', 40).lines as [Line];

/** A leaf of lines that need not be set: `.` is text, `_` an empty line, `#` a heading. */
function leafOf(kinds: string, name: string): Leaf {
  const lines = [...kinds].map((kind, index): Line => {
    const runs = SAMPLE.runs.map((run) => ({ ...run, text: `${name}${index}` }));
    return kind === '_'
      ? { ...SAMPLE, runs: [], lines: 0.5 }
      : { ...SAMPLE, runs, keepWithNext: kind === '#' };
  });
  return { ...leaf('字', 40), lines };
}

/** Tears a table into pages of so many points; gives what each shows, and the parts that were laid out. */
function torn(whole: Block, height: number, reach: number): { pages: string[][]; parts: Block[] } {
  const pages: string[][] = [];
  const parts: Block[] = [];
  for (let part: Block = whole; ; ) {
    parts.push(part);
    const { items } = measure(part, STYLE);
    const tops = new Map(textItems(items).map((item) => [item.leaf, item.y]));
    const cut = splitBlock(part, tops, height, reach);
    pages.push(shown(cut ? cut.takeHead() : part));
    if (!cut) return { pages, parts };
    part = cut.takeTail();
  }
}

function shown(part: Block): string[] {
  const { items, height } = measure(part, STYLE);
  const texts = textItems(items).flatMap(({ leaf: { lines }, y }) =>
    lines.length === 0 ? [] : [`${y.toFixed(3)} ${lines.map(({ runs }) => runs[0]?.text ?? '_').join(' ')}`],
  );
  return [height.toFixed(3), ...texts];
}

/** A table as a program is: an identity over all rows, a text for some of them, a cell each, and a long text. */
function program(
  rows: readonly { readonly span: number; readonly text: string; readonly cells: readonly string[] }[],
  texts: readonly string[],
): Block {
  const leaves = [leafOf('.', 'name'), leafOf('.', 'again')];
  const take = (kinds: string) => ({ lines: leaves.push(leafOf(kinds, `t${leaves.length}-`)) - 1 });
  const count = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  const body = rows.flatMap(({ text, cells }, group) =>
    cells.map((cell, index): Cell[] => [
      ...(group === 0 && index === 0
        ? [{ stack: [{ lines: 0 }], continued: { stack: [{ lines: 1 }] }, rowSpan: count } as Cell]
        : []),
      ...(index === 0 ? [{ stack: [take(text)], flow: true, rowSpan: cells.length } as Cell] : []),
      { stack: [take(cell)] },
      ...(group === 0 && index === 0 ? [{ stack: texts.map(take), flow: true, rowSpan: count } as Cell] : []),
    ]),
  );
  return block({ table: { widths: [40, 40, 40, 40], body } }, ...leaves);
}

const kinds = (most: number) =>
  fc
    .array(fc.constantFrom('.', '.', '.', '.', '_', '#'), { minLength: 1, maxLength: most })
    .map((marks) => marks.join(''));

const tables = fc
  .tuple(
    fc.array(
      fc.record({
        span: fc.constant(1),
        text: kinds(30),
        cells: fc.array(fc.stringMatching(/^\.{1,4}$/), { minLength: 1, maxLength: 8 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    fc.array(kinds(70), { minLength: 1, maxLength: 3 }),
  )
  .map(([rows, texts]) => program(rows, texts));

describe('what is left of a torn table', () => {
  it('goes on as if all of it were laid out', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 120, max: 300 }), (table, height) => {
        expect(torn(table, height, 310).pages).toEqual(torn(table, height, Number.POSITIVE_INFINITY).pages);
      }),
    );
  });

  it('is laid out as far as a page needs it, however much is left', () => {
    const long = (count: number) =>
      torn(program([{ span: 1, text: '.'.repeat(count), cells: ['.'] }], ['._.'.repeat(count)]), 500, REACH);
    const many = (count: number) =>
      torn(program(Array(count).fill({ span: 1, text: '.', cells: ['..'] }), ['.']), 500, REACH);
    const texts = (count: number) =>
      torn(program([{ span: 1, text: '.', cells: ['.'] }], Array(count).fill('....')), 500, REACH);
    for (const tearing of [long, many, texts]) {
      const [few, more] = [tearing(200), tearing(800)];
      expect(more.pages.length).toBeGreaterThan(3.5 * few.pages.length);
      // The last part is the shortest, the first is the whole.
      expect(Math.max(...more.parts.slice(1).map(work))).toBe(Math.max(...few.parts.slice(1, -1).map(work)));
    }
  });
});

/** How many cells, leaves and lines are looked at to lay a part out. */
function work(part: Block): number {
  if (!('table' in part.content)) throw new Error('a table');
  const { items } = measure(part, STYLE);
  const lines = textItems(items).reduce((sum, { leaf: each }) => sum + each.lines.length, 0);
  return resolveGrid(part.content.table).length + items.length + lines;
}

it('changes only the leaves that a part shows', () => {
  const { parts } = torn(
    program([{ span: 1, text: '.', cells: ['.'] }], Array(200).fill('....')),
    500,
    REACH,
  );
  const [whole, second] = parts as [Block, Block];
  expect(second.leaves).toBe(whole.leaves);
  expect(second.changed?.size).toBeLessThan(5);
  expect(leafAt(second, 1)?.reprint).toBe(true);
});
