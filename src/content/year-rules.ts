/** The rules of a measure's years: which there are, and which of them have figures. */
import { type Finding, listed, nearest, type Path, shorten } from '../yaml/index.ts';
import { hasFigures } from './edition.ts';
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
    hasFigures(indicator) && isReported(first, edition) ? '{ plan: null, actual: null }' : '{ plan: null }';
  const details = { years: listed(years), name: shorten(indicator.name) };
  const hints = [
    `「${first}: …」の行を書き足してください。計画の語も数値もまだなら「${first}: ${entry}」と書きます。`,
  ];
  return finding([...path, 'years'], 'missing-year', details, { where: 'key', hints, cause: years.join() });
}

function isReported(year: string, { years }: Edition): boolean {
  return compareYears(year, years.reporting) <= 0;
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
    for (const year of plan) {
      const entry = Object.hasOwn(indicator.years, year) ? indicator.years[year] : undefined;
      if (!entry) continue;
      const place = [...path, 'years', year];
      if (isReported(year, edition)) yield* dueFigure(place, year, indicator, edition);
      else if (typeof entry.actual === 'string') yield earlyFigure(place, year, entry.plan, reporting);
    }
  }
};

/** The one year with a figure of an indicator that looks like one of words only. */
function loneFigure({ unit, baseline, years }: Indicator, edition: Edition): string | undefined {
  if (unit !== undefined || (baseline && 'figure' in baseline)) return undefined;
  const due = Object.keys(years).filter((year) => isReported(year, edition));
  const figures = Object.keys(years).filter((year) => years[year]?.actual !== undefined);
  const [only] = figures;
  return figures.length === 1 && due.length >= 3 && due.includes(only as string) ? only : undefined;
}

function loneFinding(path: Path, { name, years }: Indicator, year: string): Finding {
  const words = `「${year}: { plan: ${shorten(years[year]?.plan ?? 'null')} }」`;
  const hints = [
    `計画の語だけの指標なら、${words}と書いてください。数値のある指標なら、ほかの年度にも actual を書いてください。`,
  ];
  return finding([...path, 'years', year, 'actual'], 'lone-figure', { year, name: shorten(name) }, { hints });
}

function earlyFigure(path: Path, year: string, word: string | null, reporting: string): Finding {
  const hints = [
    `「${year}: { plan: ${shorten(word ?? 'null')} }」と書いてください。${year} を報告するなら、edition.yaml の reporting を「${year}」に直してください。`,
  ];
  return finding([...path, 'actual'], 'early-figure', { year, reporting }, { hints });
}

const WRITE_FIGURE = '数値を書くか、まだなら「actual: null」と書いてください。';
const NOT_COUNTED = [
  '数値があるなら書いてください。その年度にはまだ数えていなかったことを表す書き方は、今の版にはありません。',
  '「actual: null」は、数値がこれから届くときだけに使います（「未報告」と印刷されます）。',
];

function* dueFigure(path: Path, year: string, indicator: Indicator, edition: Edition): Iterable<Finding> {
  const { actual } = indicator.years[year] ?? {};
  const details = { year, name: shorten(indicator.name) };
  if (actual === undefined) {
    const hints = startsLater(year, indicator, edition) ? NOT_COUNTED : [WRITE_FIGURE];
    yield finding(path, 'missing-actual', details, { where: 'key', hints, cause: path.slice(0, -1).join() });
  } else if (actual === null) {
    const hints = ['数値が分かったら、null を数値に替えてください。'];
    yield finding([...path, 'actual'], 'unreported-figure', details, { severity: 'warning', hints });
  }
}

/** Whether no year up to this one has a figure, and a later one has. */
function startsLater(year: string, { years }: Indicator, { years: { plan } }: Edition): boolean {
  const at = plan.indexOf(year);
  const isFigure = (one: string) => typeof years[one]?.actual === 'string';
  return !plan.slice(0, at).some(isFigure) && plan.slice(at + 1).some(isFigure);
}

/** A unit is printed for figures; one without any is the trace of a lost figure, or of a copied line. */
const unitsHaveFigures: MeasureRule = function* (measure) {
  for (const [path, indicator] of indicatorsOf(measure)) {
    const { baseline, unit, name } = indicator;
    if (unit === undefined || hasFigures(indicator) || (baseline && 'figure' in baseline)) continue;
    const hints = ['数値を書くか、unit の行を消してください。'];
    const details = { name: shorten(name) };
    yield finding([...path, 'unit'], 'unit-without-figures', details, { severity: 'warning', hints });
  }
};

/** More decimals than a council reads are the trace of a division. */
const MOST_DECIMALS = 4;

const figuresAreRounded: MeasureRule = function* (measure) {
  for (const [path, { baseline, years }] of indicatorsOf(measure)) {
    if (baseline && 'figure' in baseline) yield* longFigure([...path, 'baseline'], baseline.figure);
    for (const [year, { actual }] of Object.entries(years))
      if (typeof actual === 'string') yield* longFigure([...path, 'years', year, 'actual'], actual);
  }
};

function* longFigure(path: Path, figure: string): Iterable<Finding> {
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
