/**
 * Whether a bag is as it was sealed. Where nothing is found, every byte of it is accounted for: the payload by
 * manifest-sha512.txt, that and the other tag files by tagmanifest-sha512.txt, and this one by having one form only.
 */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { isFailure, type Tree } from '../ground/world.ts';
import { type BagInfo, readBagInfo } from './bag-info.ts';
import { checkTags } from './check-tags.ts';
import type { Held } from './held.ts';
import { type ManifestEntry, readManifest, sha512 } from './manifest.ts';
import { matchNames } from './same-name.ts';
import { oxumOf, PAYLOAD, TAG } from './tag-files.ts';
import { type Walked, walk } from './walk.ts';

export type CheckedBag = {
  /** The files found, by the paths the manifests give them. */
  readonly files: Held;
  readonly info: BagInfo | undefined;
  /** Everything that is not as it was sealed; empty for a whole bag. Alone, where the bag is too large to be read. */
  readonly diagnostics: readonly Diagnostic[];
};

/** A file that a manifest lists. */
type Listed = ManifestEntry & { readonly manifest: string };

/**
 * @param root the bag's folder
 * @returns nothing where the folder holds none of a bag's tag files
 */
export function checkBag(tree: Tree, root: string): CheckedBag | undefined {
  if (Object.values(TAG).every((name) => isFailure(tree.kind(`${root}/${name}`)))) return undefined;
  const walked = walk(tree, root);
  if (walked.beyond.length > 0) return { files: new Map(), info: undefined, diagnostics: walked.beyond };
  const listed = [...listedIn(walked.files, TAG.manifest), ...listedIn(walked.files, TAG.tagManifest)];
  const names = matchNames([...listed.map(({ path }) => path), ...Object.values(TAG)], walked.files);
  const files = new Map(
    [...names].map(([path, onDisk]) => [path, walked.files.get(onDisk) as Uint8Array] as const),
  );
  const info = readBagInfo(files.get(TAG.info) ?? new Uint8Array()).info;
  const diagnostics = [
    ...walked.diagnostics,
    ...checkTags(files),
    ...missingAndAdded(listed, files, strangers(walked.files, names)),
    ...changed(listed, files),
    ...oddities(walked),
  ];
  if (diagnostics.length === 0 && info) diagnostics.push(...checkOxum(info, files));
  return { files, info, diagnostics: together(diagnostics) };
}

/** So many findings of one kind have one cause: a folder that is gone, a disk that spoils what it keeps. */
const MANY = 20;

/** Lets what is found many times be shown once, with the first few of its places. */
function together(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return diagnostics.map((one) => ((counts.get(one.code) ?? 0) > MANY ? { ...one, cause: one.code } : one));
}

function listedIn(files: Held, manifest: string): Listed[] {
  const bytes = files.get(manifest) ?? new Uint8Array();
  return readManifest(bytes).entries.map((entry) => ({ ...entry, manifest }));
}

/** Files on the disk that no manifest knows, by their names there. */
function strangers(onDisk: Held, names: ReadonlyMap<string, string>): Held {
  const known = new Set(names.values());
  return new Map([...onDisk].filter(([path]) => !known.has(path)));
}

/** A file that is missing and a stranger with its bytes are one file under another name. */
function missingAndAdded(listed: readonly Listed[], files: Held, others: Held): Diagnostic[] {
  const bySum = new Map([...others].map(([path, bytes]) => [sha512(bytes), path] as const));
  const renamed = new Set<string>();
  const missing = new Map<string, Diagnostic>();
  for (const { path, sha512: sum } of listed) {
    if (files.has(path)) continue;
    const to = bySum.get(sum);
    if (to === undefined || renamed.has(to)) missing.set(path, diagnose('bag-missing', { file: path }));
    else {
      renamed.add(to);
      missing.set(path, diagnose('bag-renamed', { from: path, to }));
    }
  }
  const added = [...others.keys()].filter((path) => !renamed.has(path));
  return [...missing.values(), ...unlistedTags(listed, files), ...added.map(addition)];
}

/** Tag files that are there, but that tagmanifest-sha512.txt does not speak of; or that are not there at all. */
function unlistedTags(listed: readonly Listed[], files: Held): Diagnostic[] {
  const known = new Set(listed.map(({ path }) => path));
  return Object.values(TAG).flatMap((file) => {
    if (known.has(file)) return [];
    if (!files.has(file)) return [diagnose('bag-missing', { file })];
    return file === TAG.tagManifest || !files.has(TAG.tagManifest) ? [] : [addition(file)];
  });
}

/** Files that systems and programs leave behind of their own accord. */
const LITTER = /(^|\/)(\.DS_Store|\._[^/]*|thumbs\.db|desktop\.ini|cache-[^/]*\.bin)$/i;

function addition(file: string): Diagnostic {
  const manifest = file.startsWith(`${PAYLOAD}/`) ? TAG.manifest : TAG.tagManifest;
  const litter = 'パソコンが自動で作ったファイルと思われます。消してから、もう一度調べてください。';
  const fetched = 'このファイルがあると、ほかのプログラムが外から中身を取り寄せることがあります。';
  const hints = LITTER.test(file) ? [litter] : file === 'fetch.txt' ? [fetched] : [];
  return diagnose('bag-added', { file, manifest }, { hints });
}

function changed(listed: readonly Listed[], files: Held): Diagnostic[] {
  const sums = new Map([...files].map(([path, bytes]) => [path, sha512(bytes)] as const));
  const wrong = listed.filter(({ path, sha512: sum }) => files.has(path) && sums.get(path) !== sum);
  const owners = new Map(listed.toReversed().map(({ path, sha512: sum }) => [sum, path] as const));
  return wrong.map(({ path, manifest }) => {
    const source = owners.get(sums.get(path) ?? '');
    const hints = source === undefined ? [] : [`「${source}」の中身と入れ替わっています。`];
    return diagnose('bag-changed', { file: path, manifest }, { hints });
  });
}

function oddities({ files, folders, odd }: Walked): Diagnostic[] {
  const holding = new Set([...files.keys(), ...odd].flatMap(foldersAbove));
  const empty = folders.filter((folder) => !holding.has(folder));
  return [
    ...odd.map((file) => diagnose('bag-link', { file })),
    ...empty.map((folder) => diagnose('bag-empty-folder', { folder })),
  ];
}

/** `a/b/c` → `a/b`, `a` */
function foldersAbove(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}

function checkOxum({ oxum }: BagInfo, files: Held): Diagnostic[] {
  const counted = oxumOf(new Map([...files].filter(([path]) => path.startsWith(`${PAYLOAD}/`))));
  return counted === oxum ? [] : [diagnose('bag-oxum', { written: oxum, counted })];
}
