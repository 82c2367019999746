import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { manifestOf, readManifest, writeManifest } from '../../src/archive/manifest.ts';
import { bytesOf, textOf } from '../helpers/bag.ts';

const SUM = '0123456789abcdef'.repeat(8);
const OTHER = 'f'.repeat(128);

describe('the form we write', () => {
  test('is what sha512sum writes, by path', () => {
    const files = new Map([
      ['data/b', bytesOf('b')],
      ['data/a', bytesOf('')],
    ]);
    const sum = (text: string) => createHash('sha512').update(text).digest('hex');
    expect(textOf(manifestOf(files))).toBe(`${sum('')}  data/a\n${sum('b')}  data/b\n`);
  });

  test('is empty for no files', () => {
    expect(manifestOf(new Map())).toHaveLength(0);
  });

  test('names a path once', () => {
    const twice = [
      { path: 'data/a', sha512: SUM },
      { path: 'data/a', sha512: SUM },
    ];
    expect(textOf(writeManifest(twice))).toBe(`${SUM}  data/a\n`);
  });
});

describe('reading', () => {
  test.each([
    ['our form', `${SUM}  data/読み.txt\n${OTHER}  data/b c.txt\n`],
    ['upper case', `${SUM.toUpperCase()}  data/読み.txt\n${OTHER}  data/b c.txt\n`],
    ['Windows', `\ufeff${SUM}  data/読み.txt\r\n${OTHER}  data/b c.txt\r\n`],
    ['tabs, marks, dots, empty lines', `\n${SUM}\t*data/読み.txt\n\n${OTHER} ./data/b c.txt`],
  ])('%s', (_, text) => {
    expect(readManifest(bytesOf(text))).toEqual({
      entries: [
        { path: 'data/読み.txt', sha512: SUM },
        { path: 'data/b c.txt', sha512: OTHER },
      ],
      broken: [],
    });
  });

  test('counts broken lines', () => {
    const lines = [`${SUM}  data/a`, 'data/b', `${SUM.slice(1)}  data/c`, `g${SUM.slice(1)}  data/d`, SUM];
    expect(readManifest(bytesOf(lines.join('\n')))).toEqual({
      entries: [{ path: 'data/a', sha512: SUM }],
      broken: [2, 3, 4, 5],
    });
  });
});
