/** Trend pages: Edition → a chart for every 参考指標 that has figures, grouped by 施策. Pure. */
import {
  actualState,
  baselineState,
  type CellState,
  figureIn,
  hasFigures,
  planState,
} from '../content/cell-state.ts';
import {
  type Edition,
  type Indicator,
  type Measure,
  type Origin,
  originOf,
  type YearName,
} from '../content/edition.ts';
import { fiscalYear, formatFigure } from './format.ts';
import { goalText, measureText, programId } from './headings.ts';
import { inRows } from './rows.ts';
import type { BlockView, SectionView, ViewText } from './types.ts';
import { cellTexts, editionText, planText, text } from './view-text.ts';

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
      ...mark(edition, baselineState(indicator), origin('baseline')),
    },
    points: years.plan.map((year, index) => ({
      year: editionText(year, 'years', 'plan', index),
      plan: planText(edition, planState(indicator, year), origin('years', year, 'plan')),
      ...mark(edition, actualState(edition, indicator, year), origin('years', year, 'actual')),
    })),
  };
}

/** What stands at a place of the chart: a figure, or words where there is none. */
function mark(edition: Edition, cell: CellState, origin: Origin) {
  const figure = figureIn(cell);
  return { value: figure === undefined ? null : Number(figure), ...cellTexts(edition, cell, origin) };
}

function unitOf({ unit }: Indicator, open: string, close: string): string {
  return unit ? open + unit + close : '';
}

/** The chart in a sentence, year by year, for those who have it read out. */
function alternative(edition: Edition, indicator: Indicator): string {
  const { baseline, plan } = edition.years;
  const before = `${fiscalYear(baseline)}（計画前）${spoken(baselineState(indicator))}`;
  const after = plan.map((year) => `${fiscalYear(year)}${spokenYear(edition, indicator, year)}`);
  return `${indicator.name}${unitOf(indicator, '（', '）')}の推移。${[before, ...after].join('、')}。`;
}

function spokenYear(edition: Edition, indicator: Indicator, year: YearName): string {
  const actual = spoken(actualState(edition, indicator, year));
  return `${actual && ` ${actual}`}（計画: ${spoken(planState(indicator, year))}）`;
}

function spoken(cell: CellState): string {
  switch (cell.state) {
    case 'figure':
      return formatFigure(cell.figure);
    case 'word':
      return cell.word;
    case 'none':
      return 'なし';
    case 'unreported':
      return '未報告';
    case 'nothing':
      return '';
  }
}
