import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/boxes/fragment.ts';
import { type Encoder, pageContent } from '../../src/pdf/content.ts';
import { element } from '../../src/pdf/structure.ts';
import { leaf } from '../boxes/sample.ts';

const encode: Encoder = (face, text) => ({
  font: face.name.startsWith('BIZ') ? 'F1' : 'F2',
  codes: [...text].map((character) => (character.codePointAt(0) as number).toString(16)).join(''),
});

function write(items: readonly Item[]): string[] {
  return pageContent([{ x: 10, y: 20, items }], 200, encode).split('\n');
}

describe('pageContent', () => {
  it('fills first, strokes then, sets black text last, in grey colour space only', () => {
    const content = write([
      { kind: 'text', x: 0, y: 0, leaf: leaf('字', 50) },
      { kind: 'rule', x1: 0, y1: 5, x2: 10, y2: 5, weight: 0.5 },
      { kind: 'fill', x: 0, y: 0, width: 10, height: 5, grey: 0.87 },
    ]);
    expect(content).toEqual([
      'q',
      ...['/Artifact BMC', '0.87 g 10 175 10 5 re f', 'EMC'],
      '0 g 0 G',
      ...['/Artifact BMC', '0.5 w', '10 175 m 20 175 l', 'S', 'EMC'],
      '/Artifact <</Type/Pagination>> BDC',
      'BT',
      '/F1 8 Tf',
      // The em box (8 pt, 0.88 of it above the baseline) in the middle of 12 pt leading.
      '10 170.96 Td (5b57) Tj',
      'ET',
      'EMC',
      'Q',
    ]);
  });

  it('draws figures after rules, with their texts, each path with its own pen, in a state of their own', () => {
    const figure = { kind: 'figure', x: 5, y: 10, width: 50, height: 40, alt: '図' } as const;
    const content = write([
      {
        ...figure,
        paths: [
          { steps: [{ move: [0, 0] }, { line: [10, 20] }], weight: 0.3, dash: [2, 1.5] },
          { steps: [{ move: [0, 0] }, { line: [1, 1] }], weight: 0.8 },
          {
            steps: [
              { move: [2, 0] },
              {
                curve: [
                  [2, 1],
                  [1, 2],
                  [0, 2],
                ],
              },
            ],
            weight: 0,
            fill: 0,
          },
          {
            steps: [
              { move: [2, 0] },
              {
                curve: [
                  [2, 1],
                  [1, 2],
                  [0, 2],
                ],
              },
            ],
            weight: 0.8,
            fill: 1,
          },
        ],
        texts: [{ kind: 'text', x: 1, y: 2, leaf: leaf('字', 50) }],
      },
      { kind: 'rule', x1: 0, y1: 5, x2: 10, y2: 5, weight: 0.5 },
    ]);
    // The figure's corner is at 15 from the left, 30 from the top.
    expect(content).toEqual([
      'q',
      '0 g 0 G',
      ...['/Artifact BMC', '0.5 w', '10 175 m 20 175 l', 'S', 'EMC'],
      '/Artifact <</Type/Pagination>> BDC',
      'q',
      '1 j',
      ...['0.3 w [2 1.5] 0 d', '15 170 m', '25 150 l', 'S'],
      ...['0.8 w [] 0 d', '15 170 m', '16 169 l', 'S'],
      ...['0 g', '17 170 m', '17 169 16 168 15 168 c', 'f'],
      ...['0.8 w [] 0 d', '1 g', '17 170 m', '17 169 16 168 15 168 c', 'b'],
      'Q',
      'BT',
      '/F1 8 Tf',
      '16 158.96 Td (5b57) Tj',
      'ET',
      'EMC',
      'Q',
    ]);
  });

  it('marks content by element, a text in stretches, heads and feet as what they are', () => {
    const stretch = (mark: number, from: number, to: number) => ({ from, to, element: element('P'), mark });
    const text = { kind: 'text', x: 0, y: 0, leaf: leaf('一\n二\n三', 50) } as const;
    const placed = [
      { x: 0, y: 0, items: [text] },
      { x: 0, y: 50, items: [text], pagination: 'Footer' },
    ] as const;
    const content = pageContent(placed, 200, encode, 0, [[[stretch(4, 0, 2), stretch(5, 2, 3)]]]);
    expect(content.split('\n').filter((line) => /MC$|BDC$|^[BE]T$|Tj$/.test(line))).toEqual([
      ...['/P <</MCID 4>> BDC', 'BT', '0 190.96 Td (4e00) Tj', '0 -12 Td (4e8c) Tj', 'ET', 'EMC'],
      ...['/P <</MCID 5>> BDC', 'BT', '0 166.96 Td (4e09) Tj', 'ET', 'EMC'],
      '/Artifact <</Type/Pagination/Subtype/Footer>> BDC',
      ...['BT', '0 140.96 Td (4e00) Tj', '0 -12 Td (4e8c) Tj', '0 -12 Td (4e09) Tj', 'ET', 'EMC'],
    ]);
  });

  it('moves from line to line and repeats neither font nor spacing', () => {
    const content = write([{ kind: 'text', x: 0, y: 0, leaf: leaf('一\n二', 50) }]);
    expect(content.filter((line) => line.endsWith('Tf'))).toHaveLength(1);
    expect(content.filter((line) => line.endsWith('Td (4e8c) Tj'))).toEqual(['0 -12 Td (4e8c) Tj']);
  });

  it('changes the font for a character of another face', () => {
    const content = write([{ kind: 'text', x: 0, y: 0, leaf: leaf('土𠮷', 50) }]);
    expect(content.filter((line) => line.endsWith('Tf'))).toEqual(['/F1 8 Tf', '/F2 8 Tf']);
    expect(content).toContain('8 0 Td (20bb7) Tj');
  });

  it('spaces letters of a justified line and sets the spacing back', () => {
    const text = '漢字漢字漢字漢';
    const content = write([
      { kind: 'text', x: 0, y: 0, leaf: leaf(text, 41, { stretch: 0.05 }) },
      { kind: 'text', x: 0, y: 50, leaf: leaf('字', 42) },
    ]);
    const spacings = content.filter((line) => line.endsWith('Tc'));
    expect(spacings.at(-1)).toBe('0 Tc');
    expect(Number.parseFloat(spacings[0] as string)).toBeGreaterThan(0);
  });

  it('narrows spaces that have no room at a line’s end, and nothing after them', () => {
    const content = write([{ kind: 'text', x: 0, y: 0, leaf: leaf('漢字　漢字', 16) }]);
    expect(content.filter((line) => /T[jz]$/.test(line))).toEqual([
      '10 170.96 Td (6f225b57) Tj',
      '0.6 Tz',
      '16 0 Td (3000) Tj',
      '100 Tz',
      '-16 -12 Td (6f225b57) Tj',
    ]);
  });

  it('keeps the spacing of a long line exact', () => {
    const spaced = leaf('漢字', 50);
    const [line] = spaced.lines;
    const runs = (line?.runs ?? []).map((run) => ({ ...run, spacing: 0.1234567 }));
    const lines = line ? [{ ...line, runs }] : [];
    const content = write([{ kind: 'text', x: 0, y: 0, leaf: { ...spaced, lines } }]);
    expect(content.filter((each) => each.endsWith('Tc'))).toEqual(['0.123457 Tc']);
  });

  it('never adds rounding up: positions stay exact over many lines', () => {
    const lines = Array.from({ length: 300 }, () => '字').join('\n');
    const content = write([
      { kind: 'text', x: 1 / 3, y: 1 / 3, leaf: { ...leaf(lines, 50), leading: 11.3333 } },
    ]);
    const moves = content.flatMap((line) => /^(\S+) (\S+) Td/.exec(line)?.slice(1, 3).map(Number) ?? []);
    const y = moves.filter((_, index) => index % 2 === 1).reduce((sum, move) => sum + move, 0);
    const first = 200 - 20 - 1 / 3 - (11.3333 - 8) / 2 - 0.88 * 8;
    expect(y).toBeCloseTo(first - 299 * 11.3333, 2);
  });
});
