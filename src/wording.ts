import { sealing } from './wording/sealing.ts';

/** Words that end in a letter or a figure of half width keep a space before what follows. */
function spaced(words: string): string {
  return /[0-9A-Za-z]$/.test(words) ? `${words} ` : words;
}

/**
 * The one table of what a clerk reads, a row a diagnostic code. Codes are stable: scripts may rely on them.
 * Each row takes the values it needs and returns one or two plain Japanese sentences: what was found, what
 * was expected. What to type instead belongs into the diagnostic's hints.
 */
export const wording = {
  // --- YAML text (src/yaml) ---
  'utf-16': () => 'ファイルが UTF-16 で保存されています。UTF-8 で保存してください。',
  'shift-jis': () => 'ファイルが Shift_JIS（ANSI）で保存されています。UTF-8 で保存してください。',
  'broken-utf-8': () =>
    'UTF-8 として読めない文字があります。ファイルが壊れているか、別の文字コードで保存されています。',
  'control-character': (d: { character: string }) => `目に見えない制御文字（${d.character}）があります。`,
  'empty-file': (d: { file: string }) => `ファイル「${d.file}」に何も書かれていません。`,
  'file-too-large': (d: { file: string; size: string; limit: string }) =>
    `ファイル「${d.file}」が大きすぎます（${d.size} MB）。読めるのは ${d.limit} MB までです。`,
  'yaml-after-value': () => '値が終わった後に、余分な文字があります。',
  'yaml-anchor': () => '「&」または「*」の使い方が正しくありません。',
  'yaml-block-text': () => '「|」と同じ行に、余分な文字があります。',
  'yaml-bracket': () => '括弧が閉じていないか、閉じる括弧が余分です。',
  'yaml-colon': () => '項目の名前の後に「: 」がありません。',
  'yaml-comma': () => '{ } または [ ] の中の区切りが正しくありません。',
  'yaml-comment': () => '注釈の「#」の前に空白がありません。',
  'yaml-dash': () => '並びの「- 」がないか、位置が正しくありません。',
  'yaml-directive': () => '「%」で始まる行は使えません。',
  'yaml-documents': () => '一つのファイルに、文書が二つ以上あります。',
  'yaml-escape': () => '「"」で囲んだ文の中に、使えない「\\」があります。',
  'yaml-indent': () => '字下げがそろっていません。',
  'yaml-key': () => '項目の名前として使えないものがあります。',
  'yaml-nested': () => '値の中に「: 」があるか、次の行の字下げがそろっていません。',
  'yaml-quote': () => '引用符が同じ行の中で閉じていません。',
  'yaml-sign': () => '文の始めに使えない記号があります。',
  'yaml-syntax': () => 'YAML として読めません。',
  'yaml-tab': () => '字下げにタブが使われています。',
  'yaml-tag': () => '「!」で始まるタグは使えません。',
  'yaml-too-deep': () => '括弧または字下げが深すぎます。',
  'yaml-too-many': () => '項目が多すぎます。',
  'duplicate-key': (d: { key: string }) => `項目「${d.key}」が二度書かれています。`,
  'merge-key': () => '「<<」は使えません。',
  'unknown-alias': (d: { name: string }) =>
    `「*${d.name}」の元になる「&${d.name}」が、これより前にありません。`,
  'too-many-aliases': () => '「*」による繰り返しが多すぎます。',
  'folded-text': () => '文が次の行に続いています。このままでは改行が空白に変わります。',
  'text-after-hash': (d: { text: string }) => `「${d.text}」はメモとみなされ、印刷されません。`,
  'grouped-figure': (d: { figure: string }) => `数値「${d.figure}」に位取りのコンマがあります。`,
  'unknown-key': (d: { key: string; where: string }) => `項目「${d.key}」は${d.where}では使えません。`,
  'missing-key': (d: { keys: string; where: string }) => `${d.where}に項目${d.keys}がありません。`,
  'wrong-type': (d: { expected: string; found: string }) =>
    `${spaced(d.expected)}を書くところに、${spaced(d.found)}があります。`,
  'wrong-value': (d: { found: string }) => `${spaced(d.found)}は、ここには書けません。`,
  'not-one-of': (d: { found: string; list: string }) =>
    `${spaced(d.found)}は使えません。${d.list}のどれかを書いてください。`,
  'not-a-figure': (d: { found: string }) => `数値を書くところに、${spaced(d.found)}があります。`,
  'empty-text': () => '何も書かれていません。',
  'too-few': (d: { minimum: string }) => `ここには ${d.minimum} 件以上が要ります。`,
  'more-problems': (d: { count: number }) => `このファイルには、問題がほかに ${d.count} 件あります。`,

  // --- content (src/content) ---
  'folder-missing': (d: { folder: string }) => `フォルダー「${d.folder}」がありません。`,
  'not-a-folder': (d: { folder: string }) => `「${d.folder}」はフォルダーではありません。`,
  'file-missing': (d: { file: string }) => `ファイル「${d.file}」がありません。`,
  'not-a-file': (d: { file: string }) => `「${d.file}」はファイルではなく、フォルダーです。`,
  'broken-link': (d: { file: string }) => `「${d.file}」はショートカット（リンク）で、その先がありません。`,
  'file-denied': (d: { file: string }) => `「${d.file}」を読む権限がありません。`,
  'file-unreadable': (d: { file: string }) => `「${d.file}」を読めません。`,
  'stray-file': (d: { file: string }) =>
    `「${d.file}」は使われません。名前が正しくないか、要らないファイルです。`,
  'no-measures': (d: { folder: string }) => `フォルダー「${d.folder}」に施策のファイルがありません。`,
  'no-editions': (d: { folder: string }) => `フォルダー「${d.folder}」に年度のフォルダーがありません。`,
  'unknown-edition': (d: { name: string }) => `年度「${d.name}」のフォルダーがありません。`,
  'edition-name': (d: { name: string }) => `「${d.name}」は年度の名前ではありません。`,
  'unsupported-format': (d: { found: string }) => `書き方の版は 1 です。${spaced(d.found)}は読めません。`,
  'edition-folder': (d: { edition: string; folder: string }) =>
    `edition の「${d.edition}」が、フォルダーの名前「${d.folder}」と違います。`,
  'year-name': (d: { year: string }) => `「${d.year}」は年度として読めません。`,
  'years-order': (d: { year: string; after: string }) =>
    `年度「${d.year}」は「${d.after}」の次の年度ではありません。一年ずつ順に書きます。`,
  'baseline-year': (d: { year: string; first: string }) =>
    `baseline の「${d.year}」は、計画の最初の年度「${d.first}」より前でなければなりません。`,
  'reporting-year': (d: { year: string }) => `reporting の「${d.year}」は plan の年度にありません。`,
  'not-a-date': (d: { text: string }) => `「${d.text}」は日付として読めません。`,
  'unknown-era': (d: { era: string }) => `元号「${d.era}」は使えません。`,
  'impossible-date': (d: { date: string }) => `「${d.date}」は暦にない日です。`,
  'era-year': (d: { date: string; right: string }) => `「${d.date}」は、正しくは${d.right}です。`,
  'wrong-weekday': (d: { date: string; right: string; weekday: string }) =>
    `${d.date}は${d.right}曜日です。「${d.weekday}」は違います。`,
  'date-form': (d: { text: string }) => `日付「${d.text}」の書き方が違います。`,
  'meeting-file': (d: { date: string; file: string }) =>
    `会議の日付「${d.date}」が、ファイルの名前「${d.file}」と違います。`,
  'unknown-meeting': (d: { file: string }) => `会議のファイル「${d.file}」がありません。`,
  'paper-number': (d: { number: string }) => `「${d.number}」は資料番号として読めません。`,
  'template-name': (d: { name: string }) => `「${d.name}」は様式の名前ではありません。`,
  'duplicate-name': (d: { name: string }) => `「${d.name}」が二度書かれています。`,
  'label-placeholder': (d: { placeholder: string }) => `「${d.placeholder}」は、この見出しでは使えません。`,
  'label-number': (d: { label: string }) => `見出し ${d.label} に「{number}」がありません。`,
  'number-form': (d: { number: string }) => `「${d.number}」は番号として読めません。`,
  'measure-file': (d: { measure: string; file: string }) =>
    `measure の「${d.measure}」が、ファイルの名前「${d.file}」と違います。`,
  'unknown-goal': (d: { goal: string; measure: string }) =>
    `施策「${d.measure}」の目標「${d.goal}」は edition.yaml の goals にありません。`,
  'goal-without-measures': (d: { goal: string }) => `目標「${d.goal}」の施策のファイルがありません。`,
  'not-a-program-number': (d: { found: string }) =>
    `事業の番号を書くところに、${spaced(d.found)}があります。`,
  'duplicate-program': (d: { number: number }) => `事業の番号 ${d.number} が二度使われています。`,
  'unknown-department': (d: { name: string }) =>
    `担当課「${d.name}」は edition.yaml の departments にありません。`,
  'unknown-plan-word': (d: { word: string }) =>
    `計画の語「${d.word}」は edition.yaml の plan_words にありません。`,
  'missing-year': (d: { years: string; name: string }) => `指標「${d.name}」に年度${d.years}がありません。`,
  'unknown-year': (d: { year: string }) => `年度「${d.year}」は edition.yaml の years の plan にありません。`,
  'missing-actual': (d: { year: string; name: string }) =>
    `指標「${d.name}」の ${d.year} に actual がありません。`,
  'unreported-figure': (d: { year: string; name: string }) =>
    `指標「${d.name}」の ${d.year} の数値が未報告です。`,
  'early-figure': (d: { year: string; reporting: string }) =>
    `${d.year} は報告の年度 ${d.reporting} より後なので、まだ数値を書けません。`,
  'unit-without-figures': (d: { name: string }) =>
    `指標「${d.name}」に単位がありますが、数値が一つもありません。`,
  'numbered-part': (d: { mark: string }) =>
    `事業の内訳が「${d.mark}」で始まっています。番号は印刷のときに付きます。`,
  'decomposed-text': (d: { character: string }) =>
    `濁点などが分かれた文字（${d.character}）があります。正しく印刷できません。`,
  'invisible-character': (d: { character: string }) => `目に見えない文字（${d.character}）があります。`,
  'odd-space': (d: { character: string }) => `特殊な空白（${d.character}）があります。`,
  'bidi-character': (d: { character: string }) =>
    `文字の向きを変える、目に見えない文字（${d.character}）があります。`,
  'private-character': (d: { character: string }) =>
    `外字（${d.character}）があります。ほかのパソコンでは印刷できません。`,
  'broken-character': (d: { character: string }) => `壊れた文字（${d.character}）があります。`,
  'tab-in-text': () => '文の中にタブがあります。',
  'line-break': () => '一行で書くところに改行があります。',
  'outer-space': () => '始めか終わりに余分な空白があります。',
  'unknown-selection': (d: { kind: string; name: string }) => `${d.kind}「${d.name}」はありません。`,
  'empty-selection': () => '選んだ条件に合う事業がありません。',

  // --- templates, theme, fonts (src/layout, src/typeset) ---
  'template-missing': (d: { name: string }) => `テンプレート「${d.name}」が見つかりません。`,
  'template-folder-missing': (d: { path: string }) => `様式のフォルダー「${d.path}」が見つかりません。`,
  'template-unreadable': (d: { path: string }) => `テンプレート「${d.path}」を読めません。`,
  'template-syntax': (_: object) => 'テンプレートの {{…}} の書き方に誤りがあります。',
  'template-helper-unknown': (d: { name: string }) => `テンプレートでは「${d.name}」は使えません。`,
  'template-arguments': (d: { usage: string }) => `書き方が違います。正しい形は ${d.usage} です。`,
  'template-undefined': (_: object) => 'テンプレートが求める値がありません。',
  'template-json': (d: { detail: string }) =>
    `テンプレートが書いたものが JSON として読めません。${d.detail}。`,
  'template-endless': (d: { name: string }) =>
    `テンプレート「${d.name}」が、めぐりめぐって自分自身を読み込んでいます。`,
  'template-column-unknown': (d: { name: string }) =>
    `列「${d.name}」は theme.yaml の columns にありません。`,
  'template-style-unknown': (d: { name: string }) =>
    `文字の形「${d.name}」は theme.yaml の styles にありません。`,
  'template-node': (d: { name: string; detail: string }) =>
    `テンプレート「${d.name}」の内容が正しくありません。${d.detail}`,
  'theme-missing': (d: { path: string }) => `様式の設定「${d.path}」が見つかりません。`,
  'theme-rest-columns': (d: { count: number }) =>
    `幅を rest にした列が ${d.count} つあります。残りの幅を使う列は、ちょうど一つにします。`,
  'theme-columns-too-wide': (d: { excess: string; available: string }) =>
    `列の幅の合計が、紙の幅 ${d.available} mm に収まりません（${d.excess} mm 以上広すぎます）。`,
  'theme-column-too-narrow': (d: { column: string }) => `列「${d.column}」が狭すぎて、文字が入りません。`,
  'theme-no-body': (_: object) => '余白が大きすぎて、本文の場所がありません。',
  'theme-leading': (d: { style: string }) =>
    `文字の形「${d.style}」の行送り（leading）が文字の大きさ（size）より小さく、行が重なります。`,
  'theme-head-collides': (d: { excess: string }) => `柱が本文に ${d.excess} mm 重なります。`,
  'theme-foot-collides': (d: { excess: string }) =>
    `ノンブルが本文に ${d.excess} mm 重なるか、紙からはみ出します。`,
  'running-head-too-long': () => 'この題が長すぎて、ページの上の柱が本文に重なります。',
  'theme-face-unknown': (d: { name: string }) =>
    `書体「${d.name}」は書体の一覧（manifest.yaml）にありません。`,
  'font-missing': (d: { path: string }) => `書体のファイル「${d.path}」を読めません。`,
  'font-changed': (d: { path: string }) =>
    `書体のファイル「${d.path}」が、一覧（manifest.yaml）に記されたものと違います。壊れているか、差し替えられています。`,
  'font-unusable': (d: { path: string }) => `書体のファイル「${d.path}」は書体として使えません。`,
  'glyph-missing': (d: { character: string; codePoint: string }) =>
    `文字「${d.character}」（${d.codePoint}）は、どの書体にもありません。`,
  'character-private-use': (d: { codePoint: string }) =>
    `外字（${d.codePoint}）は、ほかのパソコンや印刷所では別の文字になるため使えません。`,
  'figure-too-wide': (d: { text: string; excess: string }) =>
    `「${d.text}」が列の幅より ${d.excess} mm 広く、一行に収まりません。`,
  'indent-too-wide': (d: { excess: string }) =>
    `行の始めの空白が広すぎて、続く文字が列から ${d.excess} mm はみ出します。`,
  'forced-break': (d: { text: string }) => `「${d.text}」は列の幅より長いため、途中で折り返しました。`,

  // --- pages (src/paginate) ---
  'block-too-tall': (d: { block: string; excess: string }) =>
    `${d.block}は一ページに収まりません（${d.excess} mm 高すぎます）。`,

  'ledger-unbalanced': (d: { text: string; asked: number; printed: number }) =>
    `「${d.text}」の ${d.asked} 字のうち、紙の上にあるのは ${d.printed} 字です。全部をちょうど一度印刷できないため、PDF を作りません。`,

  // --- command line (src/arguments.ts, src/commands) ---
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

  // --- the machine (src/outputs.ts) ---
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
