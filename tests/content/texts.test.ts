/** Slips inside texts: what is told of, and what looks like one and is none. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { textFindings } from '../../src/content/texts.ts';
import type { YamlValue } from '../../src/yaml/index.ts';
import { ROOT } from '../helpers/sources.ts';

/** What is found in a text of any length, and at what in it. */
function slipsIn(text: string, key = 'result'): [code: string, at: unknown][] {
  return textFindings({ programs: [{ [key]: text }] } as unknown as YamlValue).map(
    ({ where, diagnostic }) => [diagnostic.code, typeof where === 'object' ? where.character : where],
  );
}

const hintOf = (text: string) =>
  textFindings({ programs: [{ result: text }] } as unknown as YamlValue)[0]?.diagnostic.hints.join('');

describe('notes to colleagues', () => {
  test.each([
    ['増えた。\n# 課長確認待ち\n', '# 課長確認待ち'],
    ['増えた。\n  ＃　数字を差し替える', '＃　数字を差し替える'],
    ['増えた。 # 要確認', '# 要確認'],
    ['増えた。＃要確認\n減った。', '＃要確認'],
    ['増えた。#課長確認待ち', '#課長確認待ち'],
    ['12件 # 12/3に要確認', '# 12/3に要確認'],
    ['増えた。 // 要確認', '// 要確認'],
    ['// 課長に聞く\n増えた。', '// 課長に聞く'],
    ['／／ 課長に聞く\n増えた。', '／／ 課長に聞く'],
    ['増えた//TODO', '//TODO'],
    ['新規は48件（要確認）であった。', '（要確認）'],
    ['増えた。※数字は要確認', '※数字は要確認'],
    ['<!-- 後で -->\n増えた。', '<!-- 後で -->'],
    ['増えた。 /* 後で */', '/* 後で */'],
    ['## 実績\n増えた。', '## 実績'],
  ])('%j', (text, at) => {
    expect(slipsIn(text)).toEqual([['memo-in-text', at]]);
  });

  test.each([
    'https://www.city.koganei.lg.jp/#top を見た。',
    'http://example.jp//a と file:///c を見た。',
    'C# と F# を学んだ。C# を学んだ。',
    '#子育て #小金井市 の投稿が増えた。',
    '投稿\n#子育て\n#こども家庭センター',
    '短縮番号 #8000 と ＃9110、# 7119 を知らせた。',
    'アンケートの問#3',
    '共有 //server/share に置いた。',
    '＼＼申込受付中／／',
    '確認中の件数は3件、未確認の件数は2件。',
    '要確認事項を定めた。',
    '1／3、77機関／77機関、10/3',
    '※ 数字は延べ数',
  ])('are not %j', (text) => {
    expect(slipsIn(text)).toEqual([]);
  });

  test('are found in texts of one line too, but not in words', () => {
    expect(slipsIn('虐待対応事業 # 仮の名前', 'name')).toEqual([['memo-in-text', '# 仮の名前']]);
    expect(textFindings({ departments: ['保育課 # 旧'] })).toEqual([]);
  });
});

describe('brackets without their other half', () => {
  test.each([
    ['【実績\n増えた。', '【実績'],
    ['【実績\n増えた】。', '【実績'],
    ['実績】\n増えた。', '実績】'],
    ['「権利学習を行った。', '「権利学習を行った。'],
    ['権利学習」を行った。', '権利学習」'],
    ['（986人を対象とした。\n\n（453人）', '（986人を対象とし'],
    ['『「権利」学習を行った。', '『「権利」学習を行っ'],
    ['（「権利）学習', '「権利）学習'],
  ])('%j', (text, at) => {
    expect(slipsIn(text)).toContainEqual(['unpaired-bracket', at]);
  });

  test.each([
    '【実績】\n（986人)と[1]と｢権利｣と「『権利』学習（453人）」',
    '1）電話\n2) 面接\nア）来所\n（1）電話、（ア）面接',
    '（内訳\n・電話 20件\n・面接 28件）',
    '（うち 1) 電話、2) 面接）',
    '10＜20、＞、→',
    '”権利”と“権利',
  ])('are not in %j', (text) => {
    expect(slipsIn(text)).toEqual([]);
  });

  test('are told once, however many there are', () => {
    expect(slipsIn('【（\n'.repeat(50_000))).toEqual([['unpaired-bracket', '【（']]);
    expect(slipsIn(`${'（'.repeat(90)}${'）'.repeat(90)}`)).toEqual([]);
  });

  test('say what to write', () => {
    expect(hintOf('【実績\n増えた。')).toBe('後に「】」を書き足すか、「【」を消してください。');
    expect(hintOf('権利学習」を行った。')).toBe('前に「「」を書き足すか、「」」を消してください。');
  });
});

describe('cells of a spreadsheet', () => {
  test.each([
    ['"一行目。\n二行目。"\n', '"一行目。', '「一行目。⏎二行目。」と、引用符を除いて書いてください。'],
    [
      '"一行目。\n""権利""学習。"',
      '"一行目。',
      '「一行目。⏎"権利"学習。」と、引用符を除いて書いてください。',
    ],
    ['前の行。\n"一行目。\n二行目。"\n後の行。', '"一行目。', '「一行目。⏎二行目。」'],
    ['"増えた。"', '"増えた。"', '「増えた。」と、引用符を除いて書いてください。'],
    ['""権利""学習', '""権利""学習', '「"権利"学習」'],
    ['"一行目。\n二行目。', '"一行目。', '「一行目。⏎二行目。」'],
  ])('%j', (text, at, hint) => {
    expect(slipsIn(text)).toEqual([['pasted-quotes', at]]);
    expect(hintOf(text)).toContain(hint);
  });

  test.each(['"権利"と"学習"', '"権利"学習', '5"の画面', 'ディスプレイは"大"'])('are not %j', (text) => {
    expect(slipsIn(text)).toEqual([]);
  });
});

describe('lines broken in mid-sentence', () => {
  test.each([
    [
      '新規相談件数は48件。子どもが初回から、\n直接相談に来るケースが半数以上を占めた。',
      '子どもが初回から、直接相談に来るケースが半数以上を占めた。',
    ],
    ['市内の小学校の6年生を\n対象に行った。', '市内の小学校の6年生を対象に行った。'],
    ['新規相談件数の増加に伴い実施\nした。', '新規相談件数の増加に伴い実施した。'],
    ['相談の受付は令和4年9月に始まり、令和6\n年度で3年目となる。', '令和6年度で3年目となる。'],
    ['市立小学校の全校で「子どもの権\n利学習」を行った。', '「子どもの権利学習」を行った。'],
    ['総活動回数は231件であった。また、次年度は市立中学\n校の全校で行う。', '市立中学校の全校で行う。'],
    ['the Convention on the Rights of the Child,\nand the plan に基づく。', 'Child, and the plan'],
  ])('%j', (text, joined) => {
    expect(slipsIn(text).map(([code]) => code)).toEqual(['broken-lines']);
    expect(hintOf(text)).toContain(joined);
  });

  test('are told once a text, with how many there are', () => {
    const [found, ...others] = textFindings({
      programs: [
        {
          result:
            '新規相談件数は48件。子どもが初回から直接相談に来るケー\nスが半数以上を占め、その他初回が大人の相談についても、子\nども自身から話を聞く活動を心掛けた。',
        },
      ],
    } as unknown as YamlValue);
    expect(others).toEqual([]);
    expect(found?.diagnostic.message).toContain('など 2 か所で');
  });

  test.each([
    '来館者数（人）　88,791人\n開館延長時の利用者数（人）　21,427人\n令和6年度の事業も行えた。',
    '産後ケア利用実績\n日帰り利用者延べ数：534人（前年比 125 %）',
    '児童虐待防止キャンペーンの実施について\n昨年度と同じく、駅前で配った。',
    '【相談・救済】\n相談の受付を始めた。',
    '関係機関との連携を強化すること\n周知を図ること',
    '相談・支援の内容に応じた子どもの居場所\n・児童館\n・学童保育所',
    '主な対象は次の子ども\n①小学生\n②中学生',
    '子どもの居場所づくりに関する相談件数\n　前年度より増えた。',
    '児童青少年課が行ったもの\nこども家庭センターが行ったもの',
    '第一段落はここで終わる。\n第二段落はここから始まる。',
    '保育園、\n幼稚園、\n学童保育所',
    'すべての子どもに\n\n次年度も行う。',
  ])('are not in %j', (text) => {
    expect(slipsIn(text)).toEqual([]);
  });

  test('every paragraph of the sample edition that is broken at a width is told, and none as it is', () => {
    const texts = readdirSync(`${ROOT}content/R6/measures`).flatMap((name) => {
      const { programs } = parse(readFileSync(`${ROOT}content/R6/measures/${name}`, 'utf8')) as {
        programs: { result: string }[];
      };
      return programs.map(({ result }) => result);
    });
    expect(texts.flatMap((text) => slipsIn(text))).toEqual([]);
    for (const width of [24, 32, 40]) {
      const long = texts.flatMap((text) =>
        text.split('\n').filter((line) => line.length > 3 * width && line.endsWith('。')),
      );
      const told = long.filter((line) =>
        slipsIn(line.replaceAll(new RegExp(`.{${width}}`, 'g'), '$&\n')).some(
          ([code]) => code === 'broken-lines',
        ),
      );
      expect(long.length).toBeGreaterThan(5);
      expect(told).toEqual(long);
    }
  });
});
