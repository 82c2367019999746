/**
 * A finished PDF as Mozilla's pdfjs sees it: texts, rules and fills with their places. Lengths in pt, from the page's
 * upper left corner. Nothing here knows how the file was made.
 */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Glyph = { readonly code: number; readonly text: string; readonly inFont: boolean };

/** Characters shown by one operator. `y` is the baseline. */
export type Run = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly glyphs: readonly Glyph[];
};

export type Segment = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

export type PdfPage = {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly rules: readonly Segment[];
  readonly fills: readonly Segment[];
  /** The boxes around paths that hold curves: the markers of charts. */
  readonly rounds: readonly Segment[];
  /** The names of the operators that were met. */
  readonly operators: ReadonlySet<string>;
};

export type Pdf = {
  readonly pages: readonly PdfPage[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly preferences: Readonly<Record<string, unknown>>;
};

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const list = await page.getOperatorList();
    pages.push({ width: right - left, height: top - bottom, ...readOperators(list, top) });
  }
  const { info } = await document.getMetadata();
  const preferences = (await document.getViewerPreferences()) ?? {};
  await task.destroy();
  return {
    pages,
    info: info as Record<string, unknown>,
    preferences: preferences as Record<string, unknown>,
  };
}

const NAMES = new Map(Object.entries(OPS).map(([name, code]) => [code as number, name]));

type OperatorList = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
type Matrix = readonly [number, number, number, number, number, number];
type ShownGlyph = {
  readonly originalCharCode: number;
  readonly unicode: string;
  readonly width: number;
  readonly isInFont: boolean;
};

class Reader {
  readonly runs: Run[] = [];
  readonly rules: Segment[] = [];
  readonly fills: Segment[] = [];
  readonly rounds: Segment[] = [];
  readonly operators = new Set<string>();
  readonly #top: number;
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  #font = '';
  #size = 0;
  #spacing = 0;
  #scale = 1;
  #x = 0;
  #y = 0;

  constructor(top: number) {
    this.#top = top;
  }

  take(operator: string, args: readonly unknown[]): void {
    this.operators.add(operator);
    const [first = 0, second = 0] = args as readonly number[];
    if (operator === 'transform') this.#matrix = times(args as unknown as Matrix, this.#matrix);
    else if (operator === 'setFont') [this.#font, this.#size] = args as [string, number];
    else if (operator === 'setCharSpacing') this.#spacing = first;
    else if (operator === 'setHScale') this.#scale = first / 100;
    else if (operator === 'beginText') [this.#x, this.#y] = [0, 0];
    else if (operator === 'moveText') [this.#x, this.#y] = [this.#x + first, this.#y + second];
    else if (operator === 'showText') this.#show(args[0] as readonly (ShownGlyph | number)[]);
    else if (operator === 'constructPath') this.#path(args as unknown as [number, [ArrayLike<number>]]);
  }

  #show(shown: readonly (ShownGlyph | number)[]): void {
    const glyphs = shown.filter((glyph) => typeof glyph !== 'number');
    const width = shown.reduce<number>(
      (sum, glyph) =>
        sum +
        (typeof glyph === 'number' ? -glyph * this.#size : glyph.width * this.#size + this.#spacing * 1000) /
          1000,
      0,
    );
    const [x, y] = this.#place(this.#x, this.#y);
    this.runs.push({
      text: glyphs.map(({ unicode }) => unicode).join(''),
      x,
      y,
      width: (width - this.#spacing) * this.#scale,
      size: this.#size,
      font: this.#font,
      glyphs: glyphs.map((glyph) => ({
        code: glyph.originalCharCode,
        text: glyph.unicode,
        inFont: glyph.isInFont,
      })),
    });
  }

  #path([paint, [data]]: readonly [number, readonly [ArrayLike<number>]]): void {
    const steps = pathSteps(Array.from(data)).map(({ verb, places }) => ({
      verb,
      places: places.map(([x, y]) => this.#place(x, y)),
    }));
    if (steps.some(({ verb }) => verb === CURVE)) {
      this.rounds.push(boxAround(steps.flatMap(({ places }) => places)));
      return;
    }
    const points = steps.flatMap(({ places }) => places);
    const [corner, , opposite] = points;
    if (paint === OPS.fill) {
      if (corner && opposite) this.fills.push(segment(corner, opposite));
      return;
    }
    steps.forEach(({ verb }, index) => {
      const [from, to] = [points[index - 1], points[index]];
      if (verb === LINE && from && to) this.rules.push(segment(from, to));
    });
  }

  #place(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.#matrix;
    return [a * x + c * y + e, this.#top - (b * x + d * y + f)];
  }
}

type Step = { readonly verb: number; readonly places: readonly [number, number][] };

const LINE = 1;
const CURVE = 2;
/** How many places follow a verb: a move, a line, a curve of two control points and its end; closing needs none. */
const PLACES: Readonly<Record<number, number>> = { 0: 1, [LINE]: 1, [CURVE]: 3, 4: 0 };

/** pdfjs hands paths over as numbers: a verb, then its places. */
function pathSteps(numbers: number[]): Step[] {
  const steps: Step[] = [];
  while (numbers.length > 0) {
    const verb = numbers.shift() as number;
    const count = PLACES[verb];
    if (count === undefined) throw new Error(`the verb ${verb} in a path`);
    const places = Array.from({ length: count }, (): [number, number] => {
      const [x = 0, y = 0] = numbers.splice(0, 2);
      return [x, y];
    });
    if (count > 0) steps.push({ verb, places });
  }
  return steps;
}

/** Control points of a circle's quarters reach no farther than the circle. */
function boxAround(places: readonly (readonly [number, number])[]): Segment {
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  return { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) };
}

function readOperators({ fnArray, argsArray }: OperatorList, top: number) {
  const reader = new Reader(top);
  fnArray.forEach((code, index) => {
    reader.take(NAMES.get(code) ?? String(code), (argsArray[index] ?? []) as readonly unknown[]);
  });
  const { runs, rules, fills, rounds, operators } = reader;
  return { runs, rules, fills, rounds, operators };
}

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function segment([xa, ya]: readonly [number, number], [xb, yb]: readonly [number, number]): Segment {
  return { x1: Math.min(xa, xb), y1: Math.min(ya, yb), x2: Math.max(xa, xb), y2: Math.max(ya, yb) };
}
