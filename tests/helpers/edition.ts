/** Small editions for tests: only what a test is about needs to be said. */
import type { Activity, Edition, Indicator, Measure, Program } from '../../src/content/edition.ts';

const YEARS = ['R5', 'R6'];

/** An indicator with a plan word for every year. */
export function indicator(change: Partial<Indicator> = {}): Indicator {
  const years = Object.fromEntries(YEARS.map((year) => [year, { plan: '継続' }]));
  return { name: '指標', baseline: null, years, ...change };
}

/** An activity with as many indicators as named. */
export function activity(...names: string[]): Activity {
  return { description: `${names.join('と')}の内容`, indicators: names.map((name) => indicator({ name })) };
}

export function program(change: Partial<Program> = {}): Program {
  return {
    number: 1,
    name: '事業',
    parts: [],
    departments: ['保育課'],
    priority: false,
    activities: [activity('指標')],
    result: '',
    opinion: '',
    ...change,
  };
}

export function measure(number: string, ...programs: Program[]): Measure {
  const listed = programs.length > 0 ? programs : [program()];
  return {
    file: `measures/${number}.yaml`,
    measure: number,
    title: `施策${number}の題`,
    programs: listed.map((one, index) => ({ ...one, index })),
  };
}

export function edition(measures: readonly Measure[], change: Partial<Edition> = {}): Edition {
  return {
    format: 1,
    edition: 'R6',
    city: '小金井市',
    issued: '2025-07-29',
    plan: { title: '計画', subtitle: '副題' },
    table: { title: '評価表3', template: 'hyoka3' },
    years: { baseline: 'H30', plan: YEARS, reporting: 'R6' },
    departments: ['保育課', '児童青少年課'],
    plan_words: ['継続'],
    labels: {
      goal: '目標{number}　{title}',
      measure: '{number}. {title}',
      priority: '＜重点事業＞',
      result: '結果の説明',
      opinion: '会議意見',
      opinion_text: '意見',
      reply: '市の考え方',
      none: '—',
      unreported: '（未報告）',
      continued: '（続き）',
    },
    goals: [
      { number: '1', title: '安心' },
      { number: '3', title: '' },
    ],
    booklet: {},
    measures,
    ...change,
  };
}
