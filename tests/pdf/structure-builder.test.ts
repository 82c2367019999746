import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/boxes/fragment.ts';
import { measure } from '../../src/boxes/measure.ts';
import type { Block, Cell, Leaf, Table } from '../../src/layout/block.ts';
import type { PlacedItems } from '../../src/pdf/placed-items.ts';
import { type Element, isElement } from '../../src/pdf/structure.ts';
import { StructureBuilder } from '../../src/pdf/structure-builder.ts';
import type { Narrative } from '../../src/view/types.ts';
import { block, leaf, STYLE } from '../boxes/sample.ts';

/** Builds the structure of pages, each a list of blocks. */
function build(pages: readonly (readonly PlacedItems[])[], withLinks = true): string[] {
  const tops: string[] = [];
  const builder = new StructureBuilder({
    withLinks,
    onFinished: (element, page) => tops.push(`${page}: ${told(element)}`),
  });
  pages.forEach((placed, page) => {
    builder.page(page);
    for (const each of placed) builder.place(each, { left: 10, top: 500 }, () => {});
  });
  builder.finish();
  return tops;
}

/** `P(0/3)`: an element with what is in it; content as page and mark. */
function told({ type, kids, cell }: Element): string {
  const heads = cell
    ? `${cell.id === undefined ? '' : `#${cell.id}`}${cell.headers.map((id) => `<${id}`).join('')}`
    : '';
  const inside = kids.map((kid) => (isElement(kid) ? told(kid) : `${kid.page}/${kid.mark}`));
  return `${type}${heads}(${inside.join(' ')})`;
}

/** A block that stands on a page whole. */
function placed(whole: Block): PlacedItems {
  return { x: 0, y: 0, items: measure(whole, STYLE).items, reads: { part: whole, whole, continued: false } };
}

function narrative(
  ...paragraphs: readonly (readonly [Narrative['paragraphs'][number]['kind'], string])[]
): Leaf {
  const set = leaf(paragraphs.map(([, text]) => text).join('\n'), 100);
  const source: Narrative = {
    paragraphs: paragraphs.map(([kind, text]) =>
      kind === 'space' ? { kind } : { kind, spans: [{ text, bold: false }] },
    ),
    origin: 'x#y',
  };
  return { ...set, source };
}

const cell = (lines: number, change: Partial<Cell> = {}): Cell => ({ stack: [{ lines }], ...change }) as Cell;
const empty: Cell = { stack: [] };

function table(body: Table['body'], role: Table['role'], ...leaves: Leaf[]): Block {
  const columns = body[0]?.flat().reduce((sum, { colSpan = 1 }: Cell) => sum + colSpan, 0) ?? 0;
  const widths = Array<number>(columns).fill(100);
  return block({ table: { widths, body, ...(role ? { role } : {}) } }, ...leaves);
}

describe('texts', () => {
  it('are paragraphs, or headings of the level they name', () => {
    const heading = { ...leaf('題', 50), role: 'h2' } as const;
    const both = block({ stack: [{ lines: 0 }, { lines: 1 }] }, heading, leaf('一\n二', 50));
    expect(build([[placed(both)]])).toEqual(['0: H2(0/0)', '0: P(0/1)', '0: P(0/2)']);
  });

  it('that are artifacts, empty or only seen are in no element', () => {
    const mark = { ...leaf('案', 50), role: 'artifact' } as const;
    const quiet = block({ stack: [{ lines: 0 }, { lines: 1 }] }, mark, leaf('', 50));
    const seen: PlacedItems = {
      x: 0,
      y: 0,
      items: measure(block({ lines: 0 }, leaf('頭', 50)), STYLE).items,
    };
    expect(build([[placed(quiet), seen]])).toEqual([]);
  });

  it('of a narrative are paragraphs and lists, which other paragraphs and empty lines divide', () => {
    const text = narrative(
      ['heading', '【題】'],
      ['item', '・一'],
      ['item', '・二'],
      ['space', ''],
      ['item', '・三'],
      ['text', '文'],
    );
    expect(build([[placed(block({ lines: 0 }, text))]])).toEqual([
      '0: P(0/0)',
      '0: L(LI(LBody(0/1)) LI(LBody(0/2)))',
      '0: L(LI(LBody(0/3)))',
      '0: P(0/4)',
    ]);
  });

  it('that lead somewhere are links, neighbours to one place a single one', () => {
    const linked = (text: string, link: string): Leaf => ({
      ...leaf(text, 50),
      source: { text, origin: 'x#y', link },
    });
    const entry = (...leaves: Leaf[]) =>
      placed(block({ columns: [{ lines: 0 }, { lines: 1 }], role: 'toc-1' }, ...leaves));
    const same = entry(linked('題', 'a'), linked('1', 'a'));
    const other = entry(linked('題', 'a'), linked('1', 'b'));
    expect(build([[same, other]])).toEqual([
      '0: TOC(TOCI(Reference(Link(0/0 0/1))) TOCI(Reference(Link(0/2) Link(0/3))))',
    ]);
    expect(build([[same]], false)).toEqual(['0: TOC(TOCI(Reference(0/0 0/1)))']);
  });
});

describe('entries', () => {
  const entry = (role: 'li' | 'toc-1' | 'toc-2' | 'toc-3') =>
    placed(block({ columns: [{ lines: 0 }, { lines: 1 }], role }, leaf('1', 50), leaf('開会', 50)));

  it('that follow each other are one list', () => {
    const heading = placed(block({ lines: 0 }, { ...leaf('題', 50), role: 'h2' }));
    expect(
      build([
        [entry('li'), entry('li')],
        [entry('li'), heading, entry('li')],
      ]),
    ).toEqual([
      '0: L(LI(Lbl(0/0) LBody(0/1)) LI(Lbl(0/2) LBody(0/3)) LI(Lbl(1/0) LBody(1/1)))',
      '1: H2(1/2)',
      '1: L(LI(Lbl(1/3) LBody(1/4)))',
    ]);
  });

  it('begin after what stands before them in their block', () => {
    const content: Block['content'] = {
      stack: [{ lines: 0 }, { columns: [{ lines: 1 }, { lines: 2 }], role: 'li' }],
    };
    const first = block(content, { ...leaf('題', 50), role: 'h2' }, leaf('1', 50), leaf('一', 50));
    expect(build([[placed(first), entry('li')]])).toEqual([
      '0: H2(0/0)',
      '0: L(LI(Lbl(0/1) LBody(0/2)) LI(Lbl(0/3) LBody(0/4)))',
    ]);
  });

  it('of contents stand in lists by level', () => {
    const pages = [[entry('toc-1'), entry('toc-2'), entry('toc-3'), entry('toc-2'), entry('toc-1')]];
    expect(build(pages).map((top) => top.replace(/Reference\([^)]*\)/g, ''))).toEqual([
      '0: TOC(TOCI() TOC(TOCI() TOC(TOCI()) TOCI()) TOCI())',
    ]);
  });
});

describe('tables', () => {
  const head = table(
    [
      [cell(0, { rowSpan: 2 }), cell(1, { colSpan: 2 })],
      [cell(2), cell(3)],
    ],
    'thead',
    ...['名', '年度', 'R5', 'R6'].map((text) => leaf(text, 90)),
  );
  const row = (...cells: Cell[]) => table([cells], undefined, leaf('事業', 90), leaf('1', 90), leaf('2', 90));

  it('give each cell the heads over it and of its row', () => {
    const body = row(cell(0, { heads: 'row' }), cell(1), cell(2));
    expect(build([[placed(head), placed(body)]])).toEqual([
      '0: Table(THead(TR(TH#1(0/0) TH#2(0/1)) TR(TH#3<2(0/2) TH#4<2(0/3))) TBody(TR(TH#5(0/4) TD<3<5(0/5) TD<4<5(0/6))))',
    ]);
  });

  it('end the reach of a head where it says', () => {
    const body = row(cell(0, { heads: 1 }), cell(1), cell(2));
    expect(build([[placed(body)]])).toEqual(['0: Table(TBody(TR(TH#1(0/0) TD<1(0/1) TD(0/2))))']);
  });

  it('give a cell over several columns all their heads, and one beside several rows its own row’s', () => {
    const body = table(
      [[cell(0, { heads: 'row' }), cell(1, { colSpan: 2, rowSpan: 2 })], [cell(2, { heads: 'row' })]],
      undefined,
      ...['一', '長', '二'].map((text) => leaf(text, 90)),
    );
    expect(build([[placed(head), placed(body)]])[0]).toContain(
      'TBody(TR(TH#5(0/4) TD<3<4<5(0/5)) TR(TH#6(0/6)))',
    );
  });

  it('go on as long as rows follow, over pages and what is printed again', () => {
    const again: PlacedItems = { x: 0, y: 0, items: measure(head, STYLE).items, pagination: 'Header' };
    const body = () => placed(row(cell(0), cell(1), cell(2)));
    const [first, ...more] = build([
      [placed(head), body()],
      [again, body()],
      [placed(head), body()],
    ]);
    expect(first?.match(/TBody/g)?.length).toBe(2);
    expect(more.length).toBe(1);
    expect(first).toContain('TD<1(1/0)');
  });

  it('end where something else follows, or rows of another width', () => {
    const text = placed(block({ lines: 0 }, leaf('文', 50)));
    const wide = placed(row(cell(0), cell(1), cell(2)));
    const narrow = placed(row(cell(0), cell(1)));
    expect(build([[wide, text, wide, narrow]]).map((top) => top.slice(0, 8))).toEqual([
      '0: Table',
      '0: P(0/3',
      '0: Table',
      '0: Table',
    ]);
  });

  it('hold nothing in an empty cell, and paragraphs of a narrative', () => {
    const text = narrative(['text', '文'], ['item', '・一']);
    const body = table([[empty, cell(0), cell(1)]], undefined, text, leaf('一\n二', 90));
    expect(build([[placed(body)]])).toEqual([
      '0: Table(TBody(TR(TD() TD(P(0/0) L(LI(LBody(0/1)))) TD(P(0/2) P(0/3)))))',
    ]);
  });

  it('that only arrange are no tables', () => {
    const body = table([[cell(0), cell(1)]], 'layout', leaf('左', 90), leaf('右', 90));
    expect(build([[placed(body)]])).toEqual(['0: P(0/0)', '0: P(0/1)']);
  });
});

describe('a torn block', () => {
  const whole = table(
    [[cell(0, { continued: { stack: [{ lines: 1 }] } }), cell(2)]],
    undefined,
    leaf('事業', 90),
    leaf('事業（続き）', 90),
    narrative(['item', '・一'], ['item', `・${'長い文'.repeat(20)}`], ['text', '終わり']),
  );
  const [name, again, text] = whole.leaves as [Leaf, Leaf, Leaf];
  /** Lines of the long text on a page, from one to before another; below a first part stands the name again. */
  const part = (from: number, to: number): PlacedItems => {
    const lines = { ...text, lines: text.lines.slice(from, to) };
    const leaves = [name, { ...again, reprint: true }, lines];
    const cells = [cell(from === 0 ? 0 : 1), cell(2)];
    const piece = { ...whole, content: { table: { widths: [100, 100], body: [cells] } }, leaves };
    const { items } = measure(piece, STYLE);
    return { x: 0, y: 0, items, reads: { part: piece, whole, continued: from > 0 } };
  };

  it('goes on in the same elements, a paragraph too that is torn', () => {
    const underlay = placed(block({ lines: 0 }, { ...leaf('案', 50), role: 'artifact' }));
    expect(text.lines.length).toBeGreaterThan(6);
    expect(build([[part(0, 3)], [underlay, part(3, 5)], [underlay, part(5, text.lines.length)]])).toEqual([
      '0: Table(TBody(TR(TD(0/0) TD(L(LI(LBody(0/1)) LI(LBody(0/2 1/0 2/0))) P(2/1)))))',
    ]);
  });

  it('whose beginning is not there stands by itself', () => {
    expect(build([[part(5, text.lines.length)]])).toEqual([
      '0: Table(TBody(TR(TD() TD(L(LI(LBody(0/0))) P(0/1)))))',
    ]);
  });
});

describe('figures', () => {
  it('are elements with a sentence and a box, their texts within', () => {
    const point = (value: number, index: number) => ({
      value,
      year: { lines: index },
      word: { stack: [] },
      figure: { stack: [] },
    });
    const chart = { alt: '増えた。', height: 10, baseline: point(1, 0), points: [point(2, 1)] };
    const whole = block({ stack: [{ chart }] }, leaf('H30', 40), leaf('R2', 40));
    const items: readonly Item[] = measure(whole, STYLE).items;
    const builder = new StructureBuilder({
      withLinks: true,
      onFinished: ({ type, figure, kids }) => {
        expect([type, figure?.alt, kids]).toEqual(['Figure', '増えた。', [{ page: 3, mark: 0 }]]);
        const [left, bottom, right, top] = figure?.box ?? [];
        expect([left, right, top]).toEqual([110, 190, 480]);
        expect(bottom).toBeLessThan(480 - 28);
      },
    });
    builder.page(3);
    builder.place(
      { x: 100, y: 20, items, reads: { part: whole, whole, continued: false } },
      { left: 10, top: 500 },
      () => {},
    );
    builder.finish();
    expect.assertions(3);
  });
});
