import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { FontError, openFace } from '../../src/typeset/index.ts';
import { bold, fontBytes, noto, regular } from './helpers.ts';

describe('openFace', () => {
  it.each([regular, bold, noto])(
    'agrees with fontkit on every code point, in thousandths of an em: $name',
    (face) => {
      const reference = create(Buffer.from(face.bytes)) as unknown as {
        unitsPerEm: number;
        characterSet: number[];
        glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number };
      };
      const wrong = reference.characterSet.filter((codePoint) => {
        const { id, advanceWidth } = reference.glyphForCodePoint(codePoint);
        const glyph = face.glyph(codePoint);
        if (id === 0) return glyph !== undefined;
        return (
          glyph?.id !== id ||
          glyph.advance !== Math.round((advanceWidth / reference.unitsPerEm) * 1000) / 1000
        );
      });
      expect(reference.characterSet.length).toBeGreaterThan(5000);
      expect(wrong).toEqual([]);
    },
  );

  it.each([
    ['葛', 0xe0100],
    ['辻', 0xe0100],
  ])(
    'gives %s with its ideographic selector a glyph in both families, told from the plain one',
    (base, selector) => {
      const codePoint = base.codePointAt(0) as number;
      for (const face of [regular, noto]) {
        const variants = new Set([face.glyph(codePoint)?.id]);
        for (const vs of [selector, selector + 1, selector + 2]) variants.add(face.glyph(codePoint, vs)?.id);
        expect(face.glyph(codePoint, selector)).toBeDefined();
        expect(variants.size).toBeGreaterThan(1);
      }
    },
  );

  it('keeps the plain glyph after its variant was asked for', () => {
    const face = openFace('again', regular.bytes);
    const variant = face.glyph(0x845b, 0xe0101);
    expect(face.glyph(0x845b)).toEqual(regular.glyph(0x845b));
    expect(face.glyph(0x845b, 0xe0101)).toBe(variant);
  });

  it('has no glyph for a sequence the font does not list, nor for .notdef', () => {
    expect(regular.glyph(0x3042, 0xe0100)).toBeUndefined();
    expect(regular.glyph(0x20bb7)).toBeUndefined();
    expect(noto.glyph(0x20bb7)?.id).toBeGreaterThan(0);
    expect(regular.glyph(0x10ffff)).toBeUndefined();
  });

  it('ignores the emoji presentation selectors', () => {
    expect(regular.glyph(0x2460, 0xfe0e)).toEqual(regular.glyph(0x2460));
    expect(regular.glyph(0x2460, 0xfe0f)).toEqual(regular.glyph(0x2460));
  });

  const whole = fontBytes('BIZUDPGothic-Regular');
  const damaged = (change: (bytes: Uint8Array) => void) => {
    const bytes = Uint8Array.from(whole);
    change(bytes);
    return bytes;
  };
  const tableRecord = (tag: string) => Buffer.from(whole).indexOf(tag, 12, 'latin1');

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('これはフォントではありません')],
    ['zeros', new Uint8Array(4096)],
    ['a cut table directory', whole.subarray(0, 100)],
    ['half the file', whole.subarray(0, whole.length / 2)],
    ['all but the last bytes', whole.subarray(0, whole.length - 64)],
    ['no cmap', damaged((bytes) => bytes.set([0x78], tableRecord('cmap')))],
    ['no outlines', damaged((bytes) => bytes.set([0x78], tableRecord('glyf')))],
    ['a short hmtx', damaged((bytes) => bytes.set([0, 0, 0, 8], tableRecord('hmtx') + 12))],
    ['a font collection', damaged((bytes) => bytes.set(new TextEncoder().encode('ttcf')))],
  ])('refuses %s', (_, bytes) => {
    expect(() => openFace('bad', bytes)).toThrow(FontError);
  });
});
