/**
 * The date of a meeting as clerks write it. There is one spelling to print, `令和8年11月22日（日）`, and one for
 * short, `2026-11-22`; whatever else is plain to see (full-width digits, half-width parentheses, `R8.11.22`) is
 * answered with what to type.
 */
import { type Diagnostic, diagnose, type Result } from '../ground/diagnostic.ts';
import { didYouMean, listed, shorten } from '../yaml/index.ts';
import { daysIn, ERAS, eraOf, isDay, isoDate, wareki, warekiWithWeekday, weekdayOf } from './calendar.ts';

/** Era or none, year, month, day and what follows: `令和`, `8`, `11`, `22`, `(日)`, once widths are folded. */
const PARTS =
  /^(\D*?)(元|\d{1,4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?(?:\(?([日月火水木金土])?[^()\d]*\)?)$/;

const EXAMPLE = '「令和8年11月22日（日）」のように、元号、年月日と曜日を書いてください。';

const ERA_NAMES: readonly string[] = ERAS.map(({ name }) => name);

const FIRST_DAY = ERAS.at(-1)?.from ?? '';

/** A date taken apart; the year is western, `spoken` is as said with its own era: `平成35年11月22日`. */
type Parts = {
  readonly era: (typeof ERAS)[number] | undefined;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: string | undefined;
  readonly spokenMonth: string;
  readonly spoken: string;
};

/**
 * @param typed `令和8年11月22日（日）` or `2026-11-22`
 * @returns the day as ISO 8601; else one error with the right spelling, where one can be told: an unknown era, a
 *   day the calendar has not, a year beyond its era (平成35年), another weekday, another spelling
 */
export function readMeetingDate(typed: string): Result<string> {
  const { value: parts, diagnostics } = takeApart(typed);
  if (!parts) return { diagnostics };
  const { year, month, day } = parts;
  if (year < 1000 || year > 9999) return failed(outsideEras(typed));
  if (!isDay(year, month, day)) return failed(impossible(parts));
  const date = isoDate(year, month, day);
  if (date < FIRST_DAY) return failed(outsideEras(typed));
  const slip = slipIn(typed, parts, date);
  return slip ? failed(slip) : { value: date, diagnostics: [] };
}

function takeApart(typed: string): Result<Parts> {
  const [whole, eraName = '', count = '', month, day, weekday] = PARTS.exec(folded(typed)) ?? [];
  if (whole === undefined) return failed(notADate(typed));
  const era = ERAS.find(({ name, letter }) => name === eraName || letter === eraName.toUpperCase());
  const isWestern = (eraName === '' || eraName === '西暦') && count.length === 4;
  if (!era && !isWestern) return failed(eraName === '' ? notADate(typed) : unknownEra(eraName));
  const years = count === '元' ? 1 : Number(count);
  const spokenMonth = `${era?.name ?? ''}${count}年${Number(month)}月`;
  const value = {
    era,
    year: era ? era.firstYear - 1 + years : years,
    month: Number(month),
    day: Number(day),
    weekday,
    spokenMonth,
    spoken: `${spokenMonth}${Number(day)}日`,
  };
  return { value, diagnostics: [] };
}

/** What is wrong with the way a day of the calendar is written. */
function slipIn(typed: string, { era, weekday, spoken }: Parts, date: string): Diagnostic | undefined {
  const right = warekiWithWeekday(date);
  const hints = [`「${right}」と書いてください。`];
  if (era && era !== eraOf(date))
    return diagnose('era-year', { date: spoken, right: wareki(date) }, { hints });
  if (weekday !== undefined && weekday !== weekdayOf(date))
    return diagnose('wrong-weekday', { date: wareki(date), right: weekdayOf(date), weekday }, { hints });
  if (typed !== right && typed !== date) return diagnose('date-form', { text: shorten(typed) }, { hints });
  return undefined;
}

function failed(diagnostic: Diagnostic): Result<never> {
  return { diagnostics: [diagnostic] };
}

/** Half-width digits and parentheses, no spaces, one kind of hyphen. */
function folded(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[‐−–ー]/g, '-');
}

function notADate(typed: string): Diagnostic {
  return diagnose('not-a-date', { text: shorten(typed) }, { hints: [EXAMPLE] });
}

function unknownEra(name: string): Diagnostic {
  const hints = [...didYouMean(name, ERA_NAMES), `使える元号は${listed(ERA_NAMES)}です。`];
  return diagnose('unknown-era', { era: shorten(name) }, { hints });
}

function outsideEras(typed: string): Diagnostic {
  const hints = [`${wareki(FIRST_DAY)}から西暦9999年までの日を書いてください。`];
  return diagnose('not-a-date', { text: shorten(typed) }, { hints });
}

function impossible({ year, month, spoken, spokenMonth }: Parts): Diagnostic {
  const isMonth = month >= 1 && month <= 12;
  const hint = isMonth ? `${spokenMonth}は ${daysIn(year, month)} 日までです。` : '月は 1 から 12 までです。';
  return diagnose('impossible-date', { date: spoken }, { hints: [hint] });
}
