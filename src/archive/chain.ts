/** Whether the bag before a bag is the one it names. */
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { isFailure, type World } from '../world.ts';
import type { BagInfo } from './bag-info.ts';
import { sha512 } from './manifest.ts';
import { TAG } from './tag-files.ts';

/** `none`: the bag is the first. */
export type ChainState = 'equal' | 'different' | 'unchecked' | 'none';

export type ChainAnswer = { readonly state: ChainState; readonly diagnostics: readonly Diagnostic[] };

/**
 * Looks for the bag before where `archive` would have sealed it: `../v1`, or in an earlier edition's folder
 * `../../R5/v2`.
 */
export function checkChain(world: World, root: string, { edition, previous }: BagInfo): ChainAnswer {
  if (!previous) return { state: 'none', diagnostics: [] };
  const { bag } = previous;
  const folder = bag.startsWith(`${edition}/`) ? `../${bag.slice(edition.length + 1)}` : `../../${bag}`;
  const bytes = world.read(`${root}/${folder}/${TAG.manifest}`);
  if (isFailure(bytes))
    return {
      state: 'unchecked',
      diagnostics: [diagnose('chain-unchecked', { bag }, { severity: 'info' })],
    };
  if (sha512(bytes) === previous.sha512) return { state: 'equal', diagnostics: [] };
  const hints = [`「hyokahyo verify ${root}/${folder}」で、その保存も調べてください。`];
  return { state: 'different', diagnostics: [diagnose('chain-changed', { bag }, { hints })] };
}
