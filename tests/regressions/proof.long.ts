/** Faults that random editions brought to light, each in the smallest edition that showed it. */
import { expect, test } from 'vitest';
import { activity } from '../helpers/edition.ts';
import { sampleOf } from '../helpers/fixed-samples.ts';
import { pageFaults } from '../helpers/page-proof.ts';
import { make, type Sample } from '../helpers/sample.ts';

async function faultsOf(sample: Sample): Promise<string[]> {
  const { bytes, diagnostics } = await make(sample);
  return bytes ? pageFaults(bytes, sample, diagnostics) : diagnostics.map(({ message }) => message);
}

// Seed 4, run 1: the lines of a 事業の内容 ran on as one paragraph.
test('several paragraphs of a 事業の内容 begin on lines of their own', async () => {
  const described = { ...activity('指標'), description: '一つ目。\n\n二つ目。\n・三つ目。' };
  expect(await faultsOf(sampleOf([{ activities: [described] }]))).toEqual([]);
});
