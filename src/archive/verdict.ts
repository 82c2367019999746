/** What verifying has shown, in words and for other programs. */
import type { BagInfo } from './bag-info.ts';
import type { ChainAnswer, ChainState } from './chain.ts';
import type { AttachedAnswer, AttachedState } from './check-attached.ts';
import type { CheckedBag } from './check-bag.ts';
import type { CopiesAnswer, CopiesState } from './handed-out-copies.ts';
import type { RebuildAnswer, RebuildState } from './rebuild.ts';
import { oxumOf } from './tag-files.ts';

/** All answers; those about the bag's place and content only where bag-info.txt can be read. */
export type Findings = {
  readonly bag: CheckedBag;
  readonly chain: ChainAnswer | undefined;
  readonly attached: AttachedAnswer | undefined;
  readonly copies: CopiesAnswer | undefined;
  readonly rebuild: RebuildAnswer;
};

type IntegrityState = 'equal' | 'different';

const INTEGRITY: Readonly<Record<IntegrityState, string>> = {
  equal: '保存したときのままです',
  different: '保存したときと違います',
};

const CHAIN: Readonly<Record<ChainState, (links: number) => string>> = {
  equal: (links) => `最初の保存まで ${links} 個、正しくつながっています`,
  different: (links) =>
    links === 0
      ? '一つ前の保存が、つないだときのままではありません'
      : `${links} 個前の保存までは正しくつながっていますが、その先が、つないだときのままではありません`,
  unchecked: (links) =>
    links === 0
      ? '一つ前の保存がここにないため、確かめていません'
      : `${links} 個前の保存まで、正しくつながっています。それより前はここにないため、確かめていません`,
  none: () => '最初の保存なので、前はありません',
};

const ATTACHED: Readonly<Record<AttachedState, (compared: number) => string>> = {
  equal: (compared) =>
    compared === 0
      ? '会議の資料には、添付されません'
      : `冊子の PDF ${compared} 個に添付された原稿は、保存された内容と同じです`,
  different: () => '添付された原稿が、保存された内容と違います',
  unchecked: () => '読めない PDF があるため、確かめていません',
};

const COPIES: Readonly<Record<CopiesState, (compared: number) => string>> = {
  equal: (compared) => `配った資料の保存 ${compared} 個のものと、一バイトも違いません`,
  different: () => '配った資料の保存のものと違います',
  unchecked: () => '配った資料の保存がここにないものは、比べていません',
  none: () => 'ありません',
};

const REBUILD: Readonly<Record<RebuildState, (compared: number) => string>> = {
  equal: (compared) => `作り直した ${compared} 個のファイルは、保存されたものと一バイトも違いません`,
  different: () => '作り直したものが、保存されたものと違います',
  failed: () => '保存されたものに誤りがあり、作り直せないため、比べていません（理由はエラーにあります）',
  'not-compared': () => '比較不能（理由は警告にあります）',
};

const NO_INFO = '読めないファイルがあるため、確かめていません';

/** @returns the lines for the clerk, and the object that `--json` writes as `result` */
export function verdict({ bag, chain, attached, copies, rebuild }: Findings): {
  readonly note: string;
  readonly result: object;
} {
  const { files, info, diagnostics } = bag;
  const integrity = diagnostics.length === 0 ? 'equal' : 'different';
  const [bytes = '0', count = '0'] = oxumOf(files).split('.');
  const title = info ? titleOf(info) : '保存したもの';
  const lines = [
    `${title}を調べました（${count} 個のファイル、${(Number(bytes) / 1_000_000).toFixed(1)} MB）。`,
    `  ファイル: ${INTEGRITY[integrity]}。`,
    `  つながり: ${chain ? CHAIN[chain.state](chain.links) : NO_INFO}。`,
    `  PDFの中の原稿: ${attached ? ATTACHED[attached.state](attached.compared) : NO_INFO}。`,
    ...(copies && copies.state !== 'none'
      ? [`  配った資料: ${COPIES[copies.state](copies.compared)}。`]
      : []),
    `  作り直し: ${REBUILD[rebuild.state](rebuild.compared)}。`,
  ];
  const result = {
    edition: info?.edition,
    version: info?.version,
    tool: info?.tool,
    files: Number(count),
    bytes: Number(bytes),
    integrity,
    chain: chain?.state ?? 'unchecked',
    links: chain?.links ?? 0,
    meeting: info?.meeting,
    attached: attached?.state ?? 'unchecked',
    handedOut: copies?.state ?? 'unchecked',
    rebuild: rebuild.state,
    compared: rebuild.compared,
  };
  return { note: lines.join('\n'), result };
}

function titleOf({ edition, meeting, version }: BagInfo): string {
  return meeting === undefined
    ? `${edition} 第${version}版`
    : `${edition} ${meeting} の会議で配った資料 第${version}版`;
}
