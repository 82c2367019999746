/** What the summary counts: measures, programs, indicators, how figures have changed, plan words. Pure arithmetic. */
import { actualState, baselineState, figureIn, hasFigures, planState } from '../../content/cell-state.ts';
import {
  type Edition,
  type Figure,
  goalOf,
  goalsInOrder,
  type Indicator,
  type Measure,
  type YearName,
} from '../../content/edition.ts';

export type GoalCounts = {
  readonly measures: number;
  readonly programs: number;
  /** 重点事業. */
  readonly priority: number;
  readonly indicators: number;
  readonly withFigures: number;
  /** Figures due in the reporting year and missing. */
  readonly unreported: number;
};

export type DepartmentCounts = {
  readonly programs: number;
  /** 重点事業. */
  readonly priority: number;
  readonly indicators: number;
};

/** Of indicators with figures. */
export type ChangeCounts = {
  readonly rose: number;
  readonly held: number;
  readonly fell: number;
  /** Either figure is missing, or is a word. */
  readonly unknown: number;
};

/** Two year columns that are compared. */
export type Comparison = { readonly year: YearName; readonly before: YearName };

/** Counts by goal or by department, in the order of printing, and of all, where nothing counts twice. */
export type Counted<C> = { readonly rows: readonly C[]; readonly total: C };

/** How often a word, or none, is planned for the reporting year. */
export type WordCounts = { readonly words: readonly number[]; readonly none: number };

/** By goal, in the order of printing. */
export function countGoals(edition: Edition): Counted<GoalCounts> {
  const isUnreported = (indicator: Indicator) =>
    actualState(edition, indicator, edition.years.reporting).state === 'unreported';
  return byGoal(edition, (own) => {
    const programs = own.flatMap((measure) => measure.programs);
    const indicators = indicatorsOf(programs);
    return {
      measures: own.length,
      programs: programs.length,
      priority: programs.filter(({ priority }) => priority).length,
      indicators: indicators.length,
      withFigures: indicators.filter(hasFigures).length,
      unreported: indicators.filter(isUnreported).length,
    };
  });
}

/** By department, in the order of `departments`: a program of several counts for each of them. */
export function countDepartments({ departments, measures }: Edition): Counted<DepartmentCounts> {
  const programs = measures.flatMap((measure) => measure.programs);
  const count = (own: Programs) => ({
    programs: own.length,
    priority: own.filter(({ priority }) => priority).length,
    indicators: indicatorsOf(own).length,
  });
  const byName = new Map<string, Measure['programs'][number][]>(departments.map((name) => [name, []]));
  for (const program of programs) for (const name of program.departments) byName.get(name)?.push(program);
  return { rows: departments.map((name) => count(byName.get(name) ?? [])), total: count(programs) };
}

/**
 * What the reporting year is compared with: the plan year before it and the baseline. The first plan year has only
 * the baseline before it.
 */
export function comparisonsOf({ years: { baseline, plan, reporting } }: Edition): Comparison[] {
  const before = plan[plan.indexOf(reporting) - 1];
  const years = before === undefined ? [baseline] : [before, baseline];
  return years.map((year) => ({ year: reporting, before: year }));
}

/** By goal, in the order of printing. */
export function countChanges(edition: Edition, { year, before }: Comparison): Counted<ChangeCounts> {
  const { baseline } = edition.years;
  const figureOf = (indicator: Indicator, column: YearName) =>
    figureIn(column === baseline ? baselineState(indicator) : actualState(edition, indicator, column));
  return byGoal(edition, (own) => {
    const indicators = indicatorsOf(own.flatMap((measure) => measure.programs)).filter(hasFigures);
    const changes = indicators.map((indicator) =>
      changeBetween(figureOf(indicator, before), figureOf(indicator, year)),
    );
    const count = (change: keyof ChangeCounts) => changes.filter((one) => one === change).length;
    return { rose: count('rose'), held: count('held'), fell: count('fell'), unknown: count('unknown') };
  });
}

/** What is planned for the reporting year, of all indicators; in the order of `plan_words`. */
export function countPlanWords({ measures, plan_words, years }: Edition): WordCounts {
  const indicators = indicatorsOf(measures.flatMap((measure) => measure.programs));
  const counts = new Map<string | undefined, number>();
  for (const indicator of indicators) {
    const plan = planState(indicator, years.reporting);
    const planned = plan.state === 'word' ? plan.word : undefined;
    counts.set(planned, (counts.get(planned) ?? 0) + 1);
  }
  const count = (word?: string) => counts.get(word) ?? 0;
  return { words: plan_words.map((word) => count(word)), none: count() };
}

/** Compares two decimal literals exactly: 4.10 is 4.1. Below 0 where the first is less, above 0 where it is more. */
export function compareFigures(a: Figure, b: Figure): number {
  const places = Math.max(decimalsOf(a).length, decimalsOf(b).length);
  const [first, second] = [scaled(a, places), scaled(b, places)];
  return first < second ? -1 : first > second ? 1 : 0;
}

type Programs = Measure['programs'];

/** Counts each goal's measures by themselves, and all of them together. */
function byGoal<C>(edition: Edition, count: (measures: readonly Measure[]) => C): Counted<C> {
  const byNumber = new Map<string, Measure[]>(edition.goals.map(({ number }) => [number, []]));
  for (const measure of edition.measures) byNumber.get(goalOf(measure))?.push(measure);
  return {
    rows: goalsInOrder(edition).map(({ number }) => count(byNumber.get(number) ?? [])),
    total: count(edition.measures),
  };
}

function indicatorsOf(programs: Programs): Indicator[] {
  return programs.flatMap(({ activities }) => activities.flatMap(({ indicators }) => indicators));
}

function changeBetween(before: Figure | undefined, after: Figure | undefined): keyof ChangeCounts {
  if (before === undefined || after === undefined) return 'unknown';
  const difference = compareFigures(after, before);
  return difference > 0 ? 'rose' : difference < 0 ? 'fell' : 'held';
}

function decimalsOf(figure: Figure): string {
  return figure.split('.')[1] ?? '';
}

/** The figure times ten to the power of `places`, which are at least its own. */
function scaled(figure: Figure, places: number): bigint {
  const [whole = ''] = figure.split('.');
  return BigInt(whole + decimalsOf(figure).padEnd(places, '0'));
}
