/**
 * Page content: items → the operators of a PDF content stream (ISO 32000-1, clauses 8 and 9), written directly.
 * Grey text first, below everything, then fills, rules, and text and drawings as they are read; colours in DeviceGray
 * only. A character of the result is a byte of the stream.
 */

import type { FigureItem } from '../boxes/fragment.ts';
import { mergeRules, type WeightedSegment } from '../boxes/rules.ts';
import type { Path, Position } from '../chart/types.ts';
import type { Leaf } from '../layout/block.ts';
import type { Face, Run } from '../typeset/types.ts';
import type { PlacedItems } from './placed-items.ts';
import type { Stretch } from './structure.ts';
import type { Marks } from './structure-builder.ts';
import { decimal } from './values.ts';

/** Gives a face's resource name and a text's codes as they stand in a literal string; asking embeds the face. */
export type Encoder = (face: Face, text: string) => { readonly font: string; readonly codes: string };

/** The part of the em above the baseline: 0.88 for Japanese faces (JLREQ 2.1, OpenType BASE ideographic em-box). */
const ASCENT = 0.88;

/**
 * One content stream, which leaves the graphics state as it was: a page may have several. Everything in it is marked
 * (ISO 32000-1, 14.6): as content of a structure element, or as an artifact.
 *
 * @param placed the page's fragments
 * @param height of the page as cut, pt: items count from the top, PDF from the bottom
 * @param beyond how far the paper reaches beyond the cut, pt
 * @param marks of each fragment's items; what has none is an artifact
 */
export function pageContent(
  placed: readonly PlacedItems[],
  height: number,
  encode: Encoder,
  beyond = 0,
  marks: readonly Marks[] = [],
): string {
  const out: string[] = ['q', ...(beyond > 0 ? [`1 0 0 1 ${n(beyond)} ${n(beyond)} cm`] : [])];
  const writer = new TextWriter(encode, out);
  const layers = layersOf(placed, height, marks);
  for (const text of layers.below) {
    out.push(`${n(text.leaf.grey)} g`);
    writer.text(text);
  }
  out.push(...artifact(layers.fills), '0 g 0 G', ...artifact([...strokes(layers.rules), ...layers.leaders]));
  for (const each of layers.above) {
    if ('leaf' in each) writer.text(each);
    else writer.figure(each);
  }
  out.push('Q');
  return out.join('\n');
}

/** A text or a figure on its page. */
type Marked = { readonly stretches: readonly Stretch[]; readonly pagination: PlacedItems['pagination'] };
type PageText = Marked & { readonly leaf: Leaf; readonly x: number; readonly top: number };
type PageFigure = Marked & { readonly item: FigureItem; readonly left: number; readonly top: number };

/** What is on a page, by what lies upon what. */
type Layers = {
  /** Grey texts. */
  readonly below: PageText[];
  readonly fills: string[];
  readonly rules: WeightedSegment[];
  readonly leaders: string[];
  readonly above: (PageText | PageFigure)[];
};

function layersOf(placed: readonly PlacedItems[], height: number, marks: readonly Marks[]): Layers {
  const layers: Layers = { below: [], fills: [], rules: [], leaders: [], above: [] };
  placed.forEach(({ x, y, items, pagination }, block) => {
    items.forEach((item, index) => {
      const stretches = marks[block]?.[index] ?? [];
      const top = height - y;
      if (item.kind === 'text') {
        const texts = item.leaf.grey === 0 ? layers.above : layers.below;
        texts.push({ leaf: item.leaf, x: x + item.x, top: top - item.y, stretches, pagination });
      } else if (item.kind === 'figure')
        layers.above.push({ item, left: x + item.x, top: top - item.y, stretches, pagination });
      else if (item.kind === 'leader') layers.leaders.push(dots(x + item.x, top - item.y, item.width));
      else if (item.kind === 'rule') {
        const { weight, x1, x2, y1, y2 } = item;
        layers.rules.push({ weight, x1: x + x1, x2: x + x2, y1: top - y1, y2: top - y2 });
      } else {
        const box = `${n(x + item.x)} ${n(top - item.y - item.height)} ${n(item.width)} ${n(item.height)}`;
        layers.fills.push(`${n(item.grey)} g ${box} re f`);
      }
    });
  });
  return layers;
}

function strokes(rules: readonly WeightedSegment[]): string[] {
  return mergeRules(rules).flatMap(({ weight, segments }) => [
    `${n(weight)} w`,
    ...segments.map(({ x1, y1, x2, y2 }) => `${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l`),
    'S',
  ]);
}

/** What is only seen: it orders the page, and says nothing (14.8.2.2). */
function artifact(operators: readonly string[]): readonly string[] {
  return operators.length > 0 ? ['/Artifact BMC', ...operators, 'EMC'] : [];
}

/** Begins marked content; a text that belongs nowhere is said elsewhere, or is there for every page. */
function opening(stretch: Stretch | undefined, pagination: PlacedItems['pagination']): string {
  if (stretch) return `/${stretch.element.type} <</MCID ${stretch.mark}>> BDC`;
  const subtype = pagination ? `/Subtype/${pagination}` : '';
  return `/Artifact <</Type/Pagination${subtype}>> BDC`;
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

/** Writes text objects, repeating no font, size, spacing or scale that still holds. */
class TextWriter {
  readonly #encode: Encoder;
  readonly #out: string[];
  #font = '';
  #size = 0;
  #spacing = 0;
  #scale = 1;

  constructor(encode: Encoder, out: string[]) {
    this.#encode = encode;
    this.#out = out;
  }

  /** A text with its marks: a text object for each stretch of it. */
  text({ leaf, x, top, stretches, pagination }: PageText): void {
    if (stretches.length === 0) {
      const before = this.#out.push(opening(undefined, pagination));
      this.lines(leaf, x, top);
      if (this.#out.length > before) this.#out.push('EMC');
      else this.#out.pop();
    }
    for (const stretch of stretches) {
      this.#out.push(opening(stretch, pagination));
      this.lines(leaf, x, top, stretch.from, stretch.to);
      this.#out.push('EMC');
    }
  }

  /** A figure with its texts, as one content. */
  figure({ item, left, top, stretches, pagination }: PageFigure): void {
    this.#out.push(opening(stretches[0], pagination), 'q', '1 j');
    for (const path of item.paths) this.#out.push(...drawn(path, left, top));
    this.#out.push('Q');
    for (const { x, y, leaf } of item.texts) this.lines(leaf, left + x, top - y);
    this.#out.push('EMC');
  }

  /** One text object for lines of a set text whose column's upper left corner is at x, top. */
  lines(leaf: Leaf, x: number, top: number, from = 0, to = leaf.lines.length): void {
    // The em box stands in the middle of the line's leading.
    let baseline = top - (leaf.leading - leaf.size) / 2 - ASCENT * leaf.size;
    let penX = 0;
    let penY = 0;
    const out: string[] = [];
    for (let index = 0; index < to; index++) {
      const line = leaf.lines[index] as Leaf['lines'][number];
      for (const run of index < from ? [] : line.runs) {
        const { font, codes } = this.#encode(run.face, run.text);
        this.#state(out, font, leaf.size, run);
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
  #state(out: string[], font: string, size: number, { spacing, scale }: Run): void {
    if (font !== this.#font || size !== this.#size) out.push(`/${font} ${n(size)} Tf`);
    if (spacing !== this.#spacing) out.push(`${decimal(spacing, 1e6)} Tc`);
    if (scale !== this.#scale) out.push(`${n(100 * scale)} Tz`);
    this.#font = font;
    this.#size = size;
    this.#spacing = spacing;
    this.#scale = scale;
  }
}

/** A number in PDF syntax with three decimals: a thousandth of a point is far below what any printer resolves. */
function n(value: number): string {
  return decimal(value, 1000);
}

/** The move to a place from a pen that stands on thousandths, so that rounding never adds up. */
function d(value: number, pen: number): string {
  return decimal(Math.round(value * 1000) / 1000 - pen, 1000);
}
