/** Fonts that are cut off, point beyond their end or at themselves: drawn, or a fault that names the table. */
import { describe, expect, test } from 'vitest';
import { FontError } from '../../src/typeset/index.ts';
import { mutateFont, pageIn } from '../helpers/font-mutations.ts';
import { randomFrom } from '../helpers/random.ts';
import { numberedSquares, sfntOf, smallTrueType, squares, tablesOf } from '../helpers/small-fonts.ts';

const OTTO = 0x4f54544f;
const biz = smallTrueType('BIZUDPGothic-Regular');
const FONTS: readonly (readonly [string, Uint8Array])[] = [
  ['TrueType outlines of BIZ UDPGothic', biz],
  ['TrueType outlines of Noto Sans JP', smallTrueType('NotoSansJP-Regular')],
  ['CFF outlines by names', squares()],
  ['CFF outlines by numbers', numberedSquares()],
];

test.each(FONTS)('%s can be set', async (_, font) => {
  expect(await pageIn(font)).toBeInstanceOf(Uint8Array);
});

test.each(FONTS)('%s, spoilt 150 times', async (_, font) => {
  const random = randomFrom(20261128);
  let faults = 0;
  for (let run = 0; run < 150; run++) {
    const made = await pageIn(mutateFont(font, run, random));
    if (made instanceof FontError) faults++;
  }
  expect(faults).toBeGreaterThan(30);
  expect(faults).toBeLessThan(150);
});

/** The fault of a font of which tables were changed. */
async function faultOf(
  font: Uint8Array,
  change: (tables: Map<string, Buffer>) => void,
  flavour?: number,
): Promise<string> {
  const tables = new Map([...tablesOf(font)].map(([tag, bytes]) => [tag, Buffer.from(bytes)]));
  change(tables);
  const made = await pageIn(sfntOf(tables, flavour));
  return made instanceof FontError ? made.message : 'drawn';
}

describe('tables that are not there', () => {
  const without = (font: Uint8Array, tag: string, flavour?: number) =>
    faultOf(font, (tables) => tables.delete(tag), flavour);

  test.each(['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'])('%s', async (tag) => {
    expect(await without(biz, tag)).toBe(`missing ${tag}`);
  });

  test.each(['cmap', 'head', 'hhea', 'hmtx', 'maxp'])('%s beside CFF outlines', async (tag) => {
    expect(await without(squares(), tag, OTTO)).toBe(`missing ${tag}`);
  });

  test.each(['post', 'OS/2', 'name'])('%s is only spoken of', async (tag) => {
    expect(await without(biz, tag)).toBe('drawn');
    expect(await without(squares(), tag, OTTO)).toBe('drawn');
  });
});

describe('tables cut off', () => {
  test.each([
    ['post', 20],
    ['OS/2', 40],
    ['OS/2', 88],
    ['maxp', 6],
    ['hmtx', 12],
    ['hmtx', 3],
    ['loca', 8],
    ['glyf', 100],
    ['cmap', 40],
    ['cmap', 3],
  ])('%s after %i bytes', async (tag, size) => {
    const cut = (tables: Map<string, Buffer>) =>
      tables.set(tag, (tables.get(tag) as Buffer).subarray(0, size));
    expect(await faultOf(biz, cut)).toMatch(new RegExp(`^damaged (${tag}|loca)$`));
  });
});

describe('TrueType outlines', () => {
  const glyph = (tables: Map<string, Buffer>, id: number) => {
    const loca = tables.get('loca') as Buffer;
    return (tables.get('glyf') as Buffer).subarray(loca.readUInt32BE(id * 4), loca.readUInt32BE(id * 4 + 4));
  };
  /** Writes a composite glyph of some glyphs over another. */
  const compose = (tables: Map<string, Buffer>, id: number, parts: readonly number[]) => {
    const bytes = glyph(tables, id);
    bytes.writeInt16BE(-1);
    parts.forEach((part, index) => {
      bytes.writeUInt16BE(index + 1 < parts.length ? 0x22 : 0x02, 10 + index * 6);
      bytes.writeUInt16BE(part, 12 + index * 6);
      bytes.writeUInt16BE(0, 14 + index * 6);
    });
  };

  test.each<[string, (tables: Map<string, Buffer>) => void, string]>([
    ['made of themselves', (tables) => compose(tables, 1, [1]), 'damaged glyf'],
    [
      'made of each other',
      (tables) => [1, 2].forEach((id) => void compose(tables, id, [3 - id])),
      'damaged glyf',
    ],
    [
      'that double with every level',
      (tables) => [1, 2, 3, 4, 5].forEach((id) => void compose(tables, id, Array(4).fill(id + 1))),
      'damaged glyf',
    ],
    ['made of what is not there', (tables) => compose(tables, 1, [60_000]), 'damaged glyf'],
    ['made of others', (tables) => compose(tables, 1, [2, 3]), 'drawn'],
    ['out of order', (tables) => void tables.get('loca')?.writeUInt32BE(0xfffffff0, 8), 'damaged loca'],
    ['before the last one’s end', (tables) => void tables.get('loca')?.writeUInt32BE(0, 8), 'damaged loca'],
    [
      'with contours that end in no order',
      (tables) => void glyph(tables, 1).writeUInt16BE(0xffff, 10),
      'damaged glyf',
    ],
    ['with more contours than bytes', (tables) => void glyph(tables, 1).writeInt16BE(0x7fff), 'damaged glyf'],
    [
      'with offsets of no known size',
      (tables) => void tables.get('head')?.writeInt16BE(2, 50),
      'damaged head',
    ],
  ])('%s', async (_, change, fault) => {
    expect(await faultOf(biz, change)).toBe(fault);
  });
});

describe('CFF outlines', () => {
  /** A CFF table of one glyph beside `.notdef`, all outlines the same, with global subroutines. */
  const cffOf = (outline: readonly number[], subrs: readonly (readonly number[])[] = []) => {
    const index = (items: readonly (readonly number[])[]) => {
      if (items.length === 0) return [0, 0];
      let offset = 1;
      const offsets = [1, ...items.map(({ length }) => (offset += length))];
      const big = offsets.flatMap((each) => [each >> 8, each & 255]);
      return [items.length >> 8, items.length & 255, 2, ...big, ...items.flat()];
    };
    const count = tablesOf(squares()).get('maxp')?.[5] as number;
    const glyphs = tablesOf(squares()).get('maxp')?.[4] as number;
    const all = Array(glyphs * 256 + count).fill(outline);
    const head = (at: number) => [
      ...[1, 0, 4, 2],
      ...index([[65]]),
      ...index([[29, 0, 0, at >> 8, at & 255, 17]]),
      ...index([]),
      ...index(subrs),
    ];
    return Buffer.from([...head(head(0).length), ...index(all)]);
  };
  const outlined = (outline: readonly number[], subrs?: readonly (readonly number[])[]) =>
    faultOf(squares(), (tables) => tables.set('CFF ', cffOf(outline, subrs)), OTTO);

  /** A subroutine that calls the next one so many times; the bias of so few is 107. */
  const calling = (next: number, times: number) => [
    ...Array.from({ length: times }).flatMap(() => [139 + next - 107, 29]),
    11,
  ];

  test.each<[string, readonly number[], (readonly number[])[] | undefined, string]>([
    ['that only end', [14], undefined, 'drawn'],
    ['that move, draw and end', [139, 139, 21, 239, 6, 239, 7, 14], undefined, 'drawn'],
    ['without an end', [139, 139, 21], undefined, 'damaged CFF'],
    ['with too many operands', [...Array(49).fill(139), 14], undefined, 'damaged CFF'],
    ['with too few operands', [139, 5, 14], undefined, 'damaged CFF'],
    ['with numbers cut off', [28, 1], undefined, 'damaged CFF'],
    ['with masks cut off', [139, 139, 1, 19], undefined, 'damaged CFF'],
    ['with unknown operators', [2, 14], undefined, 'damaged CFF'],
    ['that call what is not there', [139, 29, 14], undefined, 'damaged CFF'],
    ['that call nothing', [29, 14], [[11]], 'damaged CFF'],
    ['that call a subroutine', [32, 29, 14], [[11]], 'drawn'],
    ['that call one that calls itself', [32, 29, 14], [calling(0, 1)], 'damaged CFF'],
    [
      'whose subroutines double',
      [32, 29, 14],
      Array.from({ length: 9 }, (_, at) => (at < 8 ? calling(at + 1, 24) : [11])),
      'damaged CFF',
    ],
    [
      'nested ten deep',
      [32, 29, 14],
      Array.from({ length: 10 }, (_, at) => (at < 9 ? calling(at + 1, 1) : [11])),
      'drawn',
    ],
    [
      'nested eleven deep',
      [32, 29, 14],
      Array.from({ length: 11 }, (_, at) => (at < 10 ? calling(at + 1, 1) : [11])),
      'damaged CFF',
    ],
  ])('%s', async (_, outline, subrs, fault) => {
    expect(await outlined(outline, subrs)).toBe(fault);
  });
});
