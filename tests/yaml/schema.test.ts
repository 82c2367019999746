import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  checkSchema,
  figure,
  figureHints,
  Numeral,
  nearest,
  number,
  wholeNumber,
} from '../../src/yaml/index.ts';
import { documentOf, summary } from './read.ts';

const schema = z.strictObject({
  title: z.string(),
  size: number.optional(),
  mode: z.enum(['text', 'phrase']).optional(),
  either: z.union([z.strictObject({ a: z.string() }), z.array(z.string())]).optional(),
  list: z.array(z.strictObject({ name: z.string().min(1), 値: figure.optional() })).optional(),
});
const check = (text: string) => checkSchema(documentOf(text), schema);
const summaries = (text: string) => check(text).diagnostics.map(summary);

describe('checkSchema', () => {
  test('gives the value the schema makes', () => {
    expect(check('title: 題\nsize: 4.50\nlist: [{ name: a, 値: 4.10 }]\n').value).toEqual({
      title: '題',
      size: 4.5,
      list: [{ name: 'a', 値: '4.10' }],
    });
  });

  test.each([
    ['title: 題\ntitel: x\n', ['unknown-key 2:1']],
    ['titel: x\n', ['unknown-key 1:1']],
    ['size: 1\n', ['missing-key 1:1']],
    ['title: 2025\n', ['wrong-type 1:8']],
    ['title: 題\nsize: "4"\n', ['not-a-figure 2:7']],
    ['title: 題\nmode: texts\n', ['not-one-of 2:7']],
    ['title: 題\neither: 3\n', ['wrong-type 2:9']],
    ['title: 題\neither: { a: 3 }\n', ['wrong-type 2:14']],
    ['title: 題\neither: [a, 3]\n', ['wrong-type 2:13']],
    ['title: 題\neither: {}\n', ['missing-key 2:1']],
    ['title: 題\neither: { aa: x }\n', ['unknown-key 2:11']],
    ['title: 題\nlist:\n  - 値: 1\n  - name: a\n    値: ４\n', ['missing-key 3:5', 'not-a-figure 5:8']],
  ])('%j', (text, expected) => {
    expect(summaries(text)).toEqual(expected);
  });

  test('did you mean', () => {
    expect(check('title: 題\ntitel: x\n').diagnostics[0]?.hints.join()).toContain('title');
    expect(check('title: 題\nmode: texts\n').diagnostics[0]?.hints.join()).toContain('text');
  });

  test('an empty text is advised only where one may stand', () => {
    const hints = (rest: string) => check(`title: 題\n${rest}`).diagnostics[0]?.hints;
    expect(check('title:\n').diagnostics[0]?.hints).toEqual(['何も書かないなら「""」と書いてください。']);
    expect(hints('list: [{ name: }]\n')).toEqual(['半角の「:」と空白の後に、言葉を書いてください。']);
  });

  test('shows how a map is written where there is something else', () => {
    const hints = (rest: string) => check(`title: 題\n${rest}`).diagnostics[0]?.hints;
    expect(hints('list: [題]\n')).toEqual(['「{ name: …, 値: … }」のように書いてください。']);
    expect(check('- 題\n').diagnostics[0]?.hints).toEqual([
      '「title: …」「size: …」「mode: …」のように、項目の名前を付けて一つずつ書いてください。',
    ]);
    const record = z.strictObject({ years: z.record(z.string(), z.string()) });
    expect(checkSchema(documentOf('years: 題\n'), record).diagnostics[0]?.hints).toHaveLength(1);
  });

  test('stops at a hundred and says how many more', () => {
    const text = `title: 題\n${Array.from({ length: 130 }, (_, index) => `k${index}: 1\n`).join('')}`;
    const { diagnostics } = check(text);
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)?.code).toBe('more-problems');
    expect(diagnostics.at(-1)?.message).toContain('30');
  });

  test('problems of the text come along, and no value', () => {
    const result = checkSchema(documentOf('title: 題\nsize: { a: 1 }\ntitle: 題\n'), schema);
    expect(result.value).toBeUndefined();
    expect(result.diagnostics.map(summary)).toEqual(['duplicate-key 3:1', 'not-a-figure 2:7']);
  });
});

describe('figures', () => {
  test.each([
    [new Numeral('1e3'), '1000'],
    [new Numeral('0x1F'), '31'],
    [new Numeral('+5'), '5'],
    [new Numeral('007'), '7'],
    [new Numeral('-007'), '-7'],
    [new Numeral('5.'), '5'],
    [new Numeral('.5'), '0.5'],
    [new Numeral('-0'), '0'],
    [new Numeral('.nan'), 'null'],
    ['45', '45'],
    ['1,091', '1091'],
    ['１，０９１', '1091'],
    ['△5', '-5'],
    ['−5', '-5'],
    ['45件', '45'],
    ['45 回', '45'],
    ['1_000', '1000'],
    ['4.10', '4.10'],
  ])('%j should be typed as %s', (value, typed) => {
    expect(figureHints(value)[0]).toContain(typed === 'null' ? 'null' : `「${typed}」`);
  });

  test.each(['2,5', '45〜50', '', '9'.repeat(400), new Numeral('1e999')])(
    'what %j means is not guessed',
    (value) => {
      expect(figureHints(value)).toEqual(['「45」のように、半角の数字だけを書いてください。']);
    },
  );

  test.each([
    ['100人以上', '100', '以上'],
    ['約45', '45', '約'],
    ['１，０９１人程度', '1091', '程度'],
    ['50%未満', '50', '未満'],
    ['延べ300', '300', '延べ'],
  ])('%s: the word is neither the figure’s nor the unit’s', (value, typed, word) => {
    const hints = figureHints(value);
    expect(hints).toHaveLength(1);
    expect(hints[0]).toContain(`「${typed}」とだけ`);
    expect(hints[0]).toContain(`「${word}」`);
    expect(hints[0]).not.toContain('unit');
  });

  test.each(['未定', 'なし', '－', '—', '-', '調査中', '未報告', '（未報告）', '不明', 'N/A'])(
    '%s stands for null',
    (value) => {
      expect(figureHints(value)).toEqual(['数値がないなら null と書いてください。']);
    },
  );

  test('what cannot be said yet is not promised', () => {
    expect(figureHints('対象外')[0]).toContain('今の版にはありません');
  });

  test('a whole number is whole', () => {
    expect(wholeNumber.safeParse(new Numeral('3')).data).toBe(3);
    expect(wholeNumber.safeParse(new Numeral('3.5')).success).toBe(false);
    expect(wholeNumber.safeParse(new Numeral('-3')).success).toBe(false);
  });
});

describe('nearest', () => {
  const words = ['検討', '準備', '実施', '継続', '拡充', '維持', '漸増'];
  test.each([
    ['漸増加', '漸増'],
    ['実旋', '実施'],
    ['継続 ', '継続'],
    ['中止', undefined],
    ['', undefined],
  ])('%j → %j', (typed, meant) => {
    expect(nearest(typed, words)).toBe(meant);
  });

  test('width and case do not matter', () => {
    expect(nearest('Ｒ６', ['R5', 'R6'])).toBe('R6');
    expect(nearest('　title', ['title', 'table'])).toBe('title');
  });
});
