/** The table's rows about templates, theme, fonts and pages. */
export const layout = {
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
  'template-too-deep': (d: { what: string; limit: number }) =>
    `テンプレートの${d.what}が深すぎます。使えるのは ${d.limit} 段までです。`,
  'template-too-large': (d: { what: string; limit: number }) =>
    `テンプレートの${d.what}が多すぎます。一度に使えるのは ${d.limit} までです。`,
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
  'font-unusable': (d: { path: string; why: string }) => `書体のファイル「${d.path}」は使えません。${d.why}`,
  'glyph-missing': (d: { character: string; codePoint: string }) =>
    `文字「${d.character}」（${d.codePoint}）は、どの書体にもありません。`,
  'character-private-use': (d: { codePoint: string }) =>
    `外字（${d.codePoint}）は、ほかのパソコンや印刷所では別の文字になるため使えません。`,
  'figure-too-wide': (d: { text: string; column: string; width: string; needed: string }) =>
    `「${d.text}」が${d.column}に入りません。列の幅は ${d.width} mm ですが、${d.needed} mm 要ります。`,
  'text-too-wide': (d: { text: string; excess: string }) =>
    `「${d.text}」が、ページの中で使える幅より ${d.excess} mm 広く、一行に収まりません。`,
  'indent-too-wide': (d: { excess: string }) =>
    `行の始めの空白が広すぎて、続く文字が列から ${d.excess} mm はみ出します。`,
  'forced-break': (d: { text: string }) => `「${d.text}」は列の幅より長いため、途中で折り返しました。`,

  'block-too-tall': (d: { block: string; excess: string; cell?: string }) =>
    `${d.block}${d.cell === undefined ? '' : `の「${d.cell}」の欄`}は一ページに収まりません（${d.excess} mm 高すぎます）。`,

  'text-outside': (d: { text: string; area: string; count: number }) =>
    `「${d.text}」${d.count > 1 ? `など ${d.count} か所` : ''}が、${d.area}からはみ出していて、読めません。`,
  'page-numbers-unsettled': () => '目次に書くページの番号が、書くたびに変わってしまい、決まりません。',

  'ledger-unbalanced': (d: { text: string; asked: number; printed: number }) =>
    `「${d.text}」の ${d.asked} 字のうち、紙の上にあるのは ${d.printed} 字です。全部をちょうど一度印刷できないため、PDF を作りません。`,
} as const;
