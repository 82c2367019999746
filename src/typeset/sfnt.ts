/**
 * The container of a font file (sfnt: TrueType and OpenType): its table directory, and the few header fields
 * that setting needs. In: bytes. Out: views of tables, checked to lie inside the file.
 */

/** The file is not a font that can be set and embedded. */
export class FontError extends Error {
  override readonly name = 'FontError';
  /** No font at all, a table that is not there, or one that is not what it should be. */
  readonly fault: 'format' | 'missing' | 'damaged';
  /** The table's tag. */
  readonly table: string;

  constructor(fault: FontError['fault'], table = '') {
    super(`${fault} ${table}`.trim());
    this.fault = fault;
    this.table = table;
  }
}

/** Its published type is none that a class can extend. */
const BytesView = DataView as new (buffer: ArrayBufferLike, offset: number, length: number) => DataView;

/**
 * A table, or a part of one. Numbers are big-endian. A read beyond its end throws a RangeError, as any view does;
 * {@link reading} makes it a fault of the font. (A check of its own before every number would double the time it
 * takes to look through the outlines of a page.)
 */
export class FontTable extends BytesView {
  readonly tag: string;

  constructor(tag: string, { buffer, byteOffset }: ArrayBufferView, offset: number, length: number) {
    super(buffer, byteOffset + offset, length);
    this.tag = tag;
  }

  /** A part of the table. @throws {FontError} where it is not all inside */
  part(offset: number, length: number): FontTable {
    if (offset < 0 || length < 0 || offset + length > this.byteLength)
      throw new FontError('damaged', this.tag);
    return new FontTable(this.tag, this, offset, length);
  }
}

/** What is read of a table. @throws {FontError} where that lies beyond the table's end */
export function reading<T>(tag: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? new FontError('damaged', tag) : error;
  }
}

/** Tables by tag. */
export type Tables = ReadonlyMap<string, FontTable>;

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
  if (file.byteLength < 12) throw new FontError('format');
  const flavour = file.getUint32(0);
  if (flavour !== TRUETYPE && flavour !== APPLE_TRUETYPE && flavour !== OPENTYPE) {
    throw new FontError('format');
  }
  const tables = new Map<string, FontTable>();
  const count = file.getUint16(4);
  if (file.byteLength < 12 + count * 16) throw new FontError('format');
  for (let record = 12; record < 12 + count * 16; record += 16) {
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const offset = file.getUint32(record + 8);
    const length = file.getUint32(record + 12);
    if (offset + length > file.byteLength) throw new FontError('damaged', tag);
    tables.set(tag, new FontTable(tag, bytes, offset, length));
  }
  return tables;
}

/** The table, at least `size` bytes long. @throws {FontError} */
export function requireTable(tables: Tables, tag: string, size: number): FontTable {
  const table = tables.get(tag);
  if (!table) throw new FontError('missing', tag);
  if (table.byteLength < size) throw new FontError('damaged', tag);
  return table;
}

/** Reads the header fields and checks the tables whose sizes follow from them. @throws {FontError} */
export function readMetrics(tables: Tables): Metrics {
  const head = requireTable(tables, 'head', 54);
  if (head.getUint32(12) !== HEAD_MAGIC) throw new FontError('damaged', 'head');
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new FontError('damaged', 'head');

  const isCff = tables.has('CFF ');
  const glyphCount = requireTable(tables, 'maxp', isCff ? 6 : 32).getUint16(4);
  const advanceCount = requireTable(tables, 'hhea', 36).getUint16(34);
  if (advanceCount < 1 || advanceCount > glyphCount) throw new FontError('damaged', 'hhea');
  requireTable(tables, 'hmtx', advanceCount * 4 + (glyphCount - advanceCount) * 2);
  checkDescriptions(tables);
  return { unitsPerEm, glyphCount, advanceCount };
}

/** What a PDF says of a font stands in `post` and `OS/2`, where the font has them (OpenType 1.9, chapters of these). */
function checkDescriptions(tables: Tables): void {
  if (tables.has('post')) requireTable(tables, 'post', 32);
  if (tables.has('OS/2')) {
    const version = requireTable(tables, 'OS/2', 68).getUint16(0);
    requireTable(tables, 'OS/2', version >= 2 ? 96 : 68);
  }
}
