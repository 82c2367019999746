/** The table's rows about sealing an edition and verifying what was sealed. */
export const sealing = {
  'archive-sealed': (d: { edition: string; newest: string }) =>
    `${d.edition} は、もう保存されています（${d.newest}）。保存したものは書き替えられません。`,
  'archive-first': (d: { edition: string }) =>
    `${d.edition} はまだ保存されていないので、直した理由（--reason）は付けられません。`,
  'archive-reason': () => '直した理由（--reason）は、一行の文で書いてください。',
  'archive-previous': (d: { file: string }) => `前の保存の「${d.file}」を読めません。`,
  'archive-name': (d: { path: string }) => `「${d.path}」は、長く残すファイルの名前に使えません。`,
  'archive-tool': (d: { file: string }) =>
    `プログラムの一部「${d.file}」を読めないため、作り直せる形で保存できません。`,
  'archive-unchanged': (d: { bag: string; isSameProgram: boolean }) =>
    `内容、様式、書体、配った資料が、いちばん新しい保存（${d.bag}）と同じです。${d.isSameProgram ? '' : 'プログラムは新しくなっていますが、作るものは同じです。'}新しい版は作りません。`,
  'archive-unwritten': (d: { folder: string }) =>
    `「${d.folder}」に書いたものを読み直すと、書いたものと違います。保存していません。`,
  'not-a-bag': (d: { folder: string; isThere: boolean }) =>
    d.isThere
      ? `「${d.folder}」は、archive や hand-out で保存したフォルダーではありません。`
      : `フォルダー「${d.folder}」がありません。`,
  'bag-too-large': (d: { file: string; size: string; most: string }) =>
    `「${d.file}」が大きすぎます（${d.size} MB）。保存したものなら ${d.most} MB までなので、読んでいません。`,
  'bag-too-many': (d: { folder: string; most: number }) =>
    `「${d.folder}」のファイルとフォルダーが多すぎます。保存したものなら ${d.most} 個までなので、読んでいません。`,
  'rebuild-distrusted': () =>
    '比較不能: 保存された原稿、つながり、配った資料のどれかが食い違うので、保存されたプログラムを動かしていません。',
  'rebuild-sealed-differs': () => '保存されたプログラムで作り直したものが、保存されたものと違います。',
  'bag-unreadable': (d: { file: string }) => `「${d.file}」を読めません。`,
  'bag-changed': (d: { file: string; manifest: string }) =>
    `「${d.file}」の中身が、${d.manifest} に書かれた指紋と違います。`,
  'bag-missing': (d: { file: string }) => `「${d.file}」がありません。`,
  'bag-added': (d: { file: string; manifest: string }) =>
    `「${d.file}」は ${d.manifest} に書かれていません。後から加えられたものです。`,
  'bag-renamed': (d: { from: string; to: string }) => `「${d.from}」の名前が「${d.to}」に変わっています。`,
  'bag-link': (d: { file: string }) =>
    `「${d.file}」はファイルではなく、リンクなどです。後から加えられたものです。`,
  'bag-empty-folder': (d: { folder: string }) =>
    `「${d.folder}」は空のフォルダーです。後から加えられたものです。`,
  'bag-tag-broken': (d: { file: string; line: number }) => `「${d.file}」の ${d.line} 行目が読めません。`,
  'bag-tag-form': (d: { file: string }) =>
    `「${d.file}」の書き方が、保存したときと違います。意味は同じでも、後から書き直されたものです。`,
  'bag-tag-entry': (d: { file: string; path: string }) =>
    `「${d.file}」に、あるはずのない「${d.path}」が書かれています。`,
  'bag-info-field': (d: { label: string }) => `bag-info.txt の ${d.label} がないか、正しくありません。`,
  'bag-oxum': (d: { written: string; counted: string }) =>
    `bag-info.txt の Payload-Oxum は ${d.written} ですが、数えると ${d.counted} です。`,
  'chain-changed': (d: { bag: string; next: string }) =>
    `「${d.bag}」の manifest-sha512.txt が、その次の保存「${d.next}」に書かれた指紋と違います。`,
  'chain-unreadable': (d: { bag: string }) =>
    `「${d.bag}」の manifest-sha512.txt がないか、読めません。そこから前のつながりは確かめられません。`,
  'chain-broken': (d: { bag: string }) =>
    `「${d.bag}」の bag-info.txt が読めないか、別の保存のものです。それより前のつながりは確かめられません。`,
  'chain-order': (d: { bag: string; next: string }) =>
    `「${d.next}」の一つ前の保存が「${d.bag}」と書かれていますが、それより前の保存ではありません。`,
  'chain-unchecked': (d: { bag: string }) =>
    `「${d.bag}」が並んで置かれていないため、そこから前のつながりは確かめていません。`,
  'attached-differs': (d: { pdf: string; name: string }) =>
    `「${d.pdf}」に添付された「${d.name}」が、保存された内容と違います。`,
  'attached-missing': (d: { pdf: string; name: string }) =>
    `「${d.pdf}」に、保存された内容の「${d.name}」が添付されていません。`,
  'attached-surplus': (d: { pdf: string; name: string }) =>
    `「${d.pdf}」に、あるはずのない「${d.name}」が添付されています。`,
  'attached-none': (d: { pdf: string }) => `「${d.pdf}」に、原稿が一つも添付されていません。`,
  'attached-unreadable': (d: { pdf: string }) =>
    `「${d.pdf}」は、保存したときの PDF として読めないため、添付された原稿を調べられません。`,
  'attached-no-pdf': (d: { pdf: string }) => `「${d.pdf}」がないため、添付された原稿を調べられません。`,
  'rebuild-differs': (d: { file: string }) => `作り直した「${d.file}」が、保存されたものと違います。`,
  'rebuild-missing': (d: { file: string }) => `「${d.file}」は、作り直してもできません。`,
  'rebuild-surplus': (d: { file: string }) => `作り直すと、保存にない「${d.file}」ができます。`,
  'rebuild-errors': () => '保存された内容、様式、書体のどれかに誤りがあり、作り直せません。',
  'rebuild-broken': () => '比較不能: 保存されたときのままではないので、作り直していません。',
  'rebuild-version': (d: { sealed: string; installed: string }) =>
    `比較不能: 保存したプログラムは ${d.sealed}、このパソコンのプログラムは ${d.installed} です。`,
  'rebuild-program': (d: { version: string }) =>
    `比較不能: このパソコンのプログラムは、保存したものと同じ ${d.version} ですが、中身が違います。`,
  'rebuild-sealed-tool': (d: { code: string }) =>
    `比較不能: 保存されたプログラムが、終わりまで動きませんでした（${d.code}）。`,
} as const satisfies Record<string, (details: never) => string>;
