/** Every kind of PDF the program makes, before every judge. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, temporaryFolder } from '../helpers/program.ts';
import { FOLDER, makeDocuments } from './documents.ts';
import { judgeAll } from './judge.ts';
import { describeTable } from './table.ts';

const documents = await makeDocuments();
const judged = await judgeAll(documents.map(({ file }) => file));
const rows = judged.map((found, index) => ({ name: documents[index]?.name ?? '', ...found }));
// The console belongs to the test runner: `npm run conformance` shows the table when the tests are done.
writeFileSync(`${FOLDER}table.txt`, describeTable(rows));

test('there are booklets, extracts, papers, A3 and crop marks', () => {
  expect(documents.length).toBeGreaterThanOrEqual(15);
});

const carrying = rows.filter(({ judges }) => judges.includes('PDF/A-3a'));

test('the archived booklets, and nothing else, are PDF/A-3a', () => {
  expect(carrying.map(({ name }) => name)).toEqual([
    'archive: booklet/booklet-print.pdf',
    'archive: booklet/booklet.pdf',
  ]);
});

describe.each(carrying)('$name gives its sources back,', ({ file }) => {
  const content = join(file, '../../content/R6');
  const sources = filesBelow(content).filter((name) => !name.startsWith('agendas/'));
  const typed = (name: string) => readFileSync(join(content, name));

  test('byte for byte, to poppler', () => {
    expect(said('pdfdetach', '-list', file)).toEqual([
      `${sources.length} embedded files`,
      ...sources.map((name, index) => `${index + 1}: ${name}`),
    ]);
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'measures'));
    expect(said('pdfdetach', '-saveall', '-o', folder, file)).toEqual([]);
    expect(filesBelow(folder)).toEqual(sources);
    for (const name of sources) expect([name, readFileSync(join(folder, name))]).toEqual([name, typed(name)]);
  });

  test('byte for byte, to qpdf', () => {
    const listed = said('qpdf', '--list-attachments', file).map((line) => line.split(' -> ')[0]);
    expect(listed).toEqual(sources);
    for (const name of sources) {
      const { stdout } = spawnSync('qpdf', [`--show-attachment=${name}`, file]);
      expect([name, stdout]).toEqual([name, typed(name)]);
    }
  });
});

/** The lines that a program writes. @throws where it complains */
function said(command: string, ...args: string[]): string[] {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error || status !== 0 || stderr !== '') throw error ?? new Error(`${command}: ${stderr}`);
  return stdout.split('\n').filter((line) => line !== '');
}

describe.each(rows)('$name', ({ judges, complaints, pages }) => {
  test('has pages', () => {
    expect(pages).toBeGreaterThan(0);
  });

  test.each(judges)('%s', (judge) => {
    expect(complaints.filter((complaint) => complaint.judge === judge).map(({ text }) => text)).toEqual([]);
  });
});
