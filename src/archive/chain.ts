/** Whether the bags before a bag are those that were there when it was sealed. */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { typedPath } from '../ground/shown.ts';
import { isFailure, type World } from '../ground/world.ts';
import { type BagInfo, readBagInfo } from './bag-info.ts';
import { type BagId, bagName, besideBag, isBefore, readBagName } from './bag-name.ts';
import { readTag } from './bounds.ts';
import { sha512 } from './manifest.ts';
import { TAG } from './tag-files.ts';

/** `unchecked`: a bag's folder of the chain is not there; `none`: the bag is the first. */
export type ChainState = 'equal' | 'different' | 'unchecked' | 'none';

export type ChainAnswer = {
  readonly state: ChainState;
  /** How many bags one behind the other are the ones named. */
  readonly links: number;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Walks from a bag to the one before it, as far as they stand where `archive` would have sealed them: `../v1`, or in an
 * earlier edition's folder `../../R5/v2`. Ends at the first bag, at one that is not there, or at the first break. Each
 * bag must be earlier than the one that names it, so no chain goes round in a circle.
 *
 * @param root the folder of the bag to begin with
 */
export function checkChain(world: World, root: string, first: BagInfo): ChainAnswer {
  let info = first;
  for (let links = 0; ; links++) {
    const { previous } = info;
    const next = bagName(info);
    if (!previous) return { state: links === 0 ? 'none' : 'equal', links, diagnostics: [] };
    const { bag, sha512: sum } = previous;
    const id = readBagName(bag) as BagId;
    if (!isBefore(id, info)) return broken(links, diagnose('chain-order', { bag, next }));
    const folder = besideBag(root, first, id);
    if (isNotThere(world, folder)) {
      const diagnostics = [diagnose('chain-unchecked', { bag }, { severity: 'info' })];
      return { state: 'unchecked', links, diagnostics };
    }
    const hints = [`「hyokahyo verify ${typedPath(folder)}」で、その保存も調べてください。`];
    const manifest = readTag(world, folder, TAG.manifest);
    if (isFailure(manifest)) return broken(links, diagnose('chain-unreadable', { bag }, { hints }));
    if (sha512(manifest) !== sum) return broken(links, diagnose('chain-changed', { bag, next }, { hints }));
    const before = infoIn(world, folder);
    if (!before || bagName(before) !== bag)
      return broken(links + 1, diagnose('chain-broken', { bag }, { hints }));
    info = before;
  }
}

function broken(links: number, diagnostic: Diagnostic): ChainAnswer {
  return { state: 'different', links, diagnostics: [diagnostic] };
}

/** A bag that was not copied along is no fault; one that is there and cannot be read is. */
function isNotThere(world: World, folder: string): boolean {
  const names = world.list(folder);
  return isFailure(names) && names.failure === 'missing';
}

function infoIn(world: World, folder: string): BagInfo | undefined {
  const bytes = readTag(world, folder, TAG.info);
  return isFailure(bytes) ? undefined : readBagInfo(bytes).info;
}
