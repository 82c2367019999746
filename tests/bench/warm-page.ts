/**
 * One changed program in a warm process, as a live preview has it: `node warm-page.cjs EDITION TEMPLATES FONTS ROUNDS`.
 * Prints the milliseconds of each round, from the changed value to the finished bytes of the program's page.
 */

import { openPreview } from '../../src/book/preview.ts';
import { loadEdition } from '../../src/content/index.ts';
import { disk } from '../../src/ground/world.ts';
import { loadTemplateSet } from '../../src/layout/load-set.ts';
import { prepareLayout } from '../../src/layout/prepare-layout.ts';
import { openPrinter } from '../../src/pdf/print.ts';

/** Rounds before counting: a preview is warm after a few key strokes. */
const WARM_UP = 10;

const [folder = '', templates = '', fonts = '', rounds = '20'] = process.argv.slice(2);

async function run(): Promise<number[]> {
  const { edition, locate } = need(loadEdition(disk, folder).value);
  const set = need(loadTemplateSet(disk, templates, edition.table.template).value);
  const layout = need(prepareLayout(disk, set, fonts, edition.years.plan.length).value);
  const preview = openPreview(
    edition,
    set,
    layout,
    'bench',
    async (info, size) => openPrinter(info, size),
    locate,
  );
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + Number(rounds); round++) {
    const measure = need(edition.measures[(round * 7) % edition.measures.length]);
    const [first, ...others] = measure.programs;
    const program = need(first);
    const changed = { ...program, result: `${program.result}\n打ち足した文${round}。` };
    const start = performance.now();
    preview.change({ ...measure, programs: [changed, ...others] });
    need((await preview.pageOf(measure.measure, program.number)).value);
    times.push(performance.now() - start);
  }
  return times.slice(WARM_UP);
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the edition cannot be printed');
  return value;
}

run().then((times) => process.stdout.write(JSON.stringify(times)));
