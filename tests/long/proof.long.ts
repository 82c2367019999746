/**
 * Random editions → PDF → MuPDF → the page rules of a good page, proved on what is on paper.
 *
 *     HYOKAHYO_RUNS=2000 HYOKAHYO_SEED=7 npm run test:long -- tests/long/proof.long.ts
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIXED } from '../helpers/fixed-samples.ts';
import { pageFaults } from '../helpers/page-proof.ts';
import { textFaults } from '../helpers/proof-text.ts';
import { sample } from '../helpers/random-edition.ts';
import { make, type Sample } from '../helpers/sample.ts';
import { mutool, tracePdf } from '../helpers/trace.ts';

const RUNS = Number(process.env.HYOKAHYO_RUNS ?? 200);
/** Far more than the editions take, ms. */
const MOST_TIME = 60_000 + 3000 * RUNS;
const SEED = Number(process.env.HYOKAHYO_SEED ?? 20250729);

/** What is wrong with a sample's booklet; that there is none is a fault too. */
async function faultsOf(one: Sample): Promise<string[]> {
  const { bytes, diagnostics } = await make(one);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (bytes) {
    const pages = tracePdf(bytes);
    return [...pageFaults(pages, one, diagnostics), ...(await textFaults(bytes, one.edition, pages))];
  }
  return errors.map(({ code, message }) => `${code}: ${message}`);
}

describe('every page keeps the page rules', () => {
  test(
    `of ${RUNS} random editions, seed ${SEED}`,
    async () => {
      let tried = 0;
      const property = fc.asyncProperty(sample, async (one) => {
        expect(await faultsOf(one)).toEqual([]);
        tried++;
      });
      // Shrinking ends with the time: what was found by then is shown.
      await fc.assert(property, { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: MOST_TIME });
      expect(tried).toBe(RUNS);
    },
    2 * MOST_TIME,
  );

  test.each(Object.entries(FIXED))('of %s', async (_, one) => {
    expect(await faultsOf(one)).toEqual([]);
  });
});

test('a program over three pages is on three pages', async () => {
  const { bytes } = await make(FIXED['a program over three pages'] as Sample);
  expect(tracePdf(bytes as Uint8Array)).toHaveLength(3);
});

test('the same edition gives the same bytes', async () => {
  const property = fc.asyncProperty(sample, async (one) => {
    const [first, second] = [await make(one), await make(one)];
    expect(Buffer.compare(first.bytes as Uint8Array, second.bytes as Uint8Array)).toBe(0);
  });
  await fc.assert(property, { numRuns: 5, seed: SEED });
});

test.each([
  ['A4', 841.89, 595.28],
  ['A3', 1190.55, 841.89],
] as const)('a page is %s in landscape', async (paper, width, height) => {
  const one = FIXED['one program only'] as Sample;
  const { bytes } = await make({ ...one, theme: { ...one.theme, paper } });
  for (const page of tracePdf(bytes as Uint8Array)) {
    expect(page.width).toBeCloseTo(width, 1);
    expect(page.height).toBeCloseTo(height, 1);
  }
});

test('the file asks to be printed at 100 % and flipped on the short edge', async () => {
  const { bytes } = await make(FIXED['one program only'] as Sample);
  const preferences = mutool(bytes as Uint8Array, 'show', 'trailer/Root/ViewerPreferences');
  expect(preferences).toMatch(/\/PrintScaling *\/None/);
  expect(preferences).toMatch(/\/Duplex *\/DuplexFlipShortEdge/);
});
