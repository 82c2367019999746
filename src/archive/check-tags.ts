/** Whether the tag files stand in the one form in which we write them. */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { readBagInfo, writeBagInfo } from './bag-info.ts';
import { type Held, sameBytes } from './held.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { DECLARATION, PAYLOAD, TAG } from './tag-files.ts';

/** What tagmanifest-sha512.txt speaks of. */
const TAGGED: readonly string[] = [TAG.declaration, TAG.info, TAG.manifest];

/** Findings about the form of the tag files that are there. */
export function checkTags(files: Held): Diagnostic[] {
  return [
    ...inFile(files, TAG.declaration, (bytes) => inForm(TAG.declaration, bytes, DECLARATION)),
    ...inFile(files, TAG.info, checkInfo),
    ...inFile(files, TAG.manifest, (bytes) =>
      checkManifest(TAG.manifest, bytes, (path) => path.startsWith(`${PAYLOAD}/`)),
    ),
    ...inFile(files, TAG.tagManifest, (bytes) =>
      checkManifest(TAG.tagManifest, bytes, (path) => TAGGED.includes(path)),
    ),
  ];
}

/** Broken lines of one file that are shown: where one is, most of the others follow from it. */
const MOST_LINES = 20;

function inFile(files: Held, name: string, check: (bytes: Uint8Array) => Diagnostic[]): Diagnostic[] {
  const bytes = files.get(name);
  return bytes ? check(bytes) : [];
}

function inForm(file: string, bytes: Uint8Array, form: Uint8Array): Diagnostic[] {
  return sameBytes(bytes, form) ? [] : [diagnose('bag-tag-form', { file })];
}

function checkInfo(bytes: Uint8Array): Diagnostic[] {
  const { info, wrong } = readBagInfo(bytes);
  if (info) return inForm(TAG.info, bytes, writeBagInfo(info));
  return wrong.map((label) => diagnose('bag-info-field', { label }));
}

function checkManifest(file: string, bytes: Uint8Array, belongs: (path: string) => boolean): Diagnostic[] {
  const { entries, broken } = readManifest(bytes);
  if (broken.length > 0)
    return broken.slice(0, MOST_LINES).map((line) => diagnose('bag-tag-broken', { file, line }));
  const foreign = entries.filter(({ path }) => !belongs(path));
  return [
    ...foreign.map(({ path }) => diagnose('bag-tag-entry', { file, path })),
    ...inForm(file, bytes, writeManifest(entries)),
  ];
}
