/** 会議意見 on paper: opinions and replies one by one, and room to write where there is none yet. */
import { beforeAll, describe, expect, test } from 'vitest';
import { measure as measureBlock } from '../src/boxes/measure.ts';
import { tableStyle } from '../src/boxes/measurer.ts';
import type { Opinion, Program } from '../src/content/edition.ts';
import { hasErrors } from '../src/ground/diagnostic.ts';
import { type Columns, resolveColumns } from '../src/layout/columns.ts';
import { createLayout } from '../src/layout/layout-block.ts';
import type { Theme } from '../src/layout/theme.ts';
import { pt } from '../src/layout/units.ts';
import { hyoka3Tables } from '../src/view/hyoka3.ts';
import type { ViewOptions } from '../src/view/types.ts';
import { type Cell, cellAt, cellsAlong, textIn, withoutSpaces } from './helpers/cells.ts';
import { edition, measure, program } from './helpers/edition.ts';
import { sampleOf } from './helpers/fixed-samples.ts';
import { shippedFaces, shippedSet } from './helpers/layout.ts';
import { type Pdf, type PdfPage, readPdf } from './helpers/pdf.ts';
import { make } from './helpers/sample.ts';

describe('opinions and replies in a booklet', () => {
  /** So long that it goes on on the next page. */
  const long = Array.from(
    { length: 30 },
    (_, index) => `・${index + 1}点目として、周知の方法を工夫されたい。`,
  );
  const OPINIONS: readonly Opinion[] = [
    { by: '公募市民委員', text: '子ども自身の声を聞いて検討されたい。', reply: '聞き取りを行う。' },
    { text: '相談件数が増えたことは評価できる。\n\n【補足】内訳も示されたい。' },
    { by: '計画評価部会', text: long.join('\n'), reply: '次のとおり取り組む。\n①学校を通じて届ける。' },
    { text: '続けられたい。', reply: '続ける。' },
  ];
  let pdf: Pdf;

  beforeAll(async () => {
    const one = { result: '前年度より増えた。', opinion: OPINIONS };
    const { bytes, diagnostics } = await make(sampleOf([one, { opinion: [{ text: '良い。' }] }]));
    expect(hasErrors(diagnostics)).toBe(false);
    pdf = await readPdf(bytes as Uint8Array);
  });

  /** What stands in the column of 結果, cell by cell. */
  function printed(): string[] {
    return pdf.pages.flatMap((page) => {
      const header = headerOf(page);
      return cellsAlong(page, header.right - 5)
        .filter(({ top }) => top > header.bottom + 1)
        .map((cell) => textIn(page, cell));
    });
  }

  test('all stand in the band, in order, under their headings', () => {
    expect(pdf.pages.length).toBe(2);
    const text = [
      ...['【意見1　公募市民委員】', OPINIONS[0]?.text, '【市の考え方1】', OPINIONS[0]?.reply],
      ...['【意見2】', OPINIONS[1]?.text],
      ...['【意見3　計画評価部会】', OPINIONS[2]?.text, '【市の考え方3】', OPINIONS[2]?.reply],
      ...['【意見4】', OPINIONS[3]?.text, '【市の考え方4】', OPINIONS[3]?.reply],
    ].join('');
    expect(printed().join('')).toBe(withoutSpaces(`前年度より増えた。${text}【意見】良い。`));
  });

  test('headings are bold, the texts are not', () => {
    const runs = pdf.pages.flatMap((page) => page.runs);
    const fontOf = (text: string) =>
      new Set(runs.filter((run) => run.text.includes(text)).map(({ font }) => font));
    const bold = fontOf('市の考え方1');
    expect(bold.size).toBe(1);
    expect(fontOf('公募市民委員')).toEqual(bold);
    expect(fontOf('聞き取りを行う')).not.toEqual(bold);
  });
});

/** The header over 結果, its first line. */
function headerOf(page: PdfPage): Cell {
  const run = page.runs.find(({ text }) => text === '結果(年度)');
  if (!run) throw new Error('no table header');
  return cellAt(page, run.x + 0.1, run.y - run.size / 2) as Cell;
}

test('a character that cannot be printed is shown in the reply it stands in', async () => {
  const opinion = [{ text: '良い。' }, { by: '部会', text: '良い。', reply: '𓀀' }];
  const { diagnostics } = await make(sampleOf([{ opinion }]));
  const [found] = diagnostics.filter(({ severity }) => severity === 'error');
  const { start, end, sourceLine = '' } = found?.span ?? {};
  expect(found?.code).toBe('glyph-missing');
  expect([...sourceLine].slice((start?.column ?? 1) - 1, (end?.column ?? 1) - 1).join('')).toBe('𓀀');
});

describe('room to write', () => {
  const { theme, files } = shippedSet();
  const style = tableStyle(theme);

  /** A program as the templates that ship write it. */
  function written(change: Partial<Program>, options: ViewOptions, used: Theme = theme) {
    const columns = resolveColumns(used, 2) as Columns;
    const layout = createLayout(used, columns, files, shippedFaces()).value;
    const [view] = hyoka3Tables(edition([measure('1-1', program(change))]), options).section(0).body;
    if (!layout || !view) throw new Error('nothing to lay out');
    return layout.block(view);
  }

  const heightOf = (change: Partial<Program>, options: ViewOptions = {}) => {
    const laid = written(change, options).value;
    return laid && measureBlock(laid.block, style).height;
  };

  test('is as high as the theme says', () => {
    const label = 9.75;
    const room = pt(theme.space.opinion ?? 0);
    expect(room).toBeCloseTo((22 * 72) / 25.4, 5);
    expect(heightOf({}, { opinionBlank: true })).toBeCloseTo((heightOf({}) ?? 0) + room - label, 5);
  });

  test('is left in no booklet, and not where there is an opinion', () => {
    const opinion = [{ text: '良い。' }];
    expect(heightOf({ opinion }, { opinionBlank: true })).toBe(heightOf({ opinion }));
    expect(heightOf({ opinion: [] })).toBe(heightOf({ opinion: '' }));
  });

  test('a theme that does not say how high is told so', () => {
    const { opinion: _, ...space } = theme.space;
    const [diagnostic, ...others] = written({}, { opinionBlank: true }, { ...theme, space }).diagnostics;
    expect(others).toEqual([]);
    expect(diagnostic?.code).toBe('template-undefined');
    expect(diagnostic?.span?.sourceLine).toContain('space.opinion');
    expect(diagnostic?.hints?.join()).toContain('theme.yaml の space に「opinion」');
    expect(written({}, {}, { ...theme, space }).diagnostics).toEqual([]);
  });
});
