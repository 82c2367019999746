import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/yaml/index.ts';
import { runs } from '../helpers/chance.ts';
import { bytesOf, problemsOf } from './read.ts';

/** What a clerk types → the code and place. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['full-width colon', 'a: 1\n題：二\n', ['yaml-colon 2:1']],
  ['unclosed double quote', 'a: "b\nc: d\n', ['yaml-quote 1:4']],
  ['unclosed single quote', "a: 'b\nc: d\n", ['yaml-quote 1:4']],
  ['unclosed quote that ends at the next one', 'a: "b\nc: "d"\ne: f\n', ['yaml-quote 1:4']],
  ['quoted text over two lines', 'a: "b\n  c"\n', ['yaml-quote 1:4']],
  ['unclosed brace', 'a: { b: 1\nc: 2\n', ['yaml-bracket 1:4']],
  ['unclosed bracket', '[1, 2\n', ['yaml-bracket 1:1']],
  ['closing brace too many', 'a: { b: 1 }}\nc: 2\n', ['yaml-bracket 1:12']],
  ['missing comma', 'a: { b: 漸増 c: 1 }\n', ['yaml-comma 1:9']],
  ['two commas', 'a: { b: 1,, c: 1 }\n', ['yaml-comma 1:11']],
  ['tab as indentation', 'a:\n\tb: c\n', ['yaml-tab 2:1']],
  ['uneven indentation', 'a:\n  b: c\n d: e\n', ['uneven-indent 3:2']],
  ['key below a value', 'a: b\n  c: d\n', ['uneven-indent 2:3']],
  ['item without dash', 'a:\n  - b: 1\n   c: 2\n', ['uneven-indent 3:4']],
  ['dash on the line of the key', 'a: - b\n', ['sign-at-start 1:4']],
  ['colon in a text', 'a: 注意: これ\n', ['yaml-nested 1:4']],
  ['text after a quote', 'a: "b" c\n', ['yaml-after-value 1:8']],
  ['text after the bar', 'a: |b\n  c\n', ['yaml-block-text 1:5']],
  ['reserved sign', 'a: @b\n', ['yaml-sign 1:4']],
  ['asterisk alone', 'a: *\n', ['yaml-anchor 1:4']],
  ['two anchors', 'a: &b &c d\n', ['yaml-anchor 1:7']],
  ['alias without anchor', 'a: *b\n', ['unknown-alias 1:4']],
  ['alias of itself', 'a: &b [*b]\n', ['unknown-alias 1:8']],
  ['escape', 'a: "\\d"\n', ['yaml-escape 1:5']],
  ['comment without space', 'a: "b"#c\n', ['yaml-comment 1:7']],
  ['two documents', 'a: 1\n---\nb: 2\n', ['yaml-documents 2:1']],
  ['directive', '%YAML 1.1\n---\na: 1\n', ['yaml-directive 1:1']],
  ['unknown tag', 'a: !b c\n', ['yaml-tag 1:4']],
  ['known tag', 'a: !!int "3"\n', ['yaml-tag 1:4']],
  ['list as key', '? [a]\n: b\n', ['yaml-key 1:3']],
  ['no key', ': b\n', ['yaml-key 1:1']],
  ['merge key', 'a: { <<: { b: 1 } }\n', ['merge-key 1:6']],
  ['duplicate key', 'a: 1\nb: 2\na: 3\n', ['duplicate-key 3:1']],
  ['joined lines', 'a: b\n  c\n', ['folded-text 1:4']],
  ['folding sign', 'a: >\n  b\n', ['folded-text 1:4']],
  ['full-width bar', 'a: ｜\n  b\n', ['folded-text 1:4']],
  ['nothing but a marker', '---\n', ['empty-file 1:1']],
];

describe('syntax', () => {
  test.each(CASES)('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test('the other key of a duplicate is named', () => {
    const problems = readYaml('a.yaml', bytesOf('a: 1\nb: 2\na: 3\n')).value?.problems ?? [];
    expect(problems[0]?.related?.[0]?.span.start).toEqual({ line: 1, column: 1 });
  });

  test('no English of the library reaches a clerk', () => {
    for (const [, text] of CASES) {
      const { value, diagnostics } = readYaml('a.yaml', bytesOf(text));
      for (const { message } of [...diagnostics, ...(value?.problems ?? [])]) {
        expect(message).not.toMatch(/[A-Za-z]{4,} [a-z]+ [a-z]+/);
        expect(message).toMatch(/。$/);
      }
    }
  });

  test('random YAML-like texts never throw', () => {
    const pieces = [...'abc:-[]{},&*!|>\'"%@#?\n\n\n   \t　：', ': ', '- ', '\n  ', '1,091', '漸増'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const { value, diagnostics } = readYaml('a.yaml', bytesOf(parts.join('')));
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
      }),
      { numRuns: runs(5000) },
    );
  });
});

test('a cell of a spreadsheet behind a key is told as such: its quotes would be printed otherwise', () => {
  const text = 'a: "一行目の""文章""である。\n  二行目の文章である。"\n';
  const { diagnostics } = readYaml('a.yaml', bytesOf(text));
  expect(diagnostics.map(({ code, hints }) => [code, hints.length])).toEqual([['yaml-after-value', 1]]);
  expect(diagnostics[0]?.hints[0]).toContain('表計算ソフト');
});
