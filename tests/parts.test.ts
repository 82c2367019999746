/** この表の見方, 総括 and 担当課別索引 in a finished booklet, read back from the outside by pdfjs. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Edition } from '../src/content/edition.ts';
import { hasErrors } from '../src/ground/diagnostic.ts';
import { type Cell, cellAt, cellsAlong, inReadingOrder, textIn, withoutSpaces } from './helpers/cells.ts';
import { edition, indicator, measure, program } from './helpers/edition.ts';
import { type Pdf, type PdfPage, readPdf } from './helpers/pdf.ts';
import { buildOnce } from './helpers/program.ts';
import { make, USUAL } from './helpers/sample.ts';
import { ROOT } from './helpers/sources.ts';

describe('the R6 booklet', () => {
  const { settings, programs } = readContent();
  const goals = settings.goals.map(({ number }) => number);
  const indicators = programs.flatMap((one) =>
    one.activities.flatMap((activity) => activity.indicators.map((each) => ({ goal: one.goal, ...each }))),
  );
  const withFigures = indicators.filter(({ years }) => Object.values(years).some((year) => 'actual' in year));
  let pdf: Pdf;
  let summaryPage: PdfPage;

  beforeAll(async () => {
    pdf = await readPdf(await buildOnce());
    summaryPage = pagesOf(pdf, '総括')[0] as PdfPage;
  });

  test('explains itself on one page and sums itself up on one page', () => {
    expect(pagesOf(pdf, 'この表の見方').length).toBe(1);
    expect(pagesOf(pdf, '総括').length).toBe(1);
  });

  test('explains every column of the table, every label, and no plan word that the city has not explained', () => {
    const [page] = pagesOf(pdf, 'この表の見方') as [PdfPage];
    const terms = rowsOf(page).map(([term]) => term);
    const { goal, measure: heading, result, opinion, ...signs } = settings.labels;
    const columns = headingsOf(pdf).flatMap(({ heading, years }) => {
      if (heading === '結果(年度)') return [result, opinion].map(withoutSpaces);
      const [first, ...others] = years;
      const below = others.length > 0 ? `${first}〜${others.at(-1)}` : first;
      return below ? `${heading.replace('(数値があるもののみ)', '')}（${below}）` : heading;
    });
    expect(columns).toHaveLength(8);
    expect(terms.slice(0, columns.length)).toEqual(columns);
    expect(terms.slice(columns.length).sort()).toEqual(Object.values(signs).sort());
  });

  test('counts by goal what the content holds', () => {
    const counts = (own: (goal: string) => boolean) => {
      const ownPrograms = programs.filter(({ goal }) => own(goal));
      const ownFigures = withFigures.filter(({ goal }) => own(goal));
      return [
        new Set(ownPrograms.map((one) => one.measure)).size,
        ownPrograms.length,
        ownPrograms.filter(({ priority }) => priority).length,
        indicators.filter(({ goal }) => own(goal)).length,
        ownFigures.length,
        ownFigures.filter(({ years }) => years.R6?.actual === null).length,
      ].map(String);
    };
    const rows = goals.map((goal) => counts((other) => other === goal));
    expect(numbersIn(summaryPage, 0, goals.length)).toEqual([...rows, counts(() => true)]);
  });

  test('counts by department what the content holds', () => {
    const { departments } = settings;
    const counts = (own: typeof programs) =>
      [
        own.length,
        own.filter(({ priority }) => priority).length,
        own.flatMap(({ activities }) => activities.flatMap((activity) => activity.indicators)).length,
      ].map(String);
    const rows = departments.map((name) => counts(programs.filter((one) => one.departments.includes(name))));
    expect(numbersIn(summaryPage, 1, departments.length)).toEqual([...rows, counts(programs)]);
  });

  test('counts the figures that rose, held and fell', () => {
    const changes = (own: typeof withFigures, before: (one: (typeof withFigures)[number]) => unknown) => {
      const count = (holds: (before: unknown, after: unknown) => boolean) =>
        String(own.filter((one) => holds(before(one), one.years.R6?.actual)).length);
      const both = (a: unknown, b: unknown): a is number => typeof a === 'number' && typeof b === 'number';
      return [
        count((a, b) => both(a, b) && (b as number) > a),
        count((a, b) => both(a, b) && b === a),
        count((a, b) => both(a, b) && (b as number) < a),
        count((a, b) => !both(a, b)),
      ];
    };
    const row = (own: typeof withFigures) => [
      ...changes(own, ({ years }) => years.R5?.actual),
      ...changes(own, ({ baseline }) => baseline),
    ];
    const rows = goals.map((goal) => row(withFigures.filter((one) => one.goal === goal)));
    expect(numbersIn(summaryPage, 2, goals.length)).toEqual([...rows, row(withFigures)]);
  });

  test('counts the plan words of the reporting year', () => {
    const words = [...settings.plan_words, null];
    const wanted = words.flatMap((word) => [
      word ?? settings.labels.none,
      String(indicators.filter(({ years }) => years.R6?.plan === word).length),
    ]);
    expect(rowsOf(summaryPage).slice(-2).flat()).toEqual(wanted);
  });

  test('lists every department’s programs with the pages they stand on', () => {
    const tables = pdf.pages.filter((page) => headOf(page).startsWith('目標'));
    const standsOn = (name: string) =>
      tables
        .filter((page) =>
          cellsAlong(page, columnMiddle(page, '事業名称'))
            .map((cell) => textIn(page, cell))
            .some((text) => text.startsWith(withoutSpaces(name)) && !text.endsWith('（続き）')),
        )
        .map(numberOf);
    const wanted = settings.departments.flatMap((department) =>
      programs
        .filter(({ departments }) => departments.includes(department))
        .map(({ measure: number, number: own, name, priority }) => {
          expect(standsOn(name).length).toBe(1);
          const mark = priority ? settings.labels.priority : '';
          return [department, number, String(own), withoutSpaces(name), mark, standsOn(name)[0]];
        }),
    );
    const [page] = pagesOf(pdf, '担当課別索引') as [PdfPage];
    expect(rowsOf(page, columnMiddle(page, '施策')).slice(1)).toEqual(wanted);
  });

  test.each(['この表の見方', '総括', '担当課別索引'])('the contents know the page of %s', (title) => {
    const line = pagesOf(pdf, '目次').flatMap(({ runs }) =>
      runs
        .filter(({ text }) => text === title)
        .map(({ x, y }) => runs.find((run) => run.x > x && Math.abs(run.y - y) < 3)?.text),
    );
    expect(line).toEqual([numberOf(pagesOf(pdf, title)[0] as PdfPage)]);
  });
});

describe('a crowded edition', () => {
  const LONG =
    '葛\u{e0100}飾と子どもの育ちを地域のみんなで支えるための連絡調整と情報提供に関する事業を進める企画推進の担当窓口となる室';
  const departments = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? LONG : '課') + index);
  const goals = Array.from({ length: 30 }, (_, index) => ({ number: String(index + 1), title: LONG }));
  const plan_words = ['継続', '拡充', LONG];
  const booklet: Edition['booklet'] = {
    legend: {
      title: '表の見方',
      plan_words: { 拡充: LONG.repeat(8) },
      notes: Array.from({ length: 60 }, (_, index) => `【注${index}】\n${LONG.repeat(3)}`).join('\n\n'),
    },
    summary: { title: 'まとめ' },
    index: { title: '課の索引' },
  };
  const measures = goals.map(({ number }, index) =>
    measure(
      `${number}-1`,
      ...[0, 1, 2].map((at) =>
        program({
          number: at + 1,
          name: LONG,
          departments: [0, 7, 13].map((step) => departments[(3 * index + at + step) % 40] as string),
          activities: [{ description: '内容', indicators: [indicator()] }],
        }),
      ),
    ),
  );

  test('prints every row whole, once, with the caption and the header on every page', async () => {
    const book = edition(measures, { departments, goals, plan_words, booklet });
    const { diagnostics, bytes } = await make({ edition: book, theme: USUAL });
    expect(hasErrors(diagnostics)).toBe(false);
    const pdf = await readPdf(bytes as Uint8Array);
    const index = pagesOf(pdf, '課の索引');
    expect(index.length).toBeGreaterThan(3);
    const rows = index.flatMap((page) => {
      const [header, ...others] = rowsOf(page, columnMiddle(page, '施策'));
      expect(header?.slice(0, 2)).toEqual(['担当課', '施策']);
      return others;
    });
    const wanted = departments.flatMap((name) =>
      measures.flatMap((one) =>
        one.programs
          .filter((each) => each.departments.includes(name))
          .map(({ number }) => [name, one.measure, String(number), LONG]),
      ),
    );
    expect(rows.map(([name = '', ...rest]) => [name.replace('（続き）', ''), ...rest.slice(0, 3)])).toEqual(
      wanted,
    );
    const names = pagesOf(pdf, 'まとめ').flatMap((page) => rowsOf(page).map(([name]) => name));
    for (const name of departments) expect(names.filter((one) => one === name)).toEqual([name]);
  });
});

type Content = {
  readonly settings: Pick<Edition, 'goals' | 'departments' | 'plan_words' | 'labels'>;
  readonly programs: readonly TypedProgram[];
};
type TypedProgram = {
  readonly goal: string;
  readonly measure: string;
  readonly number: number;
  readonly name: string;
  readonly departments: readonly string[];
  readonly priority: boolean;
  readonly activities: readonly { readonly indicators: readonly TypedIndicator[] }[];
};
type TypedIndicator = {
  readonly baseline: unknown;
  readonly years: Readonly<Record<string, { readonly plan: string | null; readonly actual?: number | null }>>;
};

/** The edition as a plain YAML reader sees it. */
function readContent(): Content {
  const folder = `${ROOT}content/R6`;
  const read = (file: string) => parse(readFileSync(`${folder}/${file}`, 'utf8'));
  const programs = readdirSync(`${folder}/measures`)
    .sort()
    .flatMap((file) => {
      const { measure: number, programs: typed } = read(`measures/${file}`);
      const goal = number.split('-')[0];
      return typed.map((one: TypedProgram) => ({ ...one, goal, measure: number }));
    });
  return { settings: read('edition.yaml'), programs };
}

const MM = 72 / 25.4;

/** What the page's head says on the right. */
function headOf({ runs, width }: PdfPage): string {
  return inReadingOrder(runs.filter(({ x, y }) => y < 17 * MM && x > width * 0.62));
}

/** The pages of a part, by the title in their head. */
function pagesOf({ pages }: Pdf, title: string): PdfPage[] {
  return pages.filter((page) => headOf(page) === title);
}

/** What other pages call this page: `iv`, or the first number of `3 / 29`. */
function numberOf({ runs, width }: PdfPage): string {
  const foot = runs.filter(({ x, y }) => y > (210 - 13) * MM && Math.abs(x - width / 2) < width / 8);
  return inReadingOrder(foot).split('/')[0] as string;
}

/** The texts of every row of a page's tables, from left to right. */
function rowsOf(page: PdfPage, x = leftEdge(page)): string[][] {
  return cellsAlong(page, x)
    .filter((cell) => textIn(page, cell) !== '')
    .map(({ top, bottom }) => {
      const cells: Cell[] = [];
      const y = (top + bottom) / 2;
      for (let next = cellAt(page, leftEdge(page), y); next; next = cellAt(page, next.right + 1, y))
        cells.push(next);
      return cells.map((cell) => textIn(page, cell));
    });
}

/** The headings of the tables, from left to right, each with the years below it. */
function headingsOf({ pages }: Pdf): { heading: string; years: string[] }[] {
  const isHead = (page: PdfPage) => (cell: Cell) => textIn(page, cell) === '番号';
  const tables = pages.filter((page) => headOf(page) !== 'この表の見方');
  const page = tables.find((one) => cellsAlong(one, leftEdge(one)).some(isHead(one))) as PdfPage;
  const corner = cellsAlong(page, leftEdge(page)).find(isHead(page)) as Cell;
  const row = (y: number) => {
    const cells: Cell[] = [];
    for (let next = cellAt(page, corner.left + 1, y); next; next = cellAt(page, next.right + 1, y))
      cells.push(next);
    return cells;
  };
  const years = row(corner.bottom - 1);
  return row(corner.top + 1).map((cell) => ({
    heading: textIn(page, cell),
    years: years
      .filter(({ left, right, top }) => top > corner.top + 1 && left >= cell.left && right <= cell.right)
      .map((year) => textIn(page, year)),
  }));
}

function leftEdge({ rules }: PdfPage): number {
  return Math.min(...rules.map(({ x1 }) => x1)) + 1;
}

function columnMiddle(page: PdfPage, header: string): number {
  const run = page.runs.find(({ text }) => text === header);
  return (run?.x ?? 0) + 0.1;
}

/** The numbers of a table of the summary: `count` rows and the total below its header. */
function numbersIn(page: PdfPage, table: number, count: number): string[][] {
  const rows = rowsOf(page);
  const ends = rows.flatMap(([name], index) => (name === '合計' ? [index] : []));
  const end = ends[table] as number;
  return rows.slice(end - count, end + 1).map(([, ...numbers]) => numbers);
}
