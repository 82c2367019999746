/** The rules of a measure file beyond its shape, given its edition. */
import { type Finding, listed, notAFigure, type Path, shorten, standsForNothing } from '../yaml/index.ts';
import { actualState, baselineState, type CellState, planState } from './cell-state.ts';
import { MEASURE_CROWDS } from './crowded-rules.ts';
import { itemMark } from './doubled.ts';
import { MEASURE_DOUBLES } from './doubled-rules.ts';
import type { Doubts } from './doubts.ts';
import { goalOf } from './edition.ts';
import { indicatorsOf, type MeasureRule } from './measure-rule.ts';
import { applyRules, finding, KEEP_ONE, repeated } from './rule.ts';
import type { EditionFile, MeasureFile } from './schemas.ts';
import { departmentHints, itemAround, wordHints } from './word-hints.ts';
import { YEAR_RULES } from './year-rules.ts';

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

const goalExists: MeasureRule = function* ({ measure }, { name, edition: { goals }, doubts }) {
  // A number that is not the file's is told of already.
  if (doubts.goals || measure !== name) return;
  const goal = goalOf({ measure });
  const numbers = goals.map(({ number }) => number);
  if (numbers.includes(goal)) return;
  const hints = [
    `目標の番号は${listed(numbers)}です。番号を直すか、edition.yaml の goals に足してください。`,
  ];
  const details = { goal: shorten(goal), measure: shorten(measure) };
  yield finding(['measure'], 'unknown-goal', details, { hints, cause: goal });
};

const programNumbersAreUnique: MeasureRule = function* ({ programs }) {
  for (const { name, index, first } of repeated(programs.map(({ number }) => number))) {
    const related = [{ path: ['programs', first, 'number'], message: '同じ番号の事業です。' }];
    const hints = ['どちらかを、計画で決まっている番号に直してください。'];
    yield finding(['programs', index, 'number'], 'duplicate-program', { number: name }, { hints, related });
  }
};

const departmentsAreKnown: MeasureRule = function* ({ programs }, { edition, doubts }) {
  const known = new Set(edition.departments);
  for (const [index, { departments }] of programs.entries()) {
    const path = ['programs', index, 'departments'];
    for (const [at, name] of departments.entries()) {
      if (known.has(name) || doubts.isDoubtful('departments', name)) continue;
      const hints = () => departmentHints(name, edition.departments);
      const cause = () => itemAround(name, edition.departments);
      yield finding([...path, at], 'unknown-department', { name: shorten(name) }, { hints, cause });
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

const planWordsAreKnown: MeasureRule = function* (measure, { edition: { plan_words }, doubts }) {
  const known = new Set(plan_words);
  const isRight = (word: string) => known.has(word) || doubts.isDoubtful('plan_words', word);
  for (const [path, indicator] of indicatorsOf(measure)) {
    const before = baselineState(indicator);
    if (before.state === 'word' && !isRight(before.word)) {
      yield wrongBaseline([...path, 'baseline'], before.word, plan_words);
    }
    for (const year of Object.keys(indicator.years)) {
      const plan = planState(indicator, year);
      if (plan.state === 'none' || isRight(plan.word)) continue;
      yield unknownPlanWord([...path, 'years', year, 'plan'], plan.word, plan_words);
    }
  }
};

/** A text with a digit in it was meant as a figure. */
function wrongBaseline(path: Path, word: string, known: readonly string[]): Finding {
  const meantAsFigure = /\d/.test(word.normalize('NFKC'));
  return meantAsFigure || standsForNothing(word)
    ? { path, diagnostic: notAFigure(word) }
    : unknownPlanWord(path, word, known);
}

function unknownPlanWord(path: Path, word: string, known: readonly string[]): Finding {
  const hints = () => wordHints(word, known, 'plan_words');
  const cause = () => itemAround(word, known);
  return finding(path, 'unknown-plan-word', { word: shorten(word) }, { hints, cause });
}

/** A heading alone says nothing yet. */
const HEADINGS = /^(?:\s|【[^【】]*】)*$/u;

/**
 * A program for which something was planned in the reporting year is evaluated; the rest has not begun or has ended.
 * While a figure of that year is unreported, that warning stands for the whole report.
 */
const resultsAreWritten: MeasureRule = function* ({ programs }, { edition }) {
  const year = edition.years.reporting;
  for (const [index, { name, result, activities }] of programs.entries()) {
    if (!HEADINGS.test(result)) continue;
    const cells = activities
      .flatMap(({ indicators }) => indicators)
      .flatMap((one): CellState[] => [planState(one, year), actualState(edition, one, year)]);
    const states = new Set(cells.map(({ state }) => state));
    const isPlanned = states.has('word') || states.has('figure');
    if (!isPlanned || states.has('unreported')) continue;
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
  ...YEAR_RULES,
  resultsAreWritten,
  ...MEASURE_DOUBLES,
  ...MEASURE_CROWDS,
];

/**
 * Everything wrong with the measure file of this name.
 *
 * @param doubts what is wrong with the edition itself
 */
export function checkMeasure(
  measure: MeasureFile,
  name: string,
  edition: EditionFile,
  doubts: Doubts,
): Finding[] {
  return applyRules(RULES, measure, { name, edition, doubts });
}
