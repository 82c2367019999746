/** Everything that lies below a folder: first what there is, then, where it keeps its bounds, the files. */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { roundedUp } from '../ground/shown.ts';
import { isFailure, type Tree } from '../ground/world.ts';
import { LARGEST_BAG, largest, MOST_ENTRIES } from './bounds.ts';
import type { Held } from './held.ts';

export type Walked = {
  /** Plain files by their paths below the folder, as the disk spells them; none where a bound is exceeded. */
  readonly files: Held;
  /** Folders below the folder. */
  readonly folders: readonly string[];
  /** What is neither: links, junctions, pipes; and names that the disk lists but does not know. */
  readonly odd: readonly string[];
  /** For each file or folder that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is too large or too much to be read at all. */
  readonly beyond: readonly Diagnostic[];
};

/** What lies in a folder, before any file is read. */
type Listing = {
  /** Bytes by path. */
  readonly files: Map<string, number>;
  readonly folders: string[];
  readonly odd: string[];
  readonly diagnostics: Diagnostic[];
};

/** @param root the folder; paths in the answer are below it. Links are never followed */
export function walk(tree: Tree, root: string): Walked {
  const { files: sizes, ...listing } = list(tree, root);
  const beyond = exceeded(root, sizes, listing.folders.length + listing.odd.length);
  const files = new Map<string, Uint8Array>();
  if (beyond.length > 0) return { ...listing, files, beyond };
  for (const path of sizes.keys()) {
    const bytes = tree.read(`${root}/${path}`, largest(path));
    if (isFailure(bytes)) listing.diagnostics.push(diagnose('bag-unreadable', { file: path }));
    else files.set(path, bytes);
  }
  return { ...listing, files, beyond };
}

function list(tree: Tree, root: string): Listing {
  const found: Listing = { files: new Map(), folders: [], odd: [], diagnostics: [] };
  const { files, folders, odd, diagnostics } = found;
  const unreadable = (path: string) => diagnostics.push(diagnose('bag-unreadable', { file: path || root }));
  const isTooMuch = () => files.size + folders.length + odd.length > MOST_ENTRIES;
  const waiting = [''];
  for (let at = 0; at < waiting.length && !isTooMuch(); at++) {
    const folder = waiting[at] as string;
    const names = tree.list(folder === '' ? root : `${root}/${folder}`);
    if (isFailure(names)) {
      unreadable(folder);
      continue;
    }
    for (const name of names) {
      if (isTooMuch()) break;
      const path = folder === '' ? name : `${folder}/${name}`;
      const kind = tree.kind(`${root}/${path}`);
      if (kind === 'folder') {
        folders.push(path);
        waiting.push(path);
      } else if (kind === 'file') files.set(path, tree.size(`${root}/${path}`));
      else if (isFailure(kind) && kind.failure === 'denied') unreadable(path);
      else odd.push(path);
    }
  }
  return found;
}

/** One diagnostic for each file that is too large; else one for the whole. @param others what is no file */
function exceeded(root: string, sizes: ReadonlyMap<string, number>, others: number): Diagnostic[] {
  const hints = ['archive や hand-out で保存したものではありません。控えと取り替えてください。'];
  if (sizes.size + others > MOST_ENTRIES)
    return [diagnose('bag-too-many', { folder: root, most: MOST_ENTRIES }, { hints })];
  const large = [...sizes].filter(([path, size]) => size > largest(path));
  if (large.length > 0)
    return large.map(([file, size]) =>
      diagnose(
        'bag-too-large',
        { file, size: inMegabytes(size), most: inMegabytes(largest(file)) },
        { hints },
      ),
    );
  const sum = [...sizes.values()].reduce((all, size) => all + size, 0);
  if (sum <= LARGEST_BAG) return [];
  const details = { file: root, size: inMegabytes(sum), most: inMegabytes(LARGEST_BAG) };
  return [diagnose('bag-too-large', details, { hints })];
}

/** `0.1`: rounded up, so that what is too large never looks as if it were not. */
function inMegabytes(bytes: number): string {
  return roundedUp(bytes / 1_000_000);
}
