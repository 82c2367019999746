/** What to change so that a table's columns fit: found by trial, so that what is said does help. */
import { roundedUp } from '../ground/shown.ts';
import { type ColumnProblem, resolveColumns } from './columns.ts';
import { bodyBox, type Theme } from './theme.ts';

/** A column that takes what is left is of use from this width on, mm. */
const LEAST_REST = 40;
/** A year column is of use from this width on, mm. */
const LEAST_YEAR = 8;
const YEAR = 'year';

/**
 * @param theme as typed
 * @param yearCount how many plan years the table shows
 * @param problem what `resolveColumns` finds wrong with them
 * @returns what to type, the surest first; never empty
 */
export function columnHints(theme: Theme, yearCount: number, problem: ColumnProblem): string[] {
  if (problem.kind === 'rest-count')
    return ['rest と書く列を一つだけにし、ほかの列には mm の数字を書いてください。'];
  const widths = problem.table === undefined ? theme.columns : (theme.tables[problem.table] ?? {});
  if (problem.kind === 'too-narrow' && widths[problem.column] !== 'rest') {
    const least = 2 * theme.padding.horizontal + theme.rules.outer + 1;
    return [`${problem.column} を ${roundedUp(least + 1)} 以上にしてください。`];
  }
  const hints = [...paperHint(theme, yearCount), ...yearHint(theme, widths, yearCount)];
  return hints.length > 0
    ? hints
    : ['rest でない列の数字を小さくするか、page の margin を小さくしてください。'];
}

/** Whether A3 would do. */
function paperHint(theme: Theme, yearCount: number): string[] {
  if (theme.page.size === 'A3') return [];
  const larger: Theme = { ...theme, page: { ...theme.page, size: 'A3' } };
  return 'kind' in resolveColumns(larger, yearCount)
    ? []
    : ['用紙を A3 にすると収まります。page の size を「A3」にしてください。'];
}

/** How wide year columns may be at most. */
function yearHint(theme: Theme, widths: Theme['columns'], yearCount: number): string[] {
  if (typeof widths[YEAR] !== 'number') return [];
  const others = Object.entries(widths).reduce(
    (sum, [name, width]) => sum + (name === YEAR || width === 'rest' ? 0 : (width as number)),
    0,
  );
  const room = bodyBox(theme).width - theme.rules.outer - others - LEAST_REST;
  const year = Math.floor((room / yearCount) * 10) / 10;
  if (year < LEAST_YEAR) return [];
  return [
    `年度は ${yearCount} 列あります。用紙を変えないなら、year を ${year} 以下にしてください。数字が入らなくなったら、styles の figure の size も小さくします。`,
  ];
}
