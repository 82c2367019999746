/**
 * Character → code in an embedded font's subset, each worked out once.
 *
 * Every character has a code of its own even where two share a glyph (葛 and 葛󠄀 in one face), so that text copied
 * out of the PDF is the text that was typed.
 */
import { TextMemory } from '../ground/text-memory.ts';
import { isVariationSelector } from '../typeset/index.ts';
import type { Face } from '../typeset/types.ts';

/** A font's codes, filled as characters come into use: what stands at a code. */
export type EmbeddedFont = {
  /** Glyph ids. */
  readonly glyphs: number[];
  /** Advances, in thousandths of an em. */
  readonly widths: number[];
  /** Code points, for the ToUnicode map. */
  readonly unicode: number[][];
};

/** Codes of one face's characters: two bytes each, as they stand in a PDF's literal string. */
export class GlyphCodes {
  readonly #font: EmbeddedFont;
  readonly #face: Face;
  /** By code point, of characters without a variation selector. */
  readonly #plain = new Map<number, string>();
  /** By character and selector. */
  readonly #selected = new Map<string, string>();
  readonly #encoded = new TextMemory<string>();

  constructor(face: Face, font: EmbeddedFont) {
    this.#face = face;
    this.#font = font;
  }

  /** The codes of a text, joined; throws when the face lacks a glyph, which setting has made impossible. */
  encode(text: string): string {
    return this.#encoded.of(text, () =>
      MAY_BE_LONGER.test(text) ? this.#encodeAny(text) : this.#encodeUnits(text),
    );
  }

  /** A text whose every UTF-16 unit is a character. */
  #encodeUnits(text: string): string {
    let encoded = '';
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      encoded += this.#plain.get(unit) ?? this.#addPlain(unit);
    }
    return encoded;
  }

  #encodeAny(text: string): string {
    let encoded = '';
    for (let start = 0; start < text.length; ) {
      const codePoint = text.codePointAt(start) as number;
      let end = start + lengthOf(codePoint);
      const next = text.codePointAt(end);
      if (next === undefined || !isVariationSelector(next)) {
        encoded += this.#plain.get(codePoint) ?? this.#addPlain(codePoint);
      } else {
        end += lengthOf(next);
        encoded += this.#select(text.slice(start, end));
      }
      start = end;
    }
    return encoded;
  }

  #addPlain(codePoint: number): string {
    const bytes = this.#add([codePoint]);
    this.#plain.set(codePoint, bytes);
    return bytes;
  }

  #select(character: string): string {
    const known = this.#selected.get(character);
    if (known) return known;
    const bytes = this.#add([...character].map((part) => part.codePointAt(0) as number));
    this.#selected.set(character, bytes);
    return bytes;
  }

  #add(codePoints: number[]): string {
    const glyph = this.#face.glyph(codePoints[0] as number, codePoints[1]);
    if (!glyph)
      throw new Error(
        `${this.#face.name} has no glyph for ${codePoints.map((c) => c.toString(16)).join(' ')}`,
      );
    const { glyphs, widths, unicode } = this.#font;
    const code = glyphs.push(glyph.id) - 1;
    widths[code] = Math.round(glyph.advance * 1000);
    unicode[code] = codePoints;
    return literal(code >> 8) + literal(code & 0xff);
  }
}

/** Halves of characters, and variation selectors, which belong to the character before them. */
const MAY_BE_LONGER = /[\ud800-\udfff]|[\ufe00-\ufe0f]/;

/** In UTF-16 units. */
function lengthOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

/** A byte in a literal string (ISO 32000-1, 7.3.4.2), as the character of its number. */
function literal(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '\r') return '\\r';
  return '()\\'.includes(character) ? `\\${character}` : character;
}
