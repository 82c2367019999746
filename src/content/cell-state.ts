/**
 * The state of an indicator's cells. Whoever prints, counts, exports or checks a cell asks here and answers for every
 * state: one that is added to `CellState` does not compile until each of them says what becomes of it. Pure.
 */
import type { Edition, Figure, Indicator, Labels, YearName } from './edition.ts';
import { compareYears } from './years.ts';

export type CellState =
  | { readonly state: 'figure'; readonly figure: Figure }
  | { readonly state: 'word'; readonly word: string }
  /** No baseline, or nothing planned for the year. */
  | { readonly state: 'none' }
  /** A figure is due, and nobody has given it yet. */
  | { readonly state: 'unreported' }
  /** There is no figure to expect: the year is still to come, or the indicator has plan words only. */
  | { readonly state: 'nothing' };

type StateOf<S extends CellState['state']> = Extract<CellState, { readonly state: S }>;

export type BaselineState = StateOf<'figure' | 'word' | 'none'>;
export type PlanState = StateOf<'word' | 'none'>;
export type ActualState = StateOf<'figure' | 'unreported' | 'nothing'>;

/** A state that prints the edition's label of the same name. */
export type LabelledState = CellState['state'] & keyof Labels;

type Years = { readonly years: Pick<Edition['years'], 'reporting'> };

/** 実績 before the plan. */
export function baselineState({ baseline }: Pick<Indicator, 'baseline'>): BaselineState {
  if (baseline === null) return { state: 'none' };
  return 'figure' in baseline
    ? { state: 'figure', figure: baseline.figure }
    : { state: 'word', word: baseline.word };
}

/** 計画 of a year; none for a year that the indicator does not list. */
export function planState({ years }: Pick<Indicator, 'years'>, year: YearName): PlanState {
  const plan = years[year]?.plan ?? null;
  return plan === null ? { state: 'none' } : { state: 'word', word: plan };
}

/** 実績 of a year. A figure that comes early is a figure all the same: the rules refuse it. */
export function actualState(
  edition: Years,
  { years }: Pick<Indicator, 'years'>,
  year: YearName,
): ActualState {
  const actual = years[year]?.actual;
  if (typeof actual === 'string') return { state: 'figure', figure: actual };
  return { state: actual === null && isDue(edition, year) ? 'unreported' : 'nothing' };
}

/** Figures are due up to the reporting year. */
export function isDue({ years }: Years, year: YearName): boolean {
  return compareYears(year, years.reporting) <= 0;
}

/** An indicator with `actual` in any year has figures; one without is a status indicator: plan words only. */
export function hasFigures(indicator: Pick<Indicator, 'years'>): boolean {
  return yearsWithFigures(indicator).length > 0;
}

/** The years whose `actual` is typed, be it null. */
export function yearsWithFigures({ years }: Pick<Indicator, 'years'>): YearName[] {
  return Object.keys(years).filter((year) => years[year]?.actual !== undefined);
}

/** The cell's figure, where that is its state. */
export function figureIn(cell: CellState): Figure | undefined {
  return cell.state === 'figure' ? cell.figure : undefined;
}
