import { describe, expect, test } from 'vitest';
import { daysIn, isoDate, wareki, warekiWithWeekday } from '../../src/content/calendar.ts';
import { readMeetingDate } from '../../src/content/meeting-date.ts';

/** 25 December 1926 was a Saturday; the days since then are counted one by one. */
const WEEKDAYS = '土日月火水木金';

/** Every day from the first of 昭和 to the end of 2100. */
function* allDays(): Iterable<string> {
  for (let year = 1926; year <= 2100; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= daysIn(year, month); day += 1) {
        const date = isoDate(year, month, day);
        if (date >= '1926-12-25') yield date;
      }
    }
  }
}

test('every day is read back as it prints, with the weekday that counting gives', () => {
  const wrong: string[] = [];
  let count = 0;
  for (const date of allDays()) {
    const printed = `${wareki(date)}（${WEEKDAYS.charAt(count % 7)}）`;
    count += 1;
    const read = [printed, date].map((typed) => readMeetingDate(typed).value);
    if (warekiWithWeekday(date) !== printed || read.some((value) => value !== date)) wrong.push(date);
  }
  expect(wrong).toEqual([]);
  expect(count).toBe(63_560);
});

test('each of the other six weekdays is wrong on any day of a year, and told the right one', () => {
  for (const date of [...allDays()].filter((day) => day.startsWith('2026'))) {
    const right = warekiWithWeekday(date);
    const others = [...WEEKDAYS].map((weekday) => right.replace(/（.）/, `（${weekday}）`));
    const answers = others.filter((typed) => typed !== right).map((typed) => readMeetingDate(typed));
    expect(answers.map(({ diagnostics }) => [diagnostics[0]?.code, diagnostics[0]?.hints])).toEqual(
      Array(6).fill(['wrong-weekday', [`「${right}」と書いてください。`]]),
    );
  }
});

describe('what else is written', () => {
  test.each([
    ['令和８年１１月２２日（日）', 'date-form', '「令和8年11月22日（日）」'],
    ['令和8年11月22日(日)', 'date-form', '「令和8年11月22日（日）」'],
    ['令和8年11月22日', 'date-form', '「令和8年11月22日（日）」'],
    ['令和8年11月22日 日曜日', 'date-form', '「令和8年11月22日（日）」'],
    ['令和8年11月23日（月・祝）', 'date-form', '「令和8年11月23日（月）」'],
    ['令和 8 年 11 月 22 日（日）', 'date-form', '「令和8年11月22日（日）」'],
    ['令和08年01月05日（月）', 'date-form', '「令和8年1月5日（月）」'],
    ['㋿8年11月22日（日）', 'date-form', '「令和8年11月22日（日）」'],
    ['令和1年5月1日（水）', 'date-form', '「令和元年5月1日（水）」'],
    ['R8.11.22', 'date-form', '「令和8年11月22日（日）」'],
    ['r8-11-22', 'date-form', '「令和8年11月22日（日）」'],
    ['２０２６－１１－２２', 'date-form', '「令和8年11月22日（日）」'],
    ['2026-1-5', 'date-form', '「令和8年1月5日（月）」'],
    ['2026年11月22日（日）', 'date-form', '「令和8年11月22日（日）」'],
    ['西暦2026年11月22日', 'date-form', '「令和8年11月22日（日）」'],
    ['平成35年11月22日（水）', 'era-year', '「令和5年11月22日（水）」'],
    ['平成35年11月22日（日）', 'era-year', '「令和5年11月22日（水）」'],
    ['令和元年4月30日（火）', 'era-year', '「平成31年4月30日（火）」'],
    ['昭和64年1月8日（日）', 'era-year', '「平成元年1月8日（日）」'],
    ['令和0年5月1日', 'era-year', '「平成30年5月1日（火）」'],
    ['今和8年11月22日（日）', 'unknown-era', '「令和」ではありませんか。'],
    ['大正15年11月22日', 'unknown-era', '「令和」「平成」「昭和」'],
    ['令和8年2月30日（月）', 'impossible-date', '令和8年2月は 28 日までです。'],
    ['2028-02-30', 'impossible-date', '2028年2月は 29 日までです。'],
    ['令和8年13月1日', 'impossible-date', '1 から 12 まで'],
    ['令和8年0月0日', 'impossible-date', '1 から 12 まで'],
    ['昭和元年12月24日（金）', 'not-a-date', '昭和元年12月25日から'],
    ['0050-01-01', 'not-a-date', '昭和元年12月25日から'],
    ['令和9999年1月1日', 'not-a-date', '西暦9999年まで'],
    ['8年11月22日', 'not-a-date', '「令和8年11月22日（日）」のように'],
    ['11月22日', 'not-a-date', '「令和8年11月22日（日）」のように'],
    ['令和8年11月22日（日）午前10時', 'not-a-date', '「令和8年11月22日（日）」のように'],
    ['', 'not-a-date', '「令和8年11月22日（日）」のように'],
    ['2026-11-22-1', 'not-a-date', '「令和8年11月22日（日）」のように'],
  ])('%s is %s', (typed, code, hint) => {
    const { value, diagnostics } = readMeetingDate(typed);
    expect(value).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(diagnostics[0]?.hints.join()).toContain(hint);
  });

  test('平成35年 is told its year', () => {
    expect(readMeetingDate('平成35年11月22日').diagnostics[0]?.message).toBe(
      '「平成35年11月22日」は、正しくは令和5年11月22日です。',
    );
  });
});
