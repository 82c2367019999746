/** The short way through a YAML file gives what the library's tree gives, or nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Source } from '../../src/yaml/source.ts';
import { composeTree, parseTokens } from '../../src/yaml/tree.ts';
import { readUsual } from '../../src/yaml/usual.ts';
import { readValues, type YamlValue } from '../../src/yaml/value.ts';

function usual(text: string): YamlValue | undefined {
  const { tokens } = parseTokens(new Source('a.yaml', text));
  return tokens && readUsual(tokens);
}

/** What the tree gives; undefined where anything is wrong with it. */
function treeValue(text: string): YamlValue | undefined {
  const source = new Source('a.yaml', text);
  const { tokens } = parseTokens(source);
  const { tree } = tokens ? composeTree(source, tokens) : {};
  if (!tree) return undefined;
  const { value, diagnostics } = readValues(source, tree);
  return diagnostics.length > 0 ? undefined : value;
}

const folder = new URL('../../content/R6/', import.meta.url);
const files = [
  'edition.yaml',
  ...readdirSync(new URL('measures/', folder)).map((name) => `measures/${name}`),
].map((name) => readFileSync(new URL(name, folder), 'utf8'));

test('every file of the real edition goes the short way', () => {
  for (const text of files) {
    expect(usual(text)).toEqual(treeValue(text));
    expect(usual(text)).toBeDefined();
  }
});

describe('gives what the tree gives', () => {
  it.each([
    'a: 1\nb: -2.50\nc: .5e3\nd: 0x1F\ne: 0o7\nf: +.inf\ng: .NaN\nh: 007\ni: 1_000\nj: 1e3\nk: 1.\n',
    'a: null\nb: ~\nc:\nd: Null\ne: nUll\nf: true\ng: False\nh: yes\ni: TRUE\nj: tRue\n',
    'true: 1\n10: 2\n"null": 3\n',
    'a: [1, "b", \'c\', [], {}, { d: e, "f": [g] }]\n',
    '- a\n- - b\n  - c\n-\n- d: |\n    e\n\n    f\n  g: |-\n    h\n',
    '# a\n\na: # b\n  # c\n  - d # e\n  # f\ng: h #i\n# j\n',
    '"a b"\n',
  ])('%j', (text) => {
    expect(usual(text)).toBeDefined();
    expect(usual(text)).toEqual(treeValue(text));
  });
});

describe('leaves to the tree', () => {
  it.each([
    '',
    '# a\n',
    '---\na: 1\n',
    'a: 1\na: 2\n',
    'a: &b 1\nc: *b\n',
    '<<: 1\n',
    '? a\n: b\n',
    'a: b\n  c\n',
    'a: "b\n  c"\n',
    'a: >\n  b\n',
    'a: !!str 1\n',
    'a: { b: 1,091 }\n',
    'a: { b }\n',
    'a: [b: c]\n',
    'a: [b, ]\n',
    'a: b: c\n',
    'null: 1\n',
    'a:\t1\n',
    '"a"#b\n',
    'a: [b]#c\n',
    'a: {#b\n}\n',
    'a: @b\n',
    ' a: 1\nb: 2\n',
    `${'k'.repeat(1100)}: 1\n`,
  ])('%j', (text) => {
    expect(usual(text)).toBeUndefined();
  });
});

test('files with slips never read as something else', { timeout: 120_000 }, () => {
  const slip = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 3 }),
    text: fc.array(fc.constantFrom(...' \n\t#:-?,[]{}&*!|>\'"%@`~a1市', '\n  ', ': ', '- ', ' #', '---\n')),
  });
  const excerpt = fc.record({
    file: fc.constantFrom(...files),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    lines: fc.integer({ min: 1, max: 30 }),
    slips: fc.array(slip, { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(excerpt, ({ file, from, lines, slips }) => {
      const all = file.split('\n');
      const start = Math.floor(from * all.length);
      const indent = /^ */.exec(all[start] ?? '')?.[0].length ?? 0;
      let text = all
        .slice(start, start + lines)
        .map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length)))
        .join('\n');
      for (const { at, length, text: typed } of slips) {
        const place = Math.floor(at * text.length);
        text = text.slice(0, place) + typed.join('') + text.slice(place + length);
      }
      const value = usual(text);
      if (value !== undefined) expect(value).toEqual(treeValue(text));
    }),
    { numRuns: 2000 },
  );
});
