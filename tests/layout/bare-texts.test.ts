import { expect, test } from 'vitest';
import { ascribe } from '../../src/layout/bare-texts.ts';
import type { Narrative, ViewText } from '../../src/view/types.ts';
import { leaf } from '../boxes/sample.ts';

const text = (value: string, origin = value): ViewText => ({ text: value, origin });
const narrative: Narrative = {
  origin: 'result',
  paragraphs: [
    { kind: 'space' },
    {
      kind: 'text',
      spans: [
        { text: '【課題】', bold: true },
        { text: '周知', bold: false },
      ],
    },
  ],
};

/** What leaves of these sources are found to say, in data that holds these texts. */
function said(
  sources: readonly (string | ViewText)[],
  texts: readonly unknown[],
  own: readonly string[] = [],
) {
  const leaves = sources.map((source) => ({ ...leaf('字', 50), source }));
  return ascribe(leaves, { deep: { texts } }, (word) => own.includes(word)).map(({ says }) => says);
}

test('a bare string says the text of the view that it is', () => {
  const heading = text('目標1');
  expect(said(['目標1', '番号', heading], [heading])).toEqual([heading, undefined, undefined]);
});

test('a stretch of a narrative says the narrative', () => {
  expect(said(['周知', '【課題】', '【課題】周知'], [narrative])).toEqual([narrative, narrative, undefined]);
});

test('texts alike are said once each before one is said again, and last those that are set themselves', () => {
  const alike = ['a', 'b', 'c'].map((origin) => text('継続', origin));
  const [a, b, c] = alike;
  expect(said(['継続', b as ViewText, '継続', '継続', '継続'], alike)).toEqual([a, undefined, c, b, b]);
});

test('a word that is written in a template is its own, whatever the data says', () => {
  expect(said(['継続', '実施'], [text('継続'), text('実施')], ['継続'])).toMatchObject([
    undefined,
    { text: '実施' },
  ]);
});
