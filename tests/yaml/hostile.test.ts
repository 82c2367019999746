import { describe, expect, test } from 'vitest';
import { MAX_YAML_BYTES, readYaml } from '../../src/yaml/index.ts';
import { bytesOf, documentOf } from './read.ts';

const fill = (piece: string, before = '', after = '') =>
  before + piece.repeat(Math.floor((MAX_YAML_BYTES - 50) / new TextEncoder().encode(piece).length)) + after;

const HOSTILE: Readonly<Record<string, string>> = {
  brackets: fill('['),
  braces: fill('{'),
  dashes: fill('- '),
  'explicit keys': fill('? '),
  'keys on one line': fill('a: '),
  indentation: Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
  'empty items': fill('-\n'),
  'the same key': fill('a:\n'),
  documents: fill('---\n'),
  'document ends': fill('...\n'),
  quotes: fill('"'),
  tags: fill('!a '),
  anchors: fill('&a '),
  directives: fill('%\n'),
  'wrong escapes': fill('\\q', 'a: "', '"'),
  'broken lists': fill('a: [\n'),
  'a figure without end': `a: { b: 1${',091'.repeat(60_000)} }`,
  'duplicates on one line': `{${'a,'.repeat(90_000)}}`,
  'a long text': fill('漢', 'a: '),
  'a long block': fill(' x\n', 'a: |\n'),
  'billion laughs': `a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]\n`).join('')}`,
};

describe('hostile files end within two seconds', () => {
  test.each(Object.entries(HOSTILE))('%s', (_, text) => {
    const bytes = bytesOf(text);
    const begin = performance.now();
    const { value, diagnostics } = readYaml('a.yaml', bytes);
    expect(performance.now() - begin).toBeLessThan(2000);
    expect(value !== undefined || diagnostics.length > 0).toBe(true);
    expect(diagnostics.length + (value?.problems.length ?? 0)).toBeLessThanOrEqual(200);
  });

  test.each([
    ['brackets', '['.repeat(10_000), 'yaml-too-deep'],
    ['dashes', '- '.repeat(10_000), 'yaml-too-deep'],
    ['too many items', '- 1\n'.repeat(100_000), 'yaml-too-many'],
  ])('%s', (_, text, code) => {
    expect(readYaml('a.yaml', bytesOf(text)).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([
      code,
    ]);
  });

  test('64 levels are no problem of ours', () => {
    expect(readYaml('a.yaml', bytesOf(`${'['.repeat(60)}${']'.repeat(60)}`)).diagnostics).toEqual([]);
  });

  test('a few aliases are fine', () => {
    const { value, problems } = documentOf('a: &a [1, 2]\nb: *a\nc: *a\n');
    expect(problems).toEqual([]);
    const { a, c } = value as Record<string, unknown>;
    expect(c).toEqual(a);
  });
});
