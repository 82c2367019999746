import { content } from './content.ts';
import { handingOut } from './handing-out.ts';
import { layout } from './layout.ts';
import { sealing } from './sealing.ts';
import { yaml } from './yaml.ts';

export { columnWords } from './columns.ts';

/**
 * The one table of what a clerk reads, a row a diagnostic code. Codes are stable: scripts may rely on them.
 * Each row takes the values it needs and returns one or two plain Japanese sentences: what was found, what
 * was expected. What to type instead belongs into the diagnostic's hints.
 */
export const wording = {
  // --- YAML text (src/yaml) ---
  ...yaml,

  // --- content (src/content) ---
  ...content,

  // --- templates, theme, fonts, pages (src/layout, src/typeset, src/pages/paginate) ---
  ...layout,

  // --- command line (src/cli) ---
  'command-unknown': (d: { name: string }) => `コマンド「${d.name}」はありません。`,
  'operand-surplus': (d: { name: string }) => `「${d.name}」が余分です。`,
  'flag-unknown': (d: { name: string }) => `「${d.name}」という指定はありません。`,
  'flag-value-missing': (d: { name: string }) => `「${d.name}」の後に値がありません。`,
  'flag-value': (d: { name: string; value: string }) => `「${d.name}」に「${d.value}」は使えません。`,
  'agenda-which': () =>
    '会議のファイルを --meeting で、または資料を一つ --name と --date で指定してください。',
  'agenda-both': () =>
    '--meeting と、資料を一つだけ作る指定（--name、--date、--title、--draft、一部だけを選ぶ指定）は、いっしょに使えません。',
  'paper-taken': (d: { number: string; file: string }) =>
    `この日の会議には、もう「${d.number}」があります（${d.file}）。`,
  'agenda-stray': (d: { path: string }) =>
    `「${d.path}」は、この会議の資料ではありません。前に作ったものなら消してください。`,
  'output-missing': (d: { path: string }) => `「${d.path}」がありません。`,
  'output-differs': (d: { path: string }) => `「${d.path}」は、今の内容から作るものと違います。`,
  'flag-surplus-value': (d: { name: string }) => `「${d.name}」には値を付けません。`,
  'flag-not-here': (d: { name: string; command: string }) => `「${d.name}」は ${d.command} では使えません。`,
  'operand-missing': (d: { what: string }) => `${d.what}が書かれていません。`,

  // --- sealing and verifying (src/archive) ---
  ...sealing,

  // --- papers that were handed out (src/archive, src/cli) ---
  ...handingOut,

  // --- the machine (src/ground/outputs.ts) ---
  'disk-full': (d: { path: string }) => `ディスクの空きが足りず、「${d.path}」を書けません。`,
  'output-locked': (d: { path: string }) =>
    `「${d.path}」に書き込めません。ほかのプログラムで開いているか、書き込みが許されていません。`,
  'output-read-only': (d: { path: string }) => `「${d.path}」は読み取り専用の場所にあり、書き込めません。`,
  'output-in-the-way': (d: { path: string }) =>
    `「${d.path}」と同じ名前のファイルかフォルダーがあり、書き込めません。`,
  'output-failed': (d: { path: string; code: string }) => `「${d.path}」を書けません（${d.code}）。`,
} as const satisfies Record<string, (details: never) => string>;

/** The closed union of all diagnostic codes. */
export type Code = keyof typeof wording;

/** The values that the wording of a code asks for. */
export type Details<C extends Code> = Parameters<(typeof wording)[C]>[0];
