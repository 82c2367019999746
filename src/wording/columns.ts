/** What clerks call the columns that the theme knows by a key. */

/** Of the main table, as its head says. */
const MAIN: Readonly<Record<string, string>> = {
  number: '番号',
  name: '事業名称',
  description: '事業の内容',
  indicator: '参考指標',
  baseline: '計画前の実績',
  year: '年度',
  label: '結果の見出し',
  result: '結果の説明',
};

/** The other tables, by the beginning of their key. */
const TABLES: readonly (readonly [string, string])[] = [
  ['paper', '資料の見出し'],
  ['form', '意見記入用紙'],
  ['trends', '参考指標の推移'],
  ['legend', '表の見方'],
  ['summary', '総括'],
  ['index', '担当課別索引'],
];

/** Of the other tables, without the number of a column that comes several times. */
const OTHERS: Readonly<Record<string, string>> = {
  goal: '目標',
  measure: '施策',
  measures: '施策',
  number: '番号',
  name: '事業名称',
  programs: '事業',
  priority: '重点事業',
  department: '担当課',
  indicators: '参考指標',
  'with-figures': '数値のある指標',
  unreported: '未報告',
  rose: '増えた',
  held: '同じ',
  fell: '減った',
  unknown: '比べられない',
  word: '計画の語',
  count: '計画の語の数',
  page: 'ページ',
  opinion: '意見',
  left: '左の図',
  middle: '中の図',
  right: '右の図',
  term: '言葉',
  meaning: '意味',
};

/**
 * @param table the theme's key of the table, undefined for the main one
 * @param key the theme's key of the column
 * @returns `「年度」の列`, `担当課別索引の「番号」の列`; the key itself where a set has columns of its own
 */
export function columnWords(table: string | undefined, key: string): string {
  if (table === undefined) return `「${MAIN[key] ?? key}」の列`;
  const of = TABLES.find(([beginning]) => table.startsWith(beginning))?.[1] ?? `表「${table}」`;
  return `${of}の「${OTHERS[key.replace(/-\d+$/, '')] ?? key}」の列`;
}
