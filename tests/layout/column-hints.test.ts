import { describe, expect, test } from 'vitest';
import { columnHints } from '../../src/layout/column-hints.ts';
import { type ColumnProblem, resolveColumns } from '../../src/layout/columns.ts';
import type { Theme } from '../../src/layout/theme.ts';
import { shippedSet } from '../helpers/layout.ts';

const { theme } = shippedSet();

function hintsOf(used: Theme, years: number): string[] {
  return columnHints(used, years, resolveColumns(used, years) as ColumnProblem);
}

const withColumns = (columns: Partial<Theme['columns']>): Theme => ({
  ...theme,
  columns: { ...theme.columns, ...columns } as Theme['columns'],
});

describe('following a hint', () => {
  test.each([10, 12, 14])('the paper that is named holds %i years', (years) => {
    const [paper] = hintsOf(theme, years);
    expect(paper).toContain('「A3」');
    const larger: Theme = { ...theme, page: { ...theme.page, size: 'A3' } };
    expect(resolveColumns(larger, years)).not.toHaveProperty('kind');
  });

  test('the width of years that is named leaves room for the rest', () => {
    const year = Number(/year を ([\d.]+) 以下/.exec(hintsOf(theme, 10).join())?.[1]);
    expect(year).toBeGreaterThan(8);
    expect(resolveColumns(withColumns({ year }), 10)).not.toHaveProperty('kind');
  });

  test('a column without room says how much it needs', () => {
    const narrow = withColumns({ label: 1 });
    const label = Number(/^label を ([\d.]+) 以上/.exec(hintsOf(narrow, 5).join())?.[1]);
    expect(resolveColumns(withColumns({ label }), 5)).not.toHaveProperty('kind');
  });

  test('what no paper holds is not promised', () => {
    const hints = hintsOf(theme, 40);
    expect(hints).toHaveLength(1);
    expect(hints[0]).not.toContain('A3');
  });
});
