/** Templates and themes with slips in them: printed, or told, and never a bug of ours. HYOKAHYO_RUNS, HYOKAHYO_SEED. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compose } from '../../src/book/pipeline.ts';
import { openPrinter } from '../../src/pdf/print.ts';
import { randomFrom } from '../helpers/random.ts';
import { ROOT } from '../helpers/sources.ts';
import { mutateTemplate } from '../helpers/template-mutations.ts';
import { changedDisk } from '../helpers/world.ts';

const RUNS = Number(process.env.HYOKAHYO_RUNS ?? 120);
const SEED = Number(process.env.HYOKAHYO_SEED ?? 20261128);
const SET = `${ROOT}templates/hyoka3/`;

/** Makes the sample's booklet with one file of the set changed; whether it was printed. */
async function prints(file: string, text: string, run: number): Promise<boolean> {
  const measures = run % 3 === 0 ? [] : ['1-1'];
  const request = {
    edition: `${ROOT}content/R6`,
    templates: `${ROOT}templates`,
    fonts: `${ROOT}fonts`,
    selection: { goals: [], measures, programs: [], departments: [], priority: false },
    profile: run % 2 === 0 ? ('print' as const) : ('screen' as const),
    progress: () => {},
  };
  const disk = changedDisk({ [SET + file]: text });
  const { value, diagnostics } = await compose(disk, request, 'test', async (info, paper) =>
    openPrinter(info, paper),
  );
  if (!value) {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).not.toEqual([]);
    return false;
  }
  // What is no number is thrown by whatever writes numbers.
  await value.finish();
  return true;
}

test.each([
  ['templates', (file: string) => file.endsWith('.hbs')],
  ['themes', (file: string) => file === 'theme.yaml'],
])('%s', async (_, isMeant) => {
  const files = readdirSync(SET).filter(isMeant);
  const random = randomFrom(SEED);
  let printed = 0;
  for (let run = 0; run < RUNS; run++) {
    const file = files[Math.floor(random() * files.length)] as string;
    const text = mutateTemplate(readFileSync(SET + file, 'utf8'), run, random);
    if (await prints(file, text, run)) printed++;
  }
  expect(printed).toBeGreaterThan(0);
  expect(printed).toBeLessThan(RUNS);
});
