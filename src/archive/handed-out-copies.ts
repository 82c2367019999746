/**
 * What a sealed edition holds of papers that were handed out: copies of every version, `agenda/2026-11-22/v1/資料3.pdf`,
 * and a record of the bags they come from, in the form of a manifest: the SHA-512 of each bag's manifest, and its name.
 */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { typedPath } from '../ground/shown.ts';
import { isFailure, type World } from '../ground/world.ts';
import type { BagInfo } from './bag-info.ts';
import { type BagId, bagName, besideBag, readBagName, versionFolder } from './bag-name.ts';
import { readTag } from './bounds.ts';
import type { HandOut, MeetingId } from './handed-out.ts';
import { below, type Held, inFolder, sameBytes } from './held.ts';
import { type ManifestEntry, readManifest, sha512, writeManifest } from './manifest.ts';
import { papersFolder } from './sources.ts';
import { PAYLOAD, TAG } from './tag-files.ts';

/** The record's path below `data/`. */
export const RECORD = 'agenda/配付の記録.txt';

/** A bag that the record names. */
export type Recorded = { readonly id: BagId & MeetingId; readonly sha512: string };

/** Copies whose bags are lost, by path below `data/`, and the lines of the record that name these. */
export type CarriedCopies = { readonly entries: readonly ManifestEntry[]; readonly copies: Held };

/** @returns the copies and their record by path below `data/`; nothing where nothing was handed out */
export function copiesOf(
  all: readonly HandOut[],
  carried: CarriedCopies = { entries: [], copies: new Map() },
): Held {
  if (all.length + carried.entries.length === 0) return new Map();
  const entries = all.map(({ id, files }) => ({
    path: bagName(id),
    sha512: sha512(files.get(TAG.manifest) ?? new Uint8Array()),
  }));
  const copies = all.flatMap(({ id, files }) => {
    const meeting = id.meeting ?? '';
    const papers = below(files, `${PAYLOAD}/${papersFolder(meeting)}`);
    return [...inFolder(papers, copiesFolder(meeting, id.version))];
  });
  const record = writeManifest([...entries, ...carried.entries]);
  return new Map([...copies, ...carried.copies, [RECORD, record]]);
}

/** The copies and their record within a payload, by path below `data/`. */
export function copiesIn(payload: Held): Held {
  const record = payload.get(RECORD);
  if (!record) return new Map();
  const copies = readRecord(record).flatMap(({ id: { meeting, version } }) => {
    const folder = copiesFolder(meeting, version);
    return [...inFolder(below(payload, folder), folder)];
  });
  return new Map([...copies, [RECORD, record]]);
}

/** The folders of the meetings whose papers are copies. */
export function meetingsIn(copies: Held): ReadonlySet<string> {
  const record = copies.get(RECORD);
  return new Set(record ? readRecord(record).map(({ id }) => id.meeting) : []);
}

/** The folder of the copies of a bag's papers below `data/`: `agenda/2026-11-22/v1`. */
export function copiesFolder(meeting: string, version: number): string {
  return `${papersFolder(meeting)}/${versionFolder(version)}`;
}

/** The bags that a record names, whatever else stands in it. */
export function readRecord(bytes: Uint8Array): Recorded[] {
  return readManifest(bytes).entries.flatMap(({ path, sha512: sum }) => {
    const id = readBagName(path);
    return id?.meeting === undefined ? [] : [{ id: { ...id, meeting: id.meeting }, sha512: sum }];
  });
}

export type CopiesState = 'equal' | 'different' | 'unchecked' | 'none';

export type CopiesAnswer = {
  readonly state: CopiesState;
  /** How many bags were compared with. */
  readonly compared: number;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Compares the copies in a sealed edition with the bags they come from, as far as these lie where `archive` found them.
 *
 * @param root the folder of the edition's bag
 * @param files the bag's files; they may be anything
 */
export function checkCopies(world: World, root: string, files: Held, info: BagInfo): CopiesAnswer {
  const payload = below(files, PAYLOAD);
  const record = payload.get(RECORD);
  if (!record || info.meeting !== undefined) return { state: 'none', compared: 0, diagnostics: [] };
  const recorded = readRecord(record).filter(({ id }) => id.edition === info.edition);
  const broken = checkRecord(record, recorded.length);
  if (broken) return { state: 'different', compared: 0, diagnostics: [broken] };
  const answers = recorded.map((one) => checkOne(world, besideBag(root, info, one.id), one, payload));
  const diagnostics = answers.flatMap(({ diagnostics }) => diagnostics);
  const compared = answers.filter(({ isThere }) => isThere).length;
  const isDifferent = diagnostics.some(({ severity }) => severity === 'error');
  const state = isDifferent ? 'different' : compared < answers.length ? 'unchecked' : 'equal';
  return { state, compared, diagnostics };
}

/** A record of ours has one form, and nothing but bags of the edition, each once: no other is followed. */
function checkRecord(record: Uint8Array, count: number): Diagnostic | undefined {
  const { entries, broken } = readManifest(record);
  const isOurs = entries.length === count && count > 0 && sameBytes(record, writeManifest(entries));
  if (isOurs) return undefined;
  return diagnose('handed-out-record', { file: `${PAYLOAD}/${RECORD}`, line: broken[0] ?? 1 });
}

type Answer = { readonly isThere: boolean; readonly diagnostics: readonly Diagnostic[] };

function checkOne(world: World, folder: string, { id, sha512: sum }: Recorded, payload: Held): Answer {
  const bag = bagName(id);
  const names = world.list(folder);
  if (isFailure(names) && names.failure === 'missing')
    return { isThere: false, diagnostics: [diagnose('handed-out-unchecked', { bag }, { severity: 'info' })] };
  const hints = [`「hyokahyo verify ${typedPath(folder)}」で、配った資料の保存も調べてください。`];
  const manifest = readTag(world, folder, TAG.manifest);
  if (isFailure(manifest) || sha512(manifest) !== sum)
    return { isThere: true, diagnostics: [diagnose('handed-out-changed', { bag }, { hints })] };
  const copies = below(payload, copiesFolder(id.meeting, id.version));
  return { isThere: true, diagnostics: compareCopies(bag, id, readManifest(manifest).entries, copies) };
}

/** In both directions. */
function compareCopies(
  bag: string,
  { meeting, version }: BagId & MeetingId,
  entries: readonly ManifestEntry[],
  copies: Held,
): Diagnostic[] {
  const start = `${PAYLOAD}/${papersFolder(meeting)}/`;
  const inBag = new Map(
    entries.flatMap(({ path, sha512: sum }) =>
      path.startsWith(start) ? [[path.slice(start.length), sum] as const] : [],
    ),
  );
  const shown = (name: string) => `${PAYLOAD}/${copiesFolder(meeting, version)}/${name}`;
  const lacking = [...inBag.keys()].filter((name) => !copies.has(name));
  const found = [...copies].flatMap(([name, bytes]) => {
    const file = shown(name);
    const sum = inBag.get(name);
    if (sum === undefined) return [diagnose('handed-out-surplus', { file, bag })];
    return sum === sha512(bytes) ? [] : [diagnose('handed-out-copy', { file, bag })];
  });
  return [...found, ...lacking.map((name) => diagnose('handed-out-lacks', { file: shown(name), bag }))];
}
