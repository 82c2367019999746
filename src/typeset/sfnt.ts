/**
 * The container of a font file (sfnt: TrueType and OpenType): its table directory, and the few header fields
 * that setting needs. In: bytes. Out: views of tables, checked to lie inside the file.
 */

/** The file is not a font that can be set and embedded. */
export class FontError extends Error {
  override readonly name = 'FontError';
}

/** Tables by tag. */
export type Tables = ReadonlyMap<string, DataView>;

export type Metrics = {
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** Glyphs with an advance of their own in `hmtx`; the rest share the last one's. */
  readonly advanceCount: number;
};

const TRUETYPE = 0x00010000;
const APPLE_TRUETYPE = 0x74727565; // 'true'
const OPENTYPE = 0x4f54544f; // 'OTTO'
const HEAD_MAGIC = 0x5f0f3cf5;

/** Reads the table directory (OpenType 1.9, "Organization of an OpenType Font"). @throws {FontError} */
export function readTables(bytes: Uint8Array): Tables {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.byteLength < 12) throw new FontError('too short for a font file');
  const flavour = file.getUint32(0);
  if (flavour !== TRUETYPE && flavour !== APPLE_TRUETYPE && flavour !== OPENTYPE) {
    throw new FontError('not a TrueType or OpenType font file');
  }
  const tables = new Map<string, DataView>();
  const count = file.getUint16(4);
  if (file.byteLength < 12 + count * 16) throw new FontError('the table directory is cut off');
  for (let record = 12; record < 12 + count * 16; record += 16) {
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const offset = file.getUint32(record + 8);
    const length = file.getUint32(record + 12);
    if (offset + length > file.byteLength) throw new FontError(`table ${tag} is cut off`);
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

/** The table, at least `size` bytes long. @throws {FontError} */
export function requireTable(tables: Tables, tag: string, size: number): DataView {
  const table = tables.get(tag);
  if (!table) throw new FontError(`table ${tag} is missing`);
  if (table.byteLength < size) throw new FontError(`table ${tag} is cut off`);
  return table;
}

/** Reads the header fields and checks the tables that hang on them. @throws {FontError} */
export function readMetrics(tables: Tables): Metrics {
  const head = requireTable(tables, 'head', 54);
  if (head.getUint32(12) !== HEAD_MAGIC) throw new FontError('table head is damaged');
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new FontError('table head is damaged');

  const glyphCount = requireTable(tables, 'maxp', 6).getUint16(4);
  const advanceCount = requireTable(tables, 'hhea', 36).getUint16(34);
  if (advanceCount < 1 || advanceCount > glyphCount) throw new FontError('table hhea is damaged');
  requireTable(tables, 'hmtx', advanceCount * 4 + (glyphCount - advanceCount) * 2);
  checkOutlines(tables, glyphCount, head.getInt16(50) === 0 ? 2 : 4);
  return { unitsPerEm, glyphCount, advanceCount };
}

/** Outlines are either a `CFF ` table, or `glyf` with the index `loca`. */
function checkOutlines(tables: Tables, glyphCount: number, offsetSize: 2 | 4): void {
  if (tables.has('CFF ')) return;
  const loca = requireTable(tables, 'loca', (glyphCount + 1) * offsetSize);
  const last = glyphCount * offsetSize;
  const outlinesEnd = offsetSize === 2 ? loca.getUint16(last) * 2 : loca.getUint32(last);
  requireTable(tables, 'glyf', outlinesEnd);
}
