/** Fonts of a few glyphs, which can be spoilt and judged by the thousand. */
import { readFileSync } from 'node:fs';
import { subsetCff } from '../../src/pdf/cff-subset.ts';
import { subsetTrueType } from '../../src/pdf/truetype-subset.ts';
import { openFace, readCff, readMetrics, readTables } from '../../src/typeset/index.ts';
import { ROOT } from './sources.ts';

/** What all of them can set; with a glyph of each kind of outline. */
export const WORDS = 'ひろばがおÅé R6';

type Bytes = ReadonlyMap<string, Uint8Array>;

/** A font file of tables by tag. */
export function sfntOf(tables: Bytes, flavour = 0x00010000): Uint8Array {
  const tags = [...tables.keys()].sort();
  const words = (length: number) => Math.ceil(length / 4) * 4;
  const size = tags.reduce(
    (sum, tag) => sum + words((tables.get(tag) as Uint8Array).length),
    12 + tags.length * 16,
  );
  const file = Buffer.alloc(size);
  file.writeUInt32BE(flavour);
  file.writeUInt16BE(tags.length, 4);
  let offset = 12 + tags.length * 16;
  tags.forEach((tag, index) => {
    const bytes = tables.get(tag) as Uint8Array;
    const record = 12 + index * 16;
    file.write(tag, record, 'latin1');
    file.writeUInt32BE(offset, record + 8);
    file.writeUInt32BE(bytes.length, record + 12);
    file.set(bytes, offset);
    offset += words(bytes.length);
  });
  return file;
}

/** A font's tables by tag. */
export function tablesOf(font: Uint8Array): Map<string, Uint8Array> {
  return new Map(
    [...readTables(font)].map(([tag, { buffer, byteOffset, byteLength }]) => [
      tag,
      new Uint8Array(buffer, byteOffset, byteLength).slice(),
    ]),
  );
}

/** The words' glyphs of a font that ships, with the tables that the smaller one lacks. */
export function smallTrueType(name: string): Uint8Array {
  const bytes = readFileSync(`${ROOT}fonts/${name}.ttf`);
  const face = openFace(name, bytes);
  const characters = [...new Set(WORDS)];
  const ids = characters.map((character) => face.glyph(character.codePointAt(0) as number)?.id ?? 0);
  const whole = tablesOf(bytes);
  return sfntOf(
    new Map([
      ...tablesOf(subsetTrueType(readTables(bytes), [0, ...ids])),
      ...['post', 'OS/2', 'name'].map((tag) => [tag, whole.get(tag) as Uint8Array] as const),
      ['cmap', cmapOf(characters)] as const,
    ]),
  );
}

/** Glyphs from 1 on, by formats 4 and 12, and variation sequences of the first character, format 14. */
function cmapOf(characters: readonly string[]): Uint8Array {
  const codes = characters
    .map((character, index) => [character.codePointAt(0) as number, index + 1] as const)
    .sort(([a], [b]) => a - b);
  const segments = [...codes, [0xffff, 0] as const];
  const format4 = [4, 16 + segments.length * 8, 0, segments.length * 2, 0, 0, 0]
    .concat(
      segments.map(([code]) => code),
      0,
    )
    .concat(segments.map(([code]) => code))
    .concat(segments.map(([code, glyph]) => (glyph - code) & 0xffff))
    .concat(segments.map(() => 0));
  const format12 = [12, 0, 0, 16 + codes.length * 12, 0, 0, 0, codes.length].concat(
    codes.flatMap(([code, glyph]) => [0, code, 0, code, 0, glyph]),
  );
  const [first, glyph] = codes[0] as readonly [number, number];
  const format14 = Buffer.alloc(30);
  format14.writeUInt16BE(14);
  format14.writeUInt32BE(30, 2);
  format14.writeUInt32BE(1, 6);
  format14.writeUIntBE(0xe0100, 10, 3);
  format14.writeUInt32BE(21, 17);
  format14.writeUInt32BE(1, 21);
  format14.writeUIntBE(first, 25, 3);
  format14.writeUInt16BE(glyph, 28);
  const bodies = [words(format4), words(format12), format14];
  const at = bodies.map((_, index) => 28 + Buffer.concat(bodies.slice(0, index)).length);
  const [a, b, c] = at as [number, number, number];
  return Buffer.concat([words([0, 3, 3, 1, 0, a, 3, 10, 0, b, 0, 5, 0, c]), ...bodies]);
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2);
  return bytes;
}

/** A font with CFF outlines, whose glyphs have names. */
export function squares(): Uint8Array {
  return readFileSync(new URL('../fonts/Squares-Regular.otf', import.meta.url));
}

/** The same, its glyphs known by numbers. */
export function numberedSquares(): Uint8Array {
  const font = squares();
  const tables = readTables(font);
  const { glyphCount } = readMetrics(tables);
  const cff = readCff(tables.get('CFF ') as never, glyphCount);
  const all = Array.from({ length: glyphCount }, (_, glyph) => glyph);
  return sfntOf(new Map([...tablesOf(font), ['CFF ', subsetCff(cff, all, 'Squares')]]), 0x4f54544f);
}
