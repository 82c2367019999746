import { spaced } from './spaced.ts';

/** The table's rows about what the content says. */
export const content = {
  'folder-missing': (d: { folder: string }) => `フォルダー「${d.folder}」がありません。`,
  'not-a-folder': (d: { folder: string }) => `「${d.folder}」はフォルダーではありません。`,
  'file-missing': (d: { file: string }) => `ファイル「${d.file}」がありません。`,
  'not-a-file': (d: { file: string }) => `「${d.file}」はファイルではなく、フォルダーです。`,
  'broken-link': (d: { file: string }) => `「${d.file}」はショートカット（リンク）で、その先がありません。`,
  'file-denied': (d: { file: string }) => `「${d.file}」を読む権限がありません。`,
  'file-unreadable': (d: { file: string }) => `「${d.file}」を読めません。`,
  'stray-file': (d: { file: string }) =>
    `「${d.file}」は使われません。名前が正しくないか、要らないファイルです。`,
  'stray-folder': (d: { folder: string }) =>
    `フォルダー「${d.folder}」は、名前が年度ではないので使われません。`,
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
  'label-title': (d: { label: string }) =>
    `見出し ${d.label} に「{title}」がないため、題がどこにも印刷されません。`,
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
  'lone-figure': (d: { year: string; name: string }) =>
    `指標「${d.name}」には、${d.year} にだけ actual があります。`,
  'many-decimals': (d: { figure: string; decimals: number }) =>
    `数値「${d.figure}」は小数が ${d.decimals} 桁あり、すべて印刷されます。`,
  'emoji-sequence': (d: { codes: string }) => `絵文字（${d.codes}）があります。印刷できません。`,
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
  'doubled-brackets': (d: { words: string }) =>
    `「${d.words}」の括弧は印刷のときに付くので、二重になります。`,
  'doubled-number': (d: { words: string }) =>
    `「${d.words}」のような番号は印刷のときに付くので、二重になります。`,
  'doubled-words': (d: { words: string }) => `「${d.words}」は印刷のときに付くので、二重になります。`,
  'parts-in-name': (d: { parts: string }) => `事業の名前に、内訳「${d.parts}」が入っています。`,
  'crowded-item': (d: { item: string }) =>
    `一つの項目「${d.item}」に「、」があります。区切りのつもりではありませんか。`,
  'missing-result': (d: { name: string; year: string }) =>
    `事業「${d.name}」の ${d.year} の結果の説明（result）が書かれていません。`,
  'memo-in-text': (d: { text: string }) => `メモらしい「${d.text}」が文の中にあり、このまま印刷されます。`,
  'unpaired-bracket': (d: { bracket: string; other: string; text: string }) =>
    `「${d.text}」の括弧 ${d.bracket} に、組になる括弧 ${d.other} がありません。`,
  'pasted-quotes': (d: { text: string }) =>
    `「${d.text}」に、表計算ソフトから写したときの引用符が残っていて、このまま印刷されます。`,
  'broken-lines': (d: { end: string; count: number }) =>
    `「…${d.end}」の後${d.count > 1 ? `など ${d.count} か所` : ''}で、文の途中で改行されています。このまま印刷されます。`,
  'line-break': () => '一行で書くところに改行があります。',
  'outer-space': () => '始めか終わりに余分な空白があります。',
  'unknown-selection': (d: { kind: string; name: string }) => `${d.kind}「${d.name}」はありません。`,
  'empty-selection': () => '選んだ条件に合う事業がありません。',
} as const;
