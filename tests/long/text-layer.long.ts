/** The text layer as poppler and MuPDF hand it out: lines joined, it is what was typed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleOf } from '../helpers/fixed-samples.ts';
import { make } from '../helpers/sample.ts';

const WORDS = ['Key Performance Indicator', '（機関数）　77機関', '説明 及び  次年度', '相談　　支援'];

/** The words behind more and more others, so that a line ends at each of their spaces. */
const NARRATIVE = WORDS.flatMap((words) =>
  Array.from({ length: 45 }, (_, pad) => `${'児'.repeat(pad)}${words}に努める。`),
);

/** What a reader makes of a file of these bytes. */
function read(bytes: Uint8Array, command: string, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'text-layer-'));
  try {
    writeFileSync(join(folder, 'booklet.pdf'), bytes);
    const run = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.error) throw run.error;
    return run.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('words on either side of a line’s end are divided by the spaces that were typed', async () => {
  const { bytes } = await make(sampleOf([{ result: NARRATIVE.join('\n') }]));
  const pdf = bytes as Uint8Array;

  test('in the structure, by poppler', () => {
    const said = read(pdf, 'pdfinfo', '-struct-text', 'booklet.pdf');
    const text = [...said.matchAll(/^ *"(.*)"$/gm)].map(([, words]) => words).join('');
    expect(NARRATIVE.filter((line) => !text.includes(line))).toEqual([]);
  });

  test('in the plain text, by MuPDF, which knows one kind of space', () => {
    const text = read(pdf, 'mutool', 'draw', '-F', 'txt', 'booklet.pdf').replace(/\n/g, '');
    expect(NARRATIVE.filter((line) => !text.includes(line.replaceAll('　', ' ')))).toEqual([]);
  });

  test('in the plain text, by poppler, where a line’s end is a space', () => {
    const lines = read(pdf, 'pdftotext', '-raw', 'booklet.pdf', '-').split('\n');
    const latin = lines.join(' ').match(/[A-Za-z]{2,}/g) ?? [];
    expect(new Set(latin)).toEqual(new Set(WORDS[0]?.split(' ')));
    expect(latin.length).toBe(3 * 45);
    expect(lines.filter((line) => line.includes('  '))).toEqual([]);
  });
});
