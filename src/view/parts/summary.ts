/** 総括: how many measures, programs and indicators there are, what is planned, and how figures have changed. Pure. */
import { type Edition, goalsInOrder } from '../../content/edition.ts';
import { formatFigure } from '../format.ts';
import { goalTextAt } from '../headings.ts';
import { inRows } from '../rows.ts';
import type { BlockView, PartView, ViewText } from '../types.ts';
import { editionText, labelText } from '../view-text.ts';
import { type PartTable, partOfTables } from './part-tables.ts';
import {
  type ChangeCounts,
  type Counted,
  comparisonsOf,
  countChanges,
  countDepartments,
  countGoals,
  countPlanWords,
} from './summary-counts.ts';

/** A number in its column. */
type Count = { readonly column: string; readonly count: ViewText };

/** A table for each way of counting, under one heading. */
export function summary(edition: Edition): PartView {
  return partOfTables(edition, 'summary', [
    goalTable(edition),
    departmentTable(edition),
    changeTable(edition),
    wordTable(edition),
  ]);
}

function goalTable(edition: Edition): PartTable {
  const { years } = edition;
  const unreported = editionText(`${years.reporting} の数値が未報告の指標`, 'years', 'reporting');
  const header = {
    template: 'summary-goals-header',
    data: { priority: labelText(edition, 'priority'), unreported },
  };
  const counted = countGoals(edition);
  const counts = (row: (typeof counted)['total']) => [
    counting('summary-goals/measures', row.measures),
    counting('summary-goals/programs', row.programs),
    counting('summary-goals/priority', row.priority),
    counting('summary-goals/indicators', row.indicators),
    counting('summary-goals/with-figures', row.withFigures),
    counting('summary-goals/unreported', row.unreported),
  ];
  return {
    caption: '目標別の数',
    header: [header],
    body: rowBlocks('summary-goals', goalNames(edition), counted, counts),
  };
}

function departmentTable(edition: Edition): PartTable {
  const header = {
    template: 'summary-departments-header',
    data: { priority: labelText(edition, 'priority') },
  };
  const names = edition.departments.map((name, index) => editionText(name, 'departments', index));
  const counted = countDepartments(edition);
  const counts = (row: (typeof counted)['total']) => [
    counting('summary-departments/programs', row.programs),
    counting('summary-departments/priority', row.priority),
    counting('summary-departments/indicators', row.indicators),
  ];
  return {
    caption: '担当課別の数',
    note: '二つ以上の課が担当する事業は、それぞれの課で数えています。合計では一つと数えています。',
    header: [header],
    body: rowBlocks('summary-departments', names, counted, counts),
  };
}

/** In the first plan year there is one comparison, later there are two: as many groups of columns. */
function changeTable(edition: Edition): PartTable {
  const comparisons = comparisonsOf(edition);
  const table = comparisons.length === 1 ? 'summary-change' : 'summary-changes';
  const column = (change: keyof ChangeCounts, index: number) => `${table}/${change}-${index + 1}`;
  const headings = comparisons.map(({ year, before }, index) => ({
    heading: editionText(`${year} と ${before} の比較`, 'years'),
    rose: column('rose', index),
    held: column('held', index),
    fell: column('fell', index),
    unknown: column('unknown', index),
  }));
  const counted = comparisons.map((comparison) => countChanges(edition, comparison));
  const counts = (rows: readonly ChangeCounts[]) =>
    rows.flatMap(({ rose, held, fell, unknown }, index) => [
      counting(column('rose', index), rose),
      counting(column('held', index), held),
      counting(column('fell', index), fell),
      counting(column('unknown', index), unknown),
    ]);
  return {
    caption: '実績の増減（数値のある指標の数）',
    note: 'どちらかの年度に数値がない指標は「比べられない」に数えています。増えることが良いか減ることが良いかは、指標によって違います。',
    header: [{ template: `${table}-header`, data: { comparisons: headings } }],
    body: rowBlocks(table, goalNames(edition), sideBySide(counted, edition.goals.length), counts),
  };
}

/** The rows of several countings, put together row by row. */
function sideBySide<C>(counted: readonly Counted<C>[], count: number): Counted<C[]> {
  return {
    rows: Array.from({ length: count }, (_, index) => counted.map(({ rows }) => rows[index] as C)),
    total: counted.map(({ total }) => total),
  };
}

/** How many words stand side by side, each with its count. */
const WORDS_IN_A_ROW = 4;

function wordTable(edition: Edition): PartTable {
  const { labels, plan_words, years } = edition;
  const { words, none } = countPlanWords(edition);
  const entries = [
    ...plan_words.map((word, index) => ({
      word: editionText(word, 'plan_words', index),
      count: numberText(words[index] as number),
    })),
    { word: labelText(edition, 'none'), count: numberText(none) },
  ];
  const rows = inRows(entries, WORDS_IN_A_ROW).map((row) => ({
    entries: row.map((entry, index) => ({
      ...entry,
      wordColumn: `summary-words/word-${index + 1}`,
      countColumn: `summary-words/count-${index + 1}`,
    })),
    blank: row.length < WORDS_IN_A_ROW ? [{ columns: 2 * (WORDS_IN_A_ROW - row.length) }] : [],
  }));
  return {
    caption: `${years.reporting} の計画の語（指標の数）`,
    note: `数値のない指標も数えています。「${labels.none}」は、計画の語がない指標の数です。`,
    header: [],
    body: [{ template: 'summary-words', data: { rows } }],
  };
}

/** The rows of a table, and the total below them. */
function rowBlocks<C>(
  table: string,
  names: readonly ViewText[],
  { rows, total }: Counted<C>,
  counts: (row: C) => Count[],
): BlockView[] {
  const listed = rows.map((row, index) => ({ name: names[index], counts: counts(row) }));
  const sum = { name: editionText('合計', 'booklet', 'summary'), counts: counts(total) };
  return [
    { template: table, data: { rows: listed } },
    { template: `${table}-total`, data: { rows: [sum] } },
  ];
}

function goalNames(edition: Edition): ViewText[] {
  return goalsInOrder(edition).map(({ index }) => goalTextAt(edition, index));
}

function counting(column: string, count: number): Count {
  return { column, count: numberText(count) };
}

function numberText(count: number): ViewText {
  return editionText(formatFigure(String(count)), 'booklet', 'summary');
}
