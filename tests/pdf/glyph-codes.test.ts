import { describe, expect, it } from 'vitest';
import { type EmbeddedFont, GlyphCodes } from '../../src/pdf/glyph-codes.ts';
import { FALLBACK, REGULAR } from '../boxes/sample.ts';

function embedded(): EmbeddedFont {
  return { glyphs: [0], widths: [1000], unicode: [[0]] };
}

describe('GlyphCodes', () => {
  it('gives each character a code once', () => {
    const font = embedded();
    const codes = new GlyphCodes(REGULAR, font);
    expect(codes.encode('市民市')).toBe('\0\x01\0\x02\0\x01');
    expect(font.glyphs).toHaveLength(3);
    expect(font.unicode).toEqual([[0], ['市'.codePointAt(0)], ['民'.codePointAt(0)]]);
    expect(font.widths.slice(1)).toEqual([1000, 1000]);
  });

  it('tells a variation sequence from its base, so that both are copied out as typed', () => {
    const font = embedded();
    const codes = new GlyphCodes(FALLBACK, font);
    expect(codes.encode('葛\u{e0100}葛')).toBe('\0\x01\0\x02');
    expect(font.unicode.slice(1)).toEqual([[0x845b, 0xe0100], [0x845b]]);
  });

  it('works on code points', () => {
    const font = embedded();
    expect(new GlyphCodes(FALLBACK, font).encode('𠮷')).toBe('\0\x01');
    expect(font.unicode[1]).toEqual([0x20bb7]);
  });

  it('writes bytes that mean something in a literal string with a backslash', () => {
    const font = embedded();
    font.glyphs.push(...Array<number>(0x28 - 1).fill(0));
    expect(new GlyphCodes(REGULAR, font).encode('市民')).toBe('\0\\(\0\\)');
    font.glyphs.push(...Array<number>(0x5c - 0x2a).fill(0));
    expect(new GlyphCodes(REGULAR, font).encode('市')).toBe('\0\\\\');
    const early = embedded();
    early.glyphs.push(...Array<number>(0x0d - 1).fill(0));
    expect(new GlyphCodes(REGULAR, early).encode('市')).toBe('\0\\r');
  });

  it('refuses a character without a glyph: setting must have reported it', () => {
    expect(() => new GlyphCodes(REGULAR, embedded()).encode('𠮷')).toThrow();
  });
});
