/** Everything that lies below a folder, read once. Links are never followed. */
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { isFailure, type Tree } from '../world.ts';
import type { Held } from './held.ts';

export type Walked = {
  /** Plain files by their paths below the folder, as the disk spells them. */
  readonly files: Held;
  /** Folders below the folder. */
  readonly folders: readonly string[];
  /** What is neither: links, junctions, pipes; and names that the disk lists but does not know. */
  readonly odd: readonly string[];
  /** For each file or folder that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
};

/** @param root the folder; paths in the answer are below it */
export function walk(tree: Tree, root: string): Walked {
  const files = new Map<string, Uint8Array>();
  const folders: string[] = [];
  const odd: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const unreadable = (path: string) => diagnostics.push(diagnose('bag-unreadable', { file: path || root }));
  const waiting = [''];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    const names = tree.list(folder === '' ? root : `${root}/${folder}`);
    if (isFailure(names)) {
      unreadable(folder);
      continue;
    }
    for (const name of names) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const kind = tree.kind(`${root}/${path}`);
      if (kind === 'folder') {
        folders.push(path);
        waiting.push(path);
      } else if (kind === 'file') {
        const bytes = tree.read(`${root}/${path}`);
        if (isFailure(bytes)) unreadable(path);
        else files.set(path, bytes);
      } else if (isFailure(kind) && kind.failure === 'denied') unreadable(path);
      else odd.push(path);
    }
  }
  return { files, folders, odd, diagnostics };
}
