/** Bags in memory: files, folders, links, and what can happen to them. */
import type { BagInfo } from '../../src/archive/bag-info.ts';
import { manifestOf } from '../../src/archive/manifest.ts';
import { bagOf, TAG } from '../../src/archive/tag-files.ts';
import type { Kind, Tree } from '../../src/ground/world.ts';

/** What stands at a path: a file's bytes, or something that is no file. */
export type Entry = Uint8Array | Exclude<Kind, 'file'>;

export type Entries = ReadonlyMap<string, Entry>;

/** A disk with these entries in the folder `root`; `..` in paths is understood. */
export function treeOf(entries: Entries, root = 'bag'): Tree {
  const at = new Map<string, Entry>([...entries].map(([path, entry]) => [`${root}/${path}`, entry]));
  const folders = new Map<string, Set<string>>();
  for (const [path, entry] of at) {
    const names = path.split('/');
    for (let depth = 1; depth < names.length; depth++) {
      const folder = names.slice(0, depth).join('/');
      folders.set(folder, (folders.get(folder) ?? new Set()).add(names[depth] as string));
    }
    if (entry === 'folder' && !folders.has(path)) folders.set(path, new Set());
  }
  return {
    read(path, limit = Number.POSITIVE_INFINITY) {
      const entry = at.get(straight(path));
      if (!(entry instanceof Uint8Array)) return { failure: 'missing' };
      return entry.length > limit ? { failure: 'too-large', size: entry.length, limit } : entry;
    },
    list(path) {
      const names = folders.get(straight(path));
      return names ? [...names].sort() : { failure: 'missing' };
    },
    kind(path) {
      const entry = at.get(straight(path));
      if (entry instanceof Uint8Array) return 'file';
      if (folders.has(straight(path))) return 'folder';
      return entry ?? { failure: 'missing' };
    },
    size(path) {
      const entry = at.get(straight(path));
      return entry instanceof Uint8Array ? entry.length : 0;
    },
  };
}

/** `R6/v2/../v1` → `R6/v1` */
function straight(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else names.push(name);
  }
  return names.join('/');
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** What bag-info.txt says in tests. */
export const INFO: Omit<BagInfo, 'oxum'> = {
  organization: '小金井市',
  description: '評価表の長期保存',
  issued: '2025-07-29',
  edition: 'R6',
  version: 1,
  tool: 'hyokahyo test',
};

/** A small whole bag. */
export function smallBag(
  change: Partial<Omit<BagInfo, 'oxum'>> = {},
  payload: Readonly<Record<string, string>> = {
    '目録.txt': '目録\r\n',
    'open-data/読み上げ用.txt': 'ガイド\r\n',
    'content/R6/edition.yaml': 'format: 1\n',
    'content/R6/empty.yaml': '',
  },
): ReadonlyMap<string, Uint8Array> {
  const files = Object.entries(payload).map(([path, text]) => [path, bytesOf(text)] as const);
  return bagOf(new Map(files), { ...INFO, ...change });
}

/** The same bag with a text in a tag file replaced, and the manifest of tags made to agree. */
export function forged(
  bag: ReadonlyMap<string, Uint8Array>,
  path: string,
  change: (text: string) => string,
): ReadonlyMap<string, Uint8Array> {
  const changed = new Map([...bag, [path, bytesOf(change(textOf(bag.get(path))))]]);
  const tags = new Map([...changed].filter(([name]) => !name.includes('/') && name !== TAG.tagManifest));
  return new Map([...changed, [TAG.tagManifest, manifestOf(tags)]]);
}
