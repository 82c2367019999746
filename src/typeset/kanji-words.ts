/**
 * Where words meet inside a run of kanji: 放課後|児童|健全|育成|事業. Most words have two kanji, some take a suffix;
 * BudouX takes the whole run for one phrase. Only a preference: a wrong guess breaks a label less prettily.
 */

/** Kanji that end the word before them. */
const suffixes = new Set('者数会課部局室所館園校員率費度性化的式等別用後前児制法型権券書額料金');

/** Words that begin with such a kanji and are not to be taken apart. */
const beginningWithSuffix = new Set(
  '児童 会議 会員 会場 会計 部分 後期 後援 前期 前年 所管 所得 所在 用具 用品 数値 員数 性別 性的 化学 書類 料金 金額 法人 法律 権利 式典 度数 率先 書籍 校区 校外 校内 園児 園庭 室内 館内 課題 制度 別途 等級 額面 型式'.split(
    ' ',
  ),
);

/** Words of three kanji that the rule of two would take apart. */
const threeKanji = new Set(
  '要保護 要支援 要介護 未就学 未就園 未利用 未実施 不登校 非課税 小中学 中高生 再就職 新入学'.split(' '),
);

/**
 * The offsets inside a run of kanji at which a word begins, ascending, without 0.
 *
 * @param run kanji only, one string a character
 */
export function wordStarts(run: readonly string[]): number[] {
  const starts: number[] = [];
  // 等 leans on what stands before the run: センター等|利用者数.
  let index = run[0] === '等' ? 1 : wordEnd(run, 0);
  // One kanji left over belongs to the word before it.
  while (index < run.length - 1) {
    starts.push(index);
    index = wordEnd(run, index);
  }
  return starts;
}

function wordEnd(run: readonly string[], start: number): number {
  if (threeKanji.has(run.slice(start, start + 3).join(''))) return suffixEnd(run, start + 3);
  return suffixEnd(run, start + 2);
}

function suffixEnd(run: readonly string[], start: number): number {
  let end = start;
  while (suffixes.has(run[end] ?? '') && !beginningWithSuffix.has((run[end] ?? '') + (run[end + 1] ?? '')))
    end++;
  return end;
}
