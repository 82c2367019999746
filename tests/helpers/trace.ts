/**
 * A finished PDF as `mutool trace` sees it: every glyph and every path, in points from the page's upper left corner.
 * mutool is of MuPDF (Debian: mupdf-tools); nothing of the file's making is trusted here.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Glyph = {
  /** What copying gives: the character with its variation selector. */
  readonly text: string;
  /** In the embedded font. */
  readonly id: number;
  readonly font: string;
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
  /** Where the advance box ends. */
  readonly right: number;
};

/** A straight stroke, horizontal (`y1 === y2`) or vertical, by its middle; x1 ≤ x2, y1 ≤ y2. */
export type Rule = {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly weight: number;
};

export type Fill = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type TracedPage = {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly fills: readonly Fill[];
  /** `DeviceGray 0` of text and strokes; `DeviceGray` and grey of fills; anything that is no plain colour too. */
  readonly inks: ReadonlySet<string>;
};

/** Runs mutool on a file of these bytes. */
export function mutool(bytes: Uint8Array, command: 'trace' | 'show', ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'proof-'));
  try {
    const file = join(folder, 'booklet.pdf');
    writeFileSync(file, bytes);
    const run = spawnSync('mutool', [command, file, ...args], { maxBuffer: 1 << 30 });
    if (run.error) throw run.error;
    if (run.status !== 0 || run.stderr.length > 0) throw new Error(`mutool ${command}: ${run.stderr}`);
    return wellFormed(run.stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** mutool writes the halves of a surrogate pair in bytes of their own where a glyph has several characters. */
function wellFormed(output: Buffer): string {
  const halves = output.toString('latin1').replace(/\xed([\xa0-\xbf])([\x80-\xbf])/g, (_, high, low) => {
    const unit = 0xd000 | ((high.charCodeAt(0) & 0x3f) << 6) | (low.charCodeAt(0) & 0x3f);
    return `&#x${unit.toString(16)};`;
  });
  return Buffer.from(halves, 'latin1').toString('utf8');
}

/** The pages of a PDF. */
export function tracePdf(bytes: Uint8Array): TracedPage[] {
  return mutool(bytes, 'trace').split('<page ').slice(1).map(readPage);
}

type Matrix = readonly [number, number, number, number, number, number];
type Open = {
  glyphs: Glyph[];
  rules: Rule[];
  fills: Fill[];
  inks: Set<string>;
  matrix: Matrix;
  /** Attributes of the fill, stroke or text that is open. */
  paint: string;
  points: [number, number][];
  font: string;
  size: number;
  /** Narrows glyphs. */
  scale: number;
};

function readPage(text: string): TracedPage {
  const [, , right = 0, bottom = 0] = numbers(attribute(text, 'mediabox'));
  const open: Open = {
    ...{ glyphs: [], rules: [], fills: [], inks: new Set(), points: [] },
    ...{ matrix: [1, 0, 0, 1, 0, 0], paint: '', font: '', size: 0, scale: 1 },
  };
  for (const line of text.split('\n').slice(1)) readLine(line.trim(), open);
  const { glyphs, rules, fills, inks } = open;
  return { width: right, height: bottom, glyphs, rules, fills, inks };
}

/** Elements that hold no ink or close one; mutool calls marked content, which hides nothing, a layer. */
const SILENT =
  /^<(\/span|\/?document|\/page|set_default_colorspaces|\/fill_text|end_layer)\b|^<layer name="(Artifact|Figure|H\d|LBody|Lbl|Link|P|Reference|TD|TH)"\/>$|^$/;

function readLine(line: string, open: Open): void {
  if (line.startsWith('<g ')) addGlyph(line, open);
  else if (/^<(moveto|lineto) /.test(line)) addPoint(line, open);
  else if (line.startsWith('<span ')) {
    open.font = attribute(line, 'font').replace(/^[A-Z]{6}\+/, '');
    const [width = 0, , , height = 0] = numbers(attribute(line, 'trm'));
    open.size = height;
    open.scale = width / height;
  } else if (/^<(fill_text|fill_path|stroke_path) /.test(line)) {
    open.paint = line;
    open.matrix = numbers(attribute(line, 'transform')) as unknown as Matrix;
    open.points = [];
    open.inks.add(
      `${line.slice(1, line.indexOf(' '))} ${attribute(line, 'colorspace')} ${attribute(line, 'color')}`,
    );
  } else if (line === '</fill_path>') open.fills.push(boxOf(open.points));
  else if (line === '</stroke_path>') addRules(open);
  else if (line !== '<closepath/>' && !SILENT.test(line)) open.inks.add(line);
}

function addGlyph(line: string, open: Open): void {
  const text = unescapeXml(attribute(line, 'unicode'));
  const id = attribute(line, 'glyph');
  const before = open.glyphs.at(-1);
  if (id === '' && before) {
    // Another character of the same glyph: a variation selector, or half of one.
    open.glyphs[open.glyphs.length - 1] = { ...before, text: before.text + text };
    return;
  }
  const { matrix, size, scale, font } = open;
  const [x, baseline] = moved([Number(attribute(line, 'x')), Number(attribute(line, 'y'))], matrix);
  const right = x + Number(attribute(line, 'adv')) * size * scale * matrix[0];
  open.glyphs.push({ text, id: Number(id), font, size: size * matrix[0], x, baseline, right });
}

function addPoint(line: string, open: Open): void {
  open.points.push(moved([Number(attribute(line, 'x')), Number(attribute(line, 'y'))], open.matrix));
}

function addRules({ points, paint, matrix, rules }: Open): void {
  const weight = Number(attribute(paint, 'linewidth')) * matrix[0];
  // Every stroke goes from one moveto to one lineto.
  for (let index = 0; index + 1 < points.length; index += 2) {
    const box = boxOf(points.slice(index, index + 2));
    rules.push({ x1: box.left, x2: box.right, y1: box.top, y2: box.bottom, weight });
  }
}

function boxOf(points: readonly (readonly [number, number])[]): Fill {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function moved([x, y]: readonly [number, number], [a, b, c, d, e, f]: Matrix): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function attribute(line: string, name: string): string {
  const start = line.indexOf(` ${name}="`);
  if (start < 0) return '';
  const from = start + name.length + 3;
  return line.slice(from, line.indexOf('"', from));
}

function numbers(text: string): number[] {
  return text.split(' ').map(Number);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
    name ? (ENTITIES[name] as string) : String.fromCharCode(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );
}
