/** data/目録.txt of what was handed out at a meeting. For people. */
import type { Edition, Meeting } from '../content/index.ts';
import type { Diagnostic } from '../ground/diagnostic.ts';
import type { HandOutIdentity } from './bag-info.ts';
import { fileLines, originLines, warningLines, writeCatalogue } from './catalogue.ts';
import { BAGIT_FOLDER, MANUALS_NOTE, remakingWith, verifying } from './catalogue-texts.ts';
import type { Held } from './held.ts';
import { formFlags } from './paper-form.ts';

/** What the catalogue speaks of. */
type Catalogued = {
  readonly edition: Edition;
  readonly meeting: Meeting;
  readonly identity: HandOutIdentity;
  readonly creator: string;
  /** Every other file of the payload. */
  readonly files: Held;
  readonly warnings: readonly Diagnostic[];
};

/** The catalogue, UTF-8, lines ended by CR LF. */
export function handOutCatalogue(all: Catalogued): Uint8Array {
  const { edition, meeting, identity, creator, files, warnings } = all;
  const papers = [...files.keys()].filter((path) => path.startsWith('agenda/'));
  return writeCatalogue([
    titleLines(edition, meeting),
    ['■ この保存について', ...identityLines(identity), ...originLines(identity.previous, creator)],
    ['■ 配った資料', ...papers.map((path) => `data/${path}`)],
    ['■ 確かめてほしいこと', ...warningLines(warnings)],
    ['■ フォルダーと中身', ...FOLDERS.map(({ name, holds }) => `${name}\n    ${holds}`)],
    ['■ 変わっていないことを確かめる', ...verifying()],
    ['■ 作り直す', ...remakingLines(identity)],
    ['■ ファイルの一覧（バイト数）', ...fileLines(files)],
  ]);
}

const FOLDERS: readonly { readonly name: string; readonly holds: string }[] = [
  { name: 'data/agenda/', holds: '会議で配った資料の PDF。配ったものと、一バイトも違わない' },
  {
    name: 'data/content/',
    holds:
      '資料の元の文章と数値、会議のファイル（YAML。資料を作ったときのまま。後で書き込まれた意見や訂正は入っていない）',
  },
  { name: 'data/templates/', holds: '様式（紙面の形）' },
  { name: 'data/fonts/', holds: '書体と、その使用許諾' },
  {
    name: 'data/tool/',
    holds: `資料を作ったプログラムと、その部品の一覧（package-lock.json）、使用許諾、${MANUALS_NOTE}`,
  },
  BAGIT_FOLDER,
];

function titleLines({ city, plan, edition }: Edition, { name, number, date, dateText }: Meeting): string[] {
  const held = [name, number].filter((word) => word).join('　');
  return [
    `目録: ${held === '' ? '会議' : held}で配った資料（${city}　${plan.title}　${edition}）`,
    `会議の日: ${dateText}（${date}）`,
  ];
}

function identityLines({ edition, meeting, version }: HandOutIdentity): string[] {
  const which =
    version === 1
      ? '初めに配ったものです。'
      : '差し替えとして配ったものです。ここにない資料は、前に配ったものがそのまま有効です。';
  return [`年度版と会議: ${edition}　${meeting}　第${version}版`, which];
}

/** Without the earlier bags a 差し替え cannot be made by a command, only made again and compared. */
function remakingLines({ edition, meeting, version, form }: HandOutIdentity): readonly string[] {
  if (version > 1) return remakingWith([]);
  const day = meeting.slice(0, '2026-11-22'.length);
  const command = `agenda ${edition} --meeting ${day}${formFlags(form)}`;
  return remakingWith([{ what: '資料を作る', command }]);
}
