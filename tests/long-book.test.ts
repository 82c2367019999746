/** A book so long that another thread compresses its pages. */
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { multiplyEdition } from './bench/editions.mjs';
import { pdfObjects } from './helpers/pdf-file.ts';
import { changeIn, filesBelow, reportedErrors, runProgram, temporaryFolder } from './helpers/program.ts';
import { ROOT } from './helpers/sources.ts';

const byNumber = new Intl.Collator('en', { numeric: true }).compare;
const COPIES = 60;
const FLAGS = ['build', '--templates', `${ROOT}templates`, '--fonts', `${ROOT}fonts`];

/** A folder with the sample edition so many times over. */
function longEdition(): string {
  const folder = temporaryFolder();
  multiplyEdition(`${ROOT}content/R6`, join(folder, 'content/R6'), COPIES);
  appendFileSync(join(folder, 'content/R6/edition.yaml'), '\nbooklet: false\n');
  return folder;
}

test('is written whole, and the same each time', { timeout: 60_000 }, async () => {
  const cwd = longEdition();
  const files = [];
  for (const out of ['one', 'two']) {
    expect((await runProgram([...FLAGS, '--out', out], { cwd })).code).toBe(0);
    files.push(readFileSync(join(cwd, out, 'R6/booklet.pdf')));
  }
  const [one, two] = files as [Buffer, Buffer];
  expect(one.equals(two)).toBe(true);
  const pages = pdfObjects(one).filter(({ text }) => /\/Type \/Page\b/.test(text));
  const contents = pdfObjects(one).filter(({ stream }) => stream?.subarray(0, 2).toString() === 'q\n');
  expect(pages.length).toBeGreaterThan(300);
  expect(contents).toHaveLength(2 * pages.length);
});

test('ends at once where its last measure has a character without a glyph', { timeout: 60_000 }, async () => {
  const cwd = longEdition();
  const measures = readdirSync(join(cwd, 'content/R6/measures')).sort(byNumber);
  changeIn(cwd, `content/R6/measures/${measures.at(-1)}`, 'title: ', 'title: 𓀀');
  const { code, stderr } = await runProgram(FLAGS, { cwd });
  expect([code, ...reportedErrors(stderr)]).toEqual([
    1,
    `glyph-missing content/R6/measures/${measures.at(-1)}:4:8`,
  ]);
  expect(filesBelow(join(cwd, 'out'))).toEqual([]);
});
