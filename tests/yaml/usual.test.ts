/** The short way through a YAML file gives what the library's tree gives, or nothing. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Aside } from '../../src/yaml/aside.ts';
import { Source } from '../../src/yaml/source.ts';
import { parseTree } from '../../src/yaml/tree.ts';
import * as usual from '../../src/yaml/usual.ts';
import { readValues, type YamlValue } from '../../src/yaml/value.ts';
import { runs } from '../helpers/chance.ts';
import { counted } from '../helpers/steps.ts';
import { TEMPTING } from './hostile-texts.ts';
import { anyDocument, FILES, USUAL_VALUES, usualDocument } from './usual-texts.ts';

const { readUsual } = usual;

/** What the tree gives; undefined where anything is wrong with it. */
function treeValue(text: string): YamlValue | undefined {
  const source = new Source('a.yaml', text);
  const { tree } = parseTree(source);
  if (!tree) return undefined;
  const { value, diagnostics } = readValues(source, tree);
  return diagnostics.length > 0 ? undefined : value;
}

/** The comments that end a text, as the tree tells them. */
function treeAsides(text: string): Aside[] {
  const source = new Source('a.yaml', text);
  const { tree } = parseTree(source);
  return tree ? readValues(source, tree).asides : [];
}

test('every file that the booklet is made of goes the short way', () => {
  for (const text of FILES) {
    expect(readUsual(text)).toStrictEqual(treeValue(text));
    expect(readUsual(text)).toBeDefined();
  }
});

const SIGNS = '\n\t#:-?,[]{}&*!|>\'"%@`~';
const KEYS = [
  ...['a: ', 'b: ', 'c: ', 'd: ', 'e:', 'f:  ', '"g": ', '"": ', 'a-b: ', '10: ', 'true: '],
  ...['null: ', '~: ', '<<: ', '"<<": ', 'k : ', "'q': "],
];
const VALUES = [
  ...USUAL_VALUES,
  ...['"a": b', "'a", '"', '|', '|-', '| # c', '[-]', '[ - a ]', '[a#b]', '[a:b]', '[,]', '[a,]', '[a'],
  ...['{a : 1}', '{a: }', '{ a: 1,091 }', '{"a":1}', "{'a': 1}", '{ a: - }', '{ a: 1, a: 2 }'],
  ...['-', '- a', 'a: b', 'a #b', '1 #b', 'a  #b c', '?', '? a', ':', ':a', '%a', '#x'],
];

describe('gives what the tree gives', () => {
  it.each([
    'a: 1\nb: -2.50\nc: .5e3\nd: 0x1F\ne: 0o7\nf: +.inf\ng: .NaN\nh: 007\ni: 1_000\nj: 1e3\nk: 1.\n',
    'a: null\nb: ~\nc:\nd: Null\ne: nUll\nf: true\ng: False\nh: yes\ni: TRUE\nj: tRue\n',
    'true: 1\n10: 2\n"null": 3\n',
    'a: [1, "b", \'c\', [], {}, { d: e, "f": [g] }]\n',
    '- a\n- - b\n  - c\n-\n- d: |\n    e\n\n    f\n  g: |-\n    h\n',
    '# a\n\na: # b\n  # c\n  - d # e\n  # f\ng: h # i\n# j\n',
    '"a b"\n',
    'a:\n  "b c" # d\ne:\n  [f]\ng:\n- h\n- i\n',
    'a: |\n\n  b\n   c\n \n    \nd: |-\n  e\n\n\n# f\n',
  ])('%j', (text) => {
    expect(readUsual(text)).toBeDefined();
    expect(readUsual(text)).toStrictEqual(treeValue(text));
  });
});

test.each([
  ['a: b # c\n', ['a'], '# c'],
  ['- b  # c # d\n', [0], '# c # d'],
  ['a:\n  - k: x\n    "l m": b # c', ['a', 0, 'l m'], '# c'],
  ['a:\n  b # c\n', ['a'], '# c'],
  ['a: b #\n', ['a'], '#'],
  ['a: b # \n', ['a'], '# '],
])('the comment that ends a text is told: %j', (text, path, comment) => {
  const asides: Aside[] = [];
  readUsual(text, undefined, asides);
  expect(asides.map((aside) => [aside.path, text.slice(...aside.range)])).toEqual([[path, comment]]);
  expect(asides).toStrictEqual(treeAsides(text));
});

test.each([
  'a: 1 # c\n',
  'a: null # c\n',
  'a: true # c\n',
  'a: "b" # c\n',
  'a: [b] # c\n',
  'a: { b: c } # d\n',
  'a: | # c\n  b # d\n',
  '# c\na: b\n# d\n',
])('a comment behind anything else is none of a text: %j', (text) => {
  const asides: Aside[] = [];
  expect(readUsual(text, undefined, asides)).toBeDefined();
  expect(asides).toEqual([]);
  expect(treeAsides(text)).toEqual([]);
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
    'a: b #c\n',
    'a: "\\n"\n',
    '---\n',
    'a: 1\n...\n',
    '\ufeffa: 1\n',
    'a: |+\n  b\n',
    'a: |2\n  b\n',
    'a: |\nb: 1\n',
    'a: |\n    \n  b\n',
    `${'- '.repeat(20)}a\n`,
    `a: ${'['.repeat(10)}${']'.repeat(10)}\n`,
    `a: |\n${'  b\n'.repeat(60_000)}`,
    `- [${'a,'.repeat(99_000)}a]\n`,
    '- a\n'.repeat(49_999),
    '"a"#b\n',
    'a: [b]#c\n',
    'a: {#b\n}\n',
    'a: @b\n',
    ' a: 1\nb: 2\n',
    `${'k'.repeat(1100)}: 1\n`,
  ])('%j', (text) => {
    expect(readUsual(text)).toBeUndefined();
  });
});

describe('a text twice as long takes no more than twice the steps', () => {
  const { module, stepsOf } = counted<typeof usual>('src/yaml/usual.ts');

  test.each(Object.entries(TEMPTING))('%s', (_, text) => {
    const steps = (length: number) => stepsOf(() => void module.readUsual(text(length)));
    expect(steps(1000)).toBeGreaterThan(20);
    expect(steps(2000)).toBeLessThanOrEqual(2 * steps(1000));
  });
});

function expectSame(text: string): void {
  const asides: Aside[] = [];
  const value = readUsual(text, undefined, asides);
  if (value === undefined) return;
  expect(value).toStrictEqual(treeValue(text));
  expect(asides, JSON.stringify(text)).toStrictEqual(treeAsides(text));
}

describe('never reads as something else', { timeout: 300_000 + 5 * runs(2000) }, () => {
  const slip = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 3 }),
    text: fc.array(fc.constantFrom(...SIGNS, ...' \u3000\u0085\u2028a1市', '\n  ', '---\n', '|-\n', "''")),
  });
  const excerpt = fc.record({
    file: fc.constantFrom(...FILES),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    lines: fc.integer({ min: 1, max: 30 }),
    slips: fc.array(slip, { minLength: 1, maxLength: 4 }),
  });

  test('files with slips', () => {
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
        expectSame(text);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('lines put together at random', () => {
    const line = fc
      .tuple(
        fc.constantFrom(0, 0, 2, 2, 2, 4, 4, 6, 1, 3, 8),
        fc.constantFrom('', '', '', '- ', '- ', '-', '- - ', '-  '),
        fc.constantFrom('', '', ...KEYS),
        fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...VALUES) }, fc.constant('')),
        fc.constantFrom('', '', '', ' ', ' # c', '#'),
      )
      .map(([indent, ...parts]) => ' '.repeat(indent) + parts.join(''));
    const other = fc.constantFrom('', '   ', '# c', '    # c', '      ', '        x', '---');
    const lines = fc.array(fc.oneof({ weight: 8, arbitrary: line }, other), { minLength: 1, maxLength: 8 });
    const text = fc.tuple(lines, fc.constantFrom('', '\n', '\n\n'));
    fc.assert(
      fc.property(text, ([typed, end]) => expectSame(typed.join('\n') + end)),
      { numRuns: runs(4000) },
    );
  });

  test('right documents, however they are spelt', () => {
    fc.assert(fc.property(anyDocument(), expectSame), { numRuns: runs(2000) });
  });

  test('and reads usual documents itself', () => {
    fc.assert(
      fc.property(usualDocument(), (text) => {
        expect(readUsual(text)).toBeDefined();
      }),
      { numRuns: runs(2000) },
    );
  });
});
