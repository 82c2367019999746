import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { subsetTrueType } from '../../src/pdf/truetype-subset.ts';
import { readMetrics, readTables, requireTable } from '../../src/typeset/index.ts';
import { FALLBACK, REGULAR } from './sample.ts';

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

describe.each([REGULAR, FALLBACK])('subsetTrueType: $name', (face) => {
  const tables = readTables(face.bytes);
  const whole = opened(face.bytes);
  const { glyphCount } = readMetrics(tables);

  it('keeps outlines and advances of every glyph, by code', { timeout: 60_000 }, () => {
    const ids = Array.from({ length: glyphCount }, (_, id) => glyphCount - 1 - id);
    const subset = opened(subsetTrueType(tables, [0, ...ids]));
    const wrong = ids.filter((id, index) => {
      const [before, after] = [whole.getGlyph(id), subset.getGlyph(index + 1)];
      return before.advanceWidth !== after.advanceWidth || before.path.toSVG() !== after.path.toSVG();
    });
    expect(wrong).toEqual([]);
  });

  it('adds what a composite glyph is made of, and lets a glyph have several codes', () => {
    const ids = ['が', 'é', 'é', ' ', 'Å'].map((text) => face.glyph(text.codePointAt(0) as number)?.id ?? 0);
    const subset = opened(subsetTrueType(tables, [0, ...ids]));
    expect(subset.numGlyphs).toBeGreaterThanOrEqual(6);
    ids.forEach((id, index) => {
      expect(subset.getGlyph(index + 1).path.toSVG()).toBe(whole.getGlyph(id).path.toSVG());
    });
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
