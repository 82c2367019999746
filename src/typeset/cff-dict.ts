/** Dictionaries of CFF: operands, then their operator (Adobe Technical Note 5176, section 4). */
import { FontError, type FontTable } from './sfnt.ts';

/** An operator with its operands; those of two bytes count from 1200. `bytes` are operands and operator as they stand. */
export type DictEntry = {
  readonly operator: number;
  readonly operands: readonly number[];
  readonly bytes: FontTable;
};

const MOST_OPERANDS = 48;

/** @throws {FontError} */
export function readDict(dict: FontTable): DictEntry[] {
  const entries: DictEntry[] = [];
  let operands: number[] = [];
  let start = 0;
  for (let at = 0; at < dict.byteLength; ) {
    const byte = dict.getUint8(at);
    if (byte > 21) {
      const { value, size } = readNumber(dict, at);
      if (operands.push(value) > MOST_OPERANDS) throw new FontError('damaged', dict.tag);
      at += size;
      continue;
    }
    const operator = byte === 12 ? 1200 + dict.getUint8(at + 1) : byte;
    at += byte === 12 ? 2 : 1;
    entries.push({ operator, operands, bytes: dict.part(start, at - start) });
    operands = [];
    start = at;
  }
  return entries;
}

function readNumber(dict: FontTable, at: number): { value: number; size: number } {
  const first = dict.getUint8(at);
  if (first === 28) return { value: dict.getInt16(at + 1), size: 3 };
  if (first === 29) return { value: dict.getInt32(at + 1), size: 5 };
  if (first === 30) return readReal(dict, at);
  if (first < 32 || first === 255) throw new FontError('damaged', dict.tag);
  if (first <= 246) return { value: first - 139, size: 1 };
  const second = dict.getUint8(at + 1);
  const value = first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
  return { value, size: 2 };
}

/** What half bytes stand for in a number with decimals; the last one ends it. */
const HALVES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '?', '-', ''];

function readReal(dict: FontTable, at: number): { value: number; size: number } {
  let text = '';
  for (let size = 1; text.length < 40; size++) {
    const byte = dict.getUint8(at + size);
    const [high, low] = [byte >> 4, byte & 15];
    text += HALVES[high];
    if (high !== 15) text += HALVES[low];
    if (high !== 15 && low !== 15) continue;
    const value = Number(text);
    if (text !== '' && Number.isFinite(value)) return { value, size: size + 1 };
    break;
  }
  throw new FontError('damaged', dict.tag);
}
