import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { originKey } from '../../src/content/edition.ts';
import { loadEdition, originOf } from '../../src/content/index.ts';
import { disk } from '../../src/ground/world.ts';
import { FILE_FAILURES } from '../helpers/world.ts';
import { baseFiles, summary, worldOf } from './memory.ts';

const load = (files: Parameters<typeof worldOf>[0]) => loadEdition(worldOf(files), 'content/R6');
const base = () => load(baseFiles()).value;

describe('loadEdition', () => {
  test('the base of all reject cases is right', () => {
    expect(load(baseFiles()).diagnostics).toEqual([]);
  });

  test('gives what was typed', () => {
    const [first, second] = base()?.edition.measures ?? [];
    expect(first?.file).toBe('measures/1-1.yaml');
    expect(first?.programs.map(({ number, index }) => [number, index])).toEqual([
      [1, 0],
      [3, 1],
    ]);
    expect(first?.programs[0]?.result).toBe('【相談】\n前年度より減った。');
    expect(first?.programs[0]?.activities[0]?.indicators[0]).toEqual({
      name: '相談件数',
      unit: '件',
      baseline: { figure: '615' },
      years: { R5: { plan: '漸増', actual: '45' }, R6: { plan: '漸増', actual: '44' } },
    });
    expect(first?.programs[1]?.activities[0]?.indicators[0]?.baseline).toEqual({ word: '実施' });
    expect(second?.programs[0]?.parts).toEqual([]);
    expect(second?.programs[0]?.activities[0]?.indicators[0]?.baseline).toBeNull();
  });

  test.each([
    ['a BOM', (text: string) => `\ufeff${text}`],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['JSON in YAML', (text: string) => JSON.stringify(parse(text), undefined, 2)],
  ])('%s makes no difference', (_, change) => {
    const loaded = load(baseFiles(change));
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.value?.edition).toEqual(base()?.edition);
  });

  test('slips inside texts are told in JSON too', () => {
    const slips = (text: string) =>
      text
        .replace('前年度より減った。', '増えた。\\n# 要確認')
        .replace('関係機関と連携する。', '（連携する。');
    const { diagnostics } = load(baseFiles((text) => slips(JSON.stringify(parse(text), undefined, 2))));
    expect(diagnostics.map(summary)).toEqual([
      'unpaired-bracket content/R6/measures/1-1.yaml:18:27',
      'memo-in-text content/R6/measures/1-1.yaml:38:30',
    ]);
  });

  test('measures stand in natural order', () => {
    const more = Object.fromEntries(
      ['1-10', '1-2'].map((number) => [
        `content/R6/measures/${number}.yaml`,
        (baseFiles()['content/R6/measures/2-1.yaml'] ?? '').replace('2-1', number),
      ]),
    );
    expect(load({ ...baseFiles(), ...more }).value?.edition.measures.map(({ measure }) => measure)).toEqual([
      '1-1',
      '1-2',
      '1-10',
      '2-1',
    ]);
  });

  test('measures follow the natural order, however the goals are listed', () => {
    const goals = ['3', '1', '2'].map((number) => `  - { number: "${number}", title: 目標 }`).join('\n');
    const other = baseFiles()['content/R6/measures/2-1.yaml'] ?? '';
    const files = baseFiles((text, file) =>
      file === 'edition.yaml' ? `${text.slice(0, text.indexOf('goals:'))}goals:\n${goals}\n` : text,
    );
    for (const number of ['1-10', '1-2', '3-1']) {
      files[`content/R6/measures/${number}.yaml`] = other.replace('2-1', number);
    }
    expect(load(files).diagnostics).toEqual([]);
    expect(load(files).value?.edition.measures.map(({ measure }) => measure)).toEqual([
      ...['1-1', '1-2', '1-10', '2-1', '3-1'],
    ]);
  });

  test('figures keep their literal, texts every character', () => {
    const text = '神\ufa19 葛\u{e0100} 𠮷 ①';
    const { value } = load(
      baseFiles((file) => file.replace('actual: 45', 'actual: 4.10').replace('関係機関と連携する。', text)),
    );
    const activity = value?.edition.measures[0]?.programs[0]?.activities[0];
    expect(activity?.indicators[0]?.years.R5?.actual).toBe('4.10');
    expect(activity?.description).toBe(text);
  });

  test('a plan word may hold digits, before the plan too', () => {
    const word = '第2期の実施';
    const { value, diagnostics } = load(baseFiles((file) => file.replaceAll('実施', word)));
    expect(diagnostics).toEqual([]);
    const indicator = value?.edition.measures[0]?.programs[1]?.activities[0]?.indicators[0];
    expect(indicator?.name).toBe(`周知の${word}`);
    expect(indicator?.baseline).toEqual({ word });
  });

  test('R1 may be absent between H30 and R2', () => {
    const years = (plan: string) => (text: string) =>
      text
        .replace('baseline: H30', 'baseline: H29')
        .replace('[R5, R6]', plan)
        .replace('reporting: R6', 'reporting: R2')
        .replaceAll('R5:', 'H30:')
        .replaceAll('R6:', 'R2:');
    expect(load(baseFiles(years('[H30, R2]'))).diagnostics).toEqual([]);
  });

  test.each(FILE_FAILURES)('a file that is %s', (failure, code) => {
    expect(
      load({ ...baseFiles(), 'content/R6/measures/1-1.yaml': { failure } }).diagnostics.map(summary),
    ).toEqual([code]);
  });

  test('a missing folder is named as shown', () => {
    const { diagnostics } = loadEdition(worldOf({}), '/tmp/x/R9', 'content/R9');
    expect(diagnostics.map(({ message }) => message).join()).toContain('content/R9');
  });

  test('the R6 edition has its one warning', () => {
    const { value, diagnostics } = loadEdition(disk, 'content/R6');
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['unreported-figure', 'warning'],
    ]);
    expect(value?.edition.measures.flatMap(({ programs }) => programs)).toHaveLength(14);
  });
});

describe('locate', () => {
  test('finds texts and characters by their origin', () => {
    const origin = originOf('measures/1-1.yaml', 'programs', 0, 'result');
    expect(base()?.locate(origin, '減')?.start).toEqual({ line: 20, column: 12 });
    expect(base()?.locate(originOf('edition.yaml', 'labels', 'none'))?.start).toEqual({
      line: 23,
      column: 9,
    });
    expect(base()?.locate(originOf('edition.yaml'))?.file).toBe('content/R6/edition.yaml');
  });

  test.each(['継続/拡充', '#1', '100%'])('finds what stands below the city’s own key %s', (word) => {
    const booklet = `booklet: { legend: { plan_words: { "${word}": 意味 } } }\n`;
    const { value } = load(
      baseFiles((text, file) =>
        file === 'edition.yaml' ? text.replace('検討, ', `検討, "${word}", `) + booklet : text,
      ),
    );
    const origin = originOf('edition.yaml', 'booklet', 'legend', 'plan_words', originKey(word));
    const column = booklet.indexOf('意味') + 1;
    expect(value?.locate(origin)?.start.column).toBe(column);
  });
});
