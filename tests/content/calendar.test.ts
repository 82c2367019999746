import { describe, expect, test } from 'vitest';
import { daysIn, isDay, isoDate, wareki, warekiWithWeekday, weekdayOf } from '../../src/content/calendar.ts';

describe('dates print by era', () => {
  test.each([
    ['2025-07-29', '令和7年7月29日'],
    ['2020-01-01', '令和2年1月1日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['1990-01-01', '平成2年1月1日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1926-12-24', '1926年12月24日'],
  ])('%s → %s', (typed, printed) => {
    expect(wareki(typed)).toBe(printed);
  });
});

describe('days', () => {
  test.each([
    [2024, 2, 29],
    [2026, 2, 28],
    [2000, 2, 29],
    [2100, 2, 28],
    [2026, 11, 30],
    [2026, 12, 31],
  ])('%i-%i has %i', (year, month, days) => {
    expect(daysIn(year, month)).toBe(days);
    expect([isDay(year, month, days), isDay(year, month, days + 1), isDay(year, month, 0)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('there is no month 0 or 13, and no year 26', () => {
    expect([isDay(2026, 0, 1), isDay(2026, 13, 1), isDay(26, 1, 1)]).toEqual([false, false, false]);
  });

  test('as ISO 8601', () => {
    expect(isoDate(2026, 1, 2)).toBe('2026-01-02');
  });
});

describe('weekdays', () => {
  test.each([
    ['2026-11-22', '日'],
    ['2000-02-29', '火'],
    ['1989-01-07', '土'],
  ])('%s is %s', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  test('stand behind the date', () => {
    expect(warekiWithWeekday('2026-11-22')).toBe('令和8年11月22日（日）');
  });
});
