/**
 * A TrueType font file with the glyphs that a booklet uses, in the order of their codes, and nothing that only setting
 * needs: no `cmap`, no names (ISO 32000-1, 9.9; OpenType 1.9, chapters of the tables named here).
 */
import { requireTable, type Tables } from '../typeset/index.ts';

/** Tables that are taken over as they are, where the font has them: what hinting needs. */
const HINTING = ['cvt ', 'fpgm', 'prep'] as const;

/** Flags of a composite glyph's component (OpenType 1.9, `glyf`). */
const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

const HEADER = 12;
const RECORD = 16;

/** What the sum of a whole font file's words must come to (OpenType 1.9, `head`). */
const FILE_SUM = 0xb1b0afba;

/**
 * @param tables of the font, which has `glyf` outlines
 * @param glyphs glyph ids by code; an id may stand at several codes. What composite glyphs are made of is added.
 * @returns the bytes of the smaller font, in which codes are glyph ids
 */
export function subsetTrueType(tables: Tables, glyphs: readonly number[]): Uint8Array {
  const { outlines, ids } = collectOutlines(tables, glyphs);
  const written: Table[] = [
    ...HINTING.flatMap((tag) => {
      const table = tables.get(tag);
      return table ? [{ tag, bytes: bytesOf(table) }] : [];
    }),
    { tag: 'glyf', bytes: joined(outlines) },
    { tag: 'head', bytes: withUint(bytesOf(requireTable(tables, 'head', 54)), 50, 1) },
    { tag: 'hhea', bytes: withUint(bytesOf(requireTable(tables, 'hhea', 36)), 34, ids.length) },
    { tag: 'hmtx', bytes: metricsOf(tables, ids) },
    { tag: 'loca', bytes: locationsOf(outlines) },
    { tag: 'maxp', bytes: withUint(bytesOf(requireTable(tables, 'maxp', 6)), 4, ids.length) },
  ];
  return writeFont(written.sort((a, b) => (a.tag < b.tag ? -1 : 1)));
}

type Table = { readonly tag: string; readonly bytes: Uint8Array };

/** Outlines by new id, each filled up to words, with the id it had. */
function collectOutlines(
  tables: Tables,
  glyphs: readonly number[],
): { outlines: Uint8Array[]; ids: readonly number[] } {
  const outlineOf = outlineReader(tables);
  const ids = [...glyphs];
  const newIds = new Map<number, number>();
  ids.forEach((id, code) => {
    if (!newIds.has(id)) newIds.set(id, code);
  });
  const newIdOf = (id: number): number => {
    const known = newIds.get(id) ?? ids.push(id) - 1;
    newIds.set(id, known);
    return known;
  };
  const outlines: Uint8Array[] = [];
  // Components are added at the end while the list is walked: they may be composite themselves.
  for (let code = 0; code < ids.length; code++) {
    const outline = outlineOf(ids[code] as number);
    renameComponents(outline, newIdOf);
    outlines.push(outline);
  }
  return { outlines, ids };
}

/** Gives a glyph's outline as a copy, filled up to words; empty for a glyph without ink. */
function outlineReader(tables: Tables): (id: number) => Uint8Array {
  const loca = requireTable(tables, 'loca', 0);
  const glyf = bytesOf(requireTable(tables, 'glyf', 0));
  const isLong = requireTable(tables, 'head', 54).getInt16(50) !== 0;
  const offsetOf = (id: number) => (isLong ? loca.getUint32(id * 4) : loca.getUint16(id * 2) * 2);
  return (id) => {
    const outline = glyf.subarray(offsetOf(id), offsetOf(id + 1));
    const copy = new Uint8Array(wordsOf(outline.length));
    copy.set(outline);
    return copy;
  };
}

/** Writes the new ids into a composite glyph; any other outline stays as it is. */
function renameComponents(outline: Uint8Array, newIdOf: (id: number) => number): void {
  const view = viewOf(outline);
  // A composite glyph has -1 contours.
  if (outline.length === 0 || view.getInt16(0) >= 0) return;
  let flags = MORE_COMPONENTS;
  for (let at = 10; flags & MORE_COMPONENTS; ) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, newIdOf(view.getUint16(at + 2)));
    at += 4 + (flags & ARGUMENTS_ARE_WORDS ? 4 : 2);
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_TWO_SCALES) at += 4;
    else if (flags & HAS_MATRIX) at += 8;
  }
}

/** `hmtx`: every glyph has an advance of its own, and its left side bearing. */
function metricsOf(tables: Tables, ids: readonly number[]): Uint8Array {
  const hmtx = requireTable(tables, 'hmtx', 4);
  const advanceCount = requireTable(tables, 'hhea', 36).getUint16(34);
  const bytes = new Uint8Array(ids.length * 4);
  const view = viewOf(bytes);
  ids.forEach((id, code) => {
    const shared = id - advanceCount;
    view.setUint16(code * 4, hmtx.getUint16(Math.min(id, advanceCount - 1) * 4));
    view.setInt16(code * 4 + 2, hmtx.getInt16(shared < 0 ? id * 4 + 2 : (advanceCount * 2 + shared) * 2));
  });
  return bytes;
}

/** `loca` in its long form: where each outline begins, and where the last one ends. */
function locationsOf(outlines: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array((outlines.length + 1) * 4);
  const view = viewOf(bytes);
  let end = 0;
  outlines.forEach(({ length }, code) => {
    end += length;
    view.setUint32((code + 1) * 4, end);
  });
  return bytes;
}

/** The file: directory, tables in order of their tags, checksums (OpenType 1.9, "Organization of an OpenType Font"). */
function writeFont(tables: readonly Table[]): Uint8Array {
  const start = HEADER + tables.length * RECORD;
  const file = new Uint8Array(tables.reduce((size, { bytes }) => size + wordsOf(bytes.length), start));
  const view = viewOf(file);
  const powers = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 2 ** powers * RECORD);
  view.setUint16(8, powers);
  view.setUint16(10, (tables.length - 2 ** powers) * RECORD);
  let offset = start;
  let adjustment = 0;
  tables.forEach(({ tag, bytes }, index) => {
    const record = HEADER + index * RECORD;
    file.set(bytes, offset);
    // The sums are taken as if there were no adjustment.
    if (tag === 'head') {
      adjustment = offset + 8;
      view.setUint32(adjustment, 0);
    }
    for (let letter = 0; letter < 4; letter++) file[record + letter] = tag.charCodeAt(letter);
    view.setUint32(record + 4, sumOf(view, offset, offset + wordsOf(bytes.length)));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, bytes.length);
    offset += wordsOf(bytes.length);
  });
  view.setUint32(adjustment, FILE_SUM - sumOf(view, 0, file.length));
  return file;
}

/** The sum of the 32-bit words from `start` up to `end`. */
function sumOf(view: DataView, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

/** The length in bytes, filled up to whole words of four. */
function wordsOf(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function bytesOf({ buffer, byteOffset, byteLength }: DataView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** A copy with another 16-bit number at a place. */
function withUint(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  viewOf(copy).setUint16(at, value);
  return copy;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
