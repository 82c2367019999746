/**
 * The commands: each a row that says everything of itself. The help is plain Japanese for clerks; what a command runs is
 * loaded only when it runs.
 */
import type { FlagName } from '../arguments.ts';
import { COMMON, PROFILE, SELECTION } from './flag-groups.ts';
import type { Outcome, Run } from './run.ts';

export type Command = {
  readonly name: string;
  /** Its line in the overview. */
  readonly line: string;
  readonly flags: readonly FlagName[];
  /** What `hyokahyo COMMAND --help` says. */
  readonly help: string;
  readonly run: (run: Run) => Promise<Outcome>;
};

/** In the order of the overview. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'build',
    line: 'build [年度]    評価表の冊子を作る → out/年度/booklet.pdf',
    flags: [...COMMON.flags, ...SELECTION.flags, ...PROFILE.flags, 'check'],
    help: `hyokahyo build [年度]: 評価表の冊子を作ります。

  できるもの: out/年度/booklet.pdf
  印刷用（--profile print）: out/年度/booklet-print.pdf
  一部だけを選んだとき: out/年度/booklet-選んだもの.pdf（表だけ。冊子全体は上書きされません）

例:
  hyokahyo build R6
  hyokahyo build R6 --profile print
  hyokahyo build R6 --department 児童青少年課
  hyokahyo build R6 --check

${PROFILE.help}  --check                   書き出さずに、今あるファイルと同じものができるかを調べる

${SELECTION.help}
${COMMON.help}`,
    run: async (run) => (await import('./build.ts')).build(run),
  },
  {
    name: 'check',
    line: 'check [年度]    書き出さずに、内容とページを調べる',
    flags: [...COMMON.flags, ...SELECTION.flags, ...PROFILE.flags],
    help: `hyokahyo check [年度]: build と同じことを、書き出さずに調べます。

例:
  hyokahyo check R6
  hyokahyo check R6 --strict

${PROFILE.help}
${SELECTION.help}
${COMMON.help}`,
    run: async (run) => (await import('./build.ts')).check(run),
  },
  {
    name: 'agenda',
    line: 'agenda [年度]   会議の資料を作る → out/年度/agenda/会議の日/資料番号.pdf',
    flags: [
      ...COMMON.flags,
      ...SELECTION.flags,
      ...PROFILE.flags,
      'meeting',
      'name',
      'date',
      'title',
      'draft',
      'with-form',
      'revised',
      'check',
    ],
    help: `hyokahyo agenda [年度] --meeting 会議のファイル: 会議の資料を作ります。
hyokahyo agenda [年度] --name 資料番号 --date 日付 選ぶ指定: 資料を一つだけ作ります。

  できるもの: out/年度/agenda/会議の日/ の中の PDF
  会議のファイルからは、資料のほかに、次第と、すべてをまとめた会議資料もできます。

例:
  hyokahyo agenda R6 --meeting 2026-11-22
  hyokahyo agenda R6 --name 資料9 --date 令和8年11月22日（日） --department 保育課

資料の指定:
  --meeting FILE    会議のファイル（content/年度/agendas/ の中の名前か、ファイルの場所）
  --name 資料3      資料番号（「資料1-2」「参考資料1」の形も使える）
  --date 日付       会議の日（令和8年11月22日（日） か 2026-11-22）
  --title 題        資料の題（書かなければ表の題）
  --draft           「案」のしるしを付ける
  --with-form       委員が意見を書き込むページを付ける
  --profile screen  「冊子 p.」に、とじる冊子でなく booklet.pdf のページを印刷する
  --check           書き出さずに、今あるファイルと同じものができるかを調べる
                    （配ったものとして保存した会議では、配ったものと同じかを調べる）
  --revised         配ったものとして保存した会議の、差し替えを作る。変わった資料だけに「（修正）」が
                    付き、資料3（修正）.pdf のような別の名前になる

${SELECTION.help}
${COMMON.help}`,
    run: async (run) => (await import('./agenda.ts')).agenda(run),
  },
  {
    name: 'hand-out',
    line: 'hand-out [年度] 会議の資料を、配ったものとして、そのまま保存する',
    flags: [...COMMON.flags, 'meeting'],
    help: `hyokahyo hand-out [年度] --meeting 会議の日: 会議の資料を、配ったものとして保存します。

  agenda で作った out/年度/agenda/会議の日/ の資料が、今の内容から作るものと同じなら、
  元の内容といっしょに保存します: out/archive/年度/agenda/会議の日/v1/
  保存した後は、agenda がその会議の資料を作り直すことはありません。
  直した資料を配るときは、agenda で差し替えを作り、もう一度 hand-out をします（v2、v3 …）。
  archive は、保存された資料を、配ったときのまま入れます。

  --meeting FILE    会議の日（2026-11-22）か、会議のファイルの場所

例:
  hyokahyo agenda R6 --meeting 2026-11-22
  hyokahyo hand-out R6 --meeting 2026-11-22
  hyokahyo verify out/archive/R6/agenda/2026-11-22/v1

${COMMON.help}`,
    run: async (run) => (await import('./hand-out.ts')).handOut(run),
  },
  {
    name: 'schema',
    line: 'schema [年度]   エディターが言葉を補うためのファイルを作る',
    flags: COMMON.flags,
    help: `hyokahyo schema [年度]: エディターが項目の名前や言葉を補うためのファイルを作ります。

  できるもの: content/.schema/ の中の JSON Schema

${COMMON.help}`,
    run: async (run) => (await import('./schema.ts')).schema(run),
  },
  {
    name: 'archive',
    line: 'archive [年度]  長く残すために、作り直せる形でまとめて保存する',
    flags: [...COMMON.flags, 'reason'],
    help: `hyokahyo archive [年度]: 一年度分を、長く残すために保存します。

  できるもの: out/archive/年度/v1/（冊子、内容、様式、書体、オープンデータ、このプログラム、目録）
  直して保存し直すと v2、v3 … が増えます。保存したものが書き替えられることはありません。
  何も変わっていなければ、新しい版は作りません。
  冊子の PDF には、元の原稿（YAML）が添付されます。
  会議で配った資料（hand-out で保存したもの）は、作り直さずに、配ったときのまま入ります。
  形式は BagIt（RFC 8493）です。同じ内容からは、いつでも同じものができます。

  --reason "理由"   保存した後で誤りを直したとき、直した理由（一行の文。v2 から必ず要ります）

例:
  hyokahyo archive R6
  hyokahyo archive R6 --reason "施策1-2の数値の訂正"

${COMMON.help}`,
    run: async (run) => (await import('./archive.ts')).archive(run),
  },
  {
    name: 'verify',
    line: 'verify フォルダー   保存したものが変わっていないかを調べる',
    flags: ['strict', 'json', 'quiet', 'all', 'no-color', 'debug', 'help', 'run-sealed-tool'],
    help: `hyokahyo verify フォルダー: archive や hand-out で保存したものを調べます。何も書き込みません。

  1. 全部のファイルが、保存したときのままか（変更、欠落、追加、名前の変更）
  2. 前の保存（前の版、前の年度）が並んで置かれていれば、さかのぼれるところまで、つながりが正しいか
  3. 冊子の PDF に添付された原稿が、保存された内容と同じか
  4. 会議で配った資料の写しが、hand-out で保存したもの（並んで置かれていれば）と同じか
  5. 保存された内容、様式、書体から作り直したものが、保存されたものと一バイトも違わないか
     （このプログラムが保存したときと同じもののとき。違うときは「比較不能」と、その理由。
     配った資料の写しは作り直しません。元の内容は hand-out で保存したものの中にあります）

  --run-sealed-tool   作り直しに、保存されたプログラムを使う（プログラムが動くので、
                      信頼できるところから受け取ったものだけに使ってください）
  --strict            比較不能のとき（警告）も失敗とする
  --json              結果を JSON で書き出す（ほかのプログラムのため）
  --quiet             エラーのほかは何も表示しない
  --all               同じ原因の場所を、三つまででなく、すべて表示する
  --no-color          色を付けない
  --debug             不具合の調査のための情報も表示する

終了コード: 0 違いなし、1 違いあり、2 保存したフォルダーではない、3 読めないファイルがある

例:
  hyokahyo verify out/archive/R6/v1
`,
    run: async (run) => (await import('./verify.ts')).verify(run),
  },
];

/** What `hyokahyo --help` says. */
export const OVERVIEW = `hyokahyo: 子育て支援計画の評価表を、YAML のファイルから印刷用の PDF にします。

使い方: hyokahyo コマンド [年度] [指定]

コマンド:
${COMMANDS.map(({ line }) => `  ${line}\n`).join('')}
年度は R6 のように書きます。書かなければ、いちばん新しい年度になります。
くわしくは「hyokahyo build --help」のようにしてください。

${COMMON.help}  --version         版を表示する
  --help            この説明を表示する
`;
