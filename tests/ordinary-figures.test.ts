/** What the theme that ships must hold: figures of six digits and program numbers up to 9999, wherever they print. */
import { expect, test } from 'vitest';
import { type Columns, resolveColumns } from '../src/layout/columns.ts';
import { createLayout, type Layout } from '../src/layout/layout-block.ts';
import { withoutSpaces } from './helpers/cells.ts';
import { edition, indicator, measure, program } from './helpers/edition.ts';
import { shippedFaces, shippedSet } from './helpers/layout.ts';
import { readPdf } from './helpers/pdf.ts';
import { make, USUAL } from './helpers/sample.ts';

/** Digits are as wide as each other, but for 1. */
const WIDEST = ['999999', '-99999', '9999.9', '999.99'];
const PRINTED = ['999,999', '-99,999', '9,999.9', '999.99'];

const plan = ['R2', 'R3', 'R4', 'R5', 'R6'];

/** Under a plan word in every year, and in the baseline; one year is not reported. */
function withFigure(actual: string) {
  const reported = plan.map((year) => [year, { plan: '継続', actual: year === 'R5' ? null : actual }]);
  return indicator({ baseline: { figure: actual }, years: Object.fromEntries(reported) });
}

test('the whole booklet prints them: tables, trends, index, contents, legend, summary', async () => {
  const programs = [9999, 8888, 4444, 1000].map((number) =>
    program({ number, activities: [{ description: '内容', indicators: WIDEST.map(withFigure) }] }),
  );
  const years = { baseline: 'H30', plan, reporting: 'R6' };
  const whole = edition([measure('1-10', ...programs)], {
    years,
    goals: [{ number: '1', title: '題' }],
    booklet: { index: { title: '担当課別索引' } },
  });
  const { bytes, diagnostics } = await make({ edition: whole, theme: USUAL });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { pages } = await readPdf(bytes as Uint8Array);
  const text = withoutSpaces(pages.flatMap(({ runs }) => runs.map((run) => run.text)).join(' '));
  for (const printed of PRINTED) {
    // In the tables and in the charts, before the plan and in four years.
    expect(text.split(printed).length - 1).toBeGreaterThanOrEqual(2 * 5 * programs.length);
  }
});

test.each<[string, string, (text: (words: string) => object) => object]>([
  ['the index', 'index-department', (text) => ({ rows: [indexRow(text)] })],
  [
    'the form of a council paper',
    'form-row',
    (text) => ({ measure: text('10-10'), number: text('9999'), name: text('名') }),
  ],
  ['the contents', 'contents-3', (text) => ({ title: text('9999　名'), page: text('9999') })],
  [
    'the plan words of the summary',
    'summary-words',
    (text) => ({ rows: [{ entries: [wordEntry(1, text), wordEntry(4, text)], blank: [] }] }),
  ],
  ...['summary-goals', 'summary-departments', 'summary-change', 'summary-changes'].map(
    (table): [string, string, (text: (words: string) => object) => object] => [
      `the totals of ${table}`,
      `${table}-total`,
      (text) => ({ rows: [{ name: text('合計'), counts: countsOf(table, text) }] }),
    ],
  ),
])('%s holds four digits in every column', (_, template, data) => {
  const text = (words: string) => ({ text: words, origin: 'a#b' });
  const { value, diagnostics } = shipped().block({ template, data: { ...data(text) } });
  expect(diagnostics).toEqual([]);
  expect(value?.problems).toEqual([]);
});

function indexRow(text: (words: string) => object) {
  const [measureNumber, number, name, page] = [text('10-10'), text('9999'), text('名'), text('9999')];
  return { measure: measureNumber, number, name, page, priority: [], department: [] };
}

function wordEntry(index: number, text: (words: string) => object) {
  const columns = { wordColumn: `summary-words/word-${index}`, countColumn: `summary-words/count-${index}` };
  return { word: text('漸増'), count: text('9,999'), ...columns };
}

/** Every column of a table but the first, which is for names. */
function countsOf(table: string, text: (words: string) => object) {
  const [, ...columns] = Object.keys(shippedSet().theme.tables[table] ?? {});
  return columns.map((column) => ({ column: `${table}/${column}`, count: text('9,999') }));
}

function shipped(): Layout {
  const { theme, files } = shippedSet();
  const columns = resolveColumns(theme, 5) as Columns;
  return createLayout(theme, columns, files, shippedFaces()).value as Layout;
}
