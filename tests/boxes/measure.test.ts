import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/boxes/fragment.ts';
import { measure } from '../../src/boxes/measure.ts';
import { BlockProblem, type TableNode, type TextNode } from '../../src/layout/block.ts';
import { block, leaf, STYLE } from './sample.ts';

const cell = (lines: number, change: object = {}) => ({ stack: [{ lines }], ...change });
const textTops = (items: readonly Item[]) =>
  items.flatMap((item) => (item.kind === 'text' ? [[item.x, item.y]] : []));

describe('measure', () => {
  it('stacks texts by their leading', () => {
    const fragment = measure(
      block({ stack: [{ lines: 0 }, { lines: 1 }] }, leaf('一\n二', 100), leaf('三', 100)),
      STYLE,
    );
    expect(fragment.height).toBe(36);
    expect(textTops(fragment.items)).toEqual([
      [0, 0],
      [0, 24],
    ]);
  });

  it('sets texts side by side, each as wide as it was set for', () => {
    const { items, height } = measure(
      block({ columns: [{ lines: 0 }, { lines: 1 }] }, leaf('左', 60), leaf('右', 40)),
      STYLE,
    );
    expect(textTops(items)).toEqual([
      [0, 0],
      [60, 0],
    ]);
    expect(height).toBe(12);
  });

  it('draws a closed table: padding and rules around each cell', () => {
    const content: TableNode = { table: { widths: [40, 40], body: [[cell(0), cell(1)]] } };
    const { items, height } = measure(block(content, leaf('一', 40), leaf('二\n三', 40)), STYLE);
    // Rule, padding, two lines, padding, rule.
    expect(height).toBe(1 + 2 + 24 + 2 + 1);
    expect(textTops(items)).toEqual([
      [4, 3],
      [4 + 40 + 3 + 0.25 + 3, 3],
    ]);
    const rules = items.filter((item) => item.kind === 'rule');
    const vertical = rules.filter(({ x1, x2 }) => x1 === x2).map(({ x1, weight }) => [x1, weight]);
    expect(vertical).toEqual([
      [47.125, 0.25],
      [0.5, 1],
      [93.75, 1],
    ]);
  });

  it('keeps a cell at least as high as it says', () => {
    const rowOf = (change: object): TableNode => ({
      table: { widths: [40, 40], body: [[cell(0), cell(1, change)]] },
    });
    const heightOf = (change: object) =>
      measure(block(rowOf(change), leaf('一', 40), leaf('二\n三', 40)), STYLE).height;
    expect(heightOf({ height: 25.4 })).toBeCloseTo(1 + 2 + 72 + 2 + 1, 5);
    expect(heightOf({ height: 2 })).toBe(1 + 2 + 24 + 2 + 1);
  });

  it('gives the spare height of a row span to its last row', () => {
    const content: TableNode = {
      table: {
        widths: [40, 40],
        body: [[cell(0, { rowSpan: 2 }), cell(1)], [cell(2)]],
      },
    };
    const leaves = [leaf('一\n二\n三\n四\n五', 40), leaf('甲', 40), leaf('乙', 40)];
    const { items, height } = measure(block(content, ...leaves), STYLE);
    expect(height).toBe(1 + 2 + 60 + 2 + 1);
    expect(textTops(items).map(([, y]) => y)).toEqual([3, 3, 3 + 12 + 2 + 0.25 + 2]);
  });

  it('fills a cell with a grey of the theme', () => {
    const content: TableNode = { table: { widths: [40], body: [[cell(0, { fill: 'header' })]] } };
    const { items } = measure(block(content, leaf('一', 40)), STYLE);
    expect(items.filter((item) => item.kind === 'fill').map(({ grey }) => grey)).toEqual([0.8]);
  });

  it('does not change the block it is given', () => {
    const made = block({ table: { widths: [40], body: [[cell(0)]] } }, leaf('一', 40));
    const copy = structuredClone(made.content);
    measure(made, STYLE);
    expect(made.content).toEqual(copy);
  });

  it.each([
    ['a text that was never set', { lines: 1 } as TextNode],
    ['an unknown grey', { table: { widths: [40], body: [[cell(0, { fill: 'pink' })]] } }],
    ['too few cells in a row', { table: { widths: [40, 40], body: [[cell(0)]] } }],
    ['too many cells in a row', { table: { widths: [40], body: [[cell(0), cell(0)]] } }],
    ['a span out of the table', { table: { widths: [40], body: [[cell(0, { rowSpan: 2 })]] } }],
    ['a text set for a wider column', { table: { widths: [20], body: [[cell(0)]] } }],
  ])('refuses %s', (_, content) => {
    expect(() => measure(block(content, leaf('一', 40)), STYLE)).toThrow(BlockProblem);
  });
});
