/**
 * Character → code in an embedded font's subset, each worked out once.
 *
 * Every character has a code of its own even where two share a glyph (葛 and 葛󠄀 in one face), so that text copied
 * out of the PDF is the text that was typed.
 */
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
  readonly #codes = new Map<string, string>();

  constructor(face: Face, font: EmbeddedFont) {
    this.#face = face;
    this.#font = font;
  }

  /** The codes of a text, joined; throws when the face lacks a glyph, which setting has made impossible. */
  encode(text: string): string {
    let encoded = '';
    const characters = [...text];
    for (let i = 0; i < characters.length; i++) {
      const next = characters[i + 1]?.codePointAt(0);
      const selected = next !== undefined && isVariationSelector(next);
      encoded += this.#code(
        selected ? (characters[i] as string) + characters[++i] : (characters[i] as string),
      );
    }
    return encoded;
  }

  #code(character: string): string {
    return this.#codes.get(character) ?? this.#add(character);
  }

  #add(character: string): string {
    const codePoints = [...character].map((part) => part.codePointAt(0) as number);
    const glyph = this.#face.glyph(codePoints[0] as number, codePoints[1]);
    if (!glyph)
      throw new Error(
        `${this.#face.name} has no glyph for ${codePoints.map((c) => c.toString(16)).join(' ')}`,
      );
    const { glyphs, widths, unicode } = this.#font;
    const code = glyphs.push(glyph.id) - 1;
    widths[code] = Math.round(glyph.advance * 1000);
    unicode[code] = codePoints;
    const bytes = literal(code >> 8) + literal(code & 0xff);
    this.#codes.set(character, bytes);
    return bytes;
  }
}

/** A byte in a literal string (ISO 32000-1, 7.3.4.2), as the character of its number. */
function literal(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '\r') return '\\r';
  return '()\\'.includes(character) ? `\\${character}` : character;
}
