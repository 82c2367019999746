import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, diagnose, type Span } from '../../src/ground/diagnostic.ts';
import { widthOf } from '../../src/ground/report/width.ts';
import { reportJson, reportText } from '../../src/ground/report.ts';

function at(sourceLine: string, column: number, length: number, line = 14): Span {
  return {
    file: 'content/R6/measures/1-1.yaml',
    start: { line, column },
    end: { line, column: column + length },
    sourceLine,
  };
}

function wrong(span?: Span, word = '漸増加'): Diagnostic {
  return diagnose('unknown-plan-word', { word }, { span, hints: ['「漸増」ではありませんか。'] });
}

/** The excerpt and the columns of the caret row under it. */
function caretOf(span: Span): { line: string; start: number; end: number } {
  const lines = reportText([wrong(span)]).split('\n');
  const caret = lines.findIndex((line) => /^ +\| +\^+$/.test(line) || /^ +\| \^+$/.test(line));
  const row = lines[caret]?.slice(8) ?? '';
  return { line: lines[caret - 1]?.slice(8) ?? '', start: row.indexOf('^'), end: row.length };
}

/** The columns a text takes on a terminal. */
const columns = (text: string) => [...text].reduce((sum, character) => sum + widthOf(character), 0);

describe('whatever is quoted', () => {
  const LONG = '長'.repeat(1_600_000);
  const { severity, code } = wrong();
  const huge: Diagnostic = {
    severity,
    code,
    message: LONG,
    hints: [LONG, '短い。'],
    span: at(LONG, 1_500_000, 90_000),
    related: [{ span: at(LONG, 5, 2), message: LONG }],
  };

  test('stays within a screen', () => {
    const text = reportText([huge]);
    expect(text.length).toBeLessThan(10_000);
    expect(text).toContain('短い。');
    expect(text).toContain(':14:1500000 エラー');
  });

  test('stays within bounds for programs too, which are told the place', () => {
    const json = reportJson([huge], []);
    expect(json.length).toBeLessThan(10_000);
    expect(JSON.parse(json).diagnostics[0].span.start).toEqual({ line: 14, column: 1_500_000 });
  });

  test('is not cut in the middle of a character, nor where it fits', () => {
    const cut = JSON.parse(reportJson([{ ...huge, message: `${'a'.repeat(999)}𠮷${'a'.repeat(99)}` }], []));
    expect(cut.diagnostics[0].message).toBe(`${'a'.repeat(999)}…`);
    const fits = wrong(at('行', 1, 1));
    expect(JSON.parse(reportJson([fits], [])).diagnostics[0]).toEqual(fits);
  });
});

describe('reportText', () => {
  test('looks as promised', () => {
    expect(reportText([wrong(at('              R2: { plan: 漸増加, actual: 45 }', 27, 3))])).toBe(
      `content/R6/measures/1-1.yaml:14:27 エラー unknown-plan-word
  計画の語「漸増加」は edition.yaml の plan_words にありません。
   14 |               R2: { plan: 漸増加, actual: 45 }
      |                           ^^^^^^
  ヒント: 「漸増」ではありませんか。

エラー 1 件
`,
    );
  });

  test('counts each severity', () => {
    const warning = diagnose('tab-in-text', undefined, { severity: 'warning' });
    const errors = ['甲', '乙', '丙'].map((word) => wrong(undefined, word));
    expect(reportText([...errors, warning])).toMatch(/\nエラー 3 件、警告 1 件\n$/);
    expect(reportText([])).toBe('');
  });

  test('says a cause once, with three of its places', () => {
    const text = reportText([1, 2, 3, 4, 5].map((line) => wrong(at('a: 漸増加', 4, 3, line))));
    expect(text.match(/ヒント/g)).toHaveLength(1);
    expect(text.match(/measures\/1-1\.yaml:\d:4/g)).toEqual(
      [1, 2, 3].map((line) => `measures/1-1.yaml:${line}:4`),
    );
    expect(text).toMatch(/^\S+ エラー unknown-plan-word（5 か所）\n/);
    expect(text).toContain('\n  ほかに 2 か所あります。');
    expect(text).toMatch(/\nエラー 5 件（原因ごとに 1 つ）\n$/);
  });

  test('shows every place of a cause on demand', () => {
    const all = [1, 2, 3, 4, 5].map((line) => wrong(at('a: 漸増加', 4, 3, line)));
    const text = reportText(all, { all: true });
    expect(text.match(/measures\/1-1\.yaml:\d:4/g)).toHaveLength(5);
    expect(text).not.toContain('ほかに');
  });

  test('places of one cause say what is their own', () => {
    const years = ['R2', 'R3'].map((year, index) =>
      diagnose('missing-actual', { year, name: '件数' }, { span: at('a', 1, 1, index + 1), cause: '件数' }),
    );
    const text = reportText(years);
    expect(text).toContain('missing-actual（2 か所）');
    expect(text).toContain('  同じ: content/R6/measures/1-1.yaml:2:1 指標「件数」の R3 ');
  });

  test('a place of a cause keeps hints of its own', () => {
    const years = ['R2', 'R3'].map((right, index) =>
      diagnose(
        'year-name',
        { year: `令和${index + 2}` },
        { span: at('a', 1, 1, index + 1), cause: 'years', hints: [`「${right}」と書いてください。`] },
      ),
    );
    expect(reportText(years).match(/ヒント: 「R\d」/g)).toEqual(['ヒント: 「R2」', 'ヒント: 「R3」']);
  });

  test('what says something else is another cause', () => {
    expect(reportText([wrong(undefined, '甲'), wrong(undefined, '乙')])).not.toContain('か所');
  });

  test('names related places', () => {
    const diagnostic = diagnose(
      'duplicate-program',
      { number: 1 },
      {
        span: at('number: 1', 9, 1),
        related: [{ span: at('number: 1', 9, 1, 4), message: '同じ番号の事業です。' }],
      },
    );
    expect(reportText([diagnostic])).toContain(
      '  関連: content/R6/measures/1-1.yaml:4:9 同じ番号の事業です。\n    4 | number: 1\n',
    );
  });

  test.each([
    ['全角の後', '全角: ×', 5, 6],
    ['half-width kana ｱｲｳ', 'ｱｲｳ: ×', 6, 5],
    ['tab', '\ta: ×', 5, 7],
    ['combining mark', 'か\u3099: ×', 5, 4],
    ['variation selector', '葛\u{e0100}: ×', 5, 4],
    ['surrogate pair', '𠮷: ×', 4, 4],
    ['emoji', '😀: ×', 4, 4],
    ['zero-width space', 'a\u200b: ×', 5, 11],
  ])('the caret stands right after %s', (_, line, column, expected) => {
    expect(caretOf(at(line, column, 1)).start).toBe(expected);
  });

  test('an empty span has one caret, one over several lines ends with the line', () => {
    expect(caretOf(at('name:', 6, 0))).toMatchObject({ start: 5, end: 6 });
    const span = { ...at('a: 漢字', 4, 0), end: { line: 20, column: 1 } };
    expect(caretOf(span)).toMatchObject({ start: 3, end: 7 });
  });

  test('a long line is cut around the caret, which still stands under its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (before, after) => {
        const { line, start } = caretOf(
          at(`${'漢a'.repeat(before)}×${'字'.repeat(after)}`, before * 2 + 1, 1),
        );
        expect(columns(line)).toBeLessThanOrEqual(102);
        expect(columns(line.slice(0, line.indexOf('×')))).toBe(start);
      }),
    );
  });

  test('nothing typed can steer the terminal', () => {
    const red = '\u001b[31m';
    const text = reportText([wrong(at(`a: ${red}\u202e`, 4, 5), `${red}\u0007\u202e`)]);
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
    expect(text).toContain('<U+001B>');
  });

  test('colours only where asked for', () => {
    const span = at('a: b', 4, 1);
    expect(reportText([wrong(span)])).not.toContain('\u001b');
    expect(reportText([wrong(span)], { color: true })).toContain('\u001b[31mエラー\u001b[0m');
  });
});

test('reportJson is one object', () => {
  const diagnostics = [wrong(at('a: b', 4, 1)), wrong(at('a: b', 4, 1, 15))];
  const withCause = diagnostics.map((one) => ({ ...one, cause: 'b' }));
  expect(JSON.parse(reportJson(withCause, [])).diagnostics).toEqual(diagnostics);
  expect(JSON.parse(reportJson(diagnostics, [{ file: 'out/a.pdf' }]))).toEqual({
    diagnostics,
    outputs: [{ file: 'out/a.pdf' }],
  });
});
