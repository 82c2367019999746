/**
 * Whether every PDF of a bag carries what it should: booklets the content that lies in the bag, other documents
 * nothing. What this finds does not come from the manifests, nor whether the bag can be made anew: who changes the content and writes
 * the manifests to fit still has the booklets against them, on any version of this program.
 */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { type CarriedFile, carriedFiles } from '../pdf-reader/carried-files.ts';
import { bookletSources } from './attached-sources.ts';
import type { BagInfo } from './bag-info.ts';
import { differenceHint } from './difference.ts';
import { BOOKLETS } from './documents.ts';
import { below, type Held, heldWorld, sameBytes } from './held.ts';
import { readManifest, sha512 } from './manifest.ts';
import { PLACES_IN_BAG } from './sources.ts';
import { PAYLOAD, TAG } from './tag-files.ts';

/** `unchecked`: nothing was found to differ, but not every PDF can be read. */
export type AttachedState = 'equal' | 'different' | 'unchecked';

export type AttachedAnswer = {
  readonly state: AttachedState;
  /** How many PDFs with sources were looked at. */
  readonly compared: number;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Compares what the PDFs carry with the bag's content.
 *
 * @param files the bag's files; they may be anything
 * @returns nothing compared where the bag holds no booklets, as that of papers that were handed out
 */
export function checkAttached(
  files: Held,
  { edition, meeting }: Pick<BagInfo, 'edition' | 'meeting'>,
): AttachedAnswer {
  const payload = below(files, PAYLOAD);
  const sources = bookletSources(heldWorld(payload), `${PLACES_IN_BAG.content}/${edition}`);
  const booklets = meeting === undefined ? BOOKLETS : [];
  const others = [...payload.keys()].filter((path) => /\.pdf$/i.test(path) && !booklets.includes(path));
  const ofBooklets = booklets.flatMap((path) => checkPdf(path, payload.get(path), sources));
  const ofOthers = others.map((path) => [path, checkPdf(path, payload.get(path), new Map())] as const);
  const state = stateOf([...ofBooklets, ...ofOthers.flatMap(([, found]) => found)]);
  const sums = listedSums(files);
  const ofPapers = ofOthers.flatMap(([path, found]) =>
    found.some(isUnread) && isKnownChanged(sums, path, payload) ? [] : found,
  );
  return { state, compared: booklets.length, diagnostics: [...ofBooklets, ...ofPapers] };
}

function isUnread({ code }: Diagnostic): boolean {
  return code === 'attached-unreadable';
}

function stateOf(found: readonly Diagnostic[]): AttachedState {
  if (found.length === 0) return 'equal';
  return found.every(isUnread) ? 'unchecked' : 'different';
}

/** SHA-512 by path below `data/`, as the manifest says. */
function listedSums(files: Held): ReadonlyMap<string, string> {
  const { entries } = readManifest(files.get(TAG.manifest) ?? new Uint8Array());
  return new Map(entries.map(({ path, sha512: sum }) => [path.slice(PAYLOAD.length + 1), sum]));
}

/**
 * Whether the manifest says already that a paper was changed: that it can no longer be read is then no second cause, as
 * nothing was ever attached to it.
 */
function isKnownChanged(sums: ReadonlyMap<string, string>, path: string, payload: Held): boolean {
  const sum = sums.get(path);
  return sum !== undefined && sum !== sha512(payload.get(path) ?? new Uint8Array());
}

/** @param expected what the PDF should carry, by name */
function checkPdf(path: string, bytes: Uint8Array | undefined, expected: Held): Diagnostic[] {
  const pdf = `${PAYLOAD}/${path}`;
  if (!bytes) return [diagnose('attached-no-pdf', { pdf })];
  const carried = carriedFiles(bytes);
  if (!carried) return [diagnose('attached-unreadable', { pdf })];
  if (carried.length === 0 && expected.size > 0) return [diagnose('attached-none', { pdf })];
  return compare(pdf, carried, expected);
}

function compare(pdf: string, carried: readonly CarriedFile[], expected: Held): Diagnostic[] {
  const waiting = new Map(expected);
  const found = carried.flatMap((file): Diagnostic[] => {
    const [name = '', ...more] = file.names;
    const source = more.length === 0 ? waiting.get(name) : undefined;
    if (!source) return [diagnose('attached-surplus', { pdf, name: file.names.join('、') })];
    waiting.delete(name);
    return compareContent(pdf, name, source, file.content);
  });
  return [...found, ...[...waiting.keys()].map((name) => diagnose('attached-missing', { pdf, name }))];
}

function compareContent(
  pdf: string,
  name: string,
  source: Uint8Array,
  content: Uint8Array | undefined,
): Diagnostic[] {
  if (content && sameBytes(source, content)) return [];
  const hint = content
    ? differenceHint(name, source, content, 'PDF の中のもの')
    : '壊れていて、PDF から取り出せません。';
  return [diagnose('attached-differs', { pdf, name }, { hints: [hint] })];
}
