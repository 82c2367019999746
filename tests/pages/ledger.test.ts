import { describe, expect, it } from 'vitest';
import type { Leaf } from '../../src/layout/block.ts';
import { Ledger } from '../../src/pages/ledger.ts';
import type { BlockView, Narrative, ViewText } from '../../src/view/types.ts';
import { leaf } from '../boxes/sample.ts';

const text = (value: string): ViewText => ({ text: value, origin: `file#${value}` });
const block = (...texts: (ViewText | Narrative)[]): BlockView => ({ template: 'program', data: { texts } });

/** The text as a leaf, a part of its lines where asked. */
function printed(source: ViewText, from = 0, to = Number.POSITIVE_INFINITY): Leaf {
  const whole = leaf(source.text, 24);
  return { ...whole, source, lines: whole.lines.slice(from, to) };
}

/** What the ledger says of a block and what was placed of it: which texts do not balance. */
function faults(asked: BlockView, ...placed: Leaf[]): string[] {
  const ledger = new Ledger();
  ledger.ask(asked);
  for (const each of placed) ledger.place(each);
  return ledger
    .close((origin) => ({ file: origin, ...START }))
    .map(({ code, span }) => `${code} ${span?.file}`);
}

const START = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };

describe('Ledger', () => {
  const name = text('虐待対応事業のあらまし');

  it('balances when every text is printed whole, once', () => {
    expect(faults(block(name), printed(name))).toEqual([]);
  });

  it('balances when a text is printed in parts, in order', () => {
    expect(faults(block(name), printed(name, 0, 2), printed(name, 2))).toEqual([]);
  });

  it('does not count reprints, nor a template’s own words', () => {
    const reprint = { ...printed(name), reprint: true };
    const own = { ...leaf('番号', 24), source: '番号' };
    expect(faults(block(name), printed(name), reprint, own)).toEqual([]);
  });

  it('counts every space, wherever lines and paragraphs end', () => {
    const spaced = text('　結果の　　説明 及び  課題 \n　検討　内容　');
    const whole = printed(spaced);
    expect(whole.lines.length).toBeGreaterThan(4);
    expect(faults(block(spaced), whole)).toEqual([]);
    for (const [index, { runs }] of whole.lines.entries()) {
      const bare = runs.map((run) => ({ ...run, text: run.text.replace(/[ 　]$/u, '') }));
      const lines = whole.lines.map((line, at) => (at === index ? { ...line, runs: bare } : line));
      const altered = bare.some((run, at) => run.text !== runs[at]?.text);
      expect(faults(block(spaced), { ...whole, lines })).toHaveLength(altered ? 1 : 0);
    }
  });

  it('counts where paragraphs end, and the spaces of lines that hold nothing else', () => {
    const parted = text('\n \n周知\n　 \n\n　広報\n\n　\n');
    expect(faults(block(parted), printed(parted))).toEqual([]);
    for (const other of [' 周知　 　広報　', ' 周知\n　広報　', '周知　 \n　広報　', ' 周知　 \n　広報'])
      expect(faults(block(parted), { ...printed(text(other)), source: parted })).toHaveLength(1);
    const blank = text(' \n　');
    expect(faults(block(blank), printed(blank))).toEqual([]);
  });

  it('counts a text by what it says, however the template came by it', () => {
    const bare = { ...printed(name), source: name.text, says: name };
    expect(faults(block(name), bare)).toEqual([]);
    expect(faults(block(name), printed(name), bare)).toHaveLength(1);
    expect(faults(block(name), printed(name), { ...bare, says: { ...name, reprint: true } })).toEqual([]);
  });

  it('does not count a text of the view that is not read out', () => {
    expect(faults(block(name), { ...printed(name), role: 'artifact' })).toHaveLength(1);
  });

  it.each([
    ['missing', []],
    ['cut off', [printed(name, 0, 2)]],
    ['without its beginning', [printed(name, 1)]],
    ['out of order', [printed(name, 2), printed(name, 0, 2)]],
    ['printed twice', [printed(name), printed(name)]],
    ['printed in part a second time', [printed(name), printed(name, 0, 1)]],
    ['another text under its name', [{ ...printed(text('虐待対応事業のあらま')), source: name }]],
  ])('refuses a text that is %s', (_, placed) => {
    expect(faults(block(name), ...placed)).toEqual(['ledger-unbalanced file#虐待対応事業のあらまし']);
  });

  it('asks for narratives, by their paragraphs', () => {
    const narrative: Narrative = {
      origin: 'file#result',
      paragraphs: [
        { kind: 'heading', spans: [{ text: '【課題】', bold: true }] },
        { kind: 'space' },
        { kind: 'item', spans: [{ text: '・周知', bold: false }] },
      ],
    };
    const whole = { ...leaf('【課題】\n・周知', 100), source: narrative };
    expect(faults(block(narrative), whole)).toEqual([]);
    expect(faults(block(narrative), { ...leaf('【課題】', 100), source: narrative })).toHaveLength(1);
  });

  it('asks nothing of texts that only say again what another says', () => {
    expect(faults(block({ ...name, reprint: true }))).toEqual([]);
  });

  it('asks for a shared block as often as it stands in the book', () => {
    const header = block(name);
    const ledger = new Ledger();
    ledger.ask(header);
    ledger.ask(header);
    ledger.place(printed(name));
    expect(ledger.close(() => undefined)).toHaveLength(1);
    ledger.place(printed(name));
    expect(ledger.close(() => undefined)).toEqual([]);
  });

  it('counts a base with its variation selector as one', () => {
    const rare = text('葛\u{e0100}城');
    const ledger = new Ledger();
    ledger.ask(block(rare));
    expect(ledger.close(() => undefined)[0]?.message).toContain(' 2 字');
  });
});
