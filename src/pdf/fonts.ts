/** The fonts of a file under construction. */
import { readMetrics, readTables, requireTable, type Tables } from '../typeset/index.ts';
import type { Face } from '../typeset/types.ts';
import type { Encoder } from './content.ts';
import type { MakeObject, PdfReference } from './file.ts';
import { writeFontObjects } from './font-objects.ts';
import { type EmbeddedFont, GlyphCodes } from './glyph-codes.ts';

type NamedCodes = { readonly name: string; readonly codes: GlyphCodes };

/** A font whose objects are still to be written. */
type OpenFont = {
  readonly font: EmbeddedFont;
  readonly dictionary: PdfReference;
  readonly finish: () => void;
};

/** The faces in use, each embedded with the glyphs that were asked for. */
export class Fonts {
  /** The resources' font dictionary, filled as faces come into use. */
  readonly resources: Record<string, unknown> = {};
  readonly #make: MakeObject;
  readonly #known = new Map<Face, NamedCodes>();
  readonly #open: OpenFont[] = [];

  constructor(make: MakeObject) {
    this.#make = make;
  }

  /** A text's codes in a face, which comes into use with them. */
  readonly encode: Encoder = (face, text) => {
    const { name, codes } = this.#known.get(face) ?? this.#embed(face);
    return { font: name, codes: codes.encode(text) };
  };

  /** Writes the fonts, all of whose characters are known now. */
  finish(): void {
    for (const { finish } of this.#open) finish();
  }

  #embed(face: Face): NamedCodes {
    const open = this.#begin(face, readTables(face.bytes));
    this.#open.push(open);
    const named = { name: `F${this.#known.size + 1}`, codes: new GlyphCodes(face, open.font) };
    this.resources[named.name] = open.dictionary;
    this.#known.set(face, named);
    return named;
  }

  #begin(face: Face, tables: Tables): OpenFont {
    const font = { glyphs: [0], widths: [notdefWidth(tables)], unicode: [[0]] };
    const dictionary = this.#make();
    const index = this.#open.length;
    const finish = () => writeFontObjects({ name: face.name, index, tables, font }, dictionary, this.#make);
    return { font, dictionary, finish };
  }
}

/** The width of the glyph for what is missing, which every font begins with, in thousandths of an em. */
function notdefWidth(tables: Tables): number {
  return Math.round((requireTable(tables, 'hmtx', 4).getUint16(0) * 1000) / readMetrics(tables).unitsPerEm);
}
