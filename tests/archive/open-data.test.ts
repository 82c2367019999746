import { describe, expect, test } from 'vitest';
import { openData } from '../../src/archive/open-data.ts';
import { textOf } from '../helpers/bag.ts';
import { readCsv } from '../helpers/csv.ts';
import { edition, indicator, measure, program } from '../helpers/edition.ts';

const book = edition([
  measure(
    '1-1',
    program({
      parts: ['電話', '面接'],
      departments: ['保育課', '児童青少年課'],
      priority: true,
      activities: [
        {
          description: '=内容',
          indicators: [
            indicator({
              name: '件数',
              unit: '件',
              baseline: { figure: '-3' },
              years: { R5: { plan: '継続', actual: '1091' }, R6: { plan: null, actual: null } },
            }),
            indicator({ name: '設置', baseline: { word: '継続' } }),
          ],
        },
      ],
      result: '【実績】\n・電話',
      opinion: '周知されたい。',
    }),
  ),
  measure('3-1', program({ opinion: [{ by: '委員', text: '意見一', reply: '答え一' }, { text: '意見二' }] })),
]);
const files = openData(book);

/** The rows of a table as records. */
function records(name: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(textOf(files.get(name)));
  return rows.map((cells) => {
    expect(cells).toHaveLength(head.length);
    return Object.fromEntries(head.map((key, index) => [key, cells[index] as string]));
  });
}

describe('指標.csv', () => {
  test('has a row for each indicator and year', () => {
    expect(records('指標.csv')).toHaveLength(3 * 3);
  });

  test('says of each row what it is', () => {
    const rows = records('指標.csv').slice(0, 6);
    expect(rows.map((row) => [row.参考指標, row.年度, row.行の種類, row.計画, row.実績])).toEqual([
      ['件数', 'H30', '計画前・実績', '', '-3'],
      ['件数', 'R5', '実績', '継続', '1091'],
      ['件数', 'R6', '未報告', '', ''],
      ['設置', 'H30', '計画前・言葉', '継続', ''],
      ['設置', 'R5', '計画のみ', '継続', ''],
      ['設置', 'R6', '計画のみ', '継続', ''],
    ]);
    expect(records('指標.csv').at(6)).toMatchObject({ 年度: 'H30', 行の種類: '計画前・記載なし' });
  });

  test('repeats what the row belongs to, one datum a cell', () => {
    expect(records('指標.csv')[0]).toMatchObject({
      年度版: 'R6',
      目標: '1',
      目標の題: '安心',
      施策: "'1-1",
      施策の題: '施策1-1の題',
      事業: '1',
      事業の名前: '事業',
      内訳1: '電話',
      内訳2: '面接',
      担当課1: '保育課',
      担当課2: '児童青少年課',
      重点事業: 'はい',
      内容の番号: '1',
      事業の内容: "'=内容",
      指標の番号: '1',
      単位: '件',
    });
    expect(records('指標.csv').at(-1)).toMatchObject({
      目標の題: '',
      内訳1: '',
      担当課2: '',
      重点事業: 'いいえ',
      単位: '',
    });
  });
});

test('文章.csv has a row for each text', () => {
  const rows = records('文章.csv').map((row) => [
    row.施策,
    row.文章の種類,
    row.文章の番号,
    row.だれの意見か,
    row.文章,
  ]);
  expect(rows).toEqual([
    ["'1-1", '結果の説明', '1', '', '【実績】\n・電話'],
    ["'1-1", '会議意見', '1', '', '周知されたい。'],
    ["'3-1", '会議意見', '1', '委員', '意見一'],
    ["'3-1", '市の考え方', '1', '', '答え一'],
    ["'3-1", '会議意見', '2', '', '意見二'],
  ]);
});

test('評価表.json is the edition as checked', () => {
  expect(JSON.parse(textOf(files.get('評価表.json')))).toEqual(book);
});

test('読み上げ用.txt says everything in sentences, in order', () => {
  const text = textOf(files.get('読み上げ用.txt'));
  expect(text.split('\r\n').join('\n')).not.toContain('\r');
  expect(text.split('\r\n').slice(0, 31)).toEqual([
    '計画　副題',
    '評価表3　令和6年度版',
    '小金井市　令和7年7月29日',
    '',
    '目標1　安心',
    '',
    '施策1-1　施策1-1の題',
    '',
    '事業1　事業',
    '重点事業です。',
    '内訳は、電話、面接です。',
    '担当課は、保育課、児童青少年課です。',
    '事業の内容:',
    '=内容',
    '参考指標「件数」:',
    '計画前の平成30年度の実績は、マイナス3件です。',
    '令和5年度の計画は、「継続」です。実績は、1,091件です。',
    '令和6年度の計画は、ありません。実績は、まだ報告されていません。',
    '参考指標「設置」:',
    '計画前の平成30年度の実績は、「継続」です。',
    '令和5年度の計画は、「継続」です。',
    '令和6年度の計画は、「継続」です。',
    '結果の説明:',
    '【実績】',
    '・電話',
    '会議の意見:',
    '周知されたい。',
    '',
    '目標3',
    '',
    '施策3-1　施策3-1の題',
  ]);
  expect(text).toContain(
    '会議の意見の1、委員:\r\n意見一\r\n意見の1への、市の考え方:\r\n答え一\r\n会議の意見の2:\r\n意見二\r\n',
  );
});

describe('a year after the reporting year, not yet due', () => {
  const years = { R5: { plan: '継続', actual: null }, R6: { plan: '継続', actual: null } };
  const counted = program({ activities: [{ description: '内容', indicators: [indicator({ years })] }] });
  const early = openData(
    edition([measure('1-1', counted)], { years: { baseline: 'H30', plan: ['R5', 'R6'], reporting: 'R5' } }),
  );

  test('has its plan only in the table', () => {
    const [, ...rows] = readCsv(textOf(early.get('指標.csv')));
    expect(rows.map((cells) => cells.slice(-4))).toEqual([
      ['H30', '計画前・記載なし', '', ''],
      ['R5', '未報告', '継続', ''],
      ['R6', '計画のみ', '継続', ''],
    ]);
  });

  test('is not called unreported when read aloud', () => {
    const lines = textOf(early.get('読み上げ用.txt')).split('\r\n');
    expect(lines.filter((line) => line.includes('報告されていません'))).toHaveLength(1);
    expect(lines).toContain('令和6年度の計画は、「継続」です。');
  });
});
