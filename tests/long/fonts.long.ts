/**
 * Fonts spoilt by the thousand: whatever is drawn with one, poppler and MuPDF draw without a complaint; whatever is
 * not, is told. HYOKAHYO_RUNS and HYOKAHYO_SEED choose others.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FontError } from '../../src/typeset/index.ts';
import { mutateFont, pageIn } from '../helpers/font-mutations.ts';
import { temporaryFolder } from '../helpers/program.ts';
import { randomFrom } from '../helpers/random.ts';
import { numberedSquares, smallTrueType, squares } from '../helpers/small-fonts.ts';

const RUNS = Number(process.env.HYOKAHYO_RUNS ?? 1200);
const SEED = Number(process.env.HYOKAHYO_SEED ?? 20261128);

/** Every so many pages that are drawn are shown to the judges, who take longer than the drawing. */
const JUDGED = 8;

test.each([
  ['BIZ UDPGothic', smallTrueType('BIZUDPGothic-Regular')],
  ['Noto Sans JP', smallTrueType('NotoSansJP-Regular')],
  ['squares by names', squares()],
  ['squares by numbers', numberedSquares()],
])('%s', async (_, font) => {
  const file = join(temporaryFolder(), 'page.pdf');
  const random = randomFrom(SEED);
  const complaints: string[] = [];
  let drawn = 0;
  for (let run = 0; run < RUNS; run++) {
    const made = await pageIn(mutateFont(font, run, random));
    if (made instanceof FontError || ++drawn % JUDGED !== 0) continue;
    writeFileSync(file, made);
    complaints.push(...judges(file).map((complaint) => `${run}: ${complaint}`));
  }
  expect(complaints).toEqual([]);
  expect(drawn).toBeGreaterThan(RUNS / 10);
});

function judges(file: string): string[] {
  const said = [
    spawnSync('pdftoppm', ['-r', '36', file, `${file}-page`], { encoding: 'utf8' }),
    spawnSync('mutool', ['draw', '-N', '-q', '-r', '36', '-o', `${file}.png`, file], { encoding: 'utf8' }),
  ];
  return said.flatMap(({ status, stderr }) => (status === 0 && stderr === '' ? [] : [`${status} ${stderr}`]));
}
