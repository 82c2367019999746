/** The calendar: which days there are, their weekdays and their eras. No clock and no time zone. */

/** The eras' first days, newest first (元号法; the days of accession and enactment). */
export const ERAS = [
  { name: '令和', letter: 'R', from: '2019-05-01', firstYear: 2019 },
  { name: '平成', letter: 'H', from: '1989-01-08', firstYear: 1989 },
  { name: '昭和', letter: 'S', from: '1926-12-25', firstYear: 1926 },
] as const;

const WEEKDAYS = '日月火水木金土';

/** Whether the calendar has this day. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** How many days a month has (1–12). */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A day as ISO 8601, `2026-11-22`. */
export function isoDate(year: number, month: number, day: number): string {
  const digits = (number: number, count: number) => String(number).padStart(count, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** The weekday's character. @param date ISO 8601, checked before */
export function weekdayOf(date: string): string {
  return WEEKDAYS.charAt(new Date(`${date}T00:00:00Z`).getUTCDay());
}

/** The era a day belongs to; undefined before 昭和. @param date ISO 8601, checked before */
export function eraOf(date: string): (typeof ERAS)[number] | undefined {
  return ERAS.find(({ from }) => date >= from);
}

/**
 * `2025-07-29` → `令和7年7月29日`; before 昭和 `1926年12月24日`.
 *
 * @param date year, month and day as ISO 8601, checked before
 */
export function wareki(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const era = eraOf(date);
  if (!era) return `${year}年${month}月${day}日`;
  const count = year - era.firstYear + 1;
  return `${era.name}${count === 1 ? '元' : count}年${month}月${day}日`;
}

/** `2026-11-22` → `令和8年11月22日（日）`. @param date ISO 8601, checked before */
export function warekiWithWeekday(date: string): string {
  return `${wareki(date)}（${weekdayOf(date)}）`;
}
