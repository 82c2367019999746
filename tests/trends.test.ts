/** Trend pages as a PDF of their own, read back from the outside by pdfjs. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { FigureItem } from '../src/boxes/fragment.ts';
import type { Edition, Indicator } from '../src/content/edition.ts';
import { loadEdition } from '../src/content/index.ts';
import { disk } from '../src/ground/world.ts';
import { measuresWithTrends, trendNote, trendSection } from '../src/view/trends.ts';
import { edition, indicator, measure, program } from './helpers/edition.ts';
import { type Pdf, type PdfPage, type Run, readPdf, type Segment } from './helpers/pdf.ts';
import { type SectionPages, sectionPages } from './helpers/section-pages.ts';
import { ROOT } from './helpers/sources.ts';

async function print(one: Edition): Promise<SectionPages & { readonly pdf: Pdf }> {
  const [first, ...others] = measuresWithTrends(one).map((each) => trendSection(one, each));
  if (!first) throw new Error('nothing to show');
  const noted = { ...first, opening: [trendNote, ...first.opening] };
  const made = await sectionPages([noted, ...others]);
  return { ...made, pdf: await readPdf(made.bytes) };
}

const figuresIn = ({ items }: SectionPages) =>
  items.filter((item): item is FigureItem => item.kind === 'figure');
const textsIn = ({ runs }: PdfPage) => runs.map(({ text }) => text);
const middle = ({ x1, x2 }: Segment) => (x1 + x2) / 2;

/** The middle of each run that says this, from left to right. */
function middlesOf({ runs }: PdfPage, wanted: string): number[] {
  const found = runs.filter(({ text }) => text === wanted).map(({ x, width }: Run) => x + width / 2);
  return found.sort((a, b) => a - b);
}

describe('the trends of R6', () => {
  let made: SectionPages & { readonly pdf: Pdf };
  beforeAll(async () => {
    const { value } = loadEdition(disk, `${ROOT}content/R6`);
    made = await print((value as { edition: Edition }).edition);
  });

  test('print every text once, with nothing to complain about', () => {
    expect(made.diagnostics).toEqual([]);
    expect(made.pdf.pages.length).toBeGreaterThan(0);
  });

  test('show a chart for every indicator with figures, each with its sentence', () => {
    const sentences = figuresIn(made).map(({ alt }) => alt);
    expect(sentences).toHaveLength(13);
    expect(new Set(sentences).size).toBe(13);
    expect(sentences[0]).toBe(
      '虐待相談件数（件）の推移。平成30年度（計画前）615、令和2年度 1,091（計画: 維持）、' +
        '令和3年度 1,618（計画: 維持）、令和4年度 1,480（計画: 維持）、令和5年度 1,862（計画: 維持）、' +
        '令和6年度 未報告（計画: なし）。',
    );
  });

  test('mark every figure, and no year without one', () => {
    const markers = made.pdf.pages.reduce((count, { rounds }) => count + rounds.length, 0);
    // Thirteen charts of six years; one figure is not reported, one indicator had none before the plan.
    expect(markers).toBe(13 * 6 - 2);
  });
});

describe('one chart', () => {
  const years = { baseline: 'H30', plan: ['R2', 'R3', 'R4'], reporting: 'R4' };
  const one: Indicator = indicator({
    name: '指標',
    unit: '件',
    baseline: { figure: '30' },
    years: {
      R2: { plan: '準備', actual: '10' },
      R3: { plan: '実施', actual: null },
      R4: { plan: '継続', actual: '20' },
    },
  });
  let page: PdfPage;
  beforeAll(async () => {
    const programs = program({ activities: [{ description: '内容', indicators: [one] }] });
    const { pdf } = await print(edition([measure('1-1', programs)], { years }));
    page = pdf.pages[0] as PdfPage;
  });

  test('each figure stands above its marker, the marker above its year, the year above its plan', () => {
    for (const [figure, year, plan] of [
      ['30', 'H30', '計画前'],
      ['10', 'R2', '準備'],
      ['20', 'R4', '継続'],
    ] as const) {
      const [place = Number.NaN] = middlesOf(page, year);
      expect(middlesOf(page, plan)[0]).toBeCloseTo(place, 0);
      expect(middlesOf(page, figure)[0]).toBeCloseTo(place, 0);
      const marker = page.rounds.find((round) => Math.abs(middle(round) - place) < 0.1) as Segment;
      const baseline = (text: string) => page.runs.find((run) => run.text === text)?.y as number;
      expect(baseline(figure)).toBeLessThan(marker.y1);
      expect(baseline(year)).toBeGreaterThan(marker.y2);
      expect(baseline(plan)).toBeGreaterThan(baseline(year));
    }
  });

  test('what is not reported is said over its year, without a marker', () => {
    expect(middlesOf(page, '（未報告）')[0]).toBeCloseTo(middlesOf(page, 'R3')[0] as number, 0);
    expect(page.rounds).toHaveLength(3);
  });

  test('no line joins what is not next to each other: only the two rules are drawn', () => {
    expect(page.rules.map(({ y1, y2 }) => y1 === y2)).toEqual([true, true]);
  });

  test('heights are in proportion from the rule at 0', () => {
    const zero = Math.max(...page.rules.map(({ y1 }) => y1));
    const heights = ['H30', 'R2', 'R4'].map((year) => {
      const [place = Number.NaN] = middlesOf(page, year);
      const { y1, y2 } = page.rounds.find((round) => Math.abs(middle(round) - place) < 0.1) as Segment;
      return zero - (y1 + y2) / 2;
    }) as [number, number, number];
    expect(heights[0]).toBeCloseTo(3 * heights[1], 1);
    expect(heights[2]).toBeCloseTo(2 * heights[1], 1);
  });

  test('the caption names the program and the indicator', () => {
    expect(textsIn(page).slice(1, 4)).toEqual(['1-1. 施策1-1の題', '1　事業', '指標(件)']);
  });
});

test('awkward figures and many years find their place without a complaint', async () => {
  const plan = Array.from({ length: 10 }, (_, index) => `R${index + 2}`);
  const figures = [
    ['4.10', '4.12', '4.08'],
    ['-3', '0', '12', '-12'],
    ['1234567', '999999999999999', '0.0000000001'],
    ['0'],
    ['7', null, '3'],
  ];
  const indicators = figures.map((row, index) => {
    const actual = (year: number) => row[year % row.length] as string | null;
    return indicator({
      name: `とても長い名前で二行に折り返される指標であることを確かめるためだけにある、その${index + 1}番目のもの`,
      baseline: { figure: row[0] as string },
      years: Object.fromEntries(plan.map((year, at) => [year, { plan: '継続', actual: actual(at) }])),
    });
  });
  const programs = program({ activities: [{ description: '内容', indicators }] });
  const years = { baseline: 'H30', plan, reporting: 'R11' };
  const { diagnostics, pdf } = await print(edition([measure('1-1', programs)], { years }));
  expect(diagnostics).toEqual([]);
  expect(textsIn(pdf.pages[0] as PdfPage)).toContain('999,999,999,999,999');
});
