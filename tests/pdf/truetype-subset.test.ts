import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { subsetTrueType } from '../../src/pdf/truetype-subset.ts';
import { readMetrics, readTables, requireTable } from '../../src/typeset/index.ts';
import { FALLBACK, REGULAR } from '../boxes/sample.ts';

type Glyph = { readonly advanceWidth: number; readonly path: { toSVG(): string } };
type Font = { readonly numGlyphs: number; getGlyph(id: number): Glyph };

function opened(bytes: Uint8Array): Font {
  return create(Buffer.from(bytes)) as unknown as Font;
}

/** Every 32-bit word added up, as OpenType's checksums are. */
function sum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = 0; at < bytes.length; at += 4) total = (total + view.getUint32(at)) >>> 0;
  return total;
}

/** Outlines, as they are in the font's bytes, and advances by the glyphs' numbers. */
function glyphsOf(tables: ReturnType<typeof readTables>) {
  const isLong = requireTable(tables, 'head', 54).getInt16(50) === 1;
  const [loca, glyf] = [requireTable(tables, 'loca', 4), requireTable(tables, 'glyf', 0)];
  const start = (id: number) => (isLong ? loca.getUint32(4 * id) : 2 * loca.getUint16(2 * id));
  const hmtx = requireTable(tables, 'hmtx', 4);
  const advances = requireTable(tables, 'hhea', 36).getUint16(34);
  return {
    outline: (id: number) => Buffer.from(glyf.buffer, glyf.byteOffset + start(id), start(id + 1) - start(id)),
    advance: (id: number) => hmtx.getUint16(4 * Math.min(id, advances - 1)),
  };
}

/** What a component's transformation takes, in bytes, by its flag. */
const TRANSFORMED: Readonly<Record<number, number>> = { 8: 2, 64: 4, 128: 8 };

/** An outline made of two others: glyph, flags beside those that say how it is read, and offsets. */
function composite(...parts: readonly [number, number, number, number][]): Buffer {
  const bytes = parts.flatMap(([glyph, flags, x, y], index) => {
    const isLast = index === parts.length - 1;
    const offsets = flags & 1 ? [x >> 8, x, y >> 8, y] : [x, y];
    const half = Array.from({ length: (TRANSFORMED[flags] ?? 0) / 2 }, () => [0x20, 0]).flat();
    const all = flags | 0x0002 | (isLast ? 0 : 0x0020);
    return [all >> 8, all, glyph >> 8, glyph, ...offsets, ...half];
  });
  return Buffer.from([0xff, 0xff, 0, 0, 0, 0, 0, 100, 0, 100, ...bytes].map((byte) => byte & 0xff));
}

describe.each([REGULAR, FALLBACK])('subsetTrueType: $name', (face) => {
  const tables = readTables(face.bytes);
  const whole = opened(face.bytes);
  const { glyphCount } = readMetrics(tables);
  const idOf = (text: string) => face.glyph(text.codePointAt(0) as number)?.id ?? 0;

  it('keeps outlines and advances of every glyph, by code', () => {
    const ids = Array.from({ length: glyphCount }, (_, id) => glyphCount - 1 - id);
    const bytes = subsetTrueType(tables, [0, ...ids]);
    const [asked, kept] = [glyphsOf(tables), glyphsOf(readTables(bytes))];
    const wrong = ids.filter((id, index) => {
      const outline = asked.outline(id);
      const other = kept.outline(index + 1).subarray(0, outline.length);
      return asked.advance(id) !== kept.advance(index + 1) || !outline.equals(other);
    });
    expect(wrong.slice(0, 10)).toEqual([]);
    // Another reader looks at some of them.
    const subset = opened(bytes);
    for (let index = 0; index < ids.length; index += 50) {
      const [before, after] = [whole.getGlyph(ids[index] as number), subset.getGlyph(index + 1)];
      expect([after.advanceWidth, after.path.toSVG()]).toEqual([before.advanceWidth, before.path.toSVG()]);
    }
  });

  it('lets a glyph have several codes', () => {
    const ids = ['が', 'é', 'é', ' ', 'Å'].map(idOf);
    const subset = opened(subsetTrueType(tables, [0, ...ids]));
    ids.forEach((id, index) => {
      expect(subset.getGlyph(index + 1).path.toSVG()).toBe(whole.getGlyph(id).path.toSVG());
    });
  });

  it('adds what a composite glyph is made of, and what that is made of', () => {
    const [first, second, third] = ['愛', '鬱', '麗'].map(idOf) as [number, number, number];
    const [a, b, c] = ['一', '二', '三'].map(idOf) as [number, number, number];
    // No font that ships has composite glyphs: three of them are written over outlines that are long enough.
    const bytes = Uint8Array.from(face.bytes);
    const made = readTables(bytes);
    glyphsOf(made)
      .outline(third)
      .set(composite([c, 0x0080, 5, 5], [a, 0, 10, -20]));
    glyphsOf(made)
      .outline(second)
      .set(composite([third, 0x0001, 300, 5], [b, 0x0040, -3, 4], [a, 0, 1, 1]));
    glyphsOf(made)
      .outline(first)
      .set(composite([second, 0x0008, 1, 2], [third, 0, 7, 8]));
    const before = opened(bytes);
    const subset = opened(subsetTrueType(made, [0, first]));
    expect(before.getGlyph(first).path.toSVG()).not.toBe(whole.getGlyph(first).path.toSVG());
    expect(subset.getGlyph(1).path.toSVG()).toBe(before.getGlyph(first).path.toSVG());
    expect(subset.numGlyphs).toBe(2 + 5);
  });

  it('writes sums that add up, and a loca table that ends where glyf ends', () => {
    const bytes = subsetTrueType(tables, [0, 5, 6, 7]);
    expect(sum(bytes)).toBe(0xb1b0afba);
    const subset = readTables(bytes);
    expect([...subset.keys()]).toEqual([...subset.keys()].sort());
    const loca = requireTable(subset, 'loca', 20);
    expect(readMetrics(subset).glyphCount).toBe(loca.byteLength / 4 - 1);
    expect(loca.getUint32(loca.byteLength - 4)).toBe(requireTable(subset, 'glyf', 1).byteLength);
  });
});
