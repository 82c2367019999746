/** Whether the proof would notice: booklets spoilt on purpose, each in one way. */
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/boxes/fragment.ts';
import type { PlacedItems } from '../../src/pdf/placed-items.ts';
import type { Run } from '../../src/typeset/types.ts';
import { FIXED, sampleOf } from '../helpers/fixed-samples.ts';
import { pageFaults } from '../helpers/page-proof.ts';
import { textFaults } from '../helpers/proof-text.ts';
import { make, type Sample, type Spoil } from '../helpers/sample.ts';
import { tracePdf } from '../helpers/trace.ts';

const TORN = FIXED['a program over three pages'] as Sample;
const ROWS = FIXED['a binding at the top and narrow year columns'] as Sample;

/** Changes the first item of page 2 that fits, and nothing else. */
function once(fits: (item: Item) => boolean, change: (item: Item) => readonly Item[]): Spoil {
  return (body, page) => {
    if (page !== 2) return body;
    let done = false;
    return body.map(
      ({ x, y, items }): PlacedItems => ({
        x,
        y,
        items: items.flatMap((item) => {
          if (done || !fits(item)) return item;
          done = true;
          return change(item);
        }),
      }),
    );
  };
}

type TextItem = Extract<Item, { kind: 'text' }>;

/** A text of several lines. */
const isLong = (item: Item): item is TextItem => item.kind === 'text' && item.leaf.lines.length > 4;
const isRule = (item: Item) => item.kind === 'rule';

function moved(item: Item, x: number, y: number): Item[] {
  return item.kind === 'text' ? [{ ...item, x: item.x + x, y: item.y + y }] : [item];
}

/** The lines of a long text, changed. */
function relined(change: (lines: TextItem['leaf']['lines']) => TextItem['leaf']['lines']): Spoil {
  return once(isLong, (item) =>
    item.kind === 'text' ? [{ ...item, leaf: { ...item.leaf, lines: change(item.leaf.lines) } }] : [item],
  );
}

const SPOILT: readonly (readonly [string, RegExp, Spoil])[] = [
  ['a text is missing', /e: .*(never printed|should go on)/, once(isLong, () => [])],
  ['a text is printed twice', /b: .*lies upon/, once(isLong, (item) => [item, item])],
  ['a line is missing', /e: /, relined((lines) => lines.toSpliced(2, 1))],
  ['two lines have changed places', /e: /, relined(([a, b, ...rest]) => [b, a, ...rest] as never)],
  ['a text stands too far right', /a: .*leaves its cell/, once(isLong, (item) => moved(item, 6, 0))],
  [
    'a text stands too far down',
    /a: .*(top of its cell|leaves its cell)/,
    once(isLong, (item) => moved(item, 0, 9)),
  ],
  ['a text stands outside the page', /a: .*outside the page/, once(isLong, (item) => moved(item, 900, 0))],
  ['a text is indented', /(e: .*is indented|a: .*neither)/, once(isLong, (item) => moved(item, 1, 0))],
  ['a rule is missing', /[dghe]: /, once(isRule, () => [])],
  [
    'a rule crosses the page',
    /a: a rule passes through/,
    once(isRule, (item) => [item, { kind: 'rule', x1: 700, x2: 700, y1: 0, y2: 300, weight: 0.3 }]),
  ],
  ['a block is missing', /d: |e: /, (body, page) => (page === 2 ? body.slice(0, -1) : body)],
  ['the header is missing', /d: /, (body, page) => (page === 2 ? body.toSpliced(1, 1) : body)],
  ['a page begins with another page’s headings', /d: |e: /, first()],
];

/** Prints the first page's headings on the second. */
function first(): Spoil {
  let opening: readonly PlacedItems[] = [];
  return (body, page) => {
    if (page === 1) opening = body.slice(0, 2);
    return page === 2 ? [...opening, ...body.slice(2)] : body;
  };
}

describe.each([
  ['a torn program', TORN],
  ['many rows', ROWS],
])('in a booklet of %s the proof notices when', (_, sample) => {
  test.each(SPOILT)('%s', async (_what, fault, spoil) => {
    const { bytes, diagnostics } = await make(sample, spoil);
    const faults = pageFaults(tracePdf(bytes as Uint8Array), sample, diagnostics);
    expect(faults.filter((each) => fault.test(each))).not.toEqual([]);
  });
});

/** Changes the words of runs that hold nothing but spaces; they stand at lines' ends. */
function respaced(change: (words: string) => string): Spoil {
  const spaces = (run: Run) => (run.text.trim() === '' ? { ...run, text: change(run.text) } : run);
  return (body) =>
    body.map((placed) => ({
      ...placed,
      items: placed.items.map((item) => {
        if (item.kind !== 'text') return item;
        const lines = item.leaf.lines.map((line) => ({ ...line, runs: line.runs.map(spaces) }));
        return { ...item, leaf: { ...item.leaf, lines } };
      }),
    }));
}

describe('the proof notices when at lines’ ends', () => {
  const words =
    'Key Performance Indicator を　　用いて、事業の 進みぐあいを 毎年　評価し、結果を 広く 知らせる。';
  // Behind more and more other characters, so that a line ends at each of the spaces.
  const lines = Array.from({ length: 45 }, (_, pad) => '児'.repeat(pad) + words);
  const sample = sampleOf([{ result: lines.join('\n') }]);
  const faultsOf = async (spoil?: Spoil) => {
    const bytes = (await make(sample, spoil)).bytes as Uint8Array;
    return textFaults(bytes, sample.edition, tracePdf(bytes));
  };

  test.each<[string, (spaces: string) => string]>([
    ['spaces are missing', () => ''],
    ['a space stands for two', (spaces) => spaces.slice(0, 1)],
    ['there is a space too many', (spaces) => `${spaces} `],
    ['a full-width space is another', (spaces) => spaces.replaceAll('　', ' ')],
  ])('%s', async (_, change) => {
    expect(await faultsOf()).toEqual([]);
    expect((await faultsOf(respaced(change))).filter((fault) => /^k: 事業1 /.test(fault))).not.toEqual([]);
  });
});

describe('the proof notices when the edition says otherwise:', () => {
  test('a figure', async () => {
    const { bytes, diagnostics } = await make(ROWS);
    const text = JSON.stringify(ROWS).replace('"1091"', '"1092"');
    expect(pageFaults(tracePdf(bytes as Uint8Array), JSON.parse(text), diagnostics)).not.toEqual([]);
  });

  test('a larger part of a page that may stay blank', async () => {
    const result = Array.from({ length: 24 }, () => '相談の約7割で子どもの声を直に聞き取れた。').join('\n');
    const strict = sampleOf([{ result }, { result }, { result }], { max_blank: 0.1 });
    const { bytes, diagnostics } = await make(strict);
    const lenient = { ...strict, theme: { ...strict.theme, max_blank: 0.9 } };
    const faults = pageFaults(tracePdf(bytes as Uint8Array), lenient, diagnostics);
    expect(faults.filter((each) => /^f: .*blank/.test(each))).not.toEqual([]);
  });

  test('a forced break that nobody reported', async () => {
    const long = { name: 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz' };
    const one = FIXED['one program only'] as Sample;
    const [measure] = one.edition.measures;
    const programs = (measure?.programs ?? []).map((program) => ({ ...program, ...long }));
    const named = {
      ...one,
      edition: { ...one.edition, measures: measure ? [{ ...measure, programs }] : [] },
    };
    const { bytes, diagnostics } = await make(named);
    expect(pageFaults(tracePdf(bytes as Uint8Array), named, diagnostics)).toEqual([]);
    expect(pageFaults(tracePdf(bytes as Uint8Array), named, [])).not.toEqual([]);
  });
});
