import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColumnProblem, type Columns, resolveColumns } from '../../src/layout/columns.ts';
import { bodyBox, type Theme } from '../../src/layout/theme.ts';
import { mm, pt } from '../../src/layout/units.ts';
import { shippedSet } from '../helpers/layout.ts';

const { theme } = shippedSet();

function themeWith(columns: Theme['columns'], change: Partial<Theme> = {}): Theme {
  return { ...theme, ...change, columns };
}

/** What a row of the table takes: texts, padding, inner rules, and the outer halves of the outer ones. */
function rowWidth(columns: Columns, { padding, rules }: Theme): number {
  const texts = columns.widths.reduce((sum, width) => sum + width, 0);
  const count = columns.widths.length;
  return texts + pt(2 * padding.horizontal * count + rules.inner * (count - 1) + 2 * rules.outer);
}

describe('widths', () => {
  test('of a row with padding and rules add up to the body', () => {
    expect(rowWidth(resolveColumns(theme, 5) as Columns, theme)).toBeCloseTo(pt(bodyBox(theme).width), 6);
  });

  test('add up whatever the theme', () => {
    const width = fc.integer({ min: 60, max: 200 }).map((tenths) => tenths / 10);
    const rule = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(
        width,
        width,
        fc.integer({ min: 1, max: 8 }),
        rule,
        rule,
        (a, year, count, inner, outer) => {
          const made = themeWith({ a, year, b: 'rest', c: a }, { rules: { inner, outer } });
          expect(rowWidth(resolveColumns(made, count) as Columns, made)).toBeCloseTo(
            pt(bodyBox(made).width),
            6,
          );
        },
      ),
    );
  });

  test('the year column is repeated for every plan year', () => {
    const { widths } = resolveColumns(themeWith({ a: 30, year: 12, b: 'rest' }), 4) as Columns;
    expect(widths).toHaveLength(6);
    expect(new Set(widths.slice(1, 5).map((width) => width.toFixed(6))).size).toBe(1);
  });

  test('a wider column leaves less for the rest, and nothing else moves', () => {
    const narrow = resolveColumns(theme, 5) as Columns;
    const wide = resolveColumns(themeWith({ ...theme.columns, name: 37 }), 5) as Columns;
    const grown = wide.widths.map((width, index) => mm(width - (narrow.widths[index] as number)).toFixed(6));
    expect(grown.filter((change) => Number(change) !== 0)).toEqual(['10.000000', '-10.000000']);
  });
});

describe('widthOf', () => {
  const columns = resolveColumns(theme, 5) as Columns;
  const between = pt(2 * theme.padding.horizontal + theme.rules.inner);

  test('one column is as wide as its text', () => {
    expect(columns.widthOf('description')).toBeCloseTo(columns.widths[2] as number, 6);
  });

  test('neighbours have what is between them as well', () => {
    const [label = 0, result = 0] = columns.widths.slice(-2);
    expect(columns.widthOf('label+result')).toBeCloseTo(label + between + result, 6);
  });

  test('all year columns together', () => {
    const year = columns.widthOf('year') as number;
    expect(columns.widthOf('year', 5)).toBeCloseTo(5 * year + 4 * between, 6);
  });

  test.each([['yaer'], ['label+'], [''], ['+'], ['result+nothing']])('%j is no column', (name) => {
    expect(columns.widthOf(name)).toBeUndefined();
  });

  test('no column lies beyond the last', () => {
    expect(columns.widthOf('result', 2)).toBeUndefined();
  });
});

describe('what does not fit', () => {
  test.each<[string, Theme['columns'], ColumnProblem['kind']]>([
    ['no rest', { a: 10, b: 20 }, 'rest-count'],
    ['two rests', { a: 'rest', b: 'rest' }, 'rest-count'],
    ['no columns', {}, 'rest-count'],
    ['more than the body', { a: 300, b: 'rest' }, 'too-wide'],
    ['as much as the body', { a: 271.7, b: 'rest' }, 'too-wide'],
    ['a column without room', { a: 0, b: 'rest' }, 'too-narrow'],
    ['a rest without room', { a: 270, b: 'rest' }, 'too-narrow'],
  ])('%s', (_, columns, kind) => {
    expect(resolveColumns(themeWith(columns), 5)).toMatchObject({ kind });
  });

  test('tells how much too wide', () => {
    const problem = resolveColumns(themeWith({ a: 200, year: 20, b: 'rest' }), 5);
    expect(problem).toMatchObject({ kind: 'too-wide', available: 271.7 });
    expect((problem as { excess: number }).excess).toBeCloseTo(28.3, 6);
  });
});
