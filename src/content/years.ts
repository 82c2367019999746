/** Fiscal years as clerks write them: H30, R1, R2 … */

import { ERAS } from './calendar.ts';

/** The youngest era has no end yet: its years are bounded by two digits. */
const MOST_YEARS = 99;

/** How fiscal years are counted: an era ends with the year before the next one's first. */
const COUNTED = ERAS.map(({ name, letter, firstYear }, index) => {
  const next = ERAS[index - 1]?.firstYear ?? firstYear + MOST_YEARS;
  return { name, letter, firstYear, last: next - firstYear };
});

const LETTERS = ERAS.map(({ letter }) => letter).join('');

/** What a year's name looks like, for patterns; which years there are, {@link westernYear} knows. */
export const YEAR_FORM = `[${LETTERS}][1-9]\\d?`;

const NAME = new RegExp(`^${YEAR_FORM}$`);

/** The western year, or undefined for what is no fiscal year (H31 was R1 by the time it was reported on). */
export function westernYear(name: string): number | undefined {
  if (!NAME.test(name)) return undefined;
  const year = Number(name.slice(1));
  const era = COUNTED.find(({ letter }) => name.startsWith(letter));
  return era && year <= era.last ? era.firstYear + year - 1 : undefined;
}

function nameOf(western: number): string | undefined {
  return COUNTED.map(({ letter, firstYear }) => `${letter}${western - firstYear + 1}`).find(
    (name) => westernYear(name) === western,
  );
}

/** The year so many years after another, or before it; the year itself where it has no such neighbour. */
export function yearAfter(name: string, years: number): string {
  return nameOf((westernYear(name) ?? Number.NaN) + years) ?? name;
}

/** Orders by era, H30 < R1 < R10. */
export function compareYears(a: string, b: string): number {
  return (westernYear(a) ?? 0) - (westernYear(b) ?? 0);
}

const MEANT = new RegExp(`^(${ERAS.map(({ name }) => name).join('|')}|[${LETTERS}])0*(\\d{1,2})$`);

/** The year meant by another spelling: `Ｒ６`, `r6`, `R06`, `令和6年度`, `H31`, `2024`. */
export function yearMeant(typed: string): string | undefined {
  const folded = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s|\.|年度?$/g, '')
    .replace('元', '1');
  if (/^20\d\d$/.test(folded)) return nameOf(Number(folded));
  const [, said = '', digits = ''] = MEANT.exec(folded) ?? [];
  const era = COUNTED.find(({ name, letter }) => said === name || said === letter);
  return era && nameOf(era.firstYear + Number(digits) - 1);
}

const RANGE = /^(.+?)\s*(?:[～〜~‐−–—―ー－-]|から)\s*(.+)$/u;

/** The years of a range, `R2～R6`, or of several in one, `R2、R3`; undefined where it is neither. */
export function yearsMeant(typed: string): string[] | undefined {
  const [, from = '', to = ''] = RANGE.exec(typed) ?? [];
  const [first, last] = [yearMeant(from), yearMeant(to)];
  if (first !== undefined && last !== undefined && compareYears(first, last) < 0)
    return yearsBetween(first, last);
  const years = typed.split(/[、，､,・\s]+/u).map(yearMeant);
  return years.length > 1 && years.every((year) => year !== undefined) ? years : undefined;
}

function yearsBetween(first: string, last: string): string[] {
  const count = compareYears(last, first) + 1;
  return count > MOST_YEARS ? [] : Array.from({ length: count }, (_, index) => yearAfter(first, index));
}

/** The year in a longer name: `R6 - コピー`, `R6(1)`, `旧R6`, `令和6年度_控え`. */
export function yearWithin(name: string): string | undefined {
  const folded = name.normalize('NFKC');
  const [token] = YEAR_WITHIN.exec(folded) ?? [];
  return token === undefined ? undefined : yearMeant(token);
}

const YEAR_WITHIN = new RegExp(
  `(?<![0-9A-Za-z])[${LETTERS}]\\d{1,2}(?![0-9])|(?:${ERAS.map(({ name }) => name).join('|')})(?:\\d{1,2}|元)年?度?`,
);

/** Whether a year follows another; R1 may be left out between H30 and R2. */
export function follows(year: string, before: string): boolean {
  const gap = compareYears(year, before);
  return gap === 1 || (before === 'H30' && year === 'R2');
}
