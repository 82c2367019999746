/**
 * 事業進捗状況評価表3: Edition → the blocks of the twelve-column table. Pure.
 *
 * A program's table has one row for each 参考指標 and a last row for the second band (会議意見). The last
 * indicator's cells, and the cells that span the whole program, reach over both, so that spare height goes to
 * the last indicator row.
 */
import { actualState, baselineState, planState } from '../content/cell-state.ts';
import {
  type Activity,
  type Edition,
  type Indicator,
  type Measure,
  type Origin,
  originOf,
  type Program,
} from '../content/edition.ts';
import { circled } from './format.ts';
import { goalId, goalText, measureId, measureText, programId, startsGoal } from './headings.ts';
import { narrative } from './narrative.ts';
import { isWithoutOpinion, opinionNarratives } from './opinions.ts';
import type { BlockView, PartView, SectionView, ViewOptions, ViewText } from './types.ts';
import { type CellTexts, cellTexts, editionText, labelText, planText, text } from './view-text.ts';

/** The tables of all measures, one section each. */
export function hyoka3Tables(edition: Edition, options: ViewOptions = {}): PartView {
  const header = tableHeader(edition);
  return {
    furnished: true,
    sectionCount: edition.measures.length,
    section: (index) =>
      section(
        edition,
        edition.measures[index] as Measure,
        header,
        startsGoal(edition.measures, index),
        options,
      ),
  };
}

function section(
  edition: Edition,
  measure: Measure,
  header: BlockView,
  withGoal: boolean,
  options: ViewOptions,
): SectionView {
  const goal = goalText(edition, measure);
  const continued = measureText(edition, measure, edition.labels.continued);
  return {
    running: { goal },
    opening: [
      ...(withGoal ? [goalHeading(goal, measure)] : []),
      measureHeading(measureText(edition, measure, ''), measure),
      header,
    ],
    reopening: [{ template: 'measure-heading', data: { heading: continued } }, header],
    body: measure.programs.map((program) => programBlock(edition, measure, program, options)),
    ...(withGoal ? { rightHand: true } : {}),
  };
}

function goalHeading(heading: ViewText, measure: Measure): BlockView {
  const anchor = { id: goalId(measure), title: heading.text, level: 1 };
  return { template: 'goal-heading', data: { heading }, anchor };
}

function measureHeading(heading: ViewText, measure: Measure): BlockView {
  const anchor = { id: measureId(measure), title: heading.text, level: 2 };
  return { template: 'measure-heading', data: { heading }, anchor };
}

function tableHeader(edition: Edition): BlockView {
  const { years } = edition;
  return {
    template: 'table-header',
    shared: true,
    data: {
      baseline: editionText(years.baseline, 'years', 'baseline'),
      planYears: years.plan.map((year, index) => editionText(year, 'years', 'plan', index)),
      planYearCount: years.plan.length,
      reporting: editionText(years.reporting, 'years', 'reporting'),
    },
  };
}

type IndexedProgram = Measure['programs'][number];

function programBlock(
  edition: Edition,
  measure: Measure,
  program: IndexedProgram,
  options: ViewOptions,
): BlockView {
  const origin = (...path: (string | number)[]) => originOf(measure.file, 'programs', program.index, ...path);
  const indicatorRows = program.activities.flatMap((activity, index) =>
    activityRows(edition, activity, (...path) => origin('activities', index, ...path)),
  );
  const last = indicatorRows.length - 1;
  const rows = indicatorRows.map((row, index) => ({
    program:
      index === 0
        ? [identity(edition, program, indicatorRows.length + 1, origin, bookPage(measure, program, options))]
        : [],
    activity: row.activity.map((cell) => ({
      ...cell,
      rowSpan: cell.rowSpan + (reachesEnd(index, cell.rowSpan, last) ? 1 : 0),
    })),
    indicator: [{ ...row.indicator, rowSpan: index === last ? 2 : 1 }],
    result: index === 0 ? [resultBand(edition, program, indicatorRows.length, origin)] : [],
    opinion: [] as object[],
  }));
  const opinionRow = {
    program: [],
    activity: [],
    indicator: [],
    result: [],
    opinion: [opinionBand(edition, program, origin, options)],
  };
  const anchor = { id: programId(measure, program), title: `${program.number} ${program.name}`, level: 3 };
  return { template: 'program', data: { rows: [...rows, opinionRow] }, anchor };
}

function reachesEnd(index: number, rowSpan: number, last: number): boolean {
  return index + rowSpan - 1 === last;
}

type OriginIn = (...path: (string | number)[]) => Origin;

/** The page of the printed booklet, small, on a paper taken from it. */
function bookPage(measure: Measure, program: IndexedProgram, { bookPlaces }: ViewOptions): ViewText[] {
  const page = bookPlaces?.(programId(measure, program));
  if (page === undefined) return [];
  return [text(`冊子 p.${page}`, originOf(measure.file, 'programs', program.index, 'name'))];
}

function identity(
  edition: Edition,
  program: Program,
  rowSpan: number,
  origin: OriginIn,
  page: readonly ViewText[],
) {
  const { labels } = edition;
  return {
    rowSpan,
    number: text(String(program.number), origin('number')),
    name: text(program.name, origin('name')),
    nameContinued: { ...text(program.name + labels.continued, origin('name')), reprint: true },
    parts: program.parts.map((part, index) => text(circled(index + 1) + part, origin('parts', index))),
    departments: text(`(${program.departments.join('・')})`, origin('departments')),
    bookPage: page,
    priority: program.priority ? [labelText(edition, 'priority')] : [],
  };
}

function activityRows(edition: Edition, activity: Activity, origin: OriginIn) {
  return activity.indicators.map((indicator, index) => ({
    activity:
      index === 0
        ? [
            {
              rowSpan: activity.indicators.length,
              description: text(activity.description, origin('description')),
            },
          ]
        : [],
    indicator: indicatorCells(edition, indicator, (...path) => origin('indicators', index, ...path)),
  }));
}

function indicatorCells(edition: Edition, indicator: Indicator, origin: OriginIn) {
  const unit = indicator.unit ? `(${indicator.unit})` : '';
  return {
    name: text(indicator.name + unit, origin('name')),
    cells: [
      { column: 'baseline', ...cellTexts(edition, baselineState(indicator), origin('baseline')) },
      ...edition.years.plan.map((year) => ({
        column: 'year',
        ...yearCell(edition, indicator, year, origin('years', year)),
      })),
    ],
  };
}

function yearCell(edition: Edition, indicator: Indicator, year: string, origin: Origin): CellTexts {
  const plan = planText(edition, planState(indicator, year), `${origin}/plan`);
  const { words, figures } = cellTexts(edition, actualState(edition, indicator, year), `${origin}/actual`);
  return { words: [plan, ...words], figures };
}

function resultBand(edition: Edition, program: Program, rowSpan: number, origin: OriginIn) {
  return {
    rowSpan,
    label: labelText(edition, 'result'),
    result: narrative(program.result, origin('result')),
  };
}

function opinionBand(
  edition: Edition,
  { opinion }: Program,
  origin: OriginIn,
  { opinionBlank = false }: ViewOptions,
) {
  return {
    rowSpan: 1,
    label: labelText(edition, 'opinion'),
    opinions: opinionNarratives(opinion, edition.labels, (...path) => origin('opinion', ...path)),
    blank: opinionBlank && isWithoutOpinion(opinion) ? [{}] : [],
  };
}
