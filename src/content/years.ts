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

/** Whether a year follows another; R1 may be left out between H30 and R2. */
export function follows(year: string, before: string): boolean {
  const gap = compareYears(year, before);
  return gap === 1 || (before === 'H30' && year === 'R2');
}
