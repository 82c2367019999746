/** An edition → tables and JSON for other programs: one datum a cell, a row a fact. */
import {
  type ActualState,
  actualState,
  type BaselineState,
  baselineState,
  type CellState,
  figureIn,
  planState,
} from '../content/cell-state.ts';
import {
  type Edition,
  goalOf,
  type Indicator,
  type Measure,
  type Opinion,
  type Program,
} from '../content/index.ts';
import { type Cell, writeCsv } from './csv.ts';
import { encode, type Held } from './held.ts';
import { readAloud } from './read-aloud.ts';

/** The files of `open-data/`, by name. */
export function openData(edition: Edition): Held {
  return new Map([
    ['指標.csv', figuresCsv(edition)],
    ['文章.csv', textsCsv(edition)],
    ['評価表.json', encode(`${JSON.stringify(edition, null, 2)}\n`)],
    ['読み上げ用.txt', encode(readAloud(edition))],
  ]);
}

type Listed = { readonly measure: Measure; readonly program: Program };

function listed({ measures }: Edition): Listed[] {
  return measures.flatMap((measure) => measure.programs.map((program) => ({ measure, program })));
}

/** What every row begins with. */
const PROGRAM_HEAD = ['年度版', '目標', '目標の題', '施策', '施策の題', '事業', '事業の名前'];

function programCells({ edition, goals }: Edition, { measure, program }: Listed): Cell[] {
  const goal = goalOf(measure);
  const title = goals.find(({ number }) => number === goal)?.title ?? '';
  const number = { figure: String(program.number) };
  return [edition, goal, title, measure.measure, measure.title, number, program.name];
}

/** A row for each indicator and year. Lists get a column for each place, as many as the longest list has. */
function figuresCsv(edition: Edition): Uint8Array {
  const all = listed(edition);
  const parts = longest(all.map(({ program }) => program.parts));
  const departments = longest(all.map(({ program }) => program.departments));
  const head = [
    ...PROGRAM_HEAD,
    ...numbered('内訳', parts),
    ...numbered('担当課', departments),
    ...['重点事業', '内容の番号', '事業の内容', '指標の番号', '参考指標', '単位'],
    ...['年度', '行の種類', '計画', '実績'],
  ];
  const rows = all.flatMap((one) => {
    const { program } = one;
    const common = [
      ...programCells(edition, one),
      ...padded(program.parts, parts),
      ...padded(program.departments, departments),
      program.priority ? 'はい' : 'いいえ',
    ];
    return program.activities.flatMap(({ description, indicators }, activity) =>
      indicators.flatMap((indicator, index) =>
        yearCells(edition, indicator).map((cells) => [
          ...common,
          ...[count(activity), description, count(index), indicator.name, indicator.unit ?? ''],
          ...cells,
        ]),
      ),
    );
  });
  return writeCsv(head, rows);
}

const BASELINE_ROWS: Readonly<Record<BaselineState['state'], string>> = {
  figure: '計画前・実績',
  word: '計画前・言葉',
  none: '計画前・記載なし',
};

const YEAR_ROWS: Readonly<Record<ActualState['state'], { readonly kind: string; readonly of: string }>> = {
  figure: { kind: '実績', of: '数値が報告された行' },
  unreported: { kind: '未報告', of: '数値がまだない行' },
  nothing: { kind: '計画のみ', of: '計画の言葉だけの行' },
};

/** What the kinds of rows of plan years mean, in a line. */
export const YEAR_ROWS_NOTE = Object.values(YEAR_ROWS)
  .map(({ kind, of }) => `${kind}: ${of}`)
  .join('　　');

/** Year, kind of row, plan word, figure. */
function yearCells(edition: Edition, indicator: Indicator): Cell[][] {
  const { baseline, plan } = edition.years;
  const before = baselineState(indicator);
  const years = plan.map((year) => {
    const actual = actualState(edition, indicator, year);
    return [year, YEAR_ROWS[actual.state].kind, word(planState(indicator, year)), figure(actual)];
  });
  return [[baseline, BASELINE_ROWS[before.state], word(before), figure(before)], ...years];
}

function word(cell: CellState): Cell {
  return cell.state === 'word' ? cell.word : '';
}

function figure(cell: CellState): Cell {
  const typed = figureIn(cell);
  return typed === undefined ? '' : { figure: typed };
}

/** A row for each text of a program. */
function textsCsv(edition: Edition): Uint8Array {
  const head = [...PROGRAM_HEAD, '文章の種類', '文章の番号', 'だれの意見か', '文章'];
  const rows = listed(edition).flatMap((one) =>
    textCells(one.program).map((cells) => [...programCells(edition, one), ...cells]),
  );
  return writeCsv(head, rows);
}

function textCells({ result, opinion }: Program): Cell[][] {
  const results = result === '' ? [] : [['結果の説明', count(0), '', result]];
  if (typeof opinion !== 'string') return [...results, ...opinion.flatMap(opinionCells)];
  return opinion === '' ? results : [...results, ['会議意見', count(0), '', opinion]];
}

/** An opinion and its reply share a number. */
function opinionCells({ by = '', text, reply = '' }: Opinion, index: number): Cell[][] {
  const said = ['会議意見', count(index), by, text];
  return reply === '' ? [said] : [said, ['市の考え方', count(index), '', reply]];
}

function count(index: number): Cell {
  return { figure: String(index + 1) };
}

function longest(lists: readonly (readonly string[])[]): number {
  return Math.max(0, ...lists.map(({ length }) => length));
}

function numbered(name: string, length: number): string[] {
  return Array.from({ length }, (_, index) => `${name}${index + 1}`);
}

function padded(list: readonly string[], length: number): string[] {
  return Array.from({ length }, (_, index) => list[index] ?? '');
}
