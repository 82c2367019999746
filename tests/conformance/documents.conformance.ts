/** Every kind of PDF the program makes, before every judge. */
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
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

describe.each(rows)('$name', ({ judges, complaints, pages }) => {
  test('has pages', () => {
    expect(pages).toBeGreaterThan(0);
  });

  test.each(judges)('%s', (judge) => {
    expect(complaints.filter((complaint) => complaint.judge === judge).map(({ text }) => text)).toEqual([]);
  });
});
