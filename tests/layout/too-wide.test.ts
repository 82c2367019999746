import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/ground/diagnostic.ts';
import { type Columns, resolveColumns } from '../../src/layout/columns.ts';
import { createLayout, type Layout } from '../../src/layout/layout-block.ts';
import { textDiagnostic } from '../../src/layout/text-problems.ts';
import type { Theme } from '../../src/layout/theme.ts';
import { shippedFaces, shippedSet } from '../helpers/layout.ts';

const { theme } = shippedSet();
const start = { line: 1, column: 1 };
const typed: Span = { file: 'content/R6/measures/1-1.yaml', start, end: start };

/** A place whose line is its path. */
const places = {
  file: 'templates/hyoka3/theme.yaml',
  locate: (path: readonly string[]): Span => ({ file: path.join('/'), start, end: start }),
};

function layoutOf(template: string, used: Theme = theme): Layout {
  const files = [{ name: 'main', file: 'main.hbs', text: `{"content": ${template} }` }];
  const columns = resolveColumns(used, 5) as Columns;
  return createLayout(used, columns, files, shippedFaces()).value as Layout;
}

function diagnosticsOf(template: string, text: string, used: Theme = theme) {
  const layout = layoutOf(template, used);
  const laidOut = layout.block({ template: 'main', data: { text: { text, origin: 'a#b' } } });
  if (!laidOut.value) throw new Error(laidOut.diagnostics.map(({ message }) => message).join('\n'));
  return laidOut.value.problems.map((problem) =>
    textDiagnostic(problem, () => typed, layout.roomAt(problem.place), places),
  );
}

test.each<[string, string, string, string, string, string]>([
  [
    'a year column',
    '{{lines text "year" style="figure"}}',
    '1,234,567',
    '「1,234,567」が「年度」の列に入りません。列の幅は 15 mm ですが、17.5 mm 要ります。',
    'templates/hyoka3/theme.yaml の columns の year を 17.5 以上にしてください。',
    'columns/year',
  ],
  [
    'the number',
    '{{lines text "number" style="number"}}',
    '99999',
    '「99999」が「番号」の列に入りません。列の幅は 10.3 mm ですが、12.3 mm 要ります。',
    'templates/hyoka3/theme.yaml の columns の number を 12.3 以上にしてください。',
    'columns/number',
  ],
  [
    'a part of a column of another table',
    '{{lines text "index/number" share=0.62 style="part-count"}}',
    '99999',
    '「99999」が担当課別索引の「番号」の列に入りません。列の幅は 16 mm ですが、19.4 mm 要ります。',
    'templates/hyoka3/theme.yaml の tables の index の number を 19.4 以上にしてください。',
    'tables/index/number',
  ],
  [
    'a column that comes several times',
    '{{lines text "summary-changes/fell-2" share=0.2 style="part-count"}}',
    '9,999',
    '「9,999」が総括の「減った」の列に入りません。列の幅は 21 mm ですが、49.4 mm 要ります。',
    'templates/hyoka3/theme.yaml の tables の summary-changes の fell-2 を 49.4 以上にしてください。',
    'tables/summary-changes/fell-2',
  ],
  [
    'all year columns together',
    '{{lines text "year" span=5 style="figure"}}',
    '9'.repeat(37),
    `「${'9'.repeat(37)}」が「年度」の列に入りません。列の幅は 75 mm ですが、76.6 mm 要ります。`,
    'templates/hyoka3/theme.yaml の columns の year を 15.4 以上にしてください。',
    'columns/year',
  ],
  [
    'a column that takes what is left',
    '{{lines text "result" style="figure"}}',
    '9'.repeat(36),
    `「${'9'.repeat(36)}」が「結果の説明」の列に入りません。列の幅は 69.7 mm ですが、74.6 mm 要ります。`,
    'templates/hyoka3/theme.yaml の columns のほかの列を、合わせて 4.9 mm 狭くしてください。',
    'columns/result',
  ],
  [
    'neighbours',
    '{{lines text "number+name" style="figure"}}',
    '9'.repeat(18),
    `「${'9'.repeat(18)}」が「番号」の列と「事業名称」の列に入りません。列の幅は 37.3 mm ですが、38.4 mm 要ります。`,
    'templates/hyoka3/theme.yaml の columns の number と name を、合わせて 38.4 以上にしてください。',
    'columns/number',
  ],
])(
  '%s is named, with its key, its width, the width needed and the file',
  (_, template, text, message, remedy, related) => {
    const [found, ...more] = diagnosticsOf(template, text);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'figure-too-wide', severity: 'error', span: typed });
    expect(found?.message).toBe(message);
    expect(found?.hints).toEqual([`書き間違いでないか確かめてください。正しければ、${remedy}`]);
    expect(found?.related?.[0]).toMatchObject({ span: { file: related } });
  },
);

test('a text as wide as the page names the style instead', () => {
  const [found] = diagnosticsOf('{{lines text "page" share=0.1 style="contents-1-page"}}', '9'.repeat(20));
  expect(found?.code).toBe('text-too-wide');
  expect(found?.hints.join()).toContain('templates/hyoka3/theme.yaml の styles の contents-1-page の size');
});

test('a column of a set of one’s own goes by its key', () => {
  const own = { ...theme, columns: { ...theme.columns, own: 5 } };
  const [found] = diagnosticsOf('{{lines text "own" style="figure"}}', '1,234', own);
  expect(found?.message).toContain('「own」の列');
});

describe('the width that is asked for', () => {
  const template = '{{lines text "year" style="figure"}}';
  const withYear = (year: number): Theme => ({ ...theme, columns: { ...theme.columns, year } });

  test('is enough, and a tenth of a millimetre less is not', () => {
    const digits = fc.integer({ min: 10_000_000, max: 999_999_999_999 }).map(String);
    fc.assert(
      fc.property(digits, (figure) => {
        const needed = neededIn(diagnosticsOf(template, figure)[0]?.hints[0]);
        expect(diagnosticsOf(template, figure, withYear(needed))).toEqual([]);
        const less = diagnosticsOf(template, figure, withYear(Number((needed - 0.1).toFixed(1))));
        expect(less.map(({ code }) => code)).toEqual(['figure-too-wide']);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  function neededIn(hint: string | undefined): number {
    return Number(/ ([\d.]+) 以上/.exec(hint ?? '')?.[1]);
  }
});
