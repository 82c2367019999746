/**
 * The container of CFF outlines (Adobe Technical Note 5176), as far as glyphs are taken out of it: what a table says
 * of where things lie is checked, and nothing else is believed.
 */
import { type DictEntry, readDict } from './cff-dict.ts';
import { type CalledSubrs, type CffIndex, walkCharString } from './charstring.ts';
import { FontError, type FontTable, reading } from './sfnt.ts';

/** A font of a font: its dictionary, that of its private values, and its own subroutines. */
export type CffPart = {
  readonly dict: readonly DictEntry[];
  readonly privateDict: readonly DictEntry[];
  readonly subrs: CffIndex;
};

export type Cff = {
  readonly top: readonly DictEntry[];
  readonly charStrings: CffIndex;
  readonly globalSubrs: CffIndex;
  readonly parts: readonly CffPart[];
  /** Which part draws a glyph. */
  readonly partOf: (glyph: number) => number;
  /** Goes through a glyph's outline. @throws {FontError} where it cannot be drawn */
  readonly walk: (glyph: number, called: CalledSubrs) => void;
};

/** Operators of dictionaries; those of two bytes count from 1200. */
const OP = {
  charStrings: 17,
  privateDict: 18,
  subrs: 19,
  charstringType: 1206,
  cid: 1230,
  parts: 1236,
  select: 1237,
};

const EMPTY: CffIndex = { count: 0, item: () => damaged(), end: 0 };

/** Reads the table; outlines are left alone. @throws {FontError} */
export function readCff(table: FontTable, glyphCount: number): Cff {
  if (table.getUint8(0) !== 1) damaged();
  const names = readIndex(table, table.getUint8(2));
  const tops = readIndex(table, names.end);
  const strings = readIndex(table, tops.end);
  const globalSubrs = readIndex(table, strings.end);
  if (tops.count !== 1) damaged();
  const top = readDict(tops.item(0));
  if ((operand(top, OP.charstringType) ?? 2) !== 2) damaged();
  const charStrings = readIndex(table, operand(top, OP.charStrings) ?? damaged());
  if (charStrings.count !== glyphCount) damaged();
  const { parts, partOf } =
    operand(top, OP.cid) === undefined ? onePart(table, top) : manyParts(table, top, glyphCount);
  const walk = (glyph: number, called: CalledSubrs) => {
    const { subrs } = parts[partOf(glyph)] ?? damaged();
    walkCharString(charStrings.item(glyph), globalSubrs, subrs, called);
  };
  return { top, charStrings, globalSubrs, parts, partOf, walk };
}

/** Makes the function that throws a FontError for a glyph whose outline is damaged. @throws {FontError} */
export function cffCheck(table: FontTable, glyphCount: number): (glyph: number) => void {
  const cff = reading(table.tag, () => readCff(table, glyphCount));
  return (glyph) => reading(table.tag, () => cff.walk(glyph, { globals: new Set(), locals: new Set() }));
}

type Parts = Pick<Cff, 'parts' | 'partOf'>;

function onePart(table: FontTable, top: readonly DictEntry[]): Parts {
  return { parts: [{ ...privateOf(table, top), dict: [] }], partOf: () => 0 };
}

function manyParts(table: FontTable, top: readonly DictEntry[], glyphCount: number): Parts {
  const dicts = readIndex(table, operand(top, OP.parts) ?? damaged());
  if (dicts.count === 0 || dicts.count > 256) damaged();
  const parts = Array.from({ length: dicts.count }, (_, index): CffPart => {
    const dict = readDict(dicts.item(index));
    return { ...privateOf(table, dict), dict };
  });
  return { parts, partOf: partSelector(table, operand(top, OP.select) ?? damaged(), glyphCount) };
}

function privateOf(table: FontTable, dict: readonly DictEntry[]): Omit<CffPart, 'dict'> {
  const [size, offset] = dict.find(({ operator }) => operator === OP.privateDict)?.operands ?? [];
  if (size === undefined || offset === undefined) return { privateDict: [], subrs: EMPTY };
  const privateDict = readDict(table.part(offset, size));
  const subrs = operand(privateDict, OP.subrs);
  return { privateDict, subrs: subrs === undefined ? EMPTY : readIndex(table, offset + subrs) };
}

/** FDSelect: a part for every glyph, or for ranges of glyphs, of which a sentinel ends the last. */
function partSelector(table: FontTable, at: number, glyphCount: number): (glyph: number) => number {
  const format = table.getUint8(at);
  if (format === 0) {
    const parts = table.part(at + 1, glyphCount);
    return (glyph) => parts.getUint8(glyph);
  }
  if (format !== 3) damaged();
  const count = table.getUint16(at + 1);
  const ranges = table.part(at + 3, count * 3 + 2);
  return (glyph) => {
    let [low, high] = [0, count];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (ranges.getUint16(middle * 3) <= glyph) low = middle;
      else high = middle;
    }
    const inside = ranges.getUint16(low * 3) <= glyph && glyph < ranges.getUint16(low * 3 + 3);
    return inside ? ranges.getUint8(low * 3 + 2) : damaged();
  };
}

/** A count, the size of offsets, one offset more than items, and the items, whose offsets begin with 1. */
function readIndex(table: FontTable, at: number): CffIndex {
  const count = table.getUint16(at);
  if (count === 0) return { ...EMPTY, end: at + 2 };
  const size = table.getUint8(at + 2);
  if (size < 1 || size > 4) damaged();
  const offsets = table.part(at + 3, (count + 1) * size);
  const base = at + 2 + offsets.byteLength;
  const offsetOf = (index: number) => {
    let offset = 0;
    for (let byte = 0; byte < size; byte++) offset = offset * 256 + offsets.getUint8(index * size + byte);
    return offset;
  };
  return {
    count,
    end: base + offsetOf(count),
    item(index) {
      if (!(index >= 0 && index < count)) damaged();
      return table.part(base + offsetOf(index), offsetOf(index + 1) - offsetOf(index));
    },
  };
}

/** The first operand of an operator. */
function operand(dict: readonly DictEntry[], wanted: number): number | undefined {
  return dict.find(({ operator }) => operator === wanted)?.operands[0];
}

function damaged(): never {
  throw new FontError('damaged', 'CFF ');
}
