/**
 * Page content: items → the operators of a PDF content stream (ISO 32000-1, clauses 8 and 9), written directly.
 * Grey text first, below everything, then fills, rules, drawings and text; colours in DeviceGray only. A character of
 * the result is a byte of the stream.
 */
import type { Path, Position } from '../chart/types.ts';
import type { Leaf } from '../layout/block.ts';
import type { Face } from '../typeset/types.ts';
import { type Item, textItems } from './fragment.ts';
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
 * @param height of the page as cut, pt: items count from the top, PDF from the bottom
 * @param beyond how far the paper reaches beyond the cut, pt
 */
export function pageContent(
  placed: readonly PlacedItems[],
  height: number,
  encode: Encoder,
  beyond = 0,
): string {
  const out: string[] = ['q', ...(beyond > 0 ? [`1 0 0 1 ${n(beyond)} ${n(beyond)} cm`] : [])];
  const fills: string[] = [];
  const rules = [];
  const drawings: string[] = [];
  const texts: { x: number; y: number; leaf: Leaf }[] = [];
  for (const { x, y, items } of placed) {
    for (const item of items) {
      if (item.kind === 'figure')
        drawings.push(...item.paths.flatMap((path) => drawn(path, x + item.x, height - y - item.y)));
      else if (item.kind === 'leader') drawings.push(dots(x + item.x, height - y - item.y, item.width));
      else if (item.kind === 'rule') {
        rules.push({
          weight: item.weight,
          x1: x + item.x1,
          x2: x + item.x2,
          y1: height - y - item.y1,
          y2: height - y - item.y2,
        });
      } else if (item.kind === 'fill') {
        const bottom = height - y - item.y - item.height;
        fills.push(`${n(item.grey)} g ${n(x + item.x)} ${n(bottom)} ${n(item.width)} ${n(item.height)} re f`);
      }
    }
    for (const item of textItems(items)) texts.push({ x: x + item.x, y: y + item.y, leaf: item.leaf });
  }
  const writer = new TextWriter(encode, out);
  for (const { x, y, leaf } of texts) {
    if (leaf.grey === 0) continue;
    out.push(`${n(leaf.grey)} g`);
    writer.leaf(leaf, x, height - y);
  }
  out.push(...fills, '0 g 0 G');
  for (const { weight, segments } of mergeRules(rules)) {
    out.push(`${n(weight)} w`);
    for (const { x1, y1, x2, y2 } of segments) out.push(`${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l`);
    out.push('S');
  }
  if (drawings.length > 0) out.push('q', '1 j', ...drawings, 'Q');
  for (const { x, y, leaf } of texts) if (leaf.grey === 0) writer.leaf(leaf, x, height - y);
  out.push('Q');
  return out.join('\n');
}

/** A path of a drawing whose upper left corner is at `left`, `top`, with the state it needs. */
function drawn({ steps, weight, dash, fill }: Path, left: number, top: number): string[] {
  const at = (places: readonly Position[]) =>
    places.map(([x, y]) => `${n(left + x)} ${n(top - y)}`).join(' ');
  const pen = steps.map((step) => {
    if ('move' in step) return `${at([step.move])} m`;
    return 'line' in step ? `${at([step.line])} l` : `${at(step.curve)} c`;
  });
  const stroked = weight > 0 || fill === undefined;
  return [
    ...(stroked ? [`${n(weight)} w [${dash ? dash.map(n).join(' ') : ''}] 0 d`] : []),
    ...(fill === undefined ? [] : [`${n(fill)} g`]),
    ...pen,
    paintOf(stroked, fill),
  ];
}

/** Fills close what is open; so does the stroke of an area (ISO 32000-1, table 60). */
function paintOf(stroked: boolean, fill: number | undefined): string {
  if (fill === undefined) return 'S';
  return stroked ? 'b' : 'f';
}

/** Between the dots of a leader, and their size, pt. */
const DOT_STEP = 4;
const DOT_SIZE = 0.7;

/** Round dots, in all lines of a page at the same places: dashes of no length with round ends (ISO 32000-1, 8.4.3). */
function dots(x: number, y: number, width: number): string {
  const first = Math.ceil(x / DOT_STEP) * DOT_STEP;
  const last = x + width;
  return `q 1 J [0 ${DOT_STEP}] 0 d ${DOT_SIZE} w ${n(first)} ${n(y)} m ${n(last)} ${n(y)} l S Q`;
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
