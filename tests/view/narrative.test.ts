import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrative } from '../../src/view/narrative.ts';
import type { NarrativeParagraph } from '../../src/view/types.ts';

const paragraphs = (text: string) => narrative(text, 'file#path').paragraphs;
const kinds = (text: string) => paragraphs(text).map(({ kind }) => kind);
const plain = (kind: 'text' | 'item', text: string) => ({ kind, spans: [{ text, bold: false }] });

test('a line is a paragraph, an empty line is space', () => {
  expect(paragraphs('一行目\n\n二行目\n')).toEqual([
    plain('text', '一行目'),
    { kind: 'space' },
    plain('text', '二行目'),
  ]);
});

test('【…】 alone is a heading', () => {
  expect(paragraphs('【課題】')).toEqual([{ kind: 'heading', spans: [{ text: '【課題】', bold: true }] }]);
});

test('【…】 at the start of a line is bold, the rest is not', () => {
  expect(paragraphs('【課題】認知度')).toEqual([
    {
      kind: 'text',
      spans: [
        { text: '【課題】', bold: true },
        { text: '認知度', bold: false },
      ],
    },
  ]);
});

test.each(['・', '①', '⑳', '㉑', '㉟', '㊱', '㊿'])('%s opens an item', (mark) => {
  expect(paragraphs(`${mark}項目`)).toEqual([plain('item', `${mark}項目`)]);
});

test.each([
  '本文【課題】',
  '【課題',
  '課題】',
  '【【課題】】',
  '-項目',
  '1. 項目',
  '# 見出し',
  '**太字**',
  '<b>',
  '{{x}}',
])('%s is plain text', (line) => {
  expect(paragraphs(line)).toEqual([plain('text', line)]);
});

test('empty lines at the end do not print, those at the start do', () => {
  expect(kinds('\n本文\n\n\n')).toEqual(['space', 'text']);
});

test('nothing typed is nothing printed', () => {
  expect(paragraphs('')).toEqual([]);
});

test('every character is printed once, in order', () => {
  const line = fc
    .array(fc.constantFrom('【', '】', '・', '①', '字', 'A', '　'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const typed = lines.join('\n');
      const printed = paragraphs(typed).map(textOf).join('\n');
      expect(printed).toBe(typed.replace(/\n+$/, ''));
    }),
  );
});

function textOf(paragraph: NarrativeParagraph): string {
  return paragraph.kind === 'space' ? '' : paragraph.spans.map(({ text }) => text).join('');
}
