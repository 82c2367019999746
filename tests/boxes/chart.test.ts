import { describe, expect, it } from 'vitest';
import { type FigureItem, type Item, textItems } from '../../src/boxes/fragment.ts';
import { measure } from '../../src/boxes/measure.ts';
import { splitBlock } from '../../src/boxes/split-block.ts';
import { BlockProblem, type ChartPoint, type Leaf, type TextNode } from '../../src/layout/block.ts';
import { mm } from '../../src/layout/units.ts';
import { block, leaf, STYLE } from './sample.ts';

/** 60 pt. */
const HEIGHT = mm(60);
const centred = { align: 'center', wrap: 'never' } as const;

/** A chart of two years after the baseline, each 40 pt wide, and its leaves: years, words, figures. */
function sample(change: Partial<Record<number, Leaf>> = {}, height = HEIGHT) {
  const texts = ['H30', 'R5', 'R6', '前', '維持', '漸増', '12', '20', '8'];
  const leaves = texts.map((text, index) => change[index] ?? leaf(text, index < 6 ? 40 : 100, centred));
  const point = (index: number, value: number | null): ChartPoint => ({
    value,
    year: { lines: index },
    word: { lines: index + 3 },
    figure: { stack: [{ lines: index + 6 }] },
  });
  const chart = { alt: '推移。', height, baseline: point(0, 12), points: [point(1, 20), point(2, 8)] };
  return { chart, leaves };
}

function figureIn(items: readonly Item[]): FigureItem {
  return items.find((item) => item.kind === 'figure') as FigureItem;
}

/** Middle of a leaf's ink, from the left. */
function middleOf({ x, leaf: { lines } }: { readonly x: number; readonly leaf: Leaf }): number {
  const [line] = lines;
  return line ? x + line.x + line.width / 2 : Number.NaN;
}

describe('a chart', () => {
  const { chart, leaves } = sample();
  const { items, height } = measure(block({ chart }, ...leaves), STYLE);
  const figure = figureIn(items);

  it('is as wide as its years and carries the sentence that says what it shows', () => {
    expect(items).toEqual([figure]);
    expect([figure.width, figure.height, figure.alt]).toEqual([120, height, '推移。']);
  });

  it('sets years below the drawing and words below the years, each in the middle of its place', () => {
    const texts = textItems(items);
    const below = (index: number) => texts.find((text) => text.leaf === leaves[index]) as (typeof texts)[0];
    for (const index of [0, 1, 2]) {
      expect(below(index).y).toBeCloseTo(61.5, 9);
      expect(below(index + 3).y).toBeCloseTo(73.5, 9);
      expect(middleOf(below(index))).toBeCloseTo(40 * index + 20, 1);
      expect(middleOf(below(index + 3))).toBeCloseTo(40 * index + 20, 1);
    }
    expect(height).toBeCloseTo(85.5, 9);
  });

  it('sets each figure at its marker, whatever the width it was set for', () => {
    const figures = textItems(items).filter((text) => leaves.indexOf(text.leaf) >= 6);
    expect(figures.map(middleOf)).toEqual([20, 60, 100].map((x) => expect.closeTo(x, 5)));
  });

  it('draws with the weights of the theme’s rules', () => {
    const weights = figure.paths.map(({ weight }) => weight);
    expect(new Set(weights)).toEqual(new Set([STYLE.innerRule, STYLE.outerRule, 0]));
  });

  it('shows every text once', () => {
    expect(new Set(textItems(items).map((text) => text.leaf))).toEqual(new Set(leaves));
    expect(textItems(items)).toHaveLength(leaves.length);
  });
});

describe('in other nodes', () => {
  it('a stack goes on below it, margins move it', () => {
    const { chart, leaves } = sample();
    const content: TextNode = { stack: [{ chart, margin: [mm(5), mm(2), 0, mm(3)] }, { lines: 9 }] };
    const { items } = measure(block(content, ...leaves, leaf('次', 40)), STYLE);
    expect([figureIn(items).x, figureIn(items).y]).toEqual([expect.closeTo(5, 9), expect.closeTo(2, 9)]);
    expect(items.at(-1)).toMatchObject({ kind: 'text', y: expect.closeTo(2 + 85.5 + 3, 9) });
  });

  it('a cell moves it as a whole', () => {
    const { chart, leaves } = sample();
    const { items } = measure(block({ table: { widths: [120], body: [[{ chart }]] } }, ...leaves), STYLE);
    const { x, y } = figureIn(items);
    expect([x, y]).toEqual([1 + 3, 1 + 2]);
    const figures = textItems(items).filter((text) => leaves.indexOf(text.leaf) >= 6);
    expect(figures.map(middleOf)).toEqual([20, 60, 100].map((middle) => expect.closeTo(x + middle, 5)));
  });

  it('a table without rules keeps their room', () => {
    const { chart, leaves } = sample();
    const table = { widths: [120], body: [[{ chart }]] };
    const ruled = measure(block({ table }, ...leaves), STYLE);
    const open = measure(block({ table: { ...table, rules: false } }, ...leaves), STYLE);
    expect(open.height).toBe(ruled.height);
    expect(open.items).toEqual(ruled.items.filter(({ kind }) => kind !== 'rule'));
  });

  it('a cut never goes through it', () => {
    const { chart, leaves } = sample();
    const table = { widths: [120], body: [[{ chart }], [{ stack: [{ lines: 9 }] }]] };
    const whole = block({ table }, ...leaves, leaf('次', 40));
    const { items } = measure(whole, STYLE);
    const tops = new Map(textItems(items).map((text) => [text.leaf, text.y]));
    expect(splitBlock(whole, tops, 80)).toBeUndefined();
    expect(splitBlock(whole, tops, 89)?.headBottom).toBeCloseTo(1 + 2 + 85.5, 9);
  });
});

describe('does not fit', () => {
  it.each([
    ['a drawing too low for its labels', sample({}, 5)],
    ['a word wider than its year', sample({ 4: leaf('維持', 41) })],
    ['a figure wider than the chart', sample({ 6: leaf('12', 121) })],
  ])('%s', (_, { chart, leaves }) => {
    expect(() => measure(block({ chart }, ...leaves), STYLE)).toThrow(BlockProblem);
  });

  it('a chart wider than its cell', () => {
    const { chart, leaves } = sample();
    const content = { table: { widths: [119], body: [[{ chart }]] } };
    expect(() => measure(block(content, ...leaves), STYLE)).toThrow(BlockProblem);
  });
});
