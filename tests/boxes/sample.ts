/** Faces and set texts for tests of this room. */
import { readFileSync } from 'node:fs';
import type { TableStyle } from '../../src/boxes/fragment.ts';
import type { Block, Leaf } from '../../src/layout/block.ts';
import { openFace, setText } from '../../src/typeset/index.ts';
import type { Face, TextStyle } from '../../src/typeset/types.ts';

const load = (name: string): Face =>
  openFace(name, readFileSync(new URL(`../../fonts/${name}.ttf`, import.meta.url)));

export const REGULAR = load('BIZUDPGothic-Regular');
export const FALLBACK = load('NotoSansJP-Regular');

export const STYLE: TableStyle = {
  paddingHorizontal: 3,
  paddingVertical: 2,
  innerRule: 0.25,
  outerRule: 1,
  greys: { header: 0.8 },
};

const TEXT: TextStyle = {
  size: 8,
  regular: [REGULAR, FALLBACK],
  bold: [REGULAR, FALLBACK],
  align: 'left',
  stretch: 0,
  wrap: 'text',
  latinGap: 0,
};

/** A text set at 8 pt on 12 pt, a paragraph a line. */
export function leaf(text: string, width: number, change: Partial<TextStyle> = {}): Leaf {
  const paragraphs = text.split('\n').map((line) => ({
    spans: [{ text: line, bold: false }],
    hang: false,
    keepWithNext: /^【.*】$/.test(line),
  }));
  const { lines } = setText(paragraphs, { ...TEXT, ...change }, width);
  return { lines, width, leading: 12, size: 8, source: { text, origin: 'x#y' }, reprint: false, grey: 0 };
}

export function block(content: Block['content'], ...leaves: Leaf[]): Block {
  return { content, leaves, spaceBefore: 0, abut: false };
}
