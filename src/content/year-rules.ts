/** The rules of a measure's years: which there are, and which of them have figures. */
import { type Finding, listed, nearest, type Path, shorten } from '../yaml/index.ts';
import {
  actualState,
  baselineState,
  type CellState,
  figureIn,
  hasFigures,
  isDue,
  planState,
  yearsWithFigures,
} from './cell-state.ts';
import { type Indicator, indicatorsOf, type MeasureContext, type MeasureRule } from './measure-rule.ts';
import { finding } from './rule.ts';
import { compareYears, westernYear, yearMeant } from './years.ts';

type Edition = MeasureContext['edition'];

/** Years so far from the plan are slips, whatever the calendar says. */
const FAR = 20;

const yearsAreTheEditions: MeasureRule = function* (measure, { edition, doubts }) {
  if (doubts.years) return;
  const { plan } = edition.years;
  for (const [path, indicator] of indicatorsOf(measure)) {
    const missing = plan.filter((year) => !Object.hasOwn(indicator.years, year));
    const surplus = Object.keys(indicator.years).filter((typed) => !plan.includes(typed));
    const meant = new Map(surplus.map((typed) => [typed, yearFor(typed, missing, plan)]));
    const left = missing.filter((year) => ![...meant.values()].includes(year));
    if (left.length > 0) yield missingYears(path, indicator, left, edition);
    for (const year of surplus) {
      const right = meant.get(year);
      const hints = right ? [`「${right}」と書いてください。`] : surplusHints(year, edition);
      yield finding(
        [...path, 'years', year],
        'unknown-year',
        { year: shorten(year) },
        { where: 'key', hints },
      );
    }
  }
};

/** The missing year that was meant by another spelling. A real year near the plan was carried over: that is another. */
function yearFor(typed: string, missing: readonly string[], plan: readonly string[]): string | undefined {
  const meant = yearMeant(typed);
  if (meant !== undefined && missing.includes(meant)) return meant;
  const isReal =
    westernYear(typed) !== undefined && plan.some((year) => Math.abs(compareYears(year, typed)) < FAR);
  return isReal ? undefined : nearest(typed, missing);
}

function missingYears(path: Path, indicator: Indicator, years: readonly string[], edition: Edition): Finding {
  const [first = ''] = years;
  const entry =
    hasFigures(indicator) && isDue(edition, first) ? '{ plan: null, actual: null }' : '{ plan: null }';
  const details = { years: listed(years), name: shorten(indicator.name) };
  const hints = [
    `「${first}: …」の行を書き足してください。計画の語も数値もまだなら「${first}: ${entry}」と書きます。`,
  ];
  return finding([...path, 'years'], 'missing-year', details, { where: 'key', hints, cause: years.join() });
}

/** A real year that the edition has not was carried over from another edition; anything else is a slip. */
function surplusHints(year: string, { edition, years: { plan } }: Edition): string[] {
  const columns = `${edition} の年度は${listed(plan)}です。`;
  if (westernYear(year) === undefined) return [`${columns}どれかに直してください。`];
  return [`${columns}この行を消すか、edition.yaml の years を直してください。`];
}

/**
 * An indicator with `actual` anywhere has figures: each year up to the reporting year needs the key, null means not
 * yet reported, and later years have none.
 */
const figuresAreReported: MeasureRule = function* (measure, { edition, doubts }) {
  const { plan, reporting } = edition.years;
  if (doubts.years || doubts.reporting || !plan.includes(reporting)) return;
  for (const [path, indicator] of indicatorsOf(measure)) {
    if (!hasFigures(indicator)) continue;
    const lone = loneFigure(indicator, edition);
    if (lone !== undefined) {
      yield loneFinding(path, indicator, lone);
      continue;
    }
    for (const year of plan.filter((one) => Object.hasOwn(indicator.years, one)))
      yield* figureProblems([...path, 'years', year], year, indicator, edition);
  }
};

/** The one year with a figure of an indicator that looks like one of words only. */
function loneFigure(indicator: Indicator, edition: Edition): string | undefined {
  if (indicator.unit !== undefined || baselineState(indicator).state === 'figure') return undefined;
  const due = Object.keys(indicator.years).filter((year) => isDue(edition, year));
  const [only = '', ...others] = yearsWithFigures(indicator);
  return others.length === 0 && due.length >= 3 && due.includes(only) ? only : undefined;
}

function loneFinding(path: Path, indicator: Indicator, year: string): Finding {
  const words = planOnly(indicator, year);
  const hints = [
    `計画の語だけの指標なら、${words}と書いてください。数値のある指標なら、ほかの年度にも actual を書いてください。`,
  ];
  const details = { year, name: shorten(indicator.name) };
  return finding([...path, 'years', year, 'actual'], 'lone-figure', details, { hints });
}

/** The year's line with nothing but its plan. */
function planOnly(indicator: Indicator, year: string): string {
  const plan = planState(indicator, year);
  return `「${year}: { plan: ${plan.state === 'word' ? shorten(plan.word) : 'null'} }」`;
}

const WRITE_FIGURE = '数値を書くか、まだなら「actual: null」と書いてください。';
const NOT_COUNTED = [
  '数値があるなら書いてください。その年度にはまだ数えていなかったことを表す書き方は、今の版にはありません。',
  '「actual: null」は、数値がこれから届くときだけに使います（「未報告」と印刷されます）。',
];

/** What is wrong with a year's actual, or with its not being there. */
function figureProblems(path: Path, year: string, indicator: Indicator, edition: Edition): Finding[] {
  const details = { year, name: shorten(indicator.name) };
  const { reporting } = edition.years;
  switch (actualState(edition, indicator, year).state) {
    case 'figure': {
      if (isDue(edition, year)) return [];
      const hints = [
        `${planOnly(indicator, year)}と書いてください。${year} を報告するなら、edition.yaml の reporting を「${year}」に直してください。`,
      ];
      return [finding([...path, 'actual'], 'early-figure', { year, reporting }, { hints })];
    }
    case 'unreported': {
      const hints = ['数値が分かったら、null を数値に替えてください。'];
      return [finding([...path, 'actual'], 'unreported-figure', details, { severity: 'warning', hints })];
    }
    case 'nothing': {
      if (!isDue(edition, year)) return [];
      const hints = startsLater(year, indicator, edition) ? NOT_COUNTED : [WRITE_FIGURE];
      const cause = path.slice(0, -1).join();
      return [finding(path, 'missing-actual', details, { where: 'key', hints, cause })];
    }
  }
}

/** Whether no year up to this one has a figure, and a later one has. */
function startsLater(year: string, indicator: Indicator, edition: Edition): boolean {
  const { plan } = edition.years;
  const at = plan.indexOf(year);
  const isFigure = (one: string) => figureIn(actualState(edition, indicator, one)) !== undefined;
  return !plan.slice(0, at).some(isFigure) && plan.slice(at + 1).some(isFigure);
}

/** A unit is printed for figures; one without any is the trace of a lost figure, or of a copied line. */
const unitsHaveFigures: MeasureRule = function* (measure) {
  for (const [path, indicator] of indicatorsOf(measure)) {
    const { unit, name } = indicator;
    if (unit === undefined || hasFigures(indicator) || baselineState(indicator).state === 'figure') continue;
    const hints = ['数値を書くか、unit の行を消してください。'];
    const details = { name: shorten(name) };
    yield finding([...path, 'unit'], 'unit-without-figures', details, { severity: 'warning', hints });
  }
};

/** More decimals than a council reads are the trace of a division. */
const MOST_DECIMALS = 4;

const figuresAreRounded: MeasureRule = function* (measure, { edition }) {
  for (const [path, indicator] of indicatorsOf(measure)) {
    yield* longFigure([...path, 'baseline'], baselineState(indicator));
    for (const year of Object.keys(indicator.years))
      yield* longFigure([...path, 'years', year, 'actual'], actualState(edition, indicator, year));
  }
};

function* longFigure(path: Path, cell: CellState): Iterable<Finding> {
  const figure = figureIn(cell) ?? '';
  const decimals = figure.split('.')[1]?.length ?? 0;
  if (decimals <= MOST_DECIMALS) return;
  const hints = [
    `四捨五入して「${Number(figure).toFixed(1)}」や「${Number(figure).toFixed(2)}」のように書いてください。`,
  ];
  yield finding(path, 'many-decimals', { figure, decimals }, { severity: 'warning', hints });
}

export const YEAR_RULES: readonly MeasureRule[] = [
  yearsAreTheEditions,
  figuresAreReported,
  unitsHaveFigures,
  figuresAreRounded,
];
