import { describe, expect, test } from 'vitest';
import type { Edition, Indicator, Measure, Program } from '../../src/content/edition.ts';
import { hyoka3Tables } from '../../src/view/hyoka3.ts';
import type { SectionView, ViewText } from '../../src/view/types.ts';
import { activity, edition, indicator, measure, program } from '../helpers/edition.ts';

type Cell = { readonly rowSpan: number };
type YearCell = {
  readonly column: string;
  readonly words: readonly ViewText[];
  readonly figures: readonly ViewText[];
};
type Row = {
  readonly program: readonly (Cell & Record<string, ViewText> & { readonly parts: readonly ViewText[] })[];
  readonly activity: readonly (Cell & { readonly description: ViewText })[];
  readonly indicator: readonly (Cell & { readonly name: ViewText; readonly cells: readonly YearCell[] })[];
  readonly result: readonly (Cell & { readonly label: ViewText })[];
  readonly opinion: readonly { readonly label: ViewText }[];
};

/** The rows of one program's table. */
function rowsOf(one: Program, change: Partial<Edition> = {}): readonly Row[] {
  return tablesOf(measure('1-1', one), change)[0] ?? [];
}

/** The rows of each program's table. */
function tablesOf(one: Measure, change: Partial<Edition> = {}): readonly (readonly Row[])[] {
  const section = hyoka3Tables(edition([one], change)).section(0);
  return (section?.body ?? []).map(({ data }) => data.rows as readonly Row[]);
}

/** How many rows each group of cells spans, row by row; 0 where it does not start. */
function spans(one: Program) {
  const start = (cells: readonly Cell[]) => cells[0]?.rowSpan ?? 0;
  return rowsOf(one).map((row) => ({
    program: start(row.program),
    activity: start(row.activity),
    indicator: start(row.indicator),
    result: start(row.result),
    opinion: row.opinion.length,
  }));
}

describe('row spans', () => {
  test('one indicator: two rows, the indicator reaches over both bands', () => {
    expect(spans(program())).toEqual([
      { program: 2, activity: 2, indicator: 2, result: 1, opinion: 0 },
      { program: 0, activity: 0, indicator: 0, result: 0, opinion: 1 },
    ]);
  });

  test('three indicators: only the last reaches over the second band', () => {
    expect(spans(program({ activities: [activity('甲', '乙', '丙')] }))).toEqual([
      { program: 4, activity: 4, indicator: 1, result: 3, opinion: 0 },
      { program: 0, activity: 0, indicator: 1, result: 0, opinion: 0 },
      { program: 0, activity: 0, indicator: 2, result: 0, opinion: 0 },
      { program: 0, activity: 0, indicator: 0, result: 0, opinion: 1 },
    ]);
  });

  test('two activities: each spans its own indicators', () => {
    expect(spans(program({ activities: [activity('甲', '乙'), activity('丙')] }))).toEqual([
      { program: 4, activity: 2, indicator: 1, result: 3, opinion: 0 },
      { program: 0, activity: 0, indicator: 1, result: 0, opinion: 0 },
      { program: 0, activity: 2, indicator: 2, result: 0, opinion: 0 },
      { program: 0, activity: 0, indicator: 0, result: 0, opinion: 1 },
    ]);
  });
});

describe('year cells', () => {
  const cells = (change: Partial<Indicator>, editionChange: Partial<Edition> = {}) => {
    const years = { R5: { plan: '継続' }, R6: { plan: '継続' } };
    const one = { description: '内容', indicators: [indicator({ years, ...change })] };
    const [row] = rowsOf(program({ activities: [one] }), editionChange);
    return row?.indicator[0]?.cells.map(({ words, figures }) =>
      [...words, ...figures].map(({ text }) => text),
    );
  };

  test('a status indicator has words only', () => {
    expect(cells({ baseline: { word: '検討' } })).toEqual([['検討'], ['継続'], ['継続']]);
  });

  test('a figure stands below its word, with commas', () => {
    const years = { R5: { plan: '維持', actual: '1862' }, R6: { plan: '維持', actual: '0' } };
    expect(cells({ baseline: { figure: '98875' }, years })).toEqual([
      ['98,875'],
      ['維持', '1,862'],
      ['維持', '0'],
    ]);
  });

  test('no baseline and no plan print the none label, a missing figure the unreported label', () => {
    const years = { R5: { plan: '維持', actual: '1' }, R6: { plan: null, actual: null } };
    expect(cells({ baseline: null, years })).toEqual([['—'], ['維持', '1'], ['—', '（未報告）']]);
  });

  test('a figure of a year after the reporting year is not due: nothing is said of it', () => {
    const years = { R5: { plan: '維持', actual: null }, R6: { plan: '維持', actual: null } };
    const change = { years: { baseline: 'H30', plan: ['R5', 'R6'], reporting: 'R5' } };
    expect(cells({ baseline: null, years }, change)).toEqual([['—'], ['維持', '（未報告）'], ['維持']]);
  });

  test('years print in the order of the edition, whatever the order in the file', () => {
    const years = { R6: { plan: '拡充' }, R5: { plan: '準備' } };
    expect(cells({ years })).toEqual([['—'], ['準備'], ['拡充']]);
  });

  test('the unit stands behind the name', () => {
    const one = { description: '内容', indicators: [indicator({ name: '件数', unit: '件' })] };
    expect(rowsOf(program({ activities: [one] }))[0]?.indicator[0]?.name.text).toBe('件数(件)');
  });
});

describe('identity', () => {
  const identity = (change: Partial<Program>) => rowsOf(program(change))[0]?.program[0];

  test('parts are numbered by circled figures', () => {
    expect(identity({ parts: ['甲', '乙'] })?.parts.map(({ text }) => text)).toEqual(['①甲', '②乙']);
  });

  test('departments are joined by a middle dot, in parentheses', () => {
    expect(identity({ departments: ['保育課', '児童青少年課'] })?.departments?.text).toBe(
      '(保育課・児童青少年課)',
    );
  });

  test.each([
    [true, ['＜重点事業＞']],
    [false, []],
  ])('priority %s', (priority, printed) => {
    const texts = identity({ priority })?.priority as unknown as readonly ViewText[];
    expect(texts.map(({ text }) => text)).toEqual(printed);
  });
});

function sectionsOf(whole: Edition): SectionView[] {
  const view = hyoka3Tables(whole);
  return Array.from({ length: view.sectionCount }, (_, index) => view.section(index));
}

describe('sections', () => {
  const sections = (...numbers: string[]) => sectionsOf(edition(numbers.map((number) => measure(number))));
  const headings = (blocks: SectionView['opening']) =>
    blocks.flatMap(({ data }) => (data.heading ? [(data.heading as ViewText).text] : []));

  test('the goal opens a section only where it changes', () => {
    expect(sections('1-1', '1-2', '3-1').map(({ opening }) => headings(opening))).toEqual([
      ['目標1　安心', '1-1. 施策1-1の題'],
      ['1-2. 施策1-2の題'],
      ['目標3', '3-1. 施策3-1の題'],
    ]);
  });

  test('a section goes on under its measure, marked as continued, without the goal', () => {
    expect(headings(sections('1-1')[0]?.reopening ?? [])).toEqual(['1-1. 施策1-1の題（続き）']);
  });

  test('the table header stands below the headings, and again where the section goes on', () => {
    const [section] = sections('1-1');
    expect(section?.opening.at(-1)?.template).toBe('table-header');
    expect(section?.reopening.at(-1)).toEqual(section?.opening.at(-1));
  });

  test('the running head names the goal', () => {
    expect(sections('1-1', '3-1').map(({ running }) => running.goal?.text)).toEqual(['目標1　安心', '目標3']);
  });

  test('a body block for each program, in file order', () => {
    const tables = tablesOf(measure('1-1', program({ number: 12 }), program({ number: 1 })));
    const numbers = tables.map(([row]) => row?.program[0]?.number?.text);
    expect(numbers).toEqual(['12', '1']);
  });
});

describe('origins', () => {
  test('every text says where it was typed', () => {
    const whole = edition([measure('1-1'), measure('3-1')]);
    const origins = textsIn([hyoka3Tables(whole), sectionsOf(whole)]).map(({ origin }) => origin);
    expect(origins.length).toBeGreaterThan(30);
    expect(origins.filter((origin) => !/^(edition|measures\/[13]-1)\.yaml#\w/.test(origin))).toEqual([]);
  });

  test('a program keeps the place it has in its file, whatever was selected', () => {
    const one = { ...measure('1-1'), programs: [{ ...program(), index: 7 }] };
    const [row] = tablesOf(one)[0] ?? [];
    expect(row?.program[0]?.name?.origin).toBe('measures/1-1.yaml#programs/7/name');
  });
});

function textsIn(value: unknown): ViewText[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && 'origin' in value) return [value as ViewText];
  return Object.values(value).flatMap(textsIn);
}
