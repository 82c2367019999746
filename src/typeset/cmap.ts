/**
 * A font's character map (OpenType `cmap`): code points to glyph ids, formats 4 and 12, and variation
 * sequences, format 14. Looked up in place by binary search: nothing is decoded beforehand.
 */
import { FontError, type FontTable } from './sfnt.ts';

/** The glyph id of a code point; 0 where the font has none. */
export type GlyphLookup = (codePoint: number) => number;

/** The glyph id of a code point with a variation selector; 0 where the font does not know the sequence. */
export type SequenceLookup = (codePoint: number, selector: number) => number;

const FORMAT_14_HEADER = 10;
const FORMAT_12_HEADER = 16;

/** Picks the widest Unicode subtable. @throws {FontError} where the font has no Unicode map, or a damaged one */
export function readCmap(cmap: FontTable): { glyph: GlyphLookup; sequence: SequenceLookup } {
  const byFormat = new Map<number, FontTable>();
  const count = cmap.getUint16(2);
  for (let record = 4; record < 4 + count * 8; record += 8) {
    if (!isUnicode(cmap.getUint16(record), cmap.getUint16(record + 2))) continue;
    const subtable = subtableAt(cmap, cmap.getUint32(record + 4));
    byFormat.set(subtable.getUint16(0), subtable);
  }
  const format12 = byFormat.get(12);
  const format4 = byFormat.get(4);
  const format14 = byFormat.get(14);
  if (!format12 && !format4) throw new FontError('damaged', 'cmap');
  const glyph = format12 ? segmentedLookup(format12) : deltaLookup(format4 as FontTable);
  return { glyph, sequence: format14 ? sequenceLookup(format14, glyph) : () => 0 };
}

/** Platforms Unicode (0) and Windows (3) with encodings BMP (1) and full (10). */
function isUnicode(platform: number, encoding: number): boolean {
  return platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
}

/** The subtable cut to its own length, which stands at a place that depends on the format. */
function subtableAt(cmap: FontTable, offset: number): FontTable {
  const format = cmap.getUint16(offset);
  const lengthAt = format === 14 ? 2 : format >= 8 ? 4 : undefined;
  return cmap.part(offset, lengthAt ? cmap.getUint32(offset + lengthAt) : cmap.getUint16(offset + 2));
}

/** Format 12: groups of start, end, glyph of start. */
function segmentedLookup(table: FontTable): GlyphLookup {
  const count = recordsOf(table, 12, FORMAT_12_HEADER, 12);
  return (codePoint) => {
    const group = findRange(
      count,
      codePoint,
      (index) => table.getUint32(FORMAT_12_HEADER + index * 12),
      (index) => table.getUint32(FORMAT_12_HEADER + index * 12 + 4),
    );
    if (group < 0) return 0;
    const at = FORMAT_12_HEADER + group * 12;
    return table.getUint32(at + 8) + codePoint - table.getUint32(at);
  };
}

/** Format 4: segments of the BMP with a delta or an index into an array of glyph ids. */
function deltaLookup(table: FontTable): GlyphLookup {
  const size = table.getUint16(6);
  if (table.byteLength < 16 + size * 4) throw new FontError('damaged', 'cmap');
  const ends = 14;
  const starts = ends + size + 2;
  const deltas = starts + size;
  const offsets = deltas + size;
  return (codePoint) => {
    const segment = findRange(
      size / 2,
      codePoint,
      (index) => table.getUint16(starts + index * 2),
      (index) => table.getUint16(ends + index * 2),
    );
    if (segment < 0) return 0;
    const delta = table.getUint16(deltas + segment * 2);
    const offsetAt = offsets + segment * 2;
    const offset = table.getUint16(offsetAt);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const at = offsetAt + offset + (codePoint - table.getUint16(starts + segment * 2)) * 2;
    const glyph = at + 2 <= table.byteLength ? table.getUint16(at) : 0;
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/**
 * Format 14. A sequence is either default (it means the code point's usual glyph) or has a glyph of its own;
 * one that stands in neither list is not supported.
 */
function sequenceLookup(table: FontTable, glyph: GlyphLookup): SequenceLookup {
  const count = recordsOf(table, 6, FORMAT_14_HEADER, 11);
  const selectorAt = (index: number) => getUint24(table, FORMAT_14_HEADER + index * 11);
  return (codePoint, selector) => {
    const record = findRange(count, selector, selectorAt, selectorAt);
    if (record < 0) return 0;
    const at = FORMAT_14_HEADER + record * 11;
    const ownGlyph = ownGlyphOf(table, table.getUint32(at + 7), codePoint);
    if (ownGlyph) return ownGlyph;
    return isDefault(table, table.getUint32(at + 3), codePoint) ? glyph(codePoint) : 0;
  };
}

function ownGlyphOf(table: FontTable, list: number, codePoint: number): number {
  if (list === 0) return 0;
  const count = recordsOf(table, list, list + 4, 5);
  const codePointAt = (index: number) => getUint24(table, list + 4 + index * 5);
  const found = findRange(count, codePoint, codePointAt, codePointAt);
  return found < 0 ? 0 : table.getUint16(list + 4 + found * 5 + 3);
}

function isDefault(table: FontTable, list: number, codePoint: number): boolean {
  if (list === 0) return false;
  const count = recordsOf(table, list, list + 4, 4);
  const startAt = (index: number) => getUint24(table, list + 4 + index * 4);
  const endAt = (index: number) => startAt(index) + table.getUint8(list + 4 + index * 4 + 3);
  return findRange(count, codePoint, startAt, endAt) >= 0;
}

/** The number of records that the 32-bit count at `countAt` promises from `first` on. @throws {FontError} */
function recordsOf(table: FontTable, countAt: number, first: number, size: number): number {
  const count = table.getUint32(countAt);
  if (first + count * size > table.byteLength) throw new FontError('damaged', 'cmap');
  return count;
}

/** The index of the ascending range that holds `value`, or -1. */
function findRange(
  count: number,
  value: number,
  start: (index: number) => number,
  end: (index: number) => number,
): number {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (value < start(middle)) high = middle - 1;
    else if (value > end(middle)) low = middle + 1;
    else return middle;
  }
  return -1;
}

function getUint24(table: FontTable, at: number): number {
  return (table.getUint16(at) << 8) | table.getUint8(at + 2);
}
