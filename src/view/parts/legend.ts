/** この表の見方: what the tables' columns and signs show, and what the plan words mean where the city says so. Pure. */
import type { LabelledState } from '../../content/cell-state.ts';
import { type Edition, originKey } from '../../content/edition.ts';
import { narrative } from '../narrative.ts';
import type { BlockView, Narrative, NarrativeParagraph, PartView, ViewText } from '../types.ts';
import { editionOrigin, editionText, labelText } from '../view-text.ts';
import { type PartTable, partOfTables } from './part-tables.ts';

/** A term and what it means. */
type Entry = { readonly term: ViewText; readonly meaning: ViewText };

/** Tables of terms under one heading, then the city's own notes. */
export function legend(edition: Edition): PartView {
  const words = wordEntries(edition);
  const tables = [
    table('表の欄', columnEntries(edition)),
    table('表の中のしるし', signEntries(edition)),
    ...(words.length > 0 ? [table('計画の語', words)] : []),
  ];
  return partOfTables(edition, 'legend', tables, noteBlocks(edition));
}

function table(caption: string, rows: readonly Entry[]): PartTable {
  return { caption, header: [], body: [{ template: 'legend', data: { rows } }] };
}

function columnEntries(edition: Edition): Entry[] {
  const { baseline, plan, reporting } = edition.years;
  const planYears = plan.length === 1 ? plan[0] : `${plan[0]}〜${plan.at(-1)}`;
  return [
    entry(own('番号'), '計画で決まっている事業の番号です。番号が飛んでいるところもあります。'),
    entry(
      own('事業名称(担当課)'),
      '事業の名前と、かっこの中に担当課です。内訳がある事業では、名前の下に①、②…と示します。',
    ),
    entry(own('事業の内容'), '事業で行うことです。一つの事業に二つ以上あるときは、欄を分けて示します。'),
    entry(
      own('参考指標'),
      '事業の内容ごとの指標です。一つの内容に二つ以上あるときもあります。終わりのかっこの中は、数値の単位です。',
    ),
    entry(
      editionText(`実績（${baseline}）`, 'years', 'baseline'),
      `計画が始まる前の実績です。数値か計画の語で示し、どちらもないときは「${edition.labels.none}」とします。`,
    ),
    entry(
      editionText(`計画(年度)/実績（${planYears}）`, 'years', 'plan'),
      '年度ごとに、上の行が計画の語、下の行が実績の数値です。実績は、数値のある指標だけに示します。',
    ),
    entry(
      labelText(edition, 'result'),
      `「結果(年度)」（${reporting}）の上の段です。${reporting} の結果の説明を記します。`,
    ),
    entry(
      labelText(edition, 'opinion'),
      `「結果(年度)」（${reporting}）の下の段です。意見と市の考え方を記します。意見がまだないときは空いています。`,
    ),
  ];
}

/** The signs in the table, by the label that each prints. */
const SIGNS: Readonly<Record<LabelledState | 'priority' | 'continued', string>> = {
  priority: '重点事業です。担当課の下に付きます。',
  none: '計画が始まる前の実績、またはその年度の計画の語がありません。',
  unreported: '報告の時期が来ている数値が、まだ報告されていません。',
  continued: '前のページから続いています。',
};

function signEntries(edition: Edition): Entry[] {
  return Object.entries(SIGNS).map(([name, meaning]) =>
    entry(labelText(edition, name as keyof typeof SIGNS), meaning),
  );
}

/** Only the words the city has explained, in the order of the vocabulary. */
function wordEntries({ plan_words, booklet }: Edition): Entry[] {
  const meanings = booklet.legend?.plan_words ?? {};
  return plan_words.flatMap((word, index) => {
    if (!Object.hasOwn(meanings, word)) return [];
    const origin = ['booklet', 'legend', 'plan_words', originKey(word)];
    const meaning = editionText(meanings[word] as string, ...origin);
    return [{ term: editionText(word, 'plan_words', index), meaning }];
  });
}

function entry(term: ViewText, meaning: string): Entry {
  return { term, meaning: own(meaning) };
}

/** The legend's own words. */
function own(words: string): ViewText {
  return editionText(words, 'booklet', 'legend');
}

/** The notes, a block for each paragraph, so that they may go on on the next page. */
function noteBlocks({ booklet }: Edition): BlockView[] {
  const notes = booklet.legend?.notes ?? '';
  if (notes === '') return [];
  const { paragraphs, origin } = narrative(notes, editionOrigin('booklet', 'legend', 'notes'));
  return groups(paragraphs).map((group, index) => {
    const text: Narrative = { paragraphs: group, origin };
    return { template: index === 0 ? 'legend-note-first' : 'legend-note', data: { text } };
  });
}

/** A heading goes with what follows it, an empty line with what precedes it. */
function groups(paragraphs: readonly NarrativeParagraph[]): NarrativeParagraph[][] {
  const found: NarrativeParagraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last && (paragraph.kind === 'space' || before?.kind === 'heading')) last.push(paragraph);
    else found.push([paragraph]);
  }
  return found;
}
