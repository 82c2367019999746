import { expect, test } from 'vitest';
import type { Edition } from '../../../src/content/edition.ts';
import { summary } from '../../../src/view/parts/summary.ts';
import type { SectionView } from '../../../src/view/types.ts';
import { edition, measure, program } from '../../helpers/edition.ts';
import { textsIn } from '../../helpers/view-texts.ts';

const ON: Pick<Edition, 'booklet'> = { booklet: { summary: { title: '総括' } } };

function sectionsOf(change: Partial<Edition> = {}): SectionView[] {
  const part = summary(edition([measure('1-1', program({ priority: true }))], { ...ON, ...change }));
  return Array.from({ length: part.sectionCount }, (_, index) => part.section(index));
}

test('each table is a section: caption and header stay with the rows and come again', () => {
  const sections = sectionsOf();
  expect(sections.map(({ opening }) => opening.map(({ template }) => template))).toEqual([
    ['part-heading', 'part-caption', 'summary-goals-header'],
    ['part-caption', 'summary-departments-header'],
    ['part-caption', 'summary-changes-header'],
    ['part-caption'],
  ]);
  expect(sections.map(({ reopening }) => textsIn(reopening[0])[0])).toEqual([
    '目標別の数（続き）',
    '担当課別の数（続き）',
    '実績の増減（数値のある指標の数）（続き）',
    'R6 の計画の語（指標の数）（続き）',
  ]);
  expect(sections[0]?.opening[0]?.anchor).toEqual({ id: 'part/summary', title: '総括', level: 1 });
});

test('the rows carry the edition’s names and the counts, the total comes last', () => {
  const [goals, departments] = sectionsOf();
  expect(goals?.body.map(textsIn)).toEqual([
    ['目標1　安心', '1', '1', '1', '1', '0', '0', '目標3', '0', '0', '0', '0', '0', '0'],
    ['合計', '1', '1', '1', '1', '0', '0'],
  ]);
  expect(departments?.body.map(textsIn)).toEqual([
    ['保育課', '1', '1', '1', '児童青少年課', '0', '0', '0'],
    ['合計', '1', '1', '1'],
  ]);
});

test('the headings say which years are compared', () => {
  expect(textsIn(sectionsOf()[2]?.opening[1])).toEqual(['R6 と R5 の比較', 'R6 と H30 の比較']);
});

test('in the first plan year there is one comparison', () => {
  const years = { baseline: 'H30', plan: ['R5', 'R6'], reporting: 'R5' };
  const changes = sectionsOf({ years })[2];
  expect(changes?.opening[1]?.template).toBe('summary-change-header');
  expect(textsIn(changes?.opening[1])).toEqual(['R5 と H30 の比較']);
  expect(changes?.body.map(({ template }) => template)).toEqual(['summary-change', 'summary-change-total']);
});

test('the plan words stand four to a row, none at the end, what is left over is blank', () => {
  const plan_words = ['検討', '準備', '実施', '継続', '拡充'];
  const [block] = sectionsOf({ plan_words })[3]?.body ?? [];
  expect(textsIn(block)).toEqual([
    ...['検討', '0', '準備', '0', '実施', '0', '継続', '1'],
    ...['拡充', '0', '—', '0'],
  ]);
  const rows = block?.data.rows as readonly { readonly blank: readonly object[] }[];
  expect(rows.map(({ blank }) => blank)).toEqual([[], [{ columns: 4 }]]);
});
