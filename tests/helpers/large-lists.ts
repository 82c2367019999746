/** Editions with lists far longer than any real one: at the edge of what a file may hold once doubled, or far beyond need. */
import {
  activityItem,
  editionFile,
  indicatorItem,
  measureFile,
  ofMeeting,
  ofProgram,
  paperItem,
  programItem,
  times,
} from './content-files.ts';
import type { LargeInput } from './large-inputs.ts';

const PAPERS = `papers:\n${paperItem(1)}`;

export const LARGE_LISTS: Readonly<Record<string, LargeInput>> = {
  'indicators of one program': {
    size: 1200,
    files: (size) =>
      ofProgram({
        activities: activityItem('内容', times(size, (n) => indicatorItem(`件数${n}`)).join('\n')),
      }),
  },
  'activities of one program': {
    size: 1000,
    files: (size) => ofProgram({ activities: times(size, (n) => activityItem(`内容${n}`)).join('\n') }),
  },
  'plan words': {
    size: 4000,
    files: (size) => {
      const words = times(size, (n) => `語${n}`);
      return ofProgram(
        { activities: activityItem('内容', indicatorItem('件数', '語1')) },
        { planWords: words },
      );
    },
  },
  'plan words in use': {
    size: 600,
    files: (size) => {
      const words = times(size, (n) => `語${n}`);
      const programs = words.map((word, index) =>
        programItem({ number: index + 1, activities: activityItem('内容', indicatorItem('件数', word)) }),
      );
      return {
        'edition.yaml': editionFile({ planWords: words }),
        'measures/1-1.yaml': measureFile(programs),
      };
    },
  },
  'explained plan words': {
    size: 2000,
    files: (size) => {
      const words = times(size, (n) => `語${n}`);
      const meanings = words.map((word) => `      ${word}: 意味`).join('\n');
      const more = `booklet:\n  legend:\n    plan_words:\n${meanings}\n`;
      return ofProgram(
        { activities: activityItem('内容', indicatorItem('件数', '語1')) },
        { planWords: words, more },
      );
    },
  },
  'goals without measures': {
    size: 400,
    files: (size) => ofProgram({}, { goals: times(size, (n) => `目標の題${n}`) }),
  },
  goals: {
    size: 400,
    files: (size) => ({
      'edition.yaml': editionFile({ goals: times(size, (n) => `目標の題${n}`) }),
      ...Object.fromEntries(
        times(size, (n) => [`measures/${n}-1.yaml`, measureFile([programItem()], `${n}-1`)]),
      ),
    }),
  },
  departments: {
    size: 1000,
    files: (size) => ofProgram({}, { departments: ['保育課', ...times(size, (n) => `第${n}課`)] }),
  },
  'departments with a program each': {
    size: 600,
    files: (size) => {
      const names = times(size, (n) => `第${n}課`);
      const programs = names.map((name, index) => programItem({ number: index + 1, departments: [name] }));
      return {
        'edition.yaml': editionFile({ departments: names }),
        'measures/1-1.yaml': measureFile(programs),
      };
    },
  },
  'departments of one program': {
    size: 1000,
    files: (size) => {
      const names = times(size, (n) => `第${n}課`);
      return ofProgram({ departments: names }, { departments: names });
    },
  },
  'departments of many programs': {
    size: 80,
    files: (size) => {
      const names = times(size, (n) => `第${n}課`);
      const programs = times(size, (n) => programItem({ number: n, departments: names }));
      return {
        'edition.yaml': editionFile({ departments: names }),
        'measures/1-1.yaml': measureFile(programs),
      };
    },
  },
  'parts of one program': {
    size: 2000,
    files: (size) => ofProgram({ parts: times(size, (n) => `内訳${n}`) }),
  },
  opinions: {
    size: 3000,
    files: (size) =>
      ofProgram({
        opinion: `\n${times(size, (n) => `      - { by: 委員${n}, text: 意見${n}, reply: 考え方${n} }`).join('\n')}`,
      }),
  },
  'opinions without a reply': {
    size: 8000,
    files: (size) => ofProgram({ opinion: `\n${times(size, (n) => `      - text: 意見${n}`).join('\n')}` }),
  },
  'items of an agenda': {
    size: 5000,
    files: (size) => ofMeeting(`items:\n${times(size, (n) => `  - 議題${n}`).join('\n')}\n${PAPERS}`),
  },
  'papers of a meeting': {
    size: 300,
    files: (size) => ofMeeting(`papers:\n${times(size, (n) => paperItem(n)).join('\n')}`),
  },
  'names that a paper selects': {
    size: 700,
    files: (size) => {
      const words = times(size, (n) => `"1-1#${n}"`).join(', ');
      const programs = times(size, (n) => programItem({ number: n }));
      const meeting = `papers:\n  - { number: 資料1, title: 題, programs: [${words}] }`;
      return { ...ofMeeting(meeting), 'measures/1-1.yaml': measureFile(programs) };
    },
  },
  'programs of one measure': {
    size: 700,
    files: (size) => ({
      'edition.yaml': editionFile(),
      'measures/1-1.yaml': measureFile(times(size, (n) => programItem({ number: n, name: `事業${n}` }))),
    }),
  },
  measures: {
    size: 1000,
    files: (size) => ({
      'edition.yaml': editionFile(),
      ...Object.fromEntries(
        times(size, (n) => [`measures/1-${n}.yaml`, measureFile([programItem()], `1-${n}`)]),
      ),
    }),
  },
};
