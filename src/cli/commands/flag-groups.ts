/** Flags that several commands take, and what the help of each says of them. */
import type { FlagName } from '../arguments.ts';

type FlagGroup = { readonly flags: readonly FlagName[]; readonly help: string };

export const COMMON: FlagGroup = {
  flags: [
    'content',
    'out',
    'templates',
    'fonts',
    'strict',
    'json',
    'quiet',
    'all',
    'no-color',
    'debug',
    'help',
  ],
  help: `共通の指定:
  --content DIR     内容のフォルダー（なければ content）
  --out DIR         できたファイルを置くフォルダー（なければ out）
  --templates DIR   様式のフォルダー（hyoka3 などの入っているところ）
  --fonts DIR       書体のフォルダー
  --strict          警告があっても失敗とする
  --json            結果を JSON で書き出す（ほかのプログラムのため）
  --quiet           エラーのほかは何も表示しない
  --all             同じ原因の誤りの場所を、三つまででなく、すべて表示する
  --no-color        色を付けない
  --debug           不具合の調査のための情報も表示する
`,
};

export const SELECTION: FlagGroup = {
  flags: ['goal', 'measure', 'program', 'department', 'priority'],
  help: `一部だけを選ぶ指定（くり返し可。同じ種類は「または」、違う種類は「かつ」）:
  --goal 1                  目標
  --measure 1-1             施策
  --program 1-1#2           事業
  --department 児童青少年課   担当課
  --priority                重点事業だけ
`,
};

export const PROFILE: FlagGroup = {
  flags: ['profile'],
  help: `仕上げの指定:
  --profile screen          画面で読み、庁内のプリンターで刷る（書かなければこちら）
  --profile print           とじる冊子にする（左右のとじしろ、目標は右ページから、
                            足りないページは白紙で補う）
`,
};
