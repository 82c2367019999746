/**
 * An embedded font as PDF objects: a Type 0 font whose codes are the glyph ids of the subset (ISO 32000-1,
 * 9.7 and 9.8), and the map from codes back to what was typed (9.10.3).
 */
import { readCff, readMetrics, requireTable, type Tables } from '../typeset/index.ts';
import { subsetCff } from './cff-subset.ts';
import type { MakeObject, PdfReference } from './file.ts';
import type { EmbeddedFont } from './glyph-codes.ts';
import { subsetTrueType } from './truetype-subset.ts';
import { textString } from './values.ts';

/** Flags of a font descriptor (ISO 32000-1, table 123). */
const FIXED_PITCH = 1 << 0;
const SERIF = 1 << 1;
const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

/** The most codes whose characters one range may list. */
const RANGE = 256;

export type FinishedFont = {
  /** The face's PostScript name. */
  readonly name: string;
  /** Which of the file's fonts it is, from 0. */
  readonly index: number;
  readonly tables: Tables;
  readonly font: EmbeddedFont;
};

/**
 * Writes everything a font needs.
 *
 * @param dictionary the font's own object, at which the pages' resources point
 */
export function writeFontObjects(
  { name, index, tables, font }: FinishedFont,
  dictionary: PdfReference,
  make: MakeObject,
): void {
  const baseFont = `${subsetTag(index)}+${name.replace(/[^\w-]/g, '_')}`;
  const descendant = written(
    make({
      Type: 'Font',
      Subtype: tables.has('CFF ') ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: baseFont,
      CIDSystemInfo: { Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 },
      ...(tables.has('CFF ') ? {} : { CIDToGIDMap: 'Identity' }),
      FontDescriptor: descriptorOf(baseFont, tables, font, make),
      W: [0, font.widths],
    }),
  );
  Object.assign(dictionary.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: written(make({}), unicodeMap(font.unicode)),
  });
  dictionary.end();
}

function written(object: PdfReference, content?: string | Uint8Array): PdfReference {
  object.end(content);
  return object;
}

/** Six letters that tell this file's subsets apart (ISO 32000-1, 9.6.4): the second one's are BAAAAA. */
function subsetTag(index: number): string {
  const letters = Array.from({ length: 6 }, (_, place) => Math.floor(index / 26 ** place) % 26);
  return String.fromCharCode(...letters.map((letter) => 0x41 + letter));
}

/** Measures come from `head`, `hhea`, `post` and, where the font has it, `OS/2`, in thousandths of an em. */
function descriptorOf(baseFont: string, tables: Tables, font: EmbeddedFont, make: MakeObject): PdfReference {
  const head = requireTable(tables, 'head', 54);
  const hhea = requireTable(tables, 'hhea', 36);
  const post = tables.get('post');
  const os2 = tables.get('OS/2');
  const { unitsPerEm } = readMetrics(tables);
  const thousandths = (units: number) => (units * 1000) / unitsPerEm;
  const ascent = thousandths(hhea.getInt16(4));
  // Heights of letters stand in OS/2 from version 2 on.
  const heights = os2 && os2.getUint16(0) >= 2 ? os2 : undefined;
  return written(
    make({
      Type: 'FontDescriptor',
      FontName: baseFont,
      Flags: flagsOf(head, post, os2),
      FontBBox: [36, 38, 40, 42].map((at) => thousandths(head.getInt16(at))),
      ItalicAngle: post ? post.getInt32(4) / 0x10000 : 0,
      Ascent: ascent,
      Descent: thousandths(hhea.getInt16(6)),
      CapHeight: thousandths(heights?.getInt16(88) ?? 0) || ascent,
      XHeight: thousandths(heights?.getInt16(86) ?? 0),
      StemV: 0,
      ...fontFile(baseFont, tables, font, make),
    }),
  );
}

/** The font itself (ISO 32000-1, 9.9). */
function fontFile(
  baseFont: string,
  tables: Tables,
  { glyphs }: EmbeddedFont,
  make: MakeObject,
): Record<string, PdfReference> {
  const cff = tables.get('CFF ');
  if (cff) {
    const program = subsetCff(readCff(cff, readMetrics(tables).glyphCount), glyphs, baseFont);
    return { FontFile3: written(make({ Subtype: 'CIDFontType0C' }), program) };
  }
  const program = subsetTrueType(tables, glyphs);
  return { FontFile2: written(make({ Length1: program.length }), program) };
}

function flagsOf(head: DataView, post: DataView | undefined, os2: DataView | undefined): number {
  const family = os2 ? os2.getInt16(30) >> 8 : 0;
  const isFixedPitch = post !== undefined && post.getUint32(12) !== 0;
  const isItalic = (head.getUint16(44) & 2) !== 0;
  const isSerif = family >= 1 && family <= 7;
  return SYMBOLIC | (isFixedPitch ? FIXED_PITCH : 0) | (isSerif ? SERIF : 0) | (isItalic ? ITALIC : 0);
}

/** The ToUnicode CMap (ISO 32000-1, 9.10.3). */
function unicodeMap(unicode: readonly (readonly number[])[]): string {
  const texts = unicode.map((codePoints) => `<${utf16(String.fromCodePoint(...codePoints))}>`);
  const ranges = Array.from({ length: Math.ceil(texts.length / RANGE) }, (_, index) => {
    const listed = texts.slice(index * RANGE, (index + 1) * RANGE);
    const first = index * RANGE;
    return `<${hex(first)}> <${hex(first + listed.length - 1)}> [${listed.join(' ')}]`;
  });
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000><ffff>',
    'endcodespacerange',
    `${ranges.length} beginbfrange`,
    ...ranges,
    'endbfrange',
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
