/** What verifying has shown, in words and for other programs. */
import type { ChainState } from './chain.ts';
import type { CheckedBag } from './check-bag.ts';
import type { RebuildAnswer, RebuildState } from './rebuild.ts';
import { oxumOf } from './tag-files.ts';

type IntegrityState = 'equal' | 'different';

const INTEGRITY: Readonly<Record<IntegrityState, string>> = {
  equal: '保存したときのままです',
  different: '保存したときと違います',
};

const CHAIN: Readonly<Record<ChainState, string>> = {
  equal: '正しくつながっています',
  different: '一つ前の保存が、つないだときと違います',
  unchecked: '一つ前の保存がここにないため、確かめていません',
  none: '最初の保存なので、前はありません',
};

const REBUILD: Readonly<Record<RebuildState, (compared: number) => string>> = {
  equal: (compared) => `作り直した ${compared} 個のファイルは、保存されたものと一バイトも違いません`,
  different: () => '作り直したものが、保存されたものと違います',
  'not-compared': () => '比較不能（理由は警告にあります）',
};

/** @param chain nothing where bag-info.txt cannot be read */
export function verdict(
  { files, info, diagnostics }: CheckedBag,
  chain: ChainState | undefined,
  { state, compared }: RebuildAnswer,
): { readonly note: string; readonly result: object } {
  const integrity = diagnostics.length === 0 ? 'equal' : 'different';
  const [bytes = '0', count = '0'] = oxumOf(files).split('.');
  const title = info ? `${info.edition} 第${info.version}版` : '保存したもの';
  const lines = [
    `${title}を調べました（${count} 個のファイル、${(Number(bytes) / 1_000_000).toFixed(1)} MB）。`,
    `  ファイル: ${INTEGRITY[integrity]}。`,
    `  つながり: ${chain ? CHAIN[chain] : 'bag-info.txt が読めないため、確かめていません'}。`,
    `  作り直し: ${REBUILD[state](compared)}。`,
  ];
  const result = {
    edition: info?.edition,
    version: info?.version,
    tool: info?.tool,
    files: Number(count),
    bytes: Number(bytes),
    integrity,
    chain: chain ?? 'unchecked',
    rebuild: state,
    compared,
  };
  return { note: lines.join('\n'), result };
}
