import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Allowance, Parser } from '../../src/pdf-reader/parser.ts';
import { Bytes, Name, PdfFault, Reference, textOf } from '../../src/pdf-reader/values.ts';
import { runs } from '../helpers/chance.ts';

const PLENTY = 1e6;
const read = (text: string, allowance = PLENTY) => new Parser(text, new Allowance(allowance)).value();

describe('values', () => {
  test.each<[string, unknown]>([
    ['null', null],
    [' true', true],
    ['\t%comment\n  false', false],
    ['-12.50', -12.5],
    ['.5', 0.5],
    ['12 0 R', new Reference(12)],
    ['[12 0 3 0 R 4]', [12, 0, new Reference(3), 4]],
    ['/application#2Fyaml', new Name('application/yaml')],
    ['/A/B', new Name('A')],
    ['(a (b) \\(c\\n\\101\\)\\\\)', new Bytes('a (b) (c\nA)\\')],
    ['(two\\\nlines)', new Bytes('twolines')],
    ['<00fF>', new Bytes('\0\xff')],
    [
      '<</A 1/B[/C]/D<</E()>>>>',
      new Map<string, unknown>([
        ['A', 1],
        ['B', [new Name('C')]],
        ['D', new Map([['E', new Bytes('')]])],
      ]),
    ],
  ])('%s', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  test('follow each other, and words between them are stepped over', () => {
    const parser = new Parser('7 0 obj <</A 1>> stream', new Allowance(PLENTY));
    expect([parser.value(), parser.skip('endobj'), parser.skip('0 obj')]).toEqual([7, false, true]);
    expect([parser.value(), parser.skip('stream'), parser.at]).toEqual([new Map([['A', 1]]), true, 23]);
  });
});

describe('what is none', () => {
  test.each([
    '',
    '%',
    'R',
    ')',
    '>>',
    '[1',
    '<</A',
    '<</A>>',
    '<<1 2>>',
    '<</A 1/A 2>>',
    '(',
    '(\\',
    '<0>',
    '<0g>',
    '<00',
  ])('%j', (text) => {
    expect(() => read(text)).toThrow(PdfFault);
  });
});

describe('what is too much', () => {
  test.each([
    ['depth of lists', '['.repeat(100_000)],
    ['depth of dictionaries', '<</A'.repeat(100_000)],
    ['values', `[${'0 '.repeat(200_000)}]`],
    ['a string’s length', `(${'x'.repeat(40_000)})`],
    ['a name’s length', `/${'x'.repeat(40_000)}`],
    ['a hexadecimal string’s length', `<${'0'.repeat(40_000)}>`],
    ['brackets in a string', '('.repeat(40_000)],
  ])('%s', (_, text) => {
    expect(() => read(text)).toThrow(PdfFault);
  });

  test('by all parsers together', () => {
    const allowance = new Allowance(100);
    const again = () => new Parser('[1 2 3 4 5 6 7 8]', allowance).value();
    for (let times = 0; times < 5; times++) again();
    expect(again).toThrow('too much to read');
    expect(() => read(`${' '.repeat(200)}1`, 100)).toThrow('too much to read');
    expect(() => read(`%${'x'.repeat(200)}\n1`, 100)).toThrow('too much to read');
  });
});

test('any text is read or refused', () => {
  const syntax = fc.constantFrom(
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '/',
    '<',
    '>',
    '\\',
    '%',
    '\n',
    ' ',
    '0',
    'R',
  );
  const text = fc.array(fc.oneof(syntax, fc.string())).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (any) => {
      try {
        read(any, 10_000);
      } catch (error) {
        expect(error).toBeInstanceOf(PdfFault);
      }
    }),
    { numRuns: runs(2000) },
  );
});

test('text strings are ASCII or UTF-16', () => {
  expect(textOf(new Bytes('edition.yaml'))).toBe('edition.yaml');
  expect(textOf(new Bytes('\xfe\xff\x30\x42\xd8\x42\xdf\xb7'))).toBe('あ𠮷');
  expect(textOf(new Bytes('\xfe\xff\x30'))).toBe('\ufffd');
});
