/** Charts in templates: what they are made of, and what is no chart. */
import { describe, expect, test } from 'vitest';
import { layoutOf, templateProblems } from '../helpers/layout.ts';

const year = { text: 'R6', origin: 'edition.yaml#years/plan/0' };
const LINES = '{{lines year "page" share=0.1}}';

/** A chart's JSON with some of its parts written otherwise; undefined leaves one out. */
function chart(change: Readonly<Record<string, string | undefined>> = {}): string {
  const { value, year = LINES, word = LINES, figure = LINES, points, ...rest } = change;
  const point = object({ value: 'value' in change ? value : '1', year, word, figure });
  const keys = { alt: '"文"', height: '20', baseline: point, points: points ?? `[${point}]`, ...rest };
  return `{ "chart": ${object(keys)} }`;
}

function object(keys: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(keys).filter(([, value]) => value !== undefined);
  return `{ ${pairs.map(([key, value]) => `"${key}": ${value}`).join(', ')} }`;
}

const content = (node: string) => `{ "content": ${node} }`;
const table = (cell: string) => content(`{ "table": { "widths": [500], "body": [[${cell}]] } }`);
const codesOf = (text: string) => templateProblems(text, { year }).map((problem) => problem.split(' ')[0]);

describe('a chart may stand', () => {
  test.each([
    ['alone', content(chart())],
    [
      'in a stack, with a margin',
      content(`{ "stack": [${chart().replace(/ }$/, ', "margin": [0, 1, 0, 0] }')}] }`),
    ],
    ['in a cell', table(chart())],
    ['in a cell’s stack', table(`{ "stack": [${chart()}] }`)],
    [
      'in a table without rules',
      content(`{ "table": { "widths": [500], "rules": false, "body": [[${chart()}]] } }`),
    ],
    ['without a figure', content(chart({ value: 'null', figure: '{ "stack": [] }' }))],
  ])('%s', (_, text) => {
    expect(codesOf(text)).toEqual([]);
  });
});

describe('no chart', () => {
  test.each([
    ['without alternative text', chart({ alt: undefined })],
    ['with an empty one', chart({ alt: '""' })],
    ['without a height', chart({ height: undefined })],
    ['with a height that is none', chart({ height: '-1' })],
    ['without a baseline', chart({ baseline: undefined })],
    ['without years', chart({ points: '[]' })],
    ['with a figure as text', chart({ value: '"4.10"' })],
    ['without a value', chart({ value: undefined })],
    ['with a year that is no text', chart({ year: '{ "stack": [] }' })],
    ['with a chart in it', chart({ word: chart() })],
    ['with columns in it', chart({ figure: `{ "columns": [${LINES}] }` })],
    ['with a key too many', chart({ title: '"題"' })],
    ['beside a stack', `{ "stack": [], ${chart().slice(2)}`],
  ])('%s', (_, node) => {
    expect(codesOf(content(node))).toEqual(['template-node']);
  });

  test('in a cell that goes on on the next page', () => {
    const flowing = `{ "stack": [{ "stack": [${chart()}] }], "flow": true }`;
    expect(codesOf(table(flowing))).toEqual(['template-node']);
    expect(codesOf(table(flowing.replace('true', 'false')))).toEqual([]);
  });
});

test('rules are drawn or not: nothing else', () => {
  const text = content(`{ "table": { "widths": [500], "rules": "thin", "body": [[${LINES}]] } }`);
  expect(codesOf(text)).toEqual(['template-node']);
});

test('the numbers and the sentence come through as written', () => {
  const made = layoutOf({ main: content(chart({ value: '-4.10' })) }).layout?.block({
    template: 'main',
    data: { year },
  }).value;
  expect(made?.block.content).toMatchObject({
    chart: {
      alt: '文',
      height: 20,
      baseline: { value: -4.1, year: { lines: 0 } },
      points: [{ value: -4.1 }],
    },
  });
});
