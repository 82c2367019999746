/** The rules of a measure file beyond its shape, given its edition. */
import { didYouMean, type Finding, listed, notAFigure, type Path, shorten } from '../yaml/index.ts';
import { MEASURE_CROWDS } from './crowded-rules.ts';
import { itemMark } from './doubled.ts';
import { MEASURE_DOUBLES } from './doubled-rules.ts';
import { goalOf, hasFigures } from './edition.ts';
import { applyRules, finding, KEEP_ONE, type Rule, repeated } from './rule.ts';
import type { EditionFile, MeasureFile } from './schemas.ts';
import { compareYears, westernYear } from './years.ts';

/** `name` is the file's name without `.yaml`. */
type Context = { readonly name: string; readonly edition: EditionFile };
type MeasureRule = Rule<MeasureFile, Context>;
type Indicator = MeasureFile['programs'][number]['activities'][number]['indicators'][number];

const measureIsFile: MeasureRule = function* ({ measure }, { name }) {
  if (measure === name) return;
  yield finding(
    ['measure'],
    'measure-file',
    { measure: shorten(measure), file: `${name}.yaml` },
    {
      hints: [`「measure: "${name}"」と書くか、ファイルの名前を変えてください。`],
    },
  );
};

const goalExists: MeasureRule = function* ({ measure }, { edition: { goals } }) {
  const goal = goalOf({ measure });
  const numbers = goals.map(({ number }) => number);
  if (numbers.includes(goal)) return;
  const hints = [`目標の番号は${listed(numbers)}です。`];
  yield finding(['measure'], 'unknown-goal', { goal: shorten(goal), measure: shorten(measure) }, { hints });
};

const programNumbersAreUnique: MeasureRule = function* ({ programs }) {
  for (const { name, index, first } of repeated(programs.map(({ number }) => number))) {
    const related = [{ path: ['programs', first, 'number'], message: '同じ番号の事業です。' }];
    const hints = ['どちらかを、計画で決まっている番号に直してください。'];
    yield finding(['programs', index, 'number'], 'duplicate-program', { number: name }, { hints, related });
  }
};

const departmentsAreKnown: MeasureRule = function* ({ programs }, { edition }) {
  const known = new Set(edition.departments);
  for (const [index, { departments }] of programs.entries()) {
    const path = ['programs', index, 'departments'];
    for (const [at, name] of departments.entries()) {
      if (known.has(name)) continue;
      yield finding(
        [...path, at],
        'unknown-department',
        { name: shorten(name) },
        {
          hints: wordHints(name, edition.departments),
        },
      );
    }
    for (const { name, index: at, first } of repeated(departments)) {
      const related = [{ path: [...path, first], message: '先に書かれたものです。' }];
      const hints = [KEEP_ONE];
      yield finding([...path, at], 'duplicate-name', { name: shorten(name) }, { hints, related });
    }
  }
};

/** ① … are printed by themselves: numbers and bullets of a list stand beside them. */
const partsHaveNoNumbers: MeasureRule = function* ({ programs }) {
  for (const [index, { parts }] of programs.entries()) {
    for (const [at, part] of parts.entries()) {
      const mark = itemMark(part)?.trim();
      if (mark === undefined) continue;
      const hints = [`「${shorten(part.slice(mark.length).trim())}」とだけ書いてください。`];
      yield finding(
        ['programs', index, 'parts', at],
        'numbered-part',
        { mark },
        { where: { character: mark }, hints },
      );
    }
  }
};

const planWordsAreKnown: MeasureRule = function* (measure, { edition: { plan_words } }) {
  const known = new Set(plan_words);
  for (const [path, { baseline, years }] of indicatorsOf(measure)) {
    if (baseline && 'word' in baseline && !known.has(baseline.word)) {
      yield wrongBaseline([...path, 'baseline'], baseline.word, plan_words);
    }
    for (const [year, { plan }] of Object.entries(years)) {
      if (plan === null || known.has(plan)) continue;
      yield unknownPlanWord([...path, 'years', year, 'plan'], plan, plan_words);
    }
  }
};

/** A text with a digit in it was meant as a figure. */
function wrongBaseline(path: Path, word: string, known: readonly string[]): Finding {
  const meantAsFigure = /\d/.test(word.normalize('NFKC'));
  return meantAsFigure ? { path, diagnostic: notAFigure(word) } : unknownPlanWord(path, word, known);
}

function unknownPlanWord(path: Path, word: string, known: readonly string[]): Finding {
  const hints = wordHints(word, known);
  return finding(path, 'unknown-plan-word', { word: shorten(word) }, { hints });
}

const yearsAreTheEditions: MeasureRule = function* (measure, { edition }) {
  const { plan } = edition.years;
  for (const [path, { name, years }] of indicatorsOf(measure)) {
    const missing = plan.filter((year) => !Object.hasOwn(years, year));
    if (missing.length > 0) {
      const details = { years: listed(missing), name: shorten(name) };
      yield finding([...path, 'years'], 'missing-year', details, {
        where: 'key',
        hints: ['計画の語も数値もない年度は「{ plan: null }」と書いてください。'],
      });
    }
    for (const year of Object.keys(years).filter((typed) => !plan.includes(typed))) {
      const place = { where: 'key', hints: surplusHints(year, edition) } as const;
      yield finding([...path, 'years', year], 'unknown-year', { year: shorten(year) }, place);
    }
  }
};

/** A real year that the edition has not was carried over from another edition; anything else is a slip. */
function surplusHints(year: string, { edition, years: { plan } }: EditionFile): string[] {
  const columns = `${edition} の年度は${listed(plan)}です。`;
  if (westernYear(year) === undefined) return [...didYouMean(year, plan), columns];
  return [`${columns}この行を消すか、edition.yaml の years を直してください。`];
}

/**
 * An indicator with `actual` anywhere has figures: each year up to the reporting year needs the key, null means not
 * yet reported, and later years have none.
 */
const figuresAreReported: MeasureRule = function* (measure, { edition: { years: columns } }) {
  if (!columns.plan.includes(columns.reporting)) return;
  for (const [path, indicator] of indicatorsOf(measure)) {
    if (!hasFigures(indicator)) continue;
    for (const year of columns.plan) {
      const entry = Object.hasOwn(indicator.years, year) ? indicator.years[year] : undefined;
      if (!entry) continue;
      const place = [...path, 'years', year];
      const due = compareYears(year, columns.reporting) <= 0;
      if (due) yield* dueFigure(place, year, indicator.name, entry.actual);
      else if (typeof entry.actual === 'string') {
        const hints = [
          `「${year}: { plan: ${shorten(entry.plan ?? 'null')} }」と書いてください。${year} を報告するなら、edition.yaml の reporting を「${year}」に直してください。`,
        ];
        const details = { year, reporting: columns.reporting };
        yield finding([...place, 'actual'], 'early-figure', details, { hints });
      }
    }
  }
};

function* dueFigure(
  path: Path,
  year: string,
  name: string,
  actual: string | null | undefined,
): Iterable<Finding> {
  const details = { year, name: shorten(name) };
  if (actual === undefined) {
    const hints = ['数値を書くか、まだなら「actual: null」と書いてください。'];
    yield finding(path, 'missing-actual', details, { where: 'key', hints });
  } else if (actual === null) {
    const hints = ['数値が分かったら、null を数値に替えてください。'];
    yield finding([...path, 'actual'], 'unreported-figure', details, { severity: 'warning', hints });
  }
}

/** A unit is printed for figures; one without any is the trace of a lost figure, or of a copied line. */
const unitsHaveFigures: MeasureRule = function* (measure) {
  for (const [path, indicator] of indicatorsOf(measure)) {
    const { baseline, unit, name } = indicator;
    if (unit === undefined || hasFigures(indicator) || (baseline && 'figure' in baseline)) continue;
    const hints = ['数値を書くか、unit の行を消してください。'];
    yield finding(
      [...path, 'unit'],
      'unit-without-figures',
      { name: shorten(name) },
      { severity: 'warning', hints },
    );
  }
};

/** A heading alone says nothing yet. */
const HEADINGS = /^(?:\s|【[^【】]*】)*$/u;

/**
 * A program for which something was planned in the reporting year is evaluated; the rest has not begun or has ended.
 * While a figure of that year is unreported, that warning stands for the whole report.
 */
const resultsAreWritten: MeasureRule = function* ({ programs }, { edition: { years } }) {
  const year = years.reporting;
  for (const [index, { name, result, activities }] of programs.entries()) {
    const entries = activities.flatMap(({ indicators }) => indicators.map((one) => one.years[year]));
    const isPlanned = entries.some((entry) => typeof entry?.plan === 'string' || entry?.actual !== undefined);
    const isUnreported = entries.some((entry) => entry?.actual === null);
    if (!isPlanned || isUnreported || !HEADINGS.test(result)) continue;
    const hints = ['「result: |」と書き、次の行から字下げして書いてください。'];
    const details = { name: shorten(name), year };
    yield finding(['programs', index, 'result'], 'missing-result', details, { severity: 'warning', hints });
  }
};

const RULES: readonly MeasureRule[] = [
  measureIsFile,
  goalExists,
  programNumbersAreUnique,
  departmentsAreKnown,
  partsHaveNoNumbers,
  planWordsAreKnown,
  yearsAreTheEditions,
  figuresAreReported,
  unitsHaveFigures,
  resultsAreWritten,
  ...MEASURE_DOUBLES,
  ...MEASURE_CROWDS,
];

/** Everything wrong with the measure file of this name. */
export function checkMeasure(measure: MeasureFile, name: string, edition: EditionFile): Finding[] {
  return applyRules(RULES, measure, { name, edition });
}

function* indicatorsOf({ programs }: MeasureFile): Iterable<[Path, Indicator]> {
  for (const [p, { activities }] of programs.entries()) {
    for (const [a, { indicators }] of activities.entries()) {
      for (const [i, indicator] of indicators.entries()) {
        yield [['programs', p, 'activities', a, 'indicators', i], indicator];
      }
    }
  }
}

function wordHints(typed: string, words: readonly string[]): string[] {
  const meant = didYouMean(typed, words);
  return meant.length > 0 ? meant : [`使えるのは${listed(words)}です。`];
}
