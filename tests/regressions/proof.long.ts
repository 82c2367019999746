/** Faults that random editions brought to light, each in the smallest edition that showed it. */
import { describe, expect, test } from 'vitest';
import { sampleOf } from '../helpers/fixed-samples.ts';
import { pageFaults } from '../helpers/page-proof.ts';
import { make, type Sample } from '../helpers/sample.ts';

const LINE = '相談の約7割で子どもの声を直に聞き取れた。';
const HEADING = '子ども家庭総合支援拠点の整備及び運営についての課題';

/** So many paragraphs of one line. */
function lines(count: number): string {
  return Array.from({ length: count }, () => LINE).join('\n');
}

async function faultsOf(sample: Sample): Promise<string[]> {
  const { bytes, diagnostics } = await make(sample);
  return bytes ? pageFaults(bytes, sample, diagnostics) : diagnostics.map(({ message }) => message);
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
