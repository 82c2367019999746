import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, MAX_YAML_BYTES, readYaml, tooLarge } from '../../src/yaml/index.ts';
import { runs } from '../helpers/chance.ts';
import { bytesOf, summary } from './read.ts';

const codes = (bytes: Uint8Array) => decode(bytes, 'a.yaml').diagnostics.map(summary);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

describe('decode', () => {
  test('takes UTF-8 with or without BOM, ended by LF or CRLF', () => {
    expect(decode(bytesOf('\ufeff題: 一\r\n二: 三\r\n'), 'a.yaml').value).toBe('題: 一\n二: 三\n');
    expect(decode(bytesOf('題: 一\n二: 三\n'), 'a.yaml').value).toBe('題: 一\n二: 三\n');
  });

  test('normalises nothing', () => {
    expect(decode(bytesOf('a: 神\ufa19か\u3099'), 'a.yaml').value).toBe('a: 神\ufa19か\u3099');
  });

  test('recognises UTF-16 in both orders, with and without BOM', () => {
    expect(codes(utf16('\ufefftitle: 題'))).toEqual(['utf-16 1:1']);
    expect(codes(utf16('\ufefftitle: 題').toReversed())).toEqual(['utf-16 1:1']);
    expect(codes(utf16('measure: "1-1"\ntitle: 題'))).toEqual(['utf-16 1:1']);
  });

  test('points at the first byte that is no UTF-8, and names Shift_JIS', () => {
    const shiftJis = new Uint8Array([...bytesOf('a: 1\r\nb: '), 0x91, 0xe8]);
    expect(codes(shiftJis)).toEqual(['shift-jis 2:4']);
    // The excerpt is readable: the line as it was typed.
    expect(decode(shiftJis, 'a.yaml').diagnostics[0]?.span?.sourceLine).toBe('b: 題');
    expect(codes(new Uint8Array([...bytesOf('題: 😀'), 0xff, 0xfd]))).toEqual(['broken-utf-8 1:5']);
  });

  test('a replacement character that is really there is no bad byte', () => {
    expect(codes(new Uint8Array([...bytesOf('a: \ufffd\nb: '), 0xff]))).toEqual(['broken-utf-8 2:4']);
  });

  test('reports the first of each control character', () => {
    expect(codes(bytesOf('a: \0\nb: \0\u001b'))).toEqual(['control-character 1:4', 'control-character 2:5']);
    expect(codes(bytesOf('a: 1\rb: 2'))).toEqual(['control-character 1:5']);
  });

  test.each(['', ' \n\t\n', '\ufeff', '\r\n'])('%j is empty', (text) => {
    expect(codes(bytesOf(text))).toEqual(['empty-file 1:1']);
  });

  test('refuses what is too large', () => {
    expect(codes(new Uint8Array(MAX_YAML_BYTES + 1))).toEqual(['file-too-large']);
  });

  test('what is too large by a byte is not shown as large as it may be', () => {
    const sizes = (limit?: number) =>
      tooLarge('a', (limit ?? MAX_YAML_BYTES) + 1, limit).message.match(/\d+\.\d(?= MB)/g);
    expect(sizes()).toEqual(['2.1', '2.0']);
    expect(sizes(1024 * 1024)).toEqual(['1.1', '1.0']);
  });

  test('random bytes never throw, and always give a value or a diagnostic', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { value, diagnostics } = readYaml('a.yaml', bytes);
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
      }),
      { numRuns: runs(2000) },
    );
  });
});
