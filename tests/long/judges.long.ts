/** Other people's tools on the booklet: qpdf and poppler find nothing to complain of. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildOnce, temporaryFolder } from '../helpers/program.ts';
import { TABLE } from '../helpers/r6-table.ts';

async function judge(command: string, ...args: string[]) {
  const file = join(temporaryFolder(), 'booklet.pdf');
  writeFileSync(file, await buildOnce());
  const { status, stdout, stderr } = spawnSync(
    command,
    args.map((arg) => (arg === 'FILE' ? file : arg)),
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  expect([command, status, stderr]).toEqual([command, 0, '']);
  return stdout;
}

test('qpdf finds no error in syntax or streams', async () => {
  expect(await judge('qpdf', '--check', 'FILE')).not.toMatch(/warning|error(?!s)/i);
});

test('pdffonts lists embedded subsets with their texts', async () => {
  const rows = (await judge('pdffonts', 'FILE')).trim().split('\n').slice(2);
  expect(rows.length).toBeGreaterThanOrEqual(2);
  expect(rows.filter((row) => !/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /.test(row))).toEqual(
    [],
  );
});

test('pdftotext reads every figure and name', async () => {
  const text = (await judge('pdftotext', '-raw', 'FILE', '-')).replace(/\s/gu, '');
  const wanted = TABLE.flatMap(({ indicator, cells }) => [indicator, ...cells]);
  expect(wanted.filter((word) => !text.includes(word))).toEqual([]);
});

test('pdfinfo names title and author, and nothing runs when the file is opened', async () => {
  const info = await judge('pdfinfo', 'FILE');
  expect(info).toMatch(/^Author: +小金井市$/m);
  expect(info).toMatch(/^JavaScript: +no$/m);
  expect(info).toMatch(/^Encrypted: +no$/m);
});

test('pdfinfo reads the structure: heads, paragraphs, lists, figures, links', async () => {
  const text = await judge('pdfinfo', '-struct-text', 'FILE');
  const types = new Set(text.match(/^ *[A-Z]\w*(?= \(|:| <|$)/gm)?.map((line) => line.trim()));
  for (const type of [
    'H1',
    'H2',
    'P',
    'L',
    'LI',
    'TOC',
    'TOCI',
    'Link',
    'THead',
    'TBody',
    'TH',
    'TD',
    'Figure',
  ])
    expect(types, type).toContain(type);
  expect(await judge('pdfinfo', 'FILE')).toMatch(/^Tagged: +yes$/m);
});

test('mutool opens every page without a warning', async () => {
  expect(await judge('mutool', 'info', 'FILE')).toMatch(/^Pages: \d+$/m);
});
