/** data/目録.txt: what is what, how to see that nothing has changed, and how to make it anew. For people. */
import { type Edition, wareki } from '../content/index.ts';
import type { Diagnostic } from '../ground/diagnostic.ts';
import { fiscalYear } from '../view/format.ts';
import type { BagIdentity, Previous } from './bag-info.ts';
import { CSV_NOTES, FOLDERS, rebuilding, verifying } from './catalogue-texts.ts';
import { encode, type Held } from './held.ts';

/** The file's path below `data/`. */
export const CATALOGUE = '目録.txt';

/** What the catalogue speaks of. */
export type Catalogued = {
  readonly edition: Edition;
  readonly identity: BagIdentity;
  readonly creator: string;
  /** Every other file of the payload. */
  readonly files: Held;
  readonly warnings: readonly Diagnostic[];
};

/** The catalogue, UTF-8, lines ended by CR LF. */
export function catalogue(all: Catalogued): Uint8Array {
  const { edition, identity, creator, files, warnings } = all;
  const sections = [
    titleLines(edition),
    ['■ この保存について', ...identityLines(edition, identity, creator)],
    ['■ 確かめてほしいこと', ...warningLines(warnings)],
    ['■ フォルダーと中身', ...FOLDERS.map(({ name, holds }) => `${name}\n    ${holds}`)],
    ['■ 表計算ソフトで開くとき', ...CSV_NOTES],
    ['■ 変わっていないことを確かめる', ...verifying()],
    ['■ 作り直す', ...rebuilding(edition.edition)],
    ['■ ファイルの一覧（バイト数）', ...fileLines(files)],
  ];
  return writeCatalogue(sections);
}

/** UTF-8, lines ended by CR LF, an empty line between sections. */
export function writeCatalogue(sections: readonly (readonly string[])[]): Uint8Array {
  const text = sections.map((lines) => lines.join('\n')).join('\n\n');
  return encode(`${text}\n`.replaceAll('\n', '\r\n'));
}

function titleLines({ city, plan, table, edition, issued }: Edition): string[] {
  return [
    `目録: ${city}　${plan.title}　${table.title}（${fiscalYear(edition)}版）`,
    `文書の日付: ${wareki(issued)}（${issued}）`,
  ];
}

function identityLines({ edition }: Edition, identity: BagIdentity, creator: string): string[] {
  const { version, reason, previous } = identity;
  return [
    `年度版と版: ${edition}　第${version}版`,
    reason === undefined ? 'この年度版の、最初の保存です。' : `前の版を直したものです。直した理由: ${reason}`,
    ...originLines(previous, creator),
  ];
}

/** What a bag follows, and what made it. */
export function originLines(previous: Previous | undefined, creator: string): string[] {
  return [
    ...(previous === undefined
      ? ['これより前の保存はありません。']
      : [
          `一つ前の保存: ${previous.bag}`,
          `一つ前の保存の manifest-sha512.txt の SHA-512:`,
          `    ${previous.sha512}`,
        ]),
    `保存したプログラム: ${creator}`,
    '日付はすべて文書の日付です。保存の作業をした日は、書いていません（同じ内容から、いつでも同じものができます）。',
  ];
}

/** What the warnings said when the bag was made. */
export function warningLines(warnings: readonly Diagnostic[]): string[] {
  if (warnings.length === 0) return ['保存したときに、警告はありませんでした。'];
  return [
    `保存したときに、次の警告が ${warnings.length} 件ありました。`,
    ...warnings.map(({ span, message }) =>
      span ? `  ${span.file} の ${span.start.line} 行目: ${message}` : `  ${message}`,
    ),
  ];
}

/** A line for each file, by path, with its size. */
export function fileLines(files: Held): string[] {
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => `${path}　${bytes.length}`);
}
