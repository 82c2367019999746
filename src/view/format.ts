/** Numbers, dates and lists as they print. */
import type { Figure } from '../content/edition.ts';
import { ERAS } from '../content/index.ts';

export { wareki } from '../content/index.ts';

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

/** Fills `{number}` and `{title}` into a label; without a title what stood before it is trimmed (`目標3`). */
export function fillLabel(label: string, number: string, title: string): string {
  const values: Readonly<Record<string, string>> = { '{number}': number, '{title}': title };
  return label.replace(/\{number\}|\{title\}/g, (placeholder) => values[placeholder] as string).trimEnd();
}

/** `R6` → `令和6年度`; a name that is no era year stays as typed. */
export function fiscalYear(name: string): string {
  const [, letter, count] = /^([A-Z])(\d+)$/.exec(name) ?? [];
  const era = ERAS.find((one) => one.letter === letter);
  return era ? `${era.name}${count === '1' ? '元' : count}年度` : name;
}
