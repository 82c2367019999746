import { describe, expect, test } from 'vitest';
import type { Leaf } from '../../src/layout/block.ts';
import type { PageGeometry } from '../../src/layout/theme.ts';
import { bodyArea, paperArea, paperAround, Strays } from '../../src/pages/strays.ts';
import { leaf } from '../boxes/sample.ts';

const geometry = {
  width: 800,
  height: 600,
  body: { left: 40, top: 50, width: 700, height: 500 },
} as PageGeometry;

/** Eight points on twelve, in a column of a hundred. */
const TEXT = { ...leaf('児童館', 100), size: 8, leading: 12 };

/** What is told of one text at a place of its box, which stands at another. */
function told(text: Leaf, at: readonly [number, number], area = bodyArea(geometry), times = 1) {
  const strays = new Strays();
  const box = {
    view: { template: 'goal-heading', data: {} },
    fragment: { height: 0, items: [{ kind: 'text', x: at[0], y: at[1], leaf: text } as const] },
  };
  for (let time = 0; time < times; time++) strays.look(box, 0, 0, area);
  return strays.diagnostics((template) => ({ file: template, ...START })).map(({ message }) => message);
}

const START = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
const WIDTH = TEXT.lines[0]?.width as number;

describe('texts outside the body are told', () => {
  test.each([
    ['at the upper left corner', [0, -2], 0],
    ['at the lower right corner', [700 - WIDTH, 490], 0],
    ['hanging beside the body', [700 - WIDTH + 8, 0], 0],
    ['above', [0, -2.1], 1],
    ['below', [0, 490.1], 1],
    ['on the left', [-9, 0], 1],
    ['on the right', [700 - WIDTH + 9, 0], 1],
    ['beyond the paper', [1133, 0], 1],
  ] as const)('%s', (_, at, count) => {
    expect(told(TEXT, at)).toHaveLength(count);
  });

  test('once for a template, with how many there are', () => {
    const [message, ...others] = told(TEXT, [900, 0], bodyArea(geometry), 3);
    expect(message).toContain('「児童館」など 3 か所');
    expect(others).toEqual([]);
  });

  test('by what can be seen of them', () => {
    const spaced = { ...leaf('\n児童館　　　　　　　　　', 30), size: 8, leading: 12 };
    expect(told(spaced, [700 - WIDTH, 470])).toEqual([]);
  });
});

test('what is not in the body may stand anywhere on the paper', () => {
  expect(told(TEXT, [0, -2], paperArea(geometry))).toEqual([]);
  expect(told(TEXT, [0, -2.1], paperArea(geometry))).toHaveLength(1);
  expect(told(TEXT, [-40, -52], paperAround(geometry))).toEqual([]);
  expect(told(TEXT, [-40.1, -52], paperAround(geometry))).toHaveLength(1);
  expect(told(TEXT, [760 - WIDTH, 540], paperAround(geometry))).toEqual([]);
  expect(told(TEXT, [760 - WIDTH, 540.1], paperAround(geometry))).toHaveLength(1);
});

test('nothing hangs beside a body as wide as the paper', () => {
  const wide = { ...geometry, body: { ...geometry.body, left: 0, width: 800 } };
  expect(told(TEXT, [-0.1, 0], bodyArea(wide))).toHaveLength(1);
});
