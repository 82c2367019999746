/** What may happen to a font's bytes, at random, and what must come of it: words on a page, or a fault in words. */
import { openPrinter } from '../../src/pdf/print.ts';
import { FontError, openFace } from '../../src/typeset/index.ts';
import { leaf, REGULAR } from '../boxes/sample.ts';
import { WORDS } from './small-fonts.ts';

type Random = () => number;

/** A changed copy; kinds take turns. @param run counts the mutations */
export function mutateFont(font: Uint8Array, run: number, random: Random): Uint8Array {
  const copy = Buffer.from(font);
  return (KINDS[run % KINDS.length] as (typeof KINDS)[number])(copy, random);
}

const EXTREMES = [0, 1, 2, 0x7f, 0xff, 0x7fff, 0x8000, 0xfffe, 0xffff];

const KINDS: readonly ((font: Buffer, random: Random) => Uint8Array)[] = [
  (font, random) => {
    for (let times = 1 + below(4, random); times > 0; times--)
      font[below(font.length, random)] = below(256, random);
    return font;
  },
  (font, random) => {
    font.writeUInt16BE(pick(EXTREMES, random), below(font.length - 1, random));
    return font;
  },
  /** In the directory and what follows it: offsets, lengths, counts. */
  (font, random) => {
    font.writeUInt32BE(
      (pick(EXTREMES, random) << pick([0, 8, 16], random)) >>> 0,
      below(Math.min(font.length - 3, 400), random),
    );
    return font;
  },
  (font, random) => font.subarray(0, below(font.length, random)),
  /** A table that ends too early, begins elsewhere, or has another name. */
  (font, random) => {
    const record = 12 + 16 * below(font.readUInt16BE(4), random);
    const at = record + pick([8, 12], random);
    if (random() < 0.2) font.write('xxxx', record, 'latin1');
    else font.writeUInt32BE(below(font.readUInt32BE(at) + 1, random), at);
    return font;
  },
  (font, random) => {
    const from = below(font.length, random);
    font.copyWithin(below(font.length, random), from, from + below(64, random));
    return font;
  },
];

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function pick<T>(values: readonly T[], random: Random): T {
  return values[below(values.length, random)] as T;
}

const PAPER = { width: 200, height: 100, bleed: 0, cropMarks: false, bound: false, boundAtTop: false };
const INFO = { title: '題', author: '市', issued: '2025-07-29', creator: 'test' };

/** A page with the words set in a font, what it lacks in another; or the fault that it was told by. */
export async function pageIn(font: Uint8Array, words = WORDS): Promise<Uint8Array | FontError> {
  try {
    const chain = [openFace('Mutant', font), REGULAR];
    const set = leaf(words, 150, { regular: chain, bold: chain });
    const printer = openPrinter(INFO, PAPER);
    const only = printer.page([{ x: 20, y: 30, items: [{ kind: 'text', x: 0, y: 0, leaf: set }] }]);
    return await printer.finish({ pages: [only], furniture: () => [], labels: [], bookmarks: [] });
  } catch (error) {
    if (error instanceof FontError) return error;
    throw error;
  }
}
