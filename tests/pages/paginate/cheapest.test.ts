/** Of all ways to break a book into pages the paginator takes the cheapest: every cost decides somewhere. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tear } from '../../../src/boxes/box.ts';
import { paginate } from '../../../src/pages/paginate/paginate.ts';
import { runs } from '../../helpers/chance.ts';
import { box, type NamedBox, type NamedSection, neverTear, section, tear, tearLines } from './boxes.ts';
import { cheapest, costOf } from './cheapest.ts';

const HEIGHT = 100;
const RULES = { height: HEIGHT, maxBlank: 0.35 };

/** `0 1 | 2- | -2 3`: the boxes of each page by their number in the book, those that go on marked. */
function breaks(
  heights: readonly (readonly number[])[],
  rules = RULES,
  tearing: Tear<NamedBox> = tear,
): string {
  const sections = heights.map((each, index) => section(`s${index}`, each));
  const whole = new Map(sections.flatMap(({ body }) => body).map((each, at) => [each.name, { each, at }]));
  return [...paginate<NamedBox, NamedSection>(sections, rules, tearing)]
    .map(({ placed }) =>
      placed
        .flatMap(({ box: part }) => {
          const original = whole.get(part.name);
          if (!original) return [];
          const goesOn = part.to < original.each.to ? '-' : '';
          return `${part.from > 0 ? '-' : ''}${original.at}${goesOn}`;
        })
        .join(' '),
    )
    .join(' | ');
}

describe('of any book with few tall boxes', () => {
  const low = fc.integer({ min: 8, max: 90 });
  const tall = fc.integer({ min: 91, max: 180 });
  const opening = fc
    .tuple(fc.array(low, { maxLength: 5 }), fc.oneof(tall, low), fc.array(low, { maxLength: 5 }))
    .map(([before, one, after]) => [...before, one, ...after]);
  const others = fc.array(fc.array(low, { minLength: 1, maxLength: 6 }), { maxLength: 3 });
  const books = fc
    .tuple(opening, others)
    .map(([first, rest]) => [first, ...rest].map((each, index) => section(`s${index}`, each)));

  test.each([
    ['torn anywhere', tear, 0.35],
    ['torn anywhere, blank pages allowed', tear, 0.8],
    ['torn between lines', tearLines, 0.35],
    ['whole', neverTear, 0.35],
  ] as const)('%s', (_, tearing, maxBlank) => {
    const rules = { height: HEIGHT, maxBlank };
    const fitting = books.filter(
      (sections) =>
        tearing !== neverTear || sections.every(({ body }) => body.every(({ height }) => height <= 90)),
    );
    fc.assert(
      fc.property(fitting, (sections) => {
        const pages = [...paginate<NamedBox, NamedSection>(sections, rules, tearing)];
        expect(costOf(pages, rules)).toBeCloseTo(cheapest(sections, rules, tearing), 9);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('what decides', () => {
  test.each([
    ['a tear costs something', [[81, 122]], '0 | 1- | -1'],
    [
      'a page too blank costs more than five tears',
      [
        [8, 24, 22, 86, 87, 74, 13, 85],
        [82, 80],
      ],
      '0 1 2 3- | -3 4- | -4 5- | -5 6 7- | -7 8- | -8 9- | -9',
    ],
    ['what fits to the last point is not torn', [[90, 20]], '0 | 1'],
    ['nor is what would leave just as much blank as is allowed', [[55, 48, 11, 58]], '0 | 1 2 3- | -3'],
    ['just as much blank costs no more than its square', [[167, 60, 133]], '0- | -0 | 1 | 2- | -2'],
    [
      'a tear is no choice where little stays blank, even where it would save another',
      [[86, 59, 38]],
      '0 | 1 2- | -2',
    ],
    ['a second way to go on with a box', [[52, 73, 206]], '0 1- | -1 2- | -2- | -2'],
    ['a third way', [[209, 42, 136, 168]], '0- | -0- | -0 1 2- | -2- | -2 3- | -3'],
    ['a fourth way', [[94, 121, 90, 102, 84, 106]], '0- | -0 1- | -1 2- | -2 3- | -3 4- | -4 5- | -5'],
    [
      'but no fifth',
      [
        [44, 194, 173, 129],
        [105, 10, 128],
      ],
      '0 1- | -1- | -1 2- | -2- | -2 3- | -3 | 4- | -4 5 6- | -6',
    ],
  ])('%s', (_, heights, expected) => {
    expect(breaks(heights)).toBe(expected);
  });

  test('a tear that leaves next to nothing is for boxes that fit no page', () => {
    const unworthy: Tear<NamedBox> = (whole, height) => {
      const torn = tear(whole, height);
      return torn && { ...torn, worthy: false };
    };
    expect(breaks([[54, 95]], RULES, unworthy)).toBe('0 | 1');
    expect(breaks([[54, 96]], RULES, unworthy)).toBe('0 1- | -1');
    // The space above a box is no part of a page that it opens.
    const spaced = {
      ...section('s', []),
      opening: [],
      reopening: [],
      body: [box('s.0', 50), { ...box('s.1', 100), spaceBefore: 7 }],
    };
    const pages = [...paginate<NamedBox, NamedSection>([spaced], RULES, unworthy)];
    expect(pages.map(({ placed }) => placed.map(({ box: { name, to } }) => [name, to]))).toEqual([
      [['s.0', 50]],
      [['s.1', 100]],
    ]);
  });

  /** So many boxes, of which two fill a page, before one that fills a page alone. */
  const pairs = (count: number) => [[...Array(count).fill(45), 90]];
  const aloneFirst = (count: number) => breaks(pairs(count), RULES, neverTear).startsWith('0 | 1 2 | 3 4');

  test('the first page’s choice is open until seventeen pages are known, and settled then', () => {
    // One of an odd number of boxes is alone on its page: on the first, where the headings are, it leaves least blank.
    expect(aloneFirst(33)).toBe(true);
    expect(aloneFirst(35)).toBe(false);
  });

  test('a book whose ways never meet is handed out all the same', () => {
    let read = 0;
    function* book() {
      for (; read < 500; read++) yield section(`s${read}`, [45, 45], 0, 0);
    }
    const pages = paginate<NamedBox, NamedSection>(book(), RULES, neverTear);
    pages.next();
    expect(read).toBeLessThan(30);
  });
});
