/** What is printed anyway and was typed as well: told with what to type instead, and nothing told that only looks so. */
import { describe, expect, test } from 'vitest';
import { ownNumber, unwrapped } from '../../src/content/doubled.ts';
import { loadEdition, loadMeeting } from '../../src/content/index.ts';
import { baseFiles, worldOf } from './memory.ts';

const MEETING = 'content/R6/agendas/2026-11-22.yaml';
const MEETING_TEXT = `format: 1
date: 令和8年11月22日（日）
meeting: 子ども・子育て会議
number: 第3回
items: [開会, 評価について]
papers:
  - number: 資料3
    title: 進捗状況評価
`;

const OPINION = 'opinion:\n      - text: 続けられたい。\n        reply: 続ける。';

/** The base with opinions one by one and a meeting, changed in one place. */
function told(from: string, to: string): string[] {
  const files: Record<string, string> = {
    ...baseFiles((text) => text.replace('opinion: ""', OPINION)),
    [MEETING]: MEETING_TEXT,
  };
  const file = Object.keys(files).find((name) => files[name]?.includes(from));
  if (file === undefined) throw new Error(`not in any file: ${from}`);
  files[file] = (files[file] ?? '').replace(from, to);
  const world = worldOf(files);
  const { value, diagnostics } = loadEdition(world, 'content/R6');
  const meeting = value ? loadMeeting(world, 'content/R6', value, MEETING).diagnostics : [];
  return [...diagnostics, ...meeting].map(
    ({ severity, code, hints }) => `${severity} ${code} ${hints.join('')}`,
  );
}

const only = (code: string, words: string) => [`error ${code} 「${words}」とだけ書いてください。`];

test('the files to begin with are right', () => {
  expect(told('format: 1', 'format: 1')).toEqual([]);
});

describe('a unit in brackets', () => {
  test.each([
    ...[
      '（回）',
      '(回)',
      '［回］',
      '"[回]"',
      '〔回〕',
      '【回】',
      '〈回〉',
      '＜回＞',
      '<回>',
      '「回」',
      '（(回)）',
      '"{回}"',
    ],
    ...['（回', '回）', '単位：回', '（単位:回）', '（ 回 ）'],
  ])('%s', (unit) => {
    expect(told('unit: 件', `unit: ${unit}`).filter((one) => one.startsWith('error'))).toEqual(
      only('doubled-brackets', '回'),
    );
  });

  test('with nothing in them', () => {
    expect(told('unit: 件', 'unit: （）')).toEqual(['error doubled-brackets この項目を消してください。']);
  });

  test.each(['回（延べ）', '（延べ）回', '（年）（延べ）', '人/年', '%', '単位'])('%s is none', (unit) => {
    expect(told('unit: 件', `unit: "${unit}"`)).toEqual([]);
  });

  test('and again behind the name', () => {
    expect(told('name: 相談件数', 'name: 相談件数（件）')).toEqual(only('doubled-words', '相談件数'));
    expect(told('name: 相談件数', 'name: 相談件数(件)')).toEqual(only('doubled-words', '相談件数'));
    expect(told('name: 相談件数', 'name: 相談件数（新規）')).toEqual([]);
  });
});

describe('a number before a title', () => {
  test.each([
    ...[
      '1-1. 相談の窓口',
      '1-1　相談の窓口',
      '１－１ 相談の窓口',
      '1-1相談の窓口',
      '（1-1）相談の窓口',
      '1-1：相談の窓口',
    ],
    ...[
      '施策1-1　相談の窓口',
      '1-2. 相談の窓口',
      '1. 相談の窓口',
      '（1）相談の窓口',
      '①相談の窓口',
      '１－１．相談の窓口',
    ],
  ])('measure %s', (title) => {
    expect(told('title: 相談の窓口', `title: ${title}`)).toEqual(only('doubled-number', '相談の窓口'));
  });

  test.each([
    ...[
      '1歳6か月児健診の充実',
      '1-1歳児の保育',
      '2-3歳児の保育',
      '2-3 歳児の保育',
      '1.5倍にする',
      '24時間の相談',
    ],
    ...[
      '（仮称）相談の窓口',
      '施策を進める',
      '施策1-1の対象',
      '1-1の対象',
      '施策1',
      '3か年の計画',
      '10代の居場所',
    ],
  ])('measure %s is none', (title) => {
    expect(told('title: 相談の窓口', `title: ${title}`)).toEqual([]);
  });

  test.each([
    '目標1　安心・安全',
    '目標１ 安心・安全',
    '目標1安心・安全',
    '基本目標1：安心・安全',
    '1. 安心・安全',
    '1　安心・安全',
    '①安心・安全',
  ])('goal %s', (title) => {
    expect(told('title: 安心・安全', `title: "${title}"`)).toEqual(only('doubled-number', '安心・安全'));
  });

  test.each(['目標を持てる社会', '1歳からの安心', '1人ひとりの安心', '目標10年後の安心'])(
    'goal %s is none',
    (title) => {
      expect(told('title: 安心・安全', `title: ${title}`)).toEqual([]);
    },
  );

  test.each([
    '①虐待対応事業',
    '1.虐待対応事業',
    '1．虐待対応事業',
    '（1）虐待対応事業',
    '(1) 虐待対応事業',
    '１）虐待対応事業',
    '1　虐待対応事業',
    'No.1 虐待対応事業',
    '事業1 虐待対応事業',
    '⑴虐待対応事業',
    '❶虐待対応事業',
  ])('program %s', (name) => {
    expect(told('name: 虐待対応事業', `name: ${name}`)).toEqual(only('doubled-number', '虐待対応事業'));
  });

  test.each([
    '1歳6か月児健診',
    '1 歳児健診',
    '1.5次相談',
    '1日保育士体験',
    '5・6年生の学習',
    '24時間相談',
    '10代の相談',
    '3 歳児健診',
    '第1子の祝金',
    '事業所の支援',
  ])('program %s is none', (name) => {
    expect(told('name: 虐待対応事業', `name: ${name}`)).toEqual([]);
  });

  test('an item of an agenda and a paper', () => {
    for (const item of ['1. 開会', '１　開会', '（1）開会', '①開会', '議題1　開会'])
      expect(told('[開会', `[${item}`)).toEqual(only('doubled-number', '開会'));
    for (const item of ['1歳児の健診', '令和6年度の評価', '1 歳児の健診'])
      expect(told('[開会', `[${item}`)).toEqual([]);
    expect(told('title: 進捗', 'title: 資料３　進捗')).toEqual(only('doubled-number', '進捗状況評価'));
    expect(told('title: 進捗', 'title: 【資料3】進捗')).toEqual(only('doubled-number', '進捗状況評価'));
    expect(told('title: 進捗', 'title: 資料2の進捗')).toEqual([]);
  });
});

describe('words that are printed anyway', () => {
  test('the mark of the priority and the departments', () => {
    for (const words of ['＜重点事業＞', '（重点事業）', '（保育課）', ' (保育課)'])
      expect(told('name: 虐待対応事業', `name: 虐待対応事業${words}`)).toEqual(
        only('doubled-words', '虐待対応事業'),
      );
    for (const words of ['（子育て支援課）', '（仮称）', '（重点事業の一部）'])
      expect(told('name: 虐待対応事業', `name: 虐待対応事業${words}`)).toEqual([]);
  });

  test('the headings of opinions', () => {
    for (const heading of ['【意見1】', '【意見１　委員】', '【意見】', '意見1：', '意見①', '（意見1）'])
      expect(told('続けられたい。', `${heading}続けられたい。`)).toEqual(
        only('doubled-words', '続けられたい。'),
      );
    for (const heading of ['【市の考え方1】', '市の考え方：', '【回答】'])
      expect(told('reply: 続ける。', `reply: ${heading}続ける。`)).toEqual(only('doubled-words', '続ける。'));
    for (const text of ['意見を聞き、', '意見1つとしても、', '【課題】', '（市の考え方を）'])
      expect(told('続けられたい。', `${text}続けられたい。`)).toEqual([]);
  });

  test('a draft, and which meeting it is', () => {
    expect(told('title: 進捗状況評価', 'draft: true\n    title: 進捗状況評価（案）')).toEqual(
      only('doubled-words', '進捗状況評価'),
    );
    expect(told('title: 進捗状況評価', 'title: 進捗状況評価（案）')).toEqual([]);
    expect(told('meeting: 子ども・子育て会議', 'meeting: 第3回　子ども・子育て会議')).toEqual(
      only('doubled-words', '子ども・子育て会議'),
    );
  });

  test('brackets round what is printed in brackets', () => {
    expect(told('subtitle: ""', 'subtitle: （第2期計画）')).toEqual(only('doubled-brackets', '第2期計画'));
    expect(told('continued:', 'opinion_text: 【ご意見】\n  continued:')).toEqual(
      only('doubled-brackets', 'ご意見'),
    );
    expect(told('[保育課,', '[（保育課）,').filter((one) => one.includes('doubled'))).toEqual(
      only('doubled-brackets', '保育課'),
    );
  });
});

test('parts belong into parts, without marks', () => {
  expect(told('name: 虐待対応事業', 'name: 虐待対応事業 ①訪問 ②面談')).toEqual([
    'warning parts-in-name 「name: 虐待対応事業」「parts: [訪問, 面談]」と分けて書いてください。',
  ]);
  expect(told('name: 虐待対応事業', 'name: 虐待対応事業①')).toEqual([]);
  for (const part of ['①訪問', '(1)訪問', '（１）訪問', '1. 訪問', '・訪問', '⑴訪問', '●訪問'])
    expect(told('[訪問,', `["${part}",`)).toEqual(['error numbered-part 「訪問」とだけ書いてください。']);
  for (const part of ['1歳児の訪問', '1.5次の訪問', '（仮称）訪問'])
    expect(told('[訪問,', `[${part},`)).toEqual([]);
});

test('one item that holds 、 may be two', () => {
  const [found = '', ...others] = told('[訪問, 面談]', '[訪問、面談]');
  expect(others).toEqual([]);
  expect(found).toMatch(/^warning crowded-item 「訪問」「面談」に分けるなら「\[訪問, 面談\]」と/);
  expect(told('[検討, 実施', '[検討、実施').some((one) => one.startsWith('warning crowded-item'))).toBe(true);
  expect(
    told('[保育課, 子育て支援課]', '[保育課、子育て支援課]').some((one) =>
      one.startsWith('warning crowded-item'),
    ),
  ).toBe(true);
  expect(told('[開会, 評価について]', '[開会、閉会]')).toHaveLength(1);
  expect(told('[開会, 評価について]', '[開会, 進捗、評価について]')).toEqual([]);
});

describe('a result that is due', () => {
  const RESULT = 'result: |\n      【相談】\n      前年度より減った。\n';
  test.each([
    'result: ""\n',
    'result: |\n\n',
    'result: "　"\n',
    'result: |\n      【相談】\n',
    "result: ' '\n",
  ])('is missing in %j', (typed) => {
    expect(told(RESULT, typed)).toEqual([
      'warning missing-result 「result: |」と書き、次の行から字下げして書いてください。',
    ]);
  });

  test('is none where nothing was planned for the year, nor while a figure is unreported', () => {
    expect(told('R6: { plan: null }', 'R6: { plan: 継続 }')).toHaveLength(1);
    expect(
      told('R6: { plan: null }', 'R6: { plan: null, actual: null }').some((one) =>
        one.includes('missing-result'),
      ),
    ).toBe(false);
  });
});

describe('helpers', () => {
  test.each([
    ['1-1. a', '1-1', '1-1. '],
    ['a', '1-1', undefined],
    ['A-1 a', 'A-1', 'A-1 '],
    ['Ａ－１　a', 'A-1', 'Ａ－１　'],
    ['10 a', '1', undefined],
    ['] a', ']', undefined],
    ['\\ a', '\\', undefined],
    ['^-1 a', '^-1', undefined],
    ['1(1 a', '1(1', undefined],
    ['', '', undefined],
  ])('the number of %j', (text, number, expected) => {
    expect(ownNumber(text, number, ['目標'])).toBe(expected);
  });

  test.each([
    ['(a)(b)', '(a)(b)'],
    ['((a))', 'a'],
    ['', ''],
    ['（', ''],
    ['a', 'a'],
  ])('%j without brackets', (text, expected) => {
    expect(unwrapped(text)).toBe(expected);
  });
});
