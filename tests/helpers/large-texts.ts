/** Editions with texts far longer than any real one: at the edge of what a file may hold once doubled. */
import {
  activityItem,
  block,
  type Files,
  indicatorItem,
  ofMeeting,
  ofProgram,
  PROSE,
  paperItem,
  prose,
  times,
} from './content-files.ts';
import type { LargeInput } from './large-inputs.ts';

const ofResult = (lines: readonly string[]) => ofProgram({ result: block(lines, 6) });
const lines = (count: number, line: (number: number) => string) => ofResult(times(count, line));

/** One text of a program that is all of the same kind, without a line end. */
const run = (unit: string): ((size: number) => Files) => {
  return (size) => ofResult([unit.repeat(size)]);
};

const PAPERS = `papers:\n${paperItem(1)}`;

export const LARGE_TEXTS: Readonly<Record<string, LargeInput>> = {
  'a description of short lines': {
    size: 60_000,
    files: (size) =>
      ofProgram({
        activities: activityItem(
          block(
            times(size, (n) => `行${n % 10}`),
            10,
          ),
        ),
      }),
  },
  'a result of short lines': { size: 40_000, files: (size) => lines(size, (n) => `行${n}`) },
  'a result of sentences': { size: 8000, files: (size) => lines(size, () => PROSE) },
  'a result in one paragraph': { size: 330_000, files: (size) => ofResult([prose(size)]) },
  'one word': { size: 900_000, files: run('a') },
  'placeholders of a label': {
    size: 1500,
    files: (size) => ofProgram({}, { goalLabel: '{number}'.repeat(size) }),
  },
  'placeholders of a label with a long title': {
    size: 700,
    files: (size) => ofProgram({}, { goalLabel: `{number}${'{title}'.repeat(size)}`, goals: [prose(size)] }),
  },
  'an opinion of short lines': {
    size: 40_000,
    files: (size) =>
      ofProgram({
        opinion: block(
          times(size, (n) => `行${n}`),
          6,
        ),
      }),
  },
  'headings of a result': { size: 20000, files: (size) => lines(size, (n) => `【見出し${n}】`) },
  'headings with a line each': {
    size: 25_000,
    files: (size) => lines(size, (n) => (n % 2 === 0 ? '本文' : `【見出し${n}】`)),
  },
  'brackets that begin lines': { size: 30_000, files: (size) => lines(size, (n) => `【${n}】文`) },
  'blank lines': { size: 400_000, files: (size) => ofResult(['始め', ...times(size, () => ''), '終わり']) },
  'items of a result': { size: 40_000, files: (size) => lines(size, (n) => `・項目${n}`) },
  'a long item': { size: 300_000, files: (size) => ofResult([`・${prose(size)}`]) },
  spaces: { size: 900_000, files: (size) => ofResult([`あ${' '.repeat(size)}い`]) },
  'full-width spaces': { size: 300_000, files: (size) => ofResult([`あ${'　'.repeat(size)}い`]) },
  'words and spaces': { size: 400_000, files: run('a ') },
  digits: { size: 900_000, files: run('1') },
  'figures with commas': { size: 400_000, files: run('1,') },
  'kanji numerals': { size: 300_000, files: run('十') },
  'opening brackets': { size: 300_000, files: run('「') },
  'black brackets': { size: 300_000, files: run('【') },
  'closing brackets': { size: 300_000, files: run('」') },
  'full stops': { size: 300_000, files: run('。') },
  'prolonged sounds': { size: 300_000, files: run('ー') },
  katakana: { size: 300_000, files: run('ア') },
  dashes: { size: 300_000, files: run('―') },
  'variation selectors': { size: 100_000, files: (size) => ofResult([`葛${'\u{e0100}'.repeat(size)}`]) },
  'combining marks': { size: 100_000, files: (size) => ofResult([`か${'\u{20dd}'.repeat(size)}`]) },
  'a long name of a program': { size: 300_000, files: (size) => ofProgram({ name: prose(size) }) },
  'a name of katakana': { size: 300_000, files: (size) => ofProgram({ name: 'ア'.repeat(size) }) },
  'a name of one word': { size: 900_000, files: (size) => ofProgram({ name: 'a'.repeat(size) }) },
  'a long name of an indicator': {
    size: 300_000,
    files: (size) => ofProgram({ activities: activityItem('内容', indicatorItem(prose(size))) }),
  },
  'a long unit': {
    size: 300_000,
    files: (size) =>
      ofProgram({ activities: activityItem('内容', indicatorItem('件数', '継続', prose(size))) }),
  },
  'a long figure': {
    size: 500_000,
    files: (size) =>
      ofProgram({ activities: activityItem('内容', indicatorItem().replace('12', '1'.repeat(size))) }),
  },
  'a long plan word': {
    size: 300_000,
    files: (size) => ofProgram({}, { planWords: ['継続', prose(size)] }),
  },
  'a long department': {
    size: 300_000,
    files: (size) => ofProgram({}, { departments: ['保育課', prose(size)] }),
  },
  'a long title of a goal': { size: 300_000, files: (size) => ofProgram({}, { goals: [prose(size)] }) },
  'notes of the legend': {
    size: 20_000,
    files: (size) =>
      ofProgram(
        {},
        {
          more: `booklet:\n  legend:\n    notes: ${block(
            times(size, (n) => `注${n}`),
            6,
          )}`,
        },
      ),
  },
  'headings in the notes of the legend': {
    size: 20_000,
    files: (size) =>
      ofProgram(
        {},
        {
          more: `booklet:\n  legend:\n    notes: ${block(
            times(size, (n) => `【注${n}】`),
            6,
          )}`,
        },
      ),
  },
  'a long note of the legend': {
    size: 300_000,
    files: (size) => ofProgram({}, { more: `booklet:\n  legend:\n    notes: ${prose(size)}` }),
  },
  'notes of the colophon': {
    size: 20_000,
    files: (size) =>
      ofProgram(
        {},
        {
          more: `booklet:\n  colophon:\n    notes: ${block(
            times(size, (n) => `注${n}`),
            6,
          )}`,
        },
      ),
  },
  'a long section of the cover': {
    size: 300_000,
    files: (size) => ofProgram({}, { more: `booklet:\n  cover:\n    section: ${prose(size)}` }),
  },
  'a long item of an agenda': {
    size: 300_000,
    files: (size) => ofMeeting(`items:\n  - ${prose(size)}\n${PAPERS}`),
  },
  'a long title of a paper': {
    size: 300_000,
    files: (size) => ofMeeting(`papers:\n${paperItem(1, prose(size))}`),
  },
};
