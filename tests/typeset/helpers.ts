/** What the typesetting tests share: the bundled fonts, short ways to set a text and to read lines. */
import { readFileSync } from 'node:fs';
import { readText } from '../../src/typeset/characters.ts';
import { findEdges } from '../../src/typeset/edges.ts';
import {
  type Face,
  openFace,
  type Problem,
  type SetText,
  setText,
  type TextStyle,
} from '../../src/typeset/index.ts';
import { BREAK } from '../../src/typeset/kinsoku.ts';
import { ProblemList } from '../../src/typeset/problem-list.ts';
import { sliceText } from '../../src/typeset/text.ts';

export function fontBytes(name: string): Uint8Array {
  return readFileSync(new URL(`../../fonts/${name}.ttf`, import.meta.url));
}

function open(name: string): Face {
  return openFace(name, fontBytes(name));
}

export const regular = open('BIZUDPGothic-Regular');
export const bold = open('BIZUDPGothic-Bold');
export const noto = open('NotoSansJP-Regular');

/** 10 pt, so that ten points are an em. */
export const body: TextStyle = {
  size: 10,
  regular: [regular, noto],
  bold: [bold, noto],
  align: 'left',
  stretch: 0,
  wrap: 'text',
  latinGap: 0,
};

/** A face in which every character is one em wide: breaks can be told by counting. */
export const square: Face = {
  name: 'Square',
  bytes: new Uint8Array(),
  glyph: () => ({ id: 1, advance: 1 }),
};

/** Body text in the square face. */
export const grid: TextStyle = { ...body, regular: [square], bold: [square] };

/** Sets one paragraph; `em` is the column's width. */
export function set(text: string, em: number, style: Partial<TextStyle> = {}, hang = false): SetText {
  const full = { ...body, ...style };
  return setText([{ spans: [{ text, bold: false }], hang, keepWithNext: false }], full, em * full.size);
}

/** The lines' texts. */
export function texts(setting: SetText): string[] {
  return setting.lines.map((line) => line.runs.map((run) => run.text).join(''));
}

/** Sets in the square face and returns the lines' texts. */
export function broken(text: string, em: number, style: Partial<TextStyle> = {}): string[] {
  return texts(set(text, em, { ...grid, ...style }));
}

export function kinds(setting: SetText): Problem['kind'][] {
  return setting.problems.map((problem) => problem.kind);
}

/** The text with a bar at every place where a line may start. */
export function breaksOf(typed: string): string {
  const text = readText([{ text: typed, bold: false }], grid, new ProblemList());
  findEdges(text);
  return Array.from({ length: text.count }, (_, index) => {
    const bar = (text.edges[index] as number) & BREAK ? '|' : '';
    return bar + sliceText(text, index, index + 1);
  }).join('');
}
