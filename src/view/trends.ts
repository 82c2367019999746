/** Trend pages: Edition → a chart for every 参考指標 that has figures, grouped by 施策. Pure. */
import {
  type Baseline,
  type Edition,
  hasFigures,
  type Indicator,
  isDue,
  type Measure,
  type Origin,
  originOf,
  type YearName,
} from '../content/edition.ts';
import { fiscalYear, formatFigure } from './format.ts';
import { goalText, measureText, programId } from './headings.ts';
import { inRows } from './rows.ts';
import type { BlockView, SectionView, ViewText } from './types.ts';
import { editionText, none, text, unreported } from './view-text.ts';

/** The columns of the trend table, as the theme names them: a row holds so many charts. */
const COLUMNS = ['trends/left', 'trends/middle', 'trends/right'] as const;

/** The part of its column's width that a chart takes: the rest keeps it off its neighbour. */
const CHART_PART = 0.95;

/** How to read the charts: to be printed once, before the first of them. */
export const trendNote: BlockView = { template: 'trend-note', data: {} };

/** The measures that have a chart to show, in order. */
export function measuresWithTrends({ measures }: Edition): Measure[] {
  return measures.filter((measure) => indicatorsOf(measure).some(({ indicator }) => hasFigures(indicator)));
}

/** A measure's heading and its charts, three in a row. */
export function trendSection(edition: Edition, measure: Measure): SectionView {
  const heading = (suffix: string): BlockView => ({
    template: 'trend-heading',
    data: { heading: measureText(edition, measure, suffix) },
  });
  const charts = indicatorsOf(measure)
    .filter(({ indicator }) => hasFigures(indicator))
    .map((entry, index) => ({ column: COLUMNS[index % COLUMNS.length], ...chart(edition, entry) }));
  return {
    running: { goal: goalText(edition, measure) },
    opening: [heading('')],
    reopening: [heading(edition.labels.continued)],
    body: inRows(charts, COLUMNS.length).map((row) => {
      const blank = COLUMNS.length - row.length;
      return { template: 'trend-row', data: { charts: row, blanks: blank > 0 ? [blank] : [] } };
    }),
  };
}

/** An indicator with its program's number and name; `origin` is where it was typed. */
type Entry = { readonly program: ViewText; readonly indicator: Indicator; readonly origin: OriginIn };
type OriginIn = (...path: (string | number)[]) => Origin;

function indicatorsOf(measure: Measure): Entry[] {
  const { file, programs } = measure;
  return programs.flatMap((program) =>
    program.activities.flatMap(({ indicators }, activity) =>
      indicators.map((indicator, index): Entry => {
        const path = ['programs', program.index];
        const inside = [...path, 'activities', activity, 'indicators', index];
        return {
          program: {
            ...text(`${program.number}　${program.name}`, originOf(file, ...path, 'name')),
            link: programId(measure, program),
          },
          indicator,
          origin: (...rest) => originOf(file, ...inside, ...rest),
        };
      }),
    ),
  );
}

function isFigure(baseline: Baseline): baseline is { readonly figure: string } {
  return baseline !== null && 'figure' in baseline;
}

/** What stands at a place of a chart: a figure, or words where there is none. */
type Mark = {
  readonly value: number | null;
  readonly figures: readonly ViewText[];
  readonly words: readonly ViewText[];
};

function chart(edition: Edition, { program, indicator, origin }: Entry) {
  const { years } = edition;
  return {
    program,
    indicator: text(indicator.name + unitOf(indicator, '(', ')'), origin('name')),
    alt: alternative(edition, indicator),
    /** Of the column's width, for texts above the chart and for each year. */
    part: CHART_PART,
    share: CHART_PART / (years.plan.length + 1),
    baseline: {
      year: editionText(years.baseline, 'years', 'baseline'),
      ...baselineMark(edition, indicator, origin('baseline')),
    },
    points: years.plan.map((year, index) => ({
      year: editionText(year, 'years', 'plan', index),
      plan: planText(edition, indicator, year, origin('years', year, 'plan')),
      ...yearMark(edition, indicator, year, origin('years', year, 'actual')),
    })),
  };
}

function baselineMark(edition: Edition, { baseline }: Indicator, origin: Origin): Mark {
  if (isFigure(baseline)) return figureMark(baseline.figure, origin);
  return { value: null, figures: [], words: [baseline ? text(baseline.word, origin) : none(edition)] };
}

function yearMark(edition: Edition, { years }: Indicator, year: YearName, origin: Origin): Mark {
  const actual = years[year]?.actual;
  if (typeof actual === 'string') return figureMark(actual, origin);
  const missing = actual === null && isDue(edition, year);
  return { value: null, figures: [], words: missing ? [unreported(edition)] : [] };
}

function figureMark(figure: string, origin: Origin): Mark {
  return { value: Number(figure), figures: [text(formatFigure(figure), origin)], words: [] };
}

function planText(edition: Edition, { years }: Indicator, year: YearName, origin: Origin): ViewText {
  const plan = years[year]?.plan ?? null;
  return plan === null ? none(edition) : text(plan, origin);
}

function unitOf({ unit }: Indicator, open: string, close: string): string {
  return unit ? open + unit + close : '';
}

/** The chart in a sentence, year by year, for those who have it read out. */
function alternative(edition: Edition, indicator: Indicator): string {
  const { baseline, plan } = edition.years;
  const before = `${fiscalYear(baseline)}（計画前）${spokenBaseline(indicator.baseline)}`;
  const after = plan.map((year) => `${fiscalYear(year)}${spokenYear(edition, indicator, year)}`);
  return `${indicator.name}${unitOf(indicator, '（', '）')}の推移。${[before, ...after].join('、')}。`;
}

function spokenBaseline(baseline: Baseline): string {
  if (baseline === null) return 'なし';
  return isFigure(baseline) ? formatFigure(baseline.figure) : baseline.word;
}

function spokenYear(edition: Edition, { years }: Indicator, year: YearName): string {
  const { plan = null, actual } = years[year] ?? {};
  const missing = actual === null && isDue(edition, year);
  const said = typeof actual === 'string' ? ` ${formatFigure(actual)}` : missing ? ' 未報告' : '';
  return `${said}（計画: ${plan ?? 'なし'}）`;
}
