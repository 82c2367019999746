import { spaced } from './spaced.ts';

/** The table's rows about the text of YAML files. */
export const yaml = {
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
  'uneven-indent': (d: { here: number; to: number; model?: number }) =>
    d.model === undefined
      ? `行の頭の空白が ${d.here} 字です。ここでは ${d.to} 字でなければなりません。`
      : `行の頭の空白が ${d.here} 字で、${d.model} 行目とそろっていません。そろえるには ${d.to} 字です。`,
  'odd-indent': (d: { space: string }) => `行の頭の字下げが、半角の空白でなく${d.space}でできています。`,
  'space-after-colon': (d: { space: string }) => `「:」の後が、半角の空白でなく${d.space}です。`,
  'sign-at-start': (d: { sign: string }) =>
    `文が「${d.sign}」で始まっています。この記号は YAML では別の意味になります。`,
  'hash-in-brackets': (d: { closing: string }) =>
    `「#」から後ろはメモとみなされるため、「${d.closing}」がないことになります。`,
  'missing-item-start': (d: { first: string }) =>
    `ここから並びの一つが始まるようですが、その始めの「- ${d.first}:」の行がありません。`,
  'missing-dash': (d: { first: string }) =>
    `ここから並びの一つが始まるようですが、「${d.first}:」の前に「- 」がありません。`,
  'missing-heading': (d: { heading: string }) => `この行の上に「${d.heading}:」の行がありません。`,
  'yaml-key': () => '項目の名前として使えないものがあります。',
  'yaml-nested': () => '値の中に「: 」があるか、次の行の字下げがそろっていません。',
  'yaml-quote': () => '引用符が同じ行の中で閉じていません。',
  'yaml-sign': () => '文の始めに使えない記号があります。',
  'yaml-syntax': () => 'YAML として読めません。',
  'yaml-tab': () => '字下げにタブが使われています。',
  'yaml-tag': () => '「!」で始まるタグは使えません。',
  'yaml-too-deep': () => '括弧または字下げが深すぎます。',
  'yaml-too-many': (d: { what: string; limit: number }) =>
    `${d.what}が多すぎます。一つのファイルに書けるのは ${d.limit} 個までです。`,
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
  'long-decimal': (d: { figure: string; decimals: number }) =>
    `数値「${d.figure}」は小数が ${d.decimals} 桁あります。書けるのは 10 桁までです。`,
  'empty-text': () => '何も書かれていません。',
  'too-few': (d: { minimum: string }) => `ここには ${d.minimum} 件以上が要ります。`,
  'more-problems': (d: { count: number }) => `このファイルには、問題がほかに ${d.count} 件あります。`,
} as const;
