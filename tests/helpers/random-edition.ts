/** Random editions and themes, all of them valid: whatever comes out must be a good page. */
import fc from 'fast-check';
import type { Activity, Edition, Indicator, Measure, Program } from '../../src/content/edition.ts';
import { descriptionText, nameText, narrativeText } from './random-text.ts';
import { figureFits, type Sample, type ThemeChange, USUAL } from './sample.ts';

const PLAN_WORDS = ['検討', '準備', '実施', '継続', '拡充', '維持', '漸増'];
const LABELS = {
  goal: '目標{number}　{title}',
  measure: '{number}. {title}',
  priority: '＜重点事業＞',
  result: '結果の説明 及び 次年度に向けての 課題、検討内容',
  opinion: '子ども・子育て会議意見',
  opinion_text: '意見',
  reply: '市の考え方',
  none: '—',
  unreported: '（未報告）',
  continued: '（続き）',
};

const theme: fc.Arbitrary<ThemeChange> = fc.record({
  paper: often<'A4' | 'A3'>('A4', 'A3'),
  binding: fc.record({ side: fc.constantFrom('left', 'right', 'top'), extra: fc.constantFrom(0, 5, 8) }),
  max_blank: often(0.35, 0, 0.1, 0.2, 0.5, 0.8, 1),
  latin_gap: often(0, 0.25),
  columns: fc.record({
    name: often(27, 20, 35),
    description: often(31.7, 28, 50),
    indicator: often(30, 24, 40),
    baseline: often(15, 12),
    year: often(15, 12, 13.5),
    label: often(13, 10, 16),
  }),
  padding: often(1, 0.5, 1.5),
  outer: often(0.3, 0.2, 0.5),
  body: often<readonly [number, number]>([7.5, 11.25], [8, 12], [7.5, 9]),
});

/** The usual value half of the time. */
function often<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  );
}

/** A book of few sections mostly, of many sometimes. */
export const sample: fc.Arbitrary<Sample> = fc
  .record({ theme, years: fc.integer({ min: 1, max: 8 }), start: fc.constantFrom(1, 2, 9), due: fc.nat() })
  .chain(({ theme: change, years, start, due }) => {
    const plan = Array.from({ length: years }, (_, index) => `R${start + index}`);
    const columns = { plan, baseline: start === 9 ? 'R8' : 'H30', reporting: plan[due % years] as string };
    const roomy = restOf(change, years) < 20 ? { ...change, columns: USUAL.columns } : change;
    return fc.record({ theme: fc.constant(roomy), edition: edition(columns, roomy) });
  });

/** What is left for the narrative, mm. */
function restOf({ paper, columns, binding }: ThemeChange, years: number): number {
  const { name, description, indicator, baseline, year, label } = columns;
  const body = (paper === 'A4' ? 297 : 420) - 20 - binding.extra;
  return body - 10.3 - name - description - indicator - baseline - year * years - label;
}

function edition(years: Edition['years'], change: ThemeChange): fc.Arbitrary<Edition> {
  const size = fc.oneof(
    { weight: 8, arbitrary: fc.constant({ measures: 3, programs: 3 }) },
    { weight: 1, arbitrary: fc.constant({ measures: 12, programs: 3 }) },
    { weight: 1, arbitrary: fc.constant({ measures: 2, programs: 8 }) },
  );
  return size
    .chain(({ measures, programs }) =>
      fc.record({
        title: nameText(40),
        subtitle: fc.oneof(fc.constant(''), nameText(30).map(plain)),
        table: nameText(20),
        goals: fc.array(fc.oneof({ weight: 4, arbitrary: nameText(60).map(plain) }, fc.constant('')), {
          minLength: 1,
          maxLength: 6,
        }),
        departments: fc.uniqueArray(nameText(20).map(plain), { minLength: 1, maxLength: 6 }),
        measures: fc.array(fc.record({ goal: fc.nat(5), title: nameText(60).map(plain) }), {
          minLength: 1,
          maxLength: measures,
          size: 'max',
        }),
        programs: fc.array(
          fc.array(program(years, change), { minLength: 1, maxLength: programs, size: 'max' }),
          { minLength: measures, maxLength: measures, size: 'max' },
        ),
      }),
    )
    .map((parts) => assemble(parts, years));
}

type Parts = {
  title: string;
  subtitle: string;
  table: string;
  goals: string[];
  departments: string[];
  measures: { goal: number; title: string }[];
  programs: RandomProgram[][];
};
type RandomProgram = Omit<Program, 'departments'> & { readonly departments: readonly number[] };

function assemble(parts: Parts, years: Edition['years']): Edition {
  const { departments } = parts;
  const goals = parts.goals.map((title, index) => ({ number: String(index + 1), title }));
  const measures = parts.measures.map(({ goal, title }, index): Measure => {
    const number = `${(goal % goals.length) + 1}-${index + 1}`;
    const programs = (parts.programs[index] as RandomProgram[]).map((one, at) => ({
      ...one,
      number: one.number + 11 * at,
      departments: [
        ...new Set(one.departments.map((pick) => departments[pick % departments.length] as string)),
      ],
      index: at,
    }));
    return { file: `measures/${number}.yaml`, measure: number, title, programs };
  });
  return {
    format: 1,
    edition: 'R6',
    city: '小金井市',
    issued: '2025-07-29',
    plan: { title: parts.title, subtitle: parts.subtitle },
    table: { title: parts.table, template: 'hyoka3' },
    years,
    departments,
    plan_words: PLAN_WORDS,
    labels: LABELS,
    goals,
    booklet: {},
    measures: measures.sort((a, b) => compareNumbers(a.measure, b.measure)),
  };
}

/** 1-2 before 1-10. */
function compareNumbers(a: string, b: string): number {
  const [goalA = 0, measureA = 0] = a.split('-').map(Number);
  const [goalB = 0, measureB = 0] = b.split('-').map(Number);
  return goalA - goalB || measureA - measureB;
}

const opinions = fc.array(
  fc.record(
    {
      by: nameText(40),
      text: narrativeText(2000).map((text) => (text.trim() === '' ? '意見。' : text)),
      reply: narrativeText(2000),
    },
    { requiredKeys: ['text'] },
  ),
  { maxLength: 5 },
);

function program(years: Edition['years'], change: ThemeChange): fc.Arbitrary<RandomProgram> {
  return fc.record({
    number: fc.integer({ min: 1, max: 11 }),
    name: nameText(60).map(plain),
    // Six long parts would make the name's cell, which never tears, higher than a page.
    parts: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.array(nameText(18).map(plain), { maxLength: 6 }),
    ),
    departments: fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
    priority: fc.boolean(),
    activities: activities(years, change),
    result: narrativeText(6000),
    opinion: fc.oneof(
      { weight: 2, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: narrativeText(2000) },
      { weight: 2, arbitrary: opinions },
    ),
  });
}

/** Numbers, bullets and brackets at the beginning of a name are printed by themselves. */
function plain(name: string): string {
  return /^[①-⑳㉑-㉟㊱-㊿・･（(「｢『【〈《［[-]/u.test(name) ? `の${name}` : name;
}

function activities(years: Edition['years'], change: ThemeChange): fc.Arbitrary<Activity[]> {
  const activity = (most: number) =>
    fc.record({
      description: descriptionText,
      indicators: fc.array(indicator(years, change), { minLength: 1, maxLength: most, size: 'max' }),
    });
  return fc.oneof(
    { weight: 12, arbitrary: fc.array(activity(3), { minLength: 1, maxLength: 2 }) },
    { weight: 2, arbitrary: fc.array(activity(6), { minLength: 1, maxLength: 4, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(activity(40), { minLength: 1, maxLength: 1 }) },
  );
}

function indicator(years: Edition['years'], change: ThemeChange): fc.Arbitrary<Indicator> {
  const digits = fc.integer({ min: 0, max: 999_999 }).map(String);
  const figure = fc
    .tuple(
      fc.constantFrom('', '', '', '-'),
      fc.oneof(digits, fc.nat(999).map(String)),
      fc.constantFrom('', '', '.5', '.10'),
    )
    .map(([sign, whole, decimals]) => fitting(`${sign}${whole}${decimals}`, change));
  const word = fc.constantFrom(...PLAN_WORDS);
  const baseline = fc.oneof(
    fc.constant(null),
    word.map((text) => ({ word: text })),
    figure.map((text) => ({ figure: text })),
  );
  const entries = fc.array(fc.record({ plan: fc.option(word), actual: fc.option(figure, { freq: 8 }) }), {
    minLength: years.plan.length,
    maxLength: years.plan.length,
    size: 'max',
  });
  const due = years.plan.indexOf(years.reporting);
  return fc
    .record({
      name: nameText(60),
      unit: fc.constantFrom(undefined, '人', '件', '%', 'か所', '人/年'),
      baseline,
      entries,
      figures: fc.boolean(),
    })
    .map(({ name, unit, baseline: before, entries: each, figures }): Indicator => {
      const cells = each.map(({ plan, actual }, at) => (figures && at <= due ? { plan, actual } : { plan }));
      return {
        name,
        ...(figures && unit !== undefined ? { unit } : {}),
        baseline: before,
        years: Object.fromEntries(cells.map((cell, at) => [years.plan[at] as string, cell])),
      };
    });
}

/** As many of the figure's digits as its column holds; no minus nought. */
function fitting(figure: string, change: ThemeChange): string {
  if (/^-0+(\.0+)?$/.test(figure)) return '0';
  if (figureFits(figure, change)) return figure;
  const shorter = /\d\d(\.|$)/.test(figure)
    ? figure.replace(/\d(\.|$)/, '$1')
    : figure.replace(/\..*|^-/, '');
  return fitting(shorter, change);
}
