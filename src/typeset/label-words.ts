/**
 * Words that BudouX does not know or takes apart, for breaking labels: 障がい|児, not 障が|い児. Only a preference:
 * a word that is missing here breaks less prettily; add it.
 */

/** Words: a label breaks before and after them rather than inside. */
const words =
  '障がい 子ども こども 子育て支援 子育て づくり 子育て支援課 居場所 のびのび ひとり親 赤ちゃん 妊産婦 保護者 ' +
  'オンブズ パーソン スクール ソーシャル ワーカー ワーク ファミリー サポート センター ネットワーク キャンペーン ' +
  'ボランティア コミュニティ カウンセラー カウンセリング コーディネーター プログラム イベント グループ ホームページ ' +
  'ポータル サイト アプリ メール マニュアル ガイド ブック リーフレット パンフレット ショート ステイ トワイライト ' +
  'ケース ケア プラン ヘルプ ヘルパー サービス クラブ クラス アンケート オンライン ライフ バランス';

/** Compound particles: they stay whole and with the word before them. */
const particles =
  'による によって によらない に関する に関して について における において に対する に対して に向けた に係る に伴う に応じた ' +
  'に基づく にとって とともに として としての のための への';

/** What the table says of the place before a character. */
export type WordPlace = 'edge' | 'inside' | 'before-particle';

type Entry = { readonly text: string; readonly before: 'edge' | 'before-particle' };

const entries: readonly Entry[] = [
  ...words.split(' ').map((text): Entry => ({ text, before: 'edge' })),
  ...particles.split(' ').map((text): Entry => ({ text, before: 'before-particle' })),
].sort((a, b) => b.text.length - a.text.length);

const byFirst = new Map<string, Entry[]>();
for (const entry of entries) {
  const first = entry.text.charAt(0);
  byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
}

/**
 * Finds the words of the table in a text, longest first, without overlaps.
 *
 * @returns what stands before each UTF-16 unit, where a word has something to say
 */
export function findWords(text: string): Map<number, WordPlace> {
  const places = new Map<number, WordPlace>();
  for (let index = 0; index < text.length; ) {
    const entry = byFirst
      .get(text.charAt(index))
      ?.find((candidate) => text.startsWith(candidate.text, index));
    if (!entry) {
      index++;
      continue;
    }
    places.set(index, entry.before);
    for (let inside = 1; inside < entry.text.length; inside++) places.set(index + inside, 'inside');
    index += entry.text.length;
    if (entry.before === 'edge') places.set(index, 'edge');
  }
  return places;
}
