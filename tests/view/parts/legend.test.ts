import { expect, test } from 'vitest';
import type { Edition } from '../../../src/content/edition.ts';
import { legend } from '../../../src/view/parts/legend.ts';
import type { SectionView } from '../../../src/view/types.ts';
import { edition, measure } from '../../helpers/edition.ts';
import { textsIn, viewTextsIn } from '../../helpers/view-texts.ts';

function sectionsOf(plan_words: Readonly<Record<string, string>>, notes: string): SectionView[] {
  const booklet: Edition['booklet'] = { legend: { title: '見方', plan_words, notes } };
  const part = legend(edition([measure('1-1')], { booklet, plan_words: ['検討', '準備', '継続'] }));
  return Array.from({ length: part.sectionCount }, (_, index) => part.section(index));
}

/** Terms and meanings by turns. */
function termsOf(section: SectionView | undefined): string[] {
  return section?.body.flatMap(textsIn).filter((_, index) => index % 2 === 0) ?? [];
}

test('explains every column and every sign by the edition’s own labels and years', () => {
  const [columns, signs, ...others] = sectionsOf({}, '');
  expect(termsOf(columns)).toEqual([
    '番号',
    '事業名称(担当課)',
    '事業の内容',
    '参考指標',
    '実績（H30）',
    '計画(年度)/実績（R5〜R6）',
    '結果の説明',
    '会議意見',
  ]);
  expect(termsOf(signs)).toEqual(['＜重点事業＞', '—', '（未報告）', '（続き）']);
  expect(others).toEqual([]);
});

test('explains only the plan words that the city has explained, in the order of the vocabulary', () => {
  const words = sectionsOf({ 継続: '続けること', 検討: '考えること' }, '')[2];
  expect(textsIn(words?.opening[0])).toEqual(['計画の語']);
  expect(words?.body.flatMap(textsIn)).toEqual(['検討', '考えること', '継続', '続けること']);
  expect(viewTextsIn(words?.body[0])[1]?.origin).toBe('edition.yaml#booklet/legend/plan_words/検討');
});

test('a plan word with a slash leads to its own line', () => {
  const booklet = { legend: { title: '見方', plan_words: { '継続/拡充': '意味' }, notes: '' } };
  const part = legend(edition([measure('1-1')], { booklet, plan_words: ['継続/拡充'] }));
  const [, meaning] = viewTextsIn(part.section(2).body[0]);
  expect(meaning?.origin).toBe('edition.yaml#booklet/legend/plan_words/継続%2F拡充');
});

test('the notes come last, a heading with what follows it, an empty line with what precedes it', () => {
  const notes = sectionsOf({}, '【甲】\n甲の文\n\n・乙\n丙')[2];
  expect(notes?.body.map(({ template }) => template)).toEqual([
    'legend-note-first',
    'legend-note',
    'legend-note',
  ]);
  expect(notes?.body.map(textsIn)).toEqual([['【甲】\n甲の文\n'], ['・乙'], ['丙']]);
  expect(notes?.opening).toEqual([]);
  expect(textsIn(notes?.reopening[0])).toEqual(['見方（続き）']);
});
