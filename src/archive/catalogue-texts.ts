/** The parts of the catalogue that are the same in every bag. */
import { YEAR_ROWS_NOTE } from './open-data.ts';

/** The documents in the program's folder. */
export const MANUALS_NOTE =
  '説明書（data/tool/README.md から読む。評価表を書く方のための手引きは data/tool/content/README.md）';

/** What makes the folder a bag. */
export const BAGIT_FOLDER = {
  name: 'bagit.txt、bag-info.txt、manifest-sha512.txt、tagmanifest-sha512.txt',
  holds: 'BagIt（RFC 8493）の札。全部のファイルの指紋（SHA-512）が書いてある',
};

/** What lies where, below the bag's folder. */
export const FOLDERS: readonly { readonly name: string; readonly holds: string }[] = [
  {
    name: 'data/booklet/',
    holds:
      '冊子の PDF。booklet.pdf は画面用、booklet-print.pdf は製本用。元の文章と数値（YAML）が添付されている',
  },
  {
    name: 'data/agenda/',
    holds:
      '会議の資料の PDF（会議の日付ごと）。その中の v1、v2 … は、配ったときのままの資料（v2 からは差し替え）。配付の記録.txt は、それを保存したもの（archive/年度/agenda/）の名前と指紋',
  },
  { name: 'data/content/', holds: '冊子の元の文章と数値（YAML。書かれたときのまま）' },
  { name: 'data/templates/', holds: '様式（紙面の形）' },
  { name: 'data/fonts/', holds: '書体と、その使用許諾' },
  {
    name: 'data/open-data/',
    holds: 'ほかのプログラムで使うためのデータ（CSV と JSON）と、読み上げソフトで聞くための文章',
  },
  {
    name: 'data/tool/',
    holds: `PDF とデータを作ったプログラムと、その部品の一覧（package-lock.json）、使用許諾、${MANUALS_NOTE}`,
  },
  BAGIT_FOLDER,
];

/** How the tables are to be read. */
export const CSV_NOTES: readonly string[] = [
  '指標.csv は、一つの参考指標の一年度が一行です。文章.csv は、一つの文章が一行です。',
  '文字コードは UTF-8（BOM 付き）、改行は CR LF、書き方は RFC 4180 です。',
  '一つのますには、一つのことだけを書いています。内訳と担当課は、いちばん多い事業に合わせて列を並べています。',
  '「行の種類」の意味は次のとおりです。',
  '    計画前・実績 / 計画前・言葉 / 計画前・記載なし: 計画が始まる前の年度の行。言葉は「計画」の列にあります',
  `    ${YEAR_ROWS_NOTE}`,
  '数値は、書かれたとおりの半角の数字です。位取りのコンマはなく、負の数は -3 のように書きます。',
  '表計算ソフトは、= + - @（全角も）で始まる文章を計算式に、施策の「1-1」のように日付や数に見える文章を 1月1日 などに',
  "変えてしまうことがあります。これを防ぐため、その文章の始めに半角の ' を一つ付けています（もともと ' で始まる文章にも",
  "付けています）。ますが ' で始まっていたら、始めの ' を一つ取れば、元の文章になります。",
  '評価表.json には、付けていません。',
  'Excel の「データ」から「テキストまたは CSV から」を選び、「データ型の検出」を「データ型を検出しない」にすると、',
  '書かれたとおりに読めます。',
];

/** How to see that nothing has changed. */
export function verifying(): readonly string[] {
  return [
    'data の一つ上のフォルダーで、次のどれかを打ちます。何も書き込まないので、読み取り専用の場所でも使えます。',
    '  このプログラムで（いちばんくわしく調べます）:',
    '    hyokahyo verify .',
    '  Linux で:',
    '    sha512sum -c manifest-sha512.txt',
    '    sha512sum -c tagmanifest-sha512.txt',
    '  macOS で:',
    '    shasum -a 512 -c manifest-sha512.txt',
    '    shasum -a 512 -c tagmanifest-sha512.txt',
    '  Windows の PowerShell で（何も表示されなければ、変わっていません）:',
    "    Get-Content manifest-sha512.txt -Encoding UTF8 | ForEach-Object { $sum, $name = $_ -split '  ', 2; if ((Get-FileHash -Algorithm SHA512 -LiteralPath $name).Hash -ne $sum) { $name } }",
    '  BagIt の検査プログラム（Python）で:',
    '    bagit.py --validate .',
    'hyokahyo のほかは、後から加えられたファイルや、空のフォルダーを見つけないことがあります。',
  ];
}

/** How to make the booklets again with what lies in the bag. @param edition `R6` */
export function rebuilding(edition: string): readonly string[] {
  return remakingWith([
    {
      what: '画面用の冊子を作る（紙面は同じですが、YAML は添付されません）',
      command: `build ${edition}`,
    },
    { what: '製本用の冊子を作る', command: `build ${edition}`, more: ' --profile print' },
  ]);
}

/** How to make documents again. @param commands what makes which */
export function remakingWith(
  commands: readonly { readonly what: string; readonly command: string; readonly more?: string }[],
): readonly string[] {
  const places = '--content data/content --templates data/templates --fonts data/fonts --out 出力先';
  return [
    'Node.js（20.19 以降。https://nodejs.org）だけあれば、インターネットがなくても作り直せます。',
    'data の一つ上のフォルダーで打ちます。先に、上のとおり、変わっていないことを確かめてください。',
    '  作り直して、保存されたものと一バイトずつ比べる（ファイルは残りません）:',
    '    node data/tool/hyokahyo.js verify .',
    ...commands.flatMap(({ what, command, more = '' }) => [
      `  ${what}:`,
      `    node data/tool/hyokahyo.js ${command} ${places}${more}`,
    ]),
    ...(commands.length > 0 ? ['  （出力先 は、このフォルダーの外にしてください。）'] : []),
    'プログラムのすべては data/tool/hyokahyo.js と bundle.cjs に入っています。ほかに入れるものはありません。',
  ];
}
