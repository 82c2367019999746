/**
 * Whether a glyph can be drawn: its outline is looked through as a viewer will, point by point, before it is set.
 * TrueType (OpenType 1.9, `glyf`) here, CFF in its own file.
 */
import { cffCheck } from './cff.ts';
import { FontError, type FontTable, reading, requireTable, type Tables } from './sfnt.ts';

/** Flags of a point. */
const X_IS_BYTE = 0x02;
const Y_IS_BYTE = 0x04;
const REPEATED = 0x08;
const X_IS_SAME = 0x10;
const Y_IS_SAME = 0x20;

/** Flags of a composite glyph's component. */
const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

/** How deep components may be made of components, and of how many a glyph may be made in all. */
const MOST_DEPTH = 8;
const MOST_COMPONENTS = 256;

/** Makes the function that throws a FontError for a glyph whose outline is damaged. @throws {FontError} */
export function outlineCheck(tables: Tables, glyphCount: number): (id: number) => void {
  const cff = tables.get('CFF ');
  if (cff) return cffCheck(cff, glyphCount);
  const outlineOf = outlineReader(tables, glyphCount);
  const known = new Map<number, number>();
  const componentsOf = (id: number, depth: number): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const outline = outlineOf(id);
    let count = 1;
    if (outline.byteLength > 0) {
      if (depth > MOST_DEPTH) throw new FontError('damaged', 'glyf');
      if (outline.getInt16(0) >= 0) checkPoints(outline);
      else for (const part of componentIds(outline)) count += componentsOf(part, depth + 1);
    }
    if (count > MOST_COMPONENTS) throw new FontError('damaged', 'glyf');
    known.set(id, count);
    return count;
  };
  return (id) => reading('glyf', () => void componentsOf(id, 0));
}

/** Gives a glyph's outline; empty for a glyph without ink. */
function outlineReader(tables: Tables, glyphCount: number): (id: number) => FontTable {
  const format = requireTable(tables, 'head', 54).getInt16(50);
  if (format !== 0 && format !== 1) throw new FontError('damaged', 'head');
  const loca = requireTable(tables, 'loca', (glyphCount + 1) * (format === 0 ? 2 : 4));
  const glyf = requireTable(tables, 'glyf', 0);
  const offsetOf = (id: number) => (format === 0 ? loca.getUint16(id * 2) * 2 : loca.getUint32(id * 4));
  return (id) => {
    if (id >= glyphCount) throw new FontError('damaged', 'glyf');
    const [start, end] = [offsetOf(id), offsetOf(id + 1)];
    if (end < start || end > glyf.byteLength) throw new FontError('damaged', 'loca');
    return glyf.part(start, end - start);
  };
}

/** The glyphs that a composite one is made of. */
function componentIds(outline: FontTable): number[] {
  const ids: number[] = [];
  let flags = MORE_COMPONENTS;
  for (let at = 10; flags & MORE_COMPONENTS; ) {
    flags = outline.getUint16(at);
    ids.push(outline.getUint16(at + 2));
    at += 4 + (flags & ARGUMENTS_ARE_WORDS ? 4 : 2);
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_TWO_SCALES) at += 4;
    else if (flags & HAS_MATRIX) at += 8;
    outline.part(0, at);
  }
  return ids;
}

/** A simple glyph: ends of contours, instructions, flags, coordinates. */
function checkPoints(outline: FontTable): void {
  const contours = outline.getInt16(0);
  let last = -1;
  for (let contour = 0; contour < contours; contour++) {
    const end = outline.getUint16(10 + contour * 2);
    if (end <= last) throw new FontError('damaged', 'glyf');
    last = end;
  }
  if (contours === 0) return;
  const instructions = 10 + contours * 2;
  const start = instructions + 2 + outline.getUint16(instructions);
  if (endOfPoints(outline, start, last + 1) > outline.byteLength) throw new FontError('damaged', 'glyf');
}

/** Where the coordinates of so many points end. */
function endOfPoints(outline: FontTable, start: number, points: number): number {
  let at = start;
  let coordinates = 0;
  for (let point = 0; point < points; ) {
    const flags = outline.getUint8(at++);
    const times = flags & REPEATED ? outline.getUint8(at++) + 1 : 1;
    coordinates += times * (sizeOf(flags, X_IS_BYTE, X_IS_SAME) + sizeOf(flags, Y_IS_BYTE, Y_IS_SAME));
    point += times;
    if (point > points) throw new FontError('damaged', 'glyf');
  }
  return at + coordinates;
}

function sizeOf(flags: number, isByte: number, isSame: number): number {
  if (flags & isByte) return 1;
  return flags & isSame ? 0 : 2;
}
