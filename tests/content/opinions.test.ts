/** 会議意見 as one text, or one by one with the city's replies. */
import { describe, expect, test } from 'vitest';
import { jsonSchemas, loadEdition } from '../../src/content/index.ts';
import { baseFiles, worldOf } from './memory.ts';

/** The base edition, its first program with this opinion. */
function load(opinion: string) {
  const files = baseFiles((text, file) =>
    file === 'measures/1-1.yaml' ? text.replace('    opinion: ""\n', opinion) : text,
  );
  return loadEdition(worldOf(files), 'content/R6');
}

const opinionOf = (typed: string) => load(typed).value?.edition.measures[0]?.programs[0]?.opinion;

const LIST = `    opinion:
      - by: 委員
        text: |
          周知の方法を工夫されたい。

          ・子どもの声を聞くこと
        reply: 広報に載せる。
      - text: 来年度も続けられたい。
`;

describe('the opinion of a program', () => {
  test('is a text', () => {
    expect(opinionOf('    opinion: |\n      工夫されたい。\n      続けられたい。\n')).toBe(
      '工夫されたい。\n続けられたい。',
    );
  });

  test('is a list of opinions with replies, every text as typed', () => {
    expect(opinionOf(LIST)).toEqual([
      {
        by: '委員',
        text: '周知の方法を工夫されたい。\n\n・子どもの声を聞くこと',
        reply: '広報に載せる。',
      },
      { text: '来年度も続けられたい。' },
    ]);
  });

  test.each([
    ['an empty text', '    opinion: ""\n', ''],
    ['an empty list', '    opinion: []\n', []],
    [
      'a reply that is not there yet',
      '    opinion: [{ text: 意見, reply: "" }]\n',
      [{ text: '意見', reply: '' }],
    ],
  ])('may be %s', (_, typed, expected) => {
    expect(load(typed).diagnostics).toEqual([]);
    expect(opinionOf(typed)).toEqual(expected);
  });

  test('tells where each of its texts was typed', () => {
    const { locate } = load(LIST).value as NonNullable<ReturnType<typeof load>['value']>;
    const at = (path: string, character?: string) => {
      const { start } = locate(`measures/1-1.yaml#programs/0/opinion/${path}`, character);
      return `${start.line}:${start.column}`;
    };
    expect([at('0/by'), at('0/text'), at('0/reply'), at('1/text')]).toEqual([
      '22:13',
      '23:15',
      '27:16',
      '28:15',
    ]);
    expect(at('0/text', '声')).toBe('26:16');
    expect(at('0/reply', '載')).toBe('27:19');
  });
});

describe('what a clerk is told', () => {
  const told = (opinion: string) =>
    load(opinion).diagnostics.map(({ message, hints }) => [message, ...(hints ?? [])]);

  test('who forgot the dash', () => {
    expect(told('    opinion:\n      text: 工夫されたい。\n')).toEqual([
      [
        '文字列、「-」または [ ] の並びを書くところに、項目「text」のまとまりがあります。',
        '意見が一つだけでも、先頭に「- 」を付けて「- text: …」から始めてください。',
      ],
    ]);
  });

  test('who wrote the opinions without their key', () => {
    expect(told('    opinion:\n      - 工夫されたい。\n      - |\n        一\n        二\n')).toEqual([
      [
        '項目のまとまりを書くところに、文字列「工夫されたい。」があります。',
        '「- text: 工夫されたい。」と、「text: 」を付けて書いてください。',
      ],
      [
        '項目のまとまりを書くところに、文字列「一…」があります。',
        '「- text: |」と、「text: 」を付けて書いてください。',
      ],
    ]);
  });

  test('who left everything out', () => {
    expect(told('    opinion:\n')).toEqual([
      [
        '文字列、「-」または [ ] の並びを書くところに、空（null）があります。',
        '何も書かないなら「""」と書いてください。',
      ],
    ]);
  });

  test('who slipped in a key', () => {
    expect(told('    opinion: [{ text: 意見, replay: 答え }]\n')).toEqual([
      ['項目「replay」は「opinion」の中では使えません。', '「reply」ではありませんか。'],
    ]);
  });

  test('who answered nothing', () => {
    expect(told('    opinion: [{ reply: 答え }]\n')).toEqual([
      ['「opinion」の中に項目「text」がありません。', '「text: …」を書き足してください。'],
    ]);
  });
});

describe('the words above opinions and replies', () => {
  const labels = (typed: string) => {
    const files = baseFiles((text) => text.replace('  opinion: 会議意見\n', `  opinion: 会議意見\n${typed}`));
    return loadEdition(worldOf(files), 'content/R6').value?.edition.labels;
  };

  test('need not be typed', () => {
    expect(labels('')).toMatchObject({ opinion_text: '意見', reply: '市の考え方' });
  });

  test('are the edition’s where it has some', () => {
    expect(labels('  opinion_text: ご意見\n  reply: 区の見解\n')).toMatchObject({
      opinion_text: 'ご意見',
      reply: '区の見解',
    });
  });
});

describe('JSON Schemas', () => {
  const loaded = load('    opinion: ""\n').value;
  const [edition, measure] = loaded ? jsonSchemas(loaded.edition).map(({ schema }) => schema) : [];

  test('name the defaults of the labels and do not require them', () => {
    const text = JSON.stringify(edition);
    expect(text).toContain('"default":"市の考え方"');
    expect(text).toContain('"required":["goal","measure","priority","result","opinion","none"');
  });

  test('know both ways to write opinions', () => {
    const text = JSON.stringify(measure);
    for (const key of ['by', 'text', 'reply'])
      expect(text).toMatch(new RegExp(`"${key}":\\{.*?"description":"`));
    expect(text).toContain('"required":["text"],"additionalProperties":false');
  });
});
