import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../src/outputs.ts';
import { filesBelow, temporaryFolder } from './helpers/program.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const MACHINE = Buffer.from(hostname()).toString('hex').slice(0, 16);
/** No process has this number: it is above what any system hands out. */
const NOBODY = 2 ** 30;

test('a file is written with the folders it needs', () => {
  const folder = temporaryFolder();
  expect(writeWhole(join(folder, 'out/R6/booklet.pdf'), bytes('neu'))).toBeUndefined();
  expect(readFileSync(join(folder, 'out/R6/booklet.pdf'), 'utf8')).toBe('neu');
});

test('an earlier file is replaced, and nothing else is left', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'booklet.pdf');
  writeWhole(path, bytes('a long earlier file'));
  writeWhole(path, bytes('new'));
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['booklet.pdf']);
});

test('an empty file and a large one', () => {
  const path = join(temporaryFolder(), 'booklet.pdf');
  expect(writeWhole(path, new Uint8Array())).toBeUndefined();
  expect(readFileSync(path)).toHaveLength(0);
  const large = new Uint8Array(20_000_000).fill(7);
  expect(writeWhole(path, large)).toBeUndefined();
  expect(readFileSync(path).equals(large)).toBe(true);
});

test('what killed runs left is swept away, and only that', () => {
  const folder = temporaryFolder();
  const litter = `.booklet.pdf.${MACHINE}-${NOBODY}.tmp`;
  const kept = [
    `.booklet.pdf.${MACHINE}-${process.ppid}.tmp`,
    `.booklet.pdf.${MACHINE}-abc.tmp`,
    `.booklet.pdf.00-${NOBODY}.tmp`,
    `.other.pdf.${MACHINE}-${NOBODY}.tmp`,
    'booklet.pdf.tmp',
    'メモ.txt',
  ];
  for (const name of [litter, ...kept]) writeFileSync(join(folder, name), '');
  expect(writeWhole(join(folder, 'booklet.pdf'), bytes('new'))).toBeUndefined();
  expect(filesBelow(folder)).toEqual(['booklet.pdf', ...kept].sort());
});

test.each<[string, (folder: string) => string]>([
  [
    'a folder of the file’s name',
    (folder) => {
      mkdirSync(join(folder, 'booklet.pdf/inside'), { recursive: true });
      return join(folder, 'booklet.pdf');
    },
  ],
  [
    'a file where the folder should be',
    (folder) => {
      writeFileSync(join(folder, 'out'), 'text');
      return join(folder, 'out/booklet.pdf');
    },
  ],
  [
    'a file above the folder',
    (folder) => {
      writeFileSync(join(folder, 'out'), 'text');
      return join(folder, 'out/R6/2025/booklet.pdf');
    },
  ],
])('%s is in the way', (_, prepare) => {
  const folder = temporaryFolder();
  const path = prepare(folder);
  const before = filesBelow(folder);
  expect(writeWhole(path, bytes('new'))?.code).toBe('output-in-the-way');
  expect(filesBelow(folder)).toEqual(before);
});

test('a name no disk takes', () => {
  const folder = temporaryFolder();
  expect(writeWhole(join(folder, `${'x'.repeat(300)}.pdf`), bytes('new'))?.code).toBe('output-failed');
  expect(readdirSync(folder)).toEqual([]);
});
