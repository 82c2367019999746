/**
 * The fonts of a file under construction. TrueType outlines are embedded here; CFF outlines, which no bundled font
 * has, by pdfkit with fontkit, which is loaded only then.
 */
import { readMetrics, readTables, requireTable, type Tables } from '../typeset/index.ts';
import type { Face } from '../typeset/types.ts';
import type { Encoder } from './content.ts';
import { type MakeObject, type PdfReference, writeFontObjects } from './font-objects.ts';
import { type EmbeddedFont, GlyphCodes } from './glyph-codes.ts';

/** Has pdfkit embed a font; it writes the font's objects itself when the file ends. */
export type EmbedCff = (file: Uint8Array) => { readonly font: EmbeddedFont; readonly dictionary: unknown };

type NamedCodes = { readonly name: string; readonly codes: GlyphCodes };

/** A font whose objects are still to be written. */
type OpenFont = {
  readonly face: Face;
  readonly tables: Tables;
  readonly font: EmbeddedFont;
  readonly dictionary: PdfReference;
};

export class Fonts {
  /** The resources' font dictionary, filled as faces come into use. */
  readonly resources: Record<string, unknown> = {};
  readonly #make: MakeObject;
  readonly #embedCff: EmbedCff;
  readonly #known = new Map<Face, NamedCodes>();
  readonly #open: OpenFont[] = [];

  constructor(make: MakeObject, embedCff: EmbedCff) {
    this.#make = make;
    this.#embedCff = embedCff;
  }

  readonly encode: Encoder = (face, text) => {
    const { name, codes } = this.#known.get(face) ?? this.#embed(face);
    return { font: name, codes: codes.encode(text) };
  };

  /** Writes the fonts, all of whose characters are known now. */
  finish(): void {
    this.#open.forEach(({ face, tables, font, dictionary }, index) => {
      writeFontObjects({ name: face.name, index, tables, font }, dictionary, this.#make);
    });
  }

  #embed(face: Face): NamedCodes {
    const tables = readTables(face.bytes);
    const { font, dictionary } = tables.has('CFF ') ? this.#embedCff(face.bytes) : this.#begin(face, tables);
    const named = { name: `F${this.#known.size + 1}`, codes: new GlyphCodes(face, font) };
    this.resources[named.name] = dictionary;
    this.#known.set(face, named);
    return named;
  }

  #begin(face: Face, tables: Tables): { font: EmbeddedFont; dictionary: PdfReference } {
    const font = { glyphs: [0], widths: [notdefWidth(tables)], unicode: [[0]] };
    const dictionary = this.#make({});
    this.#open.push({ face, tables, font, dictionary });
    return { font, dictionary };
  }
}

/** The width of the glyph for what is missing, which every font begins with, in thousandths of an em. */
function notdefWidth(tables: Tables): number {
  return Math.round((requireTable(tables, 'hmtx', 4).getUint16(0) * 1000) / readMetrics(tables).unitsPerEm);
}
