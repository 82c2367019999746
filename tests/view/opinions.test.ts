import { describe, expect, test } from 'vitest';
import type { Labels, Program } from '../../src/content/edition.ts';
import { originOf } from '../../src/content/edition.ts';
import { hyoka3Tables } from '../../src/view/hyoka3.ts';
import { opinionNarratives } from '../../src/view/opinions.ts';
import type { Narrative, ViewOptions } from '../../src/view/types.ts';
import { edition, measure, program } from '../helpers/edition.ts';

const { labels } = edition([]);
const FILE = 'measures/1-1.yaml';

function narrativesOf(opinion: Program['opinion'], change: Partial<Labels> = {}): readonly Narrative[] {
  return opinionNarratives(opinion, { ...labels, ...change }, (...path) =>
    originOf(FILE, 'opinion', ...path),
  );
}

/** Every paragraph as a line: a heading in its brackets, space as —. */
function linesOf(narratives: readonly Narrative[]): string[] {
  return narratives.flatMap(({ paragraphs }) =>
    paragraphs.map((each) => (each.kind === 'space' ? '—' : each.spans.map(({ text }) => text).join('|'))),
  );
}

describe('opinionNarratives', () => {
  test('one text is one narrative, as typed', () => {
    const narratives = narrativesOf('【評価】良い。\n続けられたい。');
    expect(linesOf(narratives)).toEqual(['【評価】|良い。', '続けられたい。']);
    expect(narratives.map(({ origin }) => origin)).toEqual([`${FILE}#opinion`]);
  });

  test('one opinion has no number', () => {
    expect(linesOf(narrativesOf([{ text: '工夫されたい。', reply: '検討する。' }]))).toEqual([
      '【意見】',
      '工夫されたい。',
      '【市の考え方】',
      '検討する。',
    ]);
  });

  test('several have numbers and half a line between them', () => {
    const list = [
      { by: '委員', text: '一\n二', reply: '三' },
      { text: '四' },
      { by: '部会', text: '五', reply: '六' },
    ];
    expect(linesOf(narrativesOf(list))).toEqual([
      ...['【意見1　委員】', '一', '二', '【市の考え方1】', '三'],
      ...['—', '【意見2】', '四'],
      ...['—', '【意見3　部会】', '五', '【市の考え方3】', '六'],
    ]);
  });

  test.each([undefined, '', '　\n'])('a reply of %j prints nothing', (reply) => {
    expect(linesOf(narrativesOf([{ text: '一', reply }]))).toEqual(['【意見】', '一']);
  });

  test('the edition has the words', () => {
    const change = { opinion_text: 'ご意見', reply: '見解' };
    expect(linesOf(narrativesOf([{ text: '一', reply: '二' }], change))).toEqual([
      '【ご意見】',
      '一',
      '【見解】',
      '二',
    ]);
  });

  test('headings are bold and stay with the next line', () => {
    const [heading] = narrativesOf([{ text: '一' }]);
    expect(heading?.paragraphs).toEqual([{ kind: 'heading', spans: [{ text: '【意見】', bold: true }] }]);
  });

  test('every narrative says where it was typed', () => {
    const list = [{ by: '委員', text: '一', reply: '二' }, { text: '三' }];
    expect(narrativesOf(list).map(({ origin }) => origin)).toEqual([
      `${FILE}#opinion/0/by`,
      `${FILE}#opinion/0/text`,
      'edition.yaml#labels/reply',
      `${FILE}#opinion/0/reply`,
      'edition.yaml#labels/opinion_text',
      `${FILE}#opinion/1/text`,
    ]);
  });

  test('an empty list is nothing', () => {
    expect(narrativesOf([])).toEqual([]);
  });
});

describe('room to write', () => {
  const blank = (opinion: Program['opinion'], options?: ViewOptions) => {
    const [block] = hyoka3Tables(edition([measure('1-1', program({ opinion }))]), options).section(0).body;
    const rows = block?.data.rows as readonly { opinion: readonly { blank: readonly object[] }[] }[];
    return rows.at(-1)?.opinion[0]?.blank.length;
  };

  test.each(['', ' \n　', []])('is left for the opinion %j where a paper wants it', (opinion) => {
    expect(blank(opinion, { opinionBlank: true })).toBe(1);
    expect(blank(opinion)).toBe(0);
  });

  test.each(['良い。', [{ text: '良い。' }]])('is not left where there is an opinion', (opinion) => {
    expect(blank(opinion, { opinionBlank: true })).toBe(0);
  });
});
