/**
 * A font file as setting sees it: glyph ids and advances straight from `cmap` and `hmtx`. No shaping, no kerning,
 * no ligatures, so that a line's width is the sum of its advances, exactly as the PDF shows it.
 */
import { readCmap } from './cmap.ts';
import { outlineCheck } from './outlines.ts';
import { FontError, reading, readMetrics, readTables, requireTable } from './sfnt.ts';
import type { Face, Glyph } from './types.ts';

/** Emoji presentation selectors: print has one presentation only, the face's own. */
const TEXT_PRESENTATION = 0xfe0e;
const EMOJI_PRESENTATION = 0xfe0f;

/** Above every code point: makes one cache key of a code point and its selector. */
const SELECTOR_UNIT = 0x110000;

/**
 * Opens a font file. Costs well under a millisecond: tables are read where they lie, glyphs when first asked for.
 *
 * The face's `glyph(codePoint, selector)` knows default and non-default variation sequences; it answers
 * undefined for a sequence the font does not list, except for the emoji presentation selectors (VS15, VS16),
 * which give the code point's own glyph. `.notdef` is never returned.
 *
 * @param name the face's PostScript name
 * @param bytes the whole file
 * @param failure what is thrown where a glyph that is asked for cannot be drawn
 * @throws {FontError} when the file is no usable font: another format, truncated, or with damaged headers
 */
export function openFace(
  name: string,
  bytes: Uint8Array,
  failure = (fault: FontError): Error => fault,
): Face {
  const tables = readTables(bytes);
  const { unitsPerEm, glyphCount, advanceCount } = readMetrics(tables);
  const cmap = reading('cmap', () => readCmap(requireTable(tables, 'cmap', 4)));
  const hmtx = requireTable(tables, 'hmtx', advanceCount * 4);
  const checkOutline = outlineCheck(tables, glyphCount);
  // The glyph for what is missing is embedded with every font.
  checkOutline(0);
  const known = new Map<number, Glyph | undefined>();

  const look = (codePoint: number, selector: number): Glyph | undefined => {
    const id = reading('cmap', () =>
      isPresentation(selector) ? cmap.glyph(codePoint) : cmap.sequence(codePoint, selector),
    );
    if (id === 0 || id >= glyphCount) return undefined;
    checkOutline(id);
    return { id, advance: inThousandths(hmtx.getUint16(Math.min(id, advanceCount - 1) * 4) / unitsPerEm) };
  };
  const lookOrFail = (codePoint: number, selector: number) => {
    try {
      return look(codePoint, selector);
    } catch (error) {
      throw error instanceof FontError ? failure(error) : error;
    }
  };
  return {
    name,
    bytes,
    glyph(codePoint, selector = 0) {
      const key = selector * SELECTOR_UNIT + codePoint;
      const found = known.get(key);
      if (found || known.has(key)) return found;
      const glyph = lookOrFail(codePoint, selector);
      known.set(key, glyph);
      return glyph;
    },
  };
}

/**
 * A PDF states widths in thousandths of an em (ISO 32000-1, 9.7.4.3), and some viewers cut off what is finer: setting
 * reckons with the same figures, so that a line ends where it was meant to end in all of them.
 */
function inThousandths(advance: number): number {
  return Math.round(advance * 1000) / 1000;
}

/** Whether the selector (0: none) leaves the code point its own glyph. */
function isPresentation(selector: number): boolean {
  return selector === 0 || selector === TEXT_PRESENTATION || selector === EMOJI_PRESENTATION;
}
