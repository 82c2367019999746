import { describe, expect, test } from 'vitest';
import type { Edition, Indicator, Measure } from '../../src/content/edition.ts';
import { measuresWithTrends, trendSection } from '../../src/view/trends.ts';
import type { ViewText } from '../../src/view/types.ts';
import { activity, edition, indicator, measure, program } from '../helpers/edition.ts';

type Mark = {
  readonly value: number | null;
  readonly year: ViewText;
  readonly plan?: ViewText;
  readonly figures: readonly ViewText[];
  readonly words: readonly ViewText[];
};
type Chart = {
  readonly column: string;
  readonly program: ViewText;
  readonly indicator: ViewText;
  readonly alt: string;
  readonly share: number;
  readonly baseline: Mark;
  readonly points: readonly Mark[];
};

const counted = (change: Partial<Indicator> = {}): Indicator =>
  indicator({
    unit: '件',
    baseline: { figure: '1091' },
    years: { R5: { plan: '継続', actual: '4.10' }, R6: { plan: null, actual: null } },
    ...change,
  });

const withIndicators = (...indicators: Indicator[]) =>
  program({ activities: [{ description: '内容', indicators }] });

function rowsOf(one: Measure, change: Partial<Edition> = {}): { charts: Chart[]; blanks: number[] }[] {
  return trendSection(edition([one], change), one).body.map(({ data }) => data) as never;
}

/** The one chart of an indicator. */
function chartOf(one: Indicator, change: Partial<Edition> = {}): Chart {
  return rowsOf(measure('1-1', withIndicators(one)), change)[0]?.charts[0] as Chart;
}

const printed = ({ figures, words }: Mark) => [...figures, ...words].map(({ text }) => text);

describe('which indicators have a chart', () => {
  test('those with a figure before the plan or in any year', () => {
    const indicators = [
      counted({ name: '両方' }),
      counted({ name: '計画前だけ', years: { R5: { plan: '継続' }, R6: { plan: '継続' } } }),
      counted({ name: '年度だけ', baseline: { word: '継続' } }),
      indicator({ name: '言葉だけ', baseline: { word: '継続' } }),
      counted({
        name: '未報告だけ',
        baseline: null,
        years: { R5: { plan: '継続' }, R6: { plan: '継続', actual: null } },
      }),
    ];
    const [row] = rowsOf(measure('1-1', withIndicators(...indicators)));
    expect(row?.charts.map(({ indicator: { text } }) => text)).toEqual([
      '両方(件)',
      '計画前だけ(件)',
      '年度だけ(件)',
    ]);
  });

  test('a measure without any has no section', () => {
    const measures = [measure('1-1'), measure('1-2', withIndicators(counted())), measure('3-1')];
    expect(measuresWithTrends(edition(measures)).map(({ measure: number }) => number)).toEqual(['1-2']);
  });
});

describe('a section', () => {
  const one = measure(
    '1-1',
    withIndicators(counted(), counted()),
    program(),
    withIndicators(counted(), counted()),
  );
  const section = trendSection(edition([one]), one);

  test('is headed by its measure and says so where it goes on', () => {
    const headings = [...section.opening, ...section.reopening].map(({ data }) => data.heading as ViewText);
    expect(headings.map(({ text }) => text)).toEqual(['1-1. 施策1-1の題', '1-1. 施策1-1の題（続き）']);
    expect(section.running.goal?.text).toBe('目標1　安心');
  });

  test('has three charts in a row, each in its column, and one blank for what is left', () => {
    const rows = rowsOf(one);
    expect(rows.map(({ charts }) => charts.map(({ column }) => column))).toEqual([
      ['trends/left', 'trends/middle', 'trends/right'],
      ['trends/left'],
    ]);
    expect(rows.map(({ blanks }) => blanks)).toEqual([[], [2]]);
  });

  test('cites where each text was typed', () => {
    const [chart] = rowsOf(one)[1]?.charts ?? [];
    const inside = 'measures/1-1.yaml#programs/2/activities/0/indicators/1';
    expect([
      chart?.program.origin,
      chart?.indicator.origin,
      chart?.baseline.figures[0]?.origin,
      chart?.points[0]?.plan?.origin,
      chart?.points[0]?.figures[0]?.origin,
    ]).toEqual([
      'measures/1-1.yaml#programs/2/name',
      `${inside}/name`,
      `${inside}/baseline`,
      `${inside}/years/R5/plan`,
      `${inside}/years/R5/actual`,
    ]);
  });
});

describe('a chart', () => {
  test('has the program’s number and name, and the indicator’s name with its unit', () => {
    const { program: title, indicator: name } = chartOf(counted());
    expect([title.text, name.text]).toEqual(['1　事業', '指標(件)']);
  });

  test('draws numbers and prints them as typed', () => {
    const { baseline, points } = chartOf(counted());
    expect([baseline.value, printed(baseline)]).toEqual([1091, ['1,091']]);
    expect([points[0]?.value, printed(points[0] as Mark)]).toEqual([4.1, ['4.10']]);
  });

  test('says of a year that is due that it is not reported, and nothing of one to come', () => {
    expect(printed(chartOf(counted()).points[1] as Mark)).toEqual(['（未報告）']);
    const years = { baseline: 'H30', plan: ['R5', 'R6'], reporting: 'R5' };
    const [, coming] = chartOf(counted(), { years }).points;
    expect([coming?.value, printed(coming as Mark)]).toEqual([null, []]);
  });

  test.each([
    ['a word', { word: '継続' }, '継続'],
    ['nothing', null, '—'],
  ])('prints %s where there is no figure before the plan', (_, baseline, label) => {
    const mark = chartOf(counted({ baseline })).baseline;
    expect([mark.value, printed(mark)]).toEqual([null, [label]]);
  });

  test('has the plan of every year', () => {
    expect(chartOf(counted()).points.map(({ plan }) => plan?.text)).toEqual(['継続', '—']);
  });

  test('leaves every year the same share', () => {
    const { share, points } = chartOf(counted());
    expect(share * (points.length + 1)).toBeLessThan(1);
    expect(share * (points.length + 1)).toBeGreaterThan(0.9);
  });
});

describe('the sentence that says what a chart shows', () => {
  test('names every year, its figure and its plan, and what is not reported', () => {
    expect(chartOf(counted()).alt).toBe(
      '指標（件）の推移。平成30年度（計画前）1,091、令和5年度 4.10（計画: 継続）、令和6年度 未報告（計画: なし）。',
    );
  });

  test('says no figure of a year to come', () => {
    const years = { baseline: 'H30', plan: ['R5', 'R6'], reporting: 'R5' };
    expect(chartOf(counted(), { years }).alt).toMatch(/、令和6年度（計画: なし）。$/);
  });

  test.each([
    ['a word', { word: '検討' }, '検討'],
    ['nothing', null, 'なし'],
  ])('%s before the plan', (_, baseline, said) => {
    expect(chartOf(counted({ baseline, unit: undefined })).alt).toMatch(
      new RegExp(`^指標の推移。平成30年度（計画前）${said}、`),
    );
  });
});

test('programs come in order, each with its own indicators', () => {
  const named = (number: number, ...names: string[]) => ({
    ...program({
      number,
      activities: names.map((name) => ({ ...activity(), indicators: [counted({ name })] })),
    }),
  });
  const [row] = rowsOf(measure('1-1', named(3, '甲', '乙'), named(7, '丙')));
  expect(row?.charts.map((each) => `${each.program.text} ${each.indicator.text}`)).toEqual([
    '3　事業 甲(件)',
    '3　事業 乙(件)',
    '7　事業 丙(件)',
  ]);
});
