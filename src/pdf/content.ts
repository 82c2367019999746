/**
 * Page content: items → the operators of a PDF content stream (ISO 32000-1, clauses 8 and 9), written directly.
 * Fills first, then rules, then text; colours in DeviceGray only. A character of the result is a byte of the stream.
 */
import type { Leaf } from '../layout/block.ts';
import type { Face } from '../typeset/types.ts';
import type { Item } from './fragment.ts';
import { mergeRules } from './rules.ts';

/** An item's fragment stands at `x`, `y` from the page's upper left corner. */
export type PlacedItems = {
  readonly x: number;
  readonly y: number;
  readonly items: readonly Item[];
};

/** Gives a face's resource name and a text's codes as they stand in a literal string; asking embeds the face. */
export type Encoder = (face: Face, text: string) => { readonly font: string; readonly codes: string };

/** The part of the em above the baseline: 0.88 for Japanese faces (JLREQ 2.1, OpenType BASE ideographic em-box). */
const ASCENT = 0.88;

/**
 * One content stream, which leaves the graphics state as it was: a page may have several.
 *
 * @param placed the page's fragments
 * @param height of the page, pt: items count from the top, PDF from the bottom
 */
export function pageContent(placed: readonly PlacedItems[], height: number, encode: Encoder): string {
  const out: string[] = [];
  const fills: string[] = [];
  const rules = [];
  const texts: { x: number; y: number; leaf: Leaf }[] = [];
  for (const { x, y, items } of placed) {
    for (const item of items) {
      if (item.kind === 'text') texts.push({ x: x + item.x, y: y + item.y, leaf: item.leaf });
      else if (item.kind === 'rule') {
        rules.push({
          weight: item.weight,
          x1: x + item.x1,
          x2: x + item.x2,
          y1: height - y - item.y1,
          y2: height - y - item.y2,
        });
      } else {
        const bottom = height - y - item.y - item.height;
        fills.push(`${n(item.grey)} g ${n(x + item.x)} ${n(bottom)} ${n(item.width)} ${n(item.height)} re f`);
      }
    }
  }
  out.push('q', ...fills, '0 g 0 G');
  for (const { weight, segments } of mergeRules(rules)) {
    out.push(`${n(weight)} w`);
    for (const { x1, y1, x2, y2 } of segments) out.push(`${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l`);
    out.push('S');
  }
  const writer = new TextWriter(encode, out);
  for (const { x, y, leaf } of texts) writer.leaf(leaf, x, height - y);
  out.push('Q');
  return out.join('\n');
}

/** Writes text objects, repeating no font, size or spacing that still holds. */
class TextWriter {
  readonly #encode: Encoder;
  readonly #out: string[];
  #font = '';
  #spacing = 0;

  constructor(encode: Encoder, out: string[]) {
    this.#encode = encode;
    this.#out = out;
  }

  /** One text object for a set text whose column's upper left corner is at x, top. */
  leaf(leaf: Leaf, x: number, top: number): void {
    // The em box stands in the middle of the line's leading.
    let baseline = top - (leaf.leading - leaf.size) / 2 - ASCENT * leaf.size;
    let penX = 0;
    let penY = 0;
    const out: string[] = [];
    for (const line of leaf.lines) {
      for (const run of line.runs) {
        const { font, codes } = this.#encode(run.face, run.text);
        this.#state(out, `/${font} ${n(leaf.size)} Tf`, run.spacing);
        const runX = x + line.x + run.x;
        out.push(`${d(runX, penX)} ${d(baseline, penY)} Td (${codes}) Tj`);
        penX = Math.round(runX * 1000) / 1000;
        penY = Math.round(baseline * 1000) / 1000;
      }
      baseline -= line.lines * leaf.leading;
    }
    if (out.length > 0) this.#out.push('BT', ...out, 'ET');
  }

  /** Spacing is added at every letter of a line: rounded to thousandths, a long line would miss its end. */
  #state(out: string[], font: string, spacing: number): void {
    if (font !== this.#font) out.push(font);
    if (spacing !== this.#spacing) out.push(`${String(Math.round(spacing * 1e6) / 1e6)} Tc`);
    this.#font = font;
    this.#spacing = spacing;
  }
}

/** A number in PDF syntax with three decimals: a thousandth of a point is far below what any printer resolves. */
function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** The move to a place from a pen that stands on thousandths, so that rounding never adds up. */
function d(value: number, pen: number): string {
  return String(Math.round((Math.round(value * 1000) / 1000 - pen) * 1000) / 1000);
}
