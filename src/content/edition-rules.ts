/** The rules of edition.yaml beyond its shape. */
import { didYouMean, type Finding, listed, type Path, shorten } from '../yaml/index.ts';
import { isDay } from './calendar.ts';
import { EDITION_CROWDS } from './crowded-rules.ts';
import { EDITION_DOUBLES } from './doubled-rules.ts';
import { applyRules, finding, KEEP_ONE, type Rule, repeated } from './rule.ts';
import type { EditionFile } from './schemas.ts';
import { compareYears, follows, westernYear, yearAfter, yearMeant, yearsMeant } from './years.ts';

/** The name of the folder the edition lies in. */
type Context = { readonly folder: string };
type EditionRule = Rule<EditionFile, Context>;

/** Goal numbers: letters and digits, as the file names of their measures begin with them. */
const GOAL_NUMBER = /^[0-9A-Za-z]+$/;

const editionIsFolder: EditionRule = function* ({ edition }, { folder }) {
  if (edition === folder) return;
  const details = { edition: shorten(edition), folder: shorten(folder) };
  yield finding(['edition'], 'edition-folder', details, {
    hints: [`「edition: ${shorten(folder)}」と書くか、フォルダーの名前を変えてください。`],
  });
};

const yearsAreYears: EditionRule = function* ({ years }) {
  const places: [Path, string][] = [
    [['years', 'baseline'], years.baseline],
    ...years.plan.map((year, index): [Path, string] => [['years', 'plan', index], year]),
    [['years', 'reporting'], years.reporting],
  ];
  for (const [path, year] of places) {
    if (westernYear(year) !== undefined) continue;
    const hints = path[1] === 'plan' ? (yearListHint(year) ?? yearHint(year)) : yearHint(year);
    yield finding(path, 'year-name', { year: shorten(year) }, { hints, cause: 'years' });
  }
};

/** `R2～R6`, `R2、R3`: several years in one. */
function yearListHint(typed: string): string[] | undefined {
  const years = yearsMeant(typed);
  if (!years) return undefined;
  return [`「plan: [${years.join(', ')}]」のように、一年ずつ、半角の「,」と空白で区切って書いてください。`];
}

function yearHint(typed: string): string[] {
  const meant = yearMeant(typed);
  return meant
    ? [`「${meant}」と書いてください。`]
    : ['「H30」「R6」のように、半角の英字と数字で書いてください。'];
}

const planYearsAscend: EditionRule = function* ({ years }) {
  for (const [index, year] of years.plan.entries()) {
    const before = years.plan[index - 1];
    if (before === undefined || westernYear(before) === undefined || westernYear(year) === undefined)
      continue;
    if (follows(year, before)) continue;
    const hints = [`「${before}」の次は「${yearAfter(before, 1)}」です。`];
    yield finding(['years', 'plan', index], 'years-order', { year, after: before }, { hints });
    // Those behind it are counted from a year that is wrong.
    return;
  }
};

const baselineComesFirst: EditionRule = function* ({ years: { baseline, plan } }) {
  const first = plan[0] ?? '';
  if (westernYear(first) === undefined || westernYear(baseline) === undefined) return;
  if (compareYears(baseline, first) < 0) return;
  const hints = [`「${yearAfter(first, -1)}」など、計画が始まる前の年度を書いてください。`];
  yield finding(['years', 'baseline'], 'baseline-year', { year: baseline, first }, { hints });
};

const reportingIsPlanned: EditionRule = function* ({ years: { plan, reporting } }) {
  const isUnknown = [reporting, ...plan].some((year) => westernYear(year) === undefined);
  if (isUnknown || plan.includes(reporting)) return;
  const hints = [`plan にある年度は${listed(plan)}です。`];
  yield finding(['years', 'reporting'], 'reporting-year', { year: reporting }, { hints });
};

const issuedIsDate: EditionRule = function* ({ issued }) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(issued)?.map(Number) ?? [];
  if (year && month && day && isDay(year, month, day)) return;
  const hints = ['「2025-07-29」のように、西暦の年-月-日で、暦にある日を書いてください。'];
  yield finding(['issued'], 'not-a-date', { text: shorten(issued) }, { hints });
};

/** The name is looked up in templates/: it must not lead anywhere else. */
const templateIsName: EditionRule = function* ({ table: { template } }) {
  if (/^[0-9A-Za-z][0-9A-Za-z_-]*$/.test(template)) return;
  const hints = ['「hyoka3」のように、templates/ の中のフォルダーの名前だけを書いてください。'];
  yield finding(['table', 'template'], 'template-name', { name: shorten(template) }, { hints });
};

const namesAreUnique: EditionRule = function* (edition) {
  const lists: [string, readonly string[], string[]][] = [
    ['departments', edition.departments, []],
    ['plan_words', edition.plan_words, []],
    ['goals', edition.goals.map(({ number }) => number), ['number']],
  ];
  for (const [key, names, inner] of lists) {
    for (const { name, index, first } of repeated(names)) {
      const related = [{ path: [key, first, ...inner], message: '先に書かれたものです。' }];
      const hints = [key === 'goals' ? 'どちらかの番号を直してください。' : KEEP_ONE];
      yield finding([key, index, ...inner], 'duplicate-name', { name: shorten(name) }, { hints, related });
    }
  }
};

const goalNumbers: EditionRule = function* ({ goals }) {
  for (const [index, { number }] of goals.entries()) {
    if (GOAL_NUMBER.test(number)) continue;
    const hints = ['「"1"」のように、半角の数字で書いてください。'];
    yield finding(['goals', index, 'number'], 'number-form', { number: shorten(number) }, { hints });
  }
};

const LABEL_HINTS = {
  goal: '「goal: 目標{number}　{title}」のように書いてください。',
  measure: '「measure: "{number}. {title}"」のように書いてください。',
} as const;

/** Only two labels have placeholders; without the number a heading could not be told from the others. */
const labelPlaceholders: EditionRule = function* ({ labels }) {
  for (const [label, text] of Object.entries(labels)) {
    const allowed = label === 'goal' || label === 'measure' ? ['{number}', '{title}'] : [];
    for (const placeholder of new Set(text.match(/[{｛][^{}｛｝]*[}｝]|[{}]/g))) {
      if (allowed.includes(placeholder)) continue;
      const hints =
        allowed.length > 0 ? [`使えるのは${listed(allowed)}です。`] : ['ここでは「{ }」を使えません。'];
      yield finding(
        ['labels', label],
        'label-placeholder',
        { placeholder: shorten(placeholder) },
        {
          where: { character: placeholder },
          hints: [...didYouMean(placeholder, allowed), ...hints],
        },
      );
    }
    if (allowed.length > 0 && !text.includes('{number}')) {
      const hints = [label === 'goal' ? LABEL_HINTS.goal : LABEL_HINTS.measure];
      yield finding(['labels', label], 'label-number', { label }, { hints });
    }
  }
};

/** What a label leaves out is printed nowhere; every measure has a title. A placeholder misspelt is told as that. */
const labelTitles: EditionRule = function* ({ labels, goals }) {
  for (const label of ['goal', 'measure'] as const) {
    const text = labels[label];
    const hasTitles = label === 'measure' || goals.some(({ title }) => title !== '');
    if (!hasTitles || text.includes('{title}') || /[{}｛｝]/u.test(text.replaceAll('{number}', ''))) continue;
    yield finding(['labels', label], 'label-title', { label }, { hints: [LABEL_HINTS[label]] });
  }
};

/** The legend explains words of the vocabulary only. */
const explainedWordsExist: EditionRule = function* ({ booklet, plan_words }) {
  const known = new Set(plan_words);
  for (const word of Object.keys(booklet.legend?.plan_words ?? {})) {
    if (known.has(word)) continue;
    const hints = () => [...didYouMean(word, plan_words), `使える語は${listed(plan_words)}です。`];
    const path = ['booklet', 'legend', 'plan_words', word];
    yield finding(path, 'unknown-plan-word', { word: shorten(word) }, { where: 'key', hints });
  }
};

const RULES: readonly EditionRule[] = [
  editionIsFolder,
  yearsAreYears,
  planYearsAscend,
  baselineComesFirst,
  reportingIsPlanned,
  issuedIsDate,
  templateIsName,
  namesAreUnique,
  goalNumbers,
  labelPlaceholders,
  labelTitles,
  explainedWordsExist,
  ...EDITION_DOUBLES,
  ...EDITION_CROWDS,
];

/** Everything wrong with edition.yaml, in the folder of this name. */
export function checkEdition(edition: EditionFile, folder: string): Finding[] {
  return applyRules(RULES, edition, { folder });
}
