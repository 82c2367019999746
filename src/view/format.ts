/** Numbers, years, dates and lists as they print. */
import type { Figure, YearName } from '../content/edition.ts';

/** `1091` → `1,091`; sign and decimals stay as typed. */
export function formatFigure(figure: Figure): string {
  const [whole = '', ...decimals] = figure.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}

const CIRCLED_ONE = '①'.codePointAt(0) as number;
const CIRCLED_TWENTY_ONE = '㉑'.codePointAt(0) as number;
const CIRCLED_THIRTY_SIX = '㊱'.codePointAt(0) as number;

/** A circled number, 1–50; above that a number in parentheses. */
export function circled(number: number): string {
  if (number <= 20) return String.fromCodePoint(CIRCLED_ONE + number - 1);
  if (number <= 35) return String.fromCodePoint(CIRCLED_TWENTY_ONE + number - 21);
  if (number <= 50) return String.fromCodePoint(CIRCLED_THIRTY_SIX + number - 36);
  return `(${number})`;
}

/** The eras' first days, newest first (元号法; the days of accession and enactment). */
const ERAS = [
  { name: '令和', from: '2019-05-01', firstYear: 2019 },
  { name: '平成', from: '1989-01-08', firstYear: 1989 },
  { name: '昭和', from: '1926-12-25', firstYear: 1926 },
] as const;

/**
 * `2025-07-29` → `令和7年7月29日`.
 *
 * @param date year, month and day as ISO 8601, checked before
 */
export function wareki(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const era = ERAS.find((candidate) => date >= candidate.from);
  if (!era) return `${year}年${month}月${day}日`;
  const count = year - era.firstYear + 1;
  return `${era.name}${count === 1 ? '元' : count}年${month}月${day}日`;
}

const ERA_LETTERS: Readonly<Record<string, string>> = { S: '昭和', H: '平成', R: '令和' };

/** `R6` → `令和6年度`, for text that is read out. */
export function fiscalYear(year: YearName): string {
  const [letter = '', count] = [year.slice(0, 1), year.slice(1)];
  return `${ERA_LETTERS[letter]}${count === '1' ? '元' : count}年度`;
}

/** Fills `{number}` and `{title}` into a label; without a title what stood before it is trimmed (`目標3`). */
export function fillLabel(label: string, number: string, title: string): string {
  const values: Readonly<Record<string, string>> = { '{number}': number, '{title}': title };
  return label.replace(/\{number\}|\{title\}/g, (placeholder) => values[placeholder] as string).trimEnd();
}
