import { describe, expect, test } from 'vitest';
import { Numeral } from '../../src/yaml/index.ts';
import { documentOf, problemsOf } from './read.ts';

const read = (text: string) => (documentOf(`a: ${text}\n`).value as Record<string, unknown>).a;

describe('values', () => {
  test.each(['45', '4.10', '-3', '0x1F', '1e3', '.nan', '.inf', '+5', '007', '5.', '.5', '-0'])(
    '%s keeps its literal',
    (typed) => {
      expect(read(typed)).toEqual(new Numeral(typed));
    },
  );

  test.each(['"45"', "'45'", '1_000', '1,091', '４５', '△5', '−5', '45件', '2025-07-29', 'yes', 'R6', '1-1'])(
    '%s is a text',
    (typed) => {
      expect(typeof read(typed)).toBe('string');
    },
  );

  test('null and booleans are YAML 1.2 core', () => {
    expect([read('null'), read('~'), read(''), read('true'), read('False')]).toEqual([
      null,
      null,
      null,
      true,
      false,
    ]);
  });

  test('any key is only a key', () => {
    expect(
      Object.keys(documentOf('__proto__: 1\nconstructor: 2\n091: 3\ntrue: 4\n').value as object).sort(),
    ).toEqual(['091', '__proto__', 'constructor', 'true']);
  });

  test.each([
    ['{ b: 1,091 }', ['grouped-figure 1:9']],
    ['{ b: 1,091,234, c: 2 }', ['grouped-figure 1:9']],
    ['{ b: -1, 234件, c: 2, 345 }', ['grouped-figure 1:9', 'grouped-figure 1:22']],
    ['{ b: 45, 100: 2 }', []],
    ['{ b: 1, c, 091 }', []],
  ])('a figure with commas in braces is one error: %s', (text, expected) => {
    expect(problemsOf(`a: ${text}\n`)).toEqual(expected);
  });

  test('the hint joins the groups', () => {
    expect(documentOf('a: { b: 1,091,234 }\n').problems[0]?.hints.join()).toContain('1091234');
  });

  test.each([
    ['相談 #1 窓口', ['text-after-hash 1:7']],
    ['相談  #窓口 # か', ['text-after-hash 1:8']],
    ['相談 # 窓口', []],
    ['相談 #　窓口', []],
    ['相談 ##', []],
    ['相談 #', []],
    ['相談#1', []],
    ['"相談" #1', []],
    ['45 #1', []],
    ['[相談] #1', []],
    ['|\n  相談 #1', []],
  ])('what is lost behind a number sign is told: %s', (text, expected) => {
    expect(problemsOf(`a: ${text}\nb: 1\n`)).toEqual(expected);
  });
});
