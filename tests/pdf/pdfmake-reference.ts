/** The same pages drawn by pdfmake's own renderer: the reference for our content writer. */
import lineModule from 'pdfmake/js/Line.js';
import documentModule from 'pdfmake/js/PDFDocument.js';
import rendererModule from 'pdfmake/js/Renderer.js';
import type { Item } from '../../src/boxes/fragment.ts';
import type { Leaf } from '../../src/layout/block.ts';
import type { PlacedItems } from '../../src/pdf/placed-items.ts';
import type { Paper } from '../../src/pdf/print.ts';
import type { Face, Run } from '../../src/typeset/types.ts';

const PDFDocument = documentModule.default;
const Renderer = rendererModule.default;
const Line = lineModule.default;

/** The part of the em above the baseline (JLREQ 2.1): what our content writer takes, stated a second time. */
const ASCENT = 0.88;

type Document = InstanceType<typeof PDFDocument>;

type PageSize = Pick<Paper, 'width' | 'height'>;

type Book = { readonly size: PageSize; readonly pages: readonly (readonly PlacedItems[])[] };

/** Draws pages with pdfmake and gives the PDF's bytes. */
export async function renderWithPdfmake({ size, pages }: Book): Promise<Uint8Array> {
  const faces = new Set(pages.flatMap((placed) => placed.flatMap(({ items }) => items.flatMap(facesOf))));
  const fonts = Object.fromEntries(
    [...faces].map((face) => [face.name, { normal: Buffer.from(face.bytes) }]),
  );
  const document = new PDFDocument(fonts, {}, {}, {}, { autoFirstPage: false, font: null });
  const finished = new Promise<Uint8Array>((resolve) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
  });
  new Renderer(document).renderPages(pages.map((page) => pdfmakePage(page, size, document)));
  document.end();
  return finished;
}

function facesOf(item: Item): Face[] {
  return item.kind === 'text' ? item.leaf.lines.flatMap(({ runs }) => runs.map(({ face }) => face)) : [];
}

function pdfmakePage(
  placed: readonly PlacedItems[],
  { width, height }: PageSize,
  document: Document,
): object {
  const items = placed.flatMap(({ x, y, items }) =>
    items.flatMap((item) => pdfmakeItems(item, x, y, document)),
  );
  // Fills first, as ours: a neighbour's fill must not cover half a rule.
  items.sort((a, b) => order(a) - order(b));
  return { pageSize: { width, height }, items: items.map(({ type, item }) => ({ type, item })) };
}

type PageItem = { readonly type: 'vector' | 'line'; readonly item: Record<string, unknown> };

function order({ type, item }: PageItem): number {
  if (type === 'line') return 100;
  return item.type === 'rect' ? 0 : (item.lineWidth as number);
}

function pdfmakeItems(item: Item, x: number, y: number, document: Document): PageItem[] {
  switch (item.kind) {
    case 'fill': {
      const grey = Math.round(item.grey * 255)
        .toString(16)
        .padStart(2, '0');
      const box = { x: x + item.x, y: y + item.y, w: item.width, h: item.height };
      return [{ type: 'vector', item: { type: 'rect', ...box, color: `#${grey}${grey}${grey}` } }];
    }
    case 'rule': {
      const ends = { x1: x + item.x1, y1: y + item.y1, x2: x + item.x2, y2: y + item.y2 };
      return [
        { type: 'vector', item: { type: 'line', ...ends, lineWidth: item.weight, lineColor: '#000000' } },
      ];
    }
    case 'figure':
    case 'leader':
      throw new Error('the tables that are compared hold no charts and no leaders');
    case 'text':
      return pdfmakeLines(item.leaf, x + item.x, y + item.y, document);
  }
}

function pdfmakeLines(leaf: Leaf, x: number, y: number, document: Document): PageItem[] {
  let top = y;
  return leaf.lines.flatMap((line): PageItem[] => {
    const baseline = top + (leaf.leading - leaf.size) / 2 + ASCENT * leaf.size;
    top += line.lines * leaf.leading;
    // A line for each run: pdfmake would align runs of different faces by their own ascenders.
    return line.runs.map((run) => ({
      type: 'line',
      item: pdfmakeLine(run, leaf.size, x + line.x, baseline, document),
    }));
  });
}

function pdfmakeLine(run: Run, size: number, x: number, baseline: number, document: Document) {
  const font = document.provideFont(run.face.name, false, false);
  const line = new Line(run.width);
  line.inlines.push({
    text: run.text,
    x: run.x,
    width: run.width,
    height: size,
    font,
    fontSize: size,
    characterSpacing: run.spacing,
    color: '#000000',
  });
  return Object.assign(line, { x, y: baseline - (font.ascender / 1000) * size }) as unknown as Record<
    string,
    unknown
  >;
}
