import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edition, Indicator } from '../../../src/content/edition.ts';
import {
  compareFigures,
  comparisonsOf,
  countChanges,
  countDepartments,
  countGoals,
  countPlanWords,
} from '../../../src/view/parts/summary-counts.ts';
import { runs } from '../../helpers/chance.ts';
import { edition, indicator, measure, program } from '../../helpers/edition.ts';
import { sample } from '../../helpers/random-edition.ts';

/** An indicator with these figures in R5 and R6. */
function figures(r5: string | null, r6: string | null, baseline: Indicator['baseline'] = null): Indicator {
  return indicator({ baseline, years: { R5: { plan: '継続', actual: r5 }, R6: { plan: null, actual: r6 } } });
}

function withIndicators(...indicators: Indicator[]): Edition {
  return edition([measure('1-1', program({ activities: [{ description: '内容', indicators }] }))]);
}

const TWO = { year: 'R6', before: 'R5' };

describe('by goal', () => {
  test('a goal’s measures, programs, 重点事業 and indicators count for it alone', () => {
    const book = edition([
      measure('1-1', program(), program({ number: 2, priority: true })),
      measure('1-2'),
      measure('3-1', program({ priority: true })),
    ]);
    expect(countGoals(book)).toEqual({
      rows: [
        { measures: 2, programs: 3, priority: 1, indicators: 3, withFigures: 0, unreported: 0 },
        { measures: 1, programs: 1, priority: 1, indicators: 1, withFigures: 0, unreported: 0 },
      ],
      total: { measures: 3, programs: 4, priority: 2, indicators: 4, withFigures: 0, unreported: 0 },
    });
  });

  test('goal 1 is not goal 10', () => {
    const goals = [
      { number: '1', title: '' },
      { number: '10', title: '' },
    ];
    const { rows } = countGoals(edition([measure('10-1')], { goals }));
    expect(rows.map(({ measures }) => measures)).toEqual([0, 1]);
  });

  test('a figure is unreported where the reporting year’s is null', () => {
    const { total } = countGoals(withIndicators(figures('1', null), figures(null, '1'), indicator()));
    expect([total.indicators, total.withFigures, total.unreported]).toEqual([3, 2, 1]);
  });
});

test('a program of two departments counts for each of them, in the total once', () => {
  const book = edition([
    measure(
      '1-1',
      program({ departments: ['保育課', '児童青少年課'], priority: true }),
      program({ number: 2 }),
    ),
  ]);
  expect(countDepartments(book)).toEqual({
    rows: [
      { programs: 2, priority: 1, indicators: 2 },
      { programs: 1, priority: 1, indicators: 1 },
    ],
    total: { programs: 2, priority: 1, indicators: 2 },
  });
});

describe('changes', () => {
  test('the reporting year is compared with the plan year before it and with the baseline', () => {
    expect(comparisonsOf(edition([]))).toEqual([TWO, { year: 'R6', before: 'H30' }]);
  });

  test('the first plan year is compared with the baseline only', () => {
    const years = { baseline: 'H30', plan: ['R2', 'R3'], reporting: 'R2' };
    expect(comparisonsOf(edition([], { years }))).toEqual([{ year: 'R2', before: 'H30' }]);
  });

  test.each([
    ['45', '46', 'rose'],
    ['4.1', '4.10', 'held'],
    ['-3', '-4', 'fell'],
    [null, '4', 'unknown'],
    ['4', null, 'unknown'],
  ])('%s, then %s: %s', (before, after, change) => {
    const counts = { rose: 0, held: 0, fell: 0, unknown: 0, [change]: 1 };
    expect(countChanges(withIndicators(figures(before, after)), TWO).total).toEqual(counts);
  });

  test.each([
    [{ figure: '2' }, 'fell'],
    [{ word: '継続' }, 'unknown'],
    [null, 'unknown'],
  ] as const)('baseline %o, then 1: %s', (baseline, change) => {
    const counts = { rose: 0, held: 0, fell: 0, unknown: 0, [change]: 1 };
    const book = withIndicators(figures('1', '1', baseline));
    expect(countChanges(book, { year: 'R6', before: 'H30' }).total).toEqual(counts);
  });

  test('an indicator without figures is not compared', () => {
    const { total } = countChanges(withIndicators(indicator({ baseline: { figure: '1' } })), TWO);
    expect(Object.values(total)).toEqual([0, 0, 0, 0]);
  });
});

describe('figures', () => {
  const literal = fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(12))
    .map(([scaled, places]) => ({ scaled, places, text: decimal(scaled, places) }));

  test('compare exactly, however long they are', () => {
    expect(compareFigures('0.1', '0.10')).toBe(0);
    expect(compareFigures('9007199254740993', '9007199254740992')).toBe(1);
    expect(compareFigures('-0.5', '0')).toBe(-1);
    fc.assert(
      fc.property(literal, literal, (a, b) => {
        const difference = a.scaled * 10n ** BigInt(b.places) - b.scaled * 10n ** BigInt(a.places);
        expect(compareFigures(a.text, b.text)).toBe(difference > 0n ? 1 : difference < 0n ? -1 : 0);
      }),
    );
  });
});

test('plan words count in the order of the vocabulary; none counts by itself', () => {
  const planned = (plan: string | null) => indicator({ years: { R5: { plan: '検討' }, R6: { plan } } });
  const book = withIndicators(planned('継続'), planned('継続'), planned('検討'), planned(null));
  expect(countPlanWords({ ...book, plan_words: ['検討', '準備', '継続'] })).toEqual({
    words: [1, 0, 2],
    none: 1,
  });
});

test('whatever the edition, the sums agree', () => {
  fc.assert(
    fc.property(sample, ({ edition: book }) => {
      const goals = countGoals(book);
      for (const key of [
        'measures',
        'programs',
        'priority',
        'indicators',
        'withFigures',
        'unreported',
      ] as const)
        expect(sum(goals.rows.map((row) => row[key]))).toBe(goals.total[key]);
      const { total: departments, rows } = countDepartments(book);
      expect(departments).toEqual({
        programs: goals.total.programs,
        priority: goals.total.priority,
        indicators: goals.total.indicators,
      });
      const shares = book.measures.flatMap(({ programs }) => programs.map((one) => one.departments.length));
      expect(sum(rows.map(({ programs }) => programs))).toBe(sum(shares));
      for (const comparison of comparisonsOf(book)) {
        const changes = countChanges(book, comparison);
        changes.rows.forEach((row, index) => {
          expect(sum(Object.values(row))).toBe(goals.rows[index]?.withFigures);
        });
        expect(sum(Object.values(changes.total))).toBe(goals.total.withFigures);
      }
      const { words, none } = countPlanWords(book);
      expect(sum(words) + none).toBe(goals.total.indicators);
    }),
    { numRuns: runs(50) },
  );
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** `-1234`, 2 → `-12.34`. */
function decimal(scaled: bigint, places: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${scaled < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}
