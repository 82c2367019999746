/**
 * Goes through the outline of a CFF glyph (Adobe Technical Note 5177) as whoever draws it will: operands, hints and
 * subroutines, but no points. Arithmetic, which no font for setting Japanese is known to use, counts as damage.
 */
import { FontError, type FontTable } from './sfnt.ts';

/** A list of byte strings. */
export type CffIndex = {
  readonly count: number;
  /** @throws {FontError} where it is not inside the table, or not in the list */
  readonly item: (index: number) => FontTable;
  /** Where the list ends in the table. */
  readonly end: number;
};

/** The subroutines that glyphs call, by their indices. */
export type CalledSubrs = { readonly globals: Set<number>; readonly locals: Set<number> };

/** The note's own bounds (appendix B), and how many operators an outline may have with all that it calls. */
const MOST_OPERANDS = 48;
const MOST_HINTS = 96;
const MOST_DEPTH = 10;
const MOST_STEPS = 50_000;

/** Operators without operands of their own. */
const OP = {
  callSubr: 10,
  return: 11,
  escape: 12,
  endChar: 14,
  hintMask: 19,
  centreMask: 20,
  callGlobal: 29,
};

/** How many operands operators may have that draw. */
const COUNTS: Readonly<Record<number, (count: number) => boolean>> = {
  4: (count) => count === 1 || count === 2,
  5: (count) => count >= 2 && count % 2 === 0,
  6: (count) => count >= 1,
  7: (count) => count >= 1,
  8: (count) => count >= 6 && count % 6 === 0,
  21: (count) => count === 2 || count === 3,
  22: (count) => count === 1 || count === 2,
  24: (count) => count >= 8 && count % 6 === 2,
  25: (count) => count >= 8 && count % 2 === 0,
  26: (count) => count >= 4 && count % 4 <= 1,
  27: (count) => count >= 4 && count % 4 <= 1,
  30: (count) => count >= 4 && count % 4 <= 1,
  31: (count) => count >= 4 && count % 4 <= 1,
  // Flexes, behind the escape.
  1234: (count) => count === 7,
  1235: (count) => count === 13,
  1236: (count) => count === 9,
  1237: (count) => count === 11,
};

/** Hints of stems. */
const STEMS: ReadonlySet<number> = new Set([1, 3, 18, 23]);

/**
 * @param called grows by the subroutines that the outline calls
 * @throws {FontError} where it cannot be drawn, or would take too long
 */
export function walkCharString(
  outline: FontTable,
  globals: CffIndex,
  locals: CffIndex,
  called: CalledSubrs,
): void {
  const walk = new Walk(globals, locals, called);
  if (!walk.through(outline, 0)) throw new FontError('damaged', outline.tag);
}

class Walk {
  readonly #globals: CffIndex;
  readonly #locals: CffIndex;
  readonly #called: CalledSubrs;
  #operands: number[] = [];
  #hints = 0;
  #steps = 0;

  constructor(globals: CffIndex, locals: CffIndex, called: CalledSubrs) {
    this.#globals = globals;
    this.#locals = locals;
    this.#called = called;
  }

  /** @returns whether the outline has ended */
  through(bytes: FontTable, depth: number): boolean {
    check(depth <= MOST_DEPTH);
    for (let at = 0; at < bytes.byteLength; ) {
      check(++this.#steps <= MOST_STEPS);
      const byte = bytes.getUint8(at);
      if (byte === 28 || byte >= 32) {
        at += this.#number(bytes, at, byte);
        continue;
      }
      at += byte === OP.escape ? 2 : 1;
      if (byte === OP.return) return check(depth > 0) && false;
      if (byte === OP.endChar) return check(this.#operands.length <= 1);
      if (byte === OP.callSubr || byte === OP.callGlobal) {
        if (this.#call(byte === OP.callGlobal, depth)) return true;
      } else if (byte === OP.hintMask || byte === OP.centreMask) {
        this.#stems();
        at += (this.#hints + 7) >> 3;
        check(at <= bytes.byteLength);
      } else this.#draw(byte === OP.escape ? 1200 + bytes.getUint8(at - 1) : byte);
    }
    return false;
  }

  /** Takes a number up; gives its size. */
  #number(bytes: FontTable, at: number, first: number): number {
    check(this.#operands.length < MOST_OPERANDS);
    const [value, size] = numberAt(bytes, at, first);
    this.#operands.push(value);
    return size;
  }

  #draw(operator: number): void {
    if (STEMS.has(operator)) {
      this.#stems();
      return;
    }
    check(COUNTS[operator]?.(this.#operands.length) === true);
    this.#operands = [];
  }

  #stems(): void {
    this.#hints += this.#operands.length >> 1;
    check(this.#hints <= MOST_HINTS);
    this.#operands = [];
  }

  #call(global: boolean, depth: number): boolean {
    const subrs = global ? this.#globals : this.#locals;
    const index = (this.#operands.pop() ?? Number.NaN) + biasOf(subrs.count);
    const subr = subrs.item(index);
    (global ? this.#called.globals : this.#called.locals).add(index);
    return this.through(subr, depth + 1);
  }
}

function numberAt(bytes: FontTable, at: number, first: number): [value: number, size: number] {
  if (first === 28) return [bytes.getInt16(at + 1), 3];
  if (first <= 246) return [first - 139, 1];
  if (first === 255) return [bytes.getInt32(at + 1) / 0x10000, 5];
  const second = bytes.getUint8(at + 1);
  return [first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108, 2];
}

/** What is added to the number of a subroutine: small numbers are shorter (section 4.7). */
function biasOf(count: number): number {
  if (count < 1240) return 107;
  return count < 33_900 ? 1131 : 32_768;
}

function check(holds: boolean): boolean {
  if (!holds) throw new FontError('damaged', 'CFF ');
  return true;
}
