/**
 * CFF outlines (Adobe Technical Note 5176) with the glyphs that a booklet uses, in the order of their codes: a font
 * whose glyphs are known by numbers alone, as ISO 32000-1, 9.9 wants it. Subroutines keep their numbers; those that no
 * glyph calls are emptied.
 */
import type { CalledSubrs, Cff, CffIndex, CffPart } from '../typeset/index.ts';

const RETURN = Uint8Array.of(11);

/** Operators of dictionaries that are written. */
const PRIVATE = [18];
const SUBRS = [19];
const CHARSET = [15];
const CHAR_STRINGS = [17];
const ROS = [12, 30];
const CID_COUNT = [12, 34];
const PARTS = [12, 36];
const SELECT = [12, 37];

/** Operators whose entries are taken over: FontMatrix, and in private dictionaries all but Subrs. */
const FONT_MATRIX = 1207;
const SUBRS_OPERATOR = 19;

/** The first number of a string of the font's own. */
const FIRST_STRING = 391;

/**
 * @param glyphs glyph ids by code; an id may stand at several codes
 * @param name of the font
 * @returns the table's bytes, in which codes are glyph ids
 */
export function subsetCff(cff: Cff, glyphs: readonly number[], name: string): Uint8Array {
  const globals = new Set<number>();
  const used = new Map<number, Set<number>>();
  for (const glyph of glyphs) {
    const part = cff.partOf(glyph);
    const called: CalledSubrs = { globals, locals: used.get(part) ?? new Set() };
    used.set(part, called.locals);
    cff.walk(glyph, called);
  }
  const parts = [...used.keys()];
  const head = [
    Uint8Array.of(1, 0, 4, 4),
    index([Buffer.from(name, 'latin1')]),
    // The dictionary of all, which says where everything else lies.
    index([topDict(cff, glyphs.length, [0, 0, 0, 0])]),
    index([Buffer.from('Adobe'), Buffer.from('Identity')]),
    index(emptied(cff.globalSubrs, globals)),
  ];
  const tables = [
    charset(glyphs.length),
    Uint8Array.of(0, ...glyphs.map((glyph) => parts.indexOf(cff.partOf(glyph)))),
    index(glyphs.map((glyph) => bytesOf(cff.charStrings.item(glyph)))),
  ];
  const start = lengthOf(head);
  const offsets = tables.map((_, at) => start + lengthOf(tables.slice(0, at)));
  const privates = start + lengthOf(tables);
  const { bodies, dicts } = privateDicts(cff, used, privates);
  head[2] = index([topDict(cff, glyphs.length, [...offsets, privates + lengthOf(bodies)])]);
  return Buffer.concat([...head, ...tables, ...bodies, index(dicts)]);
}

function topDict({ top }: Cff, glyphCount: number, offsets: readonly number[]): Uint8Array {
  const [charsetAt, selectAt, charStringsAt, partsAt] = offsets as [number, number, number, number];
  return Buffer.concat([
    entry([FIRST_STRING, FIRST_STRING + 1, 0], ROS),
    ...entriesOf(top, (operator) => operator === FONT_MATRIX),
    entry([glyphCount], CID_COUNT),
    entry([charsetAt], CHARSET),
    entry([selectAt], SELECT),
    entry([charStringsAt], CHAR_STRINGS),
    entry([partsAt], PARTS),
  ]);
}

/** The private dictionaries with their subroutines, one after the other from `start` on, and the dictionaries that point there. */
function privateDicts(cff: Cff, used: ReadonlyMap<number, ReadonlySet<number>>, start: number) {
  const bodies: Uint8Array[] = [];
  const dicts: Uint8Array[] = [];
  for (const [number, called] of used) {
    const { dict, privateDict, subrs } = cff.parts[number] as CffPart;
    const values = Buffer.concat(entriesOf(privateDict, (operator) => operator !== SUBRS_OPERATOR));
    const size = values.length + entry([0], SUBRS).length;
    const withSubrs = subrs.count === 0 ? values : Buffer.concat([values, entry([size], SUBRS)]);
    const place = entry([withSubrs.length, start + lengthOf(bodies)], PRIVATE);
    dicts.push(Buffer.concat([...entriesOf(dict, (operator) => operator === FONT_MATRIX), place]));
    bodies.push(withSubrs, ...(subrs.count === 0 ? [] : [index(emptied(subrs, called))]));
  }
  return { bodies, dicts };
}

function entriesOf(dict: CffPart['dict'], isWanted: (operator: number) => boolean): Uint8Array[] {
  return dict.filter(({ operator }) => isWanted(operator)).map(({ bytes }) => bytesOf(bytes));
}

function emptied(subrs: CffIndex, called: ReadonlySet<number>): Uint8Array[] {
  return Array.from({ length: subrs.count }, (_, at) => (called.has(at) ? bytesOf(subrs.item(at)) : RETURN));
}

/** Glyphs after the first are known by their numbers: one range. */
function charset(glyphCount: number): Uint8Array {
  return glyphCount < 2 ? Uint8Array.of(0) : Uint8Array.of(2, 0, 1, ...uint(glyphCount - 2, 2));
}

/** Operands, all of the same size, so that a dictionary is as long whatever stands in it. */
function entry(operands: readonly number[], operator: readonly number[]): Uint8Array {
  return Uint8Array.of(...operands.flatMap((operand) => [29, ...uint(operand, 4)]), ...operator);
}

function index(items: readonly Uint8Array[]): Uint8Array {
  if (items.length === 0) return Uint8Array.of(0, 0);
  const offsets = new Uint8Array((items.length + 1) * 4);
  const view = new DataView(offsets.buffer);
  let offset = 1;
  items.forEach(({ length }, at) => {
    view.setUint32(at * 4, offset);
    offset += length;
  });
  view.setUint32(items.length * 4, offset);
  return Buffer.concat([Uint8Array.of(...uint(items.length, 2), 4), offsets, ...items]);
}

function uint(value: number, size: number): number[] {
  return Array.from({ length: size }, (_, at) => (value >>> (8 * (size - 1 - at))) & 0xff);
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function bytesOf({ buffer, byteOffset, byteLength }: DataView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
