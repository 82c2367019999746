/**
 * The closed list of units and counters (助数詞) that stay with the figure before them; the longest match counts.
 * One that is missing here only breaks less prettily: add it to its row.
 */
const counters = [
  // people and groups
  '人 人目 人分 人以上 人以下 人未満 名 名分 世帯 家庭 団体 組 組織 班 歳 歳児 歳児クラス 歳代 歳未満 歳以上 か月児 カ月児 ヶ月児',
  '年生 学年 学級 クラス 期生 児童 親子 子',
  // occurrences and things
  '件 件目 件分 回 回目 回分 回以上 度 度目 例 事例 項目 種 種類 点 品 品目 冊 部 枚 通 台 本 個 箱 着 足 袋 食 杯 匹 羽 頭 棟 戸 軒',
  '講座 教室 コース 事業 施策 地区 地域 区画 区 市 町 村 県 都道府県 市町村 か国 カ国 ヶ国 ヵ国',
  // places
  'か所 カ所 ヶ所 ヵ所 ヵ年 箇所 ヶ村 機関 校 校区 園 館 室 施設 事業所 会場 店 店舗 社 拠点 支所 地点 席 床 区分',
  // time
  '年 年度 年度末 年間 年目 年度目 年分 年前 年後 年以上 年以内 か年 カ年 ヶ年 月 月末 月分 月期 か月 カ月 ヶ月 ヵ月 箇月 か月間 カ月間 ヶ月間',
  '日 日間 日目 日分 日以内 日前 日後 週 週間 週目 時 時間 時間目 時間分 時半 分 分間 秒 秒間 泊 期 期間 期目 学期 四半期 世紀 年代 代',
  // money and amounts
  '円 銭 千円 万円 百万円 億円 兆円 千人 万人 億人 千件 万件 万 億 千 兆 ポイント ドル',
  // ratios and measures
  '割 割引 分の 倍 倍増 ％ % パーセント ‰ ℃ 度 段階 階 階建 畳 坪 平方メートル 立方メートル メートル キロ キロメートル センチ ミリ グラム キログラム トン リットル',
  'km m cm mm kg g mg t ha a m² m³ ㎡ ㎥ ㎞ ㎏ ㎝ ㎜ L l mL ml dL kW kWh W MB GB TB KB 人/日 人/年 回/年 回/月 件/年 円/月 円/年',
  // order
  '号 号線 号棟 条 項 章 節 款 目 番 番目 番地 番街 丁目 位 級 類 次 巻 版 頁 ページ 行 列 段 語 文字 つ つ目',
].flatMap((row) => row.split(' '));

type Node = { ends: boolean; readonly next: Map<string, Node> };

const root = plant(counters);

/**
 * Matches the longest counter in a row of characters.
 *
 * @param at the character at an index, undefined past the end
 * @returns the index after the counter, or `start` where none stands
 */
export function skipCounter(at: (index: number) => string | undefined, start: number): number {
  let end = start;
  let node: Node | undefined = root;
  for (let index = start; node; index++) {
    const character: string | undefined = at(index);
    if (node.ends && !(isLetter(at(index - 1)) && isLetter(character))) end = index;
    node = character === undefined ? undefined : node.next.get(character);
  }
  return end;
}

/** `5 m` is a length, `5 members` is not. */
function isLetter(character: string | undefined): boolean {
  return character !== undefined && /^[A-Za-z]$/.test(character);
}

function plant(words: readonly string[]): Node {
  const top: Node = { ends: false, next: new Map() };
  for (const word of words) {
    let node = top;
    for (const character of word) {
      const next = node.next.get(character) ?? { ends: false, next: new Map() };
      node.next.set(character, next);
      node = next;
    }
    node.ends = true;
  }
  return top;
}
