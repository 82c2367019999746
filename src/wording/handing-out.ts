/** The table's rows about papers that were handed out at a meeting. */
export const handingOut = {
  'agenda-handed-out': (d: { meeting: string; bag: string; names: string }) =>
    `${d.meeting} の会議の資料は、配ったものとして保存されています（${d.bag}: ${d.names}）。作り直しません。`,
  'agenda-not-handed-out': (d: { meeting: string }) =>
    `${d.meeting} の会議の資料は、配ったものとして保存されていないので、差し替え（--revised）は作れません。`,
  'agenda-revised': () => '差し替え（--revised）は、--meeting といっしょに指定してください。',
  'agenda-unchanged': (d: { bag: string }) =>
    `配った資料（${d.bag}）から、変わったところがありません。差し替えるものがありません。`,
  'hand-out-unchanged': (d: { bag: string }) =>
    `この会議の資料は、配ったものとしてもう保存されています（${d.bag}）。そこから変わったところはありません。`,
  'paper-handed-out': (d: { name: string; meeting: string; bag: string }) =>
    `「${d.name}」は、${d.meeting} の会議で配った資料です（${d.bag}）。書き替えません。`,
  'handed-out-differs': (d: { path: string }) => `「${d.path}」は、配ったものと違います。`,
  'handed-out-broken': (d: { folder: string }) =>
    `配った資料の保存「${d.folder}」が、保存したときのままではありません。`,
  'handed-out-gap': (d: { series: string }) =>
    `配った資料の保存「${d.series}」に、足りない版か、つながらない版があります。`,
  'handed-out-carried': (d: { bag: string; from: string }) =>
    `配った資料の保存「${d.bag}」がありません。資料の写しは、前の保存「${d.from}」にあります。`,
  'handed-out-papers': (d: { folder: string; names: string }) =>
    `「${d.folder}」の${d.names}は、今の内容から作るものと違います。配ったものとしても保存されていません。`,
  'handed-out-pending': (d: { folder: string; names: string }) =>
    `「${d.folder}」の${d.names}は、配ったものとして保存されていないか、配ったものと違います。`,
  'paper-unsealed': (d: { folder: string; names: string }) =>
    `「${d.folder}」の${d.names}は、保存に入りません。年度の会議のファイルにも、配ったものの保存にもない資料です。`,
  'booklet-unsealed': (d: { path: string }) => `「${d.path}」は、保存する冊子と違います。`,
  'handed-out-record': (d: { file: string; line: number }) => `「${d.file}」の ${d.line} 行目が読めません。`,
  'handed-out-changed': (d: { bag: string }) =>
    `配った資料の保存「${d.bag}」が、この保存に書かれた指紋と違います。`,
  'handed-out-copy': (d: { file: string; bag: string }) =>
    `「${d.file}」が、配った資料の保存「${d.bag}」のものと違います。`,
  'handed-out-lacks': (d: { file: string; bag: string }) =>
    `配った資料の保存「${d.bag}」にある「${d.file}」が、この保存にありません。`,
  'handed-out-surplus': (d: { file: string; bag: string }) =>
    `「${d.file}」は、配った資料の保存「${d.bag}」にありません。`,
  'handed-out-unchecked': (d: { bag: string }) =>
    `配った資料の保存「${d.bag}」が並んで置かれていないため、比べていません。`,
} as const satisfies Record<string, (details: never) => string>;
