/** Faults that random editions brought to light, each in the smallest edition that showed it. */
import { describe, expect, test } from 'vitest';
import { sampleOf } from '../helpers/fixed-samples.ts';
import { pageFaults } from '../helpers/page-proof.ts';
import { make, type Sample } from '../helpers/sample.ts';
import { tracePdf } from '../helpers/trace.ts';

const LINE = '相談の約7割で子どもの声を直に聞き取れた。';
const HEADING = '子ども家庭総合支援拠点の整備及び運営についての課題';

/** So many paragraphs of one line. */
function lines(count: number): string {
  return Array.from({ length: count }, () => LINE).join('\n');
}

async function faultsOf(sample: Sample): Promise<string[]> {
  const { bytes, diagnostics } = await make(sample);
  return bytes ? pageFaults(tracePdf(bytes), sample, diagnostics) : diagnostics.map(({ message }) => message);
}

// Seed 2, runs 35 and 40: a page that went on with nothing but an empty 会議意見.
describe.each(['', LINE])('with 会議意見 「%s」 neither side of a tear is nearly empty', (opinion) => {
  test.each(Array.from({ length: 14 }, (_, index) => 28 + index))('after %i lines', async (count) => {
    expect(await faultsOf(sampleOf([{ result: lines(count), opinion }]))).toEqual([]);
  });
});

// Seed 2, run 3: a heading of several lines was torn between them.
test.each(Array.from({ length: 12 }, (_, index) => 26 + index))(
  'a long heading after %i lines is not torn',
  async (count) => {
    const heading = `【${HEADING.repeat(8)}】`;
    expect(await faultsOf(sampleOf([{ result: `${lines(count)}\n${heading}\n${lines(20)}` }]))).toEqual([]);
  },
);

// Seed 2, run 35: the indent of a paragraph stood on a line of its own above a word as wide as the column.
test('an indented word as wide as the column leaves no empty line', async () => {
  const words = Array.from({ length: 20 }, (_, index) => `　${'a'.repeat(58 + index)}`);
  expect(await faultsOf(sampleOf([{ result: words.join('\n') }]))).toEqual([]);
});

test('several paragraphs of a 事業の内容 begin on lines of their own', async () => {
  const activities = [{ ...sampleOf([{}]).edition.measures[0]?.programs[0]?.activities[0] }];
  const described = activities.map((activity) => ({
    indicators: [],
    ...activity,
    description: '一つ目。\n\n二つ目。\n・三つ目。',
  }));
  expect(await faultsOf(sampleOf([{ activities: described }]))).toEqual([]);
});

// Seed 4242, run 894: letter spacing rounded to thousandths of a point added up over a line of A3.
test('a long justified line is spaced evenly to its end', async () => {
  const result =
    '子ども次年度the Convention on the Rights of the Childいちばん𠮷田10:30▲5件オンブズパーソンに次年度子どもゃゅょっぁぃぅぇぉ。';
  const columns = { name: 20, description: 40, indicator: 33, baseline: 13.5, year: 13.5, label: 13 };
  const theme = { paper: 'A3' as const, binding: { side: 'right' as const, extra: 8 }, outer: 0.5, columns };
  const plan = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'];
  const years = Object.fromEntries(plan.map((year) => [year, { plan: null }]));
  const activities = [{ description: '内容', indicators: [{ name: '指標', baseline: null, years }] }];
  const { edition, ...rest } = sampleOf([{ result, activities }], theme);
  const sample = { ...rest, edition: { ...edition, years: { ...edition.years, plan, reporting: 'R6' } } };
  expect(await faultsOf(sample)).toEqual([]);
});
