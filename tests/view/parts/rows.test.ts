import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/content/edition.ts';
import { partsAt } from '../../../src/view/parts/rows.ts';
import { edition, indicator, measure, program } from '../../helpers/edition.ts';
import { textsIn } from '../../helpers/view-texts.ts';

const ALL: Edition['booklet'] = {
  colophon: { notes: '' },
  index: { title: '索引' },
  trends: { title: '推移' },
  summary: { title: '総括' },
  legend: { title: '見方', plan_words: {}, notes: '' },
  contents: { title: '目次' },
  cover: {},
};

const reported = indicator({
  years: { R5: { plan: '継続', actual: '1' }, R6: { plan: '継続', actual: '2' } },
});
const withFigures = measure(
  '1-1',
  program({ activities: [{ description: '内容', indicators: [reported] }] }),
);

function book(booklet: Edition['booklet'], ...measures: Parameters<typeof edition>[0]): Edition {
  return edition(measures, { booklet });
}

/** What heads each part's pages; a cover's have no head. */
function parts(one: Edition): string[][] {
  const imprint = { contentHash: () => 'f'.repeat(64), creator: 'hyokahyo' };
  const material = { edition: one, places: () => undefined, imprint };
  return (['front', 'back'] as const).map((place) =>
    partsAt(place, material).map((part) => part.section(0).running.goal?.text ?? '表紙'),
  );
}

describe('parts', () => {
  test('stand in the order of the book, whatever the order of their settings', () => {
    expect(parts(book(ALL, withFigures))).toEqual([
      ['表紙', '目次', '見方', '総括'],
      ['推移', '索引', '奥付'],
    ]);
  });

  test('that are switched off are left out', () => {
    expect(parts(book({ ...ALL, contents: undefined, index: undefined }, withFigures))).toEqual([
      ['表紙', '見方', '総括'],
      ['推移', '奥付'],
    ]);
    expect(parts(book({}, withFigures))).toEqual([[], []]);
  });

  test('trends without a figure are left out', () => {
    expect(parts(book(ALL, measure('1-1')))[1]).toEqual(['索引', '奥付']);
  });
});

describe('the contents', () => {
  const listed = (one: Edition) => {
    const contents = partsAt('front', {
      edition: one,
      places: () => undefined,
      imprint: { contentHash: () => '', creator: '' },
    })[1];
    return Array.from({ length: contents?.sectionCount ?? 0 }, (_, index) => contents?.section(index))
      .flatMap((section) => section?.body ?? [])
      .filter(({ template }) => template === 'contents-1')
      .map((block) => textsIn(block)[0]);
  };

  test('list the parts that have a title, but not themselves', () => {
    expect(listed(book(ALL, withFigures))).toEqual(['見方', '総括', '推移', '索引']);
  });

  test('list no part that is not there', () => {
    expect(listed(book({ ...ALL, legend: undefined }, measure('1-1')))).toEqual(['総括', '索引']);
  });
});
