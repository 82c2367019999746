/**
 * Whether a new version of a sealed edition would say anything that the newest does not. Content, templates, fonts and
 * what was handed out are compared by the newest bag's manifest.
 *
 * A new program alone is no correction, unless it prints something else: then what was published may have been wrong,
 * and the right pages are worth a version. Its name and version, which every file carries, are no difference.
 */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { isFailure, type World } from '../ground/world.ts';
import type { BagIdentity } from './bag-info.ts';
import { readBagInfo } from './bag-info.ts';
import { bagName } from './bag-name.ts';
import { readTag } from './bounds.ts';
import { RECORD } from './handed-out-copies.ts';
import type { Held } from './held.ts';
import { readManifest, sha512 } from './manifest.ts';
import { composeBag, OPEN_DATA, type Press } from './seal.ts';
import { PLACES_IN_BAG } from './sources.ts';
import { PAYLOAD, TAG } from './tag-files.ts';

const { content, templates, fonts, tool } = PLACES_IN_BAG;

/** What a version is about. */
const MATTERS = [`${content}/`, `${templates}/`, `${fonts}/`, RECORD];
const MADE = ['booklet/', 'agenda/', `${OPEN_DATA}/`];

/** SHA-512 by path below `data/`. */
type Sums = ReadonlyMap<string, string>;

/**
 * @param identity of the bag that is to be sealed
 * @returns an error where nothing has changed since the version before it; nothing for a first version
 */
export async function unchanged(
  world: World,
  archive: string,
  identity: BagIdentity,
  sources: Held,
  copies: Held,
  press: Press,
): Promise<Diagnostic | undefined> {
  const { edition, version } = identity;
  if (version === 1) return undefined;
  const bag = bagName({ edition, version: version - 1 });
  const before = sumsIn(world, `${archive}/${bag}`);
  const now = sumsOf(new Map([...sources, ...copies]));
  if (!isSame(before, now, MATTERS)) return undefined;
  const isSameProgram = isSame(before, now, [`${tool}/`]);
  if (
    !isSameProgram &&
    !(await printsTheSame(world, `${archive}/${bag}`, before, sources, identity, copies, press))
  )
    return undefined;
  const hints = ['内容を直して保存してから、もう一度実行してください。'];
  return diagnose('archive-unchanged', { bag, isSameProgram }, { hints });
}

/** Makes the documents under the name of the program that sealed the bag. */
async function printsTheSame(
  world: World,
  folder: string,
  before: Sums,
  sources: Held,
  identity: BagIdentity,
  copies: Held,
  press: Press,
): Promise<boolean> {
  const bytes = readTag(world, folder, TAG.info);
  const creator = isFailure(bytes) ? undefined : readBagInfo(bytes).info?.tool;
  if (creator === undefined) return false;
  const { value } = await composeBag(sources, identity, { ...press, creator }, copies);
  if (!value) return false;
  return isSame(before, sumsOf(value, `${PAYLOAD}/`), MADE);
}

function sumsIn(world: World, folder: string): Sums {
  const manifest = readTag(world, folder, TAG.manifest);
  if (isFailure(manifest)) return new Map();
  const start = `${PAYLOAD}/`;
  return new Map(
    readManifest(manifest).entries.flatMap(({ path, sha512: sum }) =>
      path.startsWith(start) ? [[path.slice(start.length), sum] as const] : [],
    ),
  );
}

function sumsOf(files: Held, start = ''): Sums {
  const below = [...files].filter(([path]) => path.startsWith(start));
  return new Map(below.map(([path, bytes]) => [path.slice(start.length), sha512(bytes)] as const));
}

/** Whether the same files lie below some places. @param places how paths begin */
function isSame(one: Sums, other: Sums, places: readonly string[]): boolean {
  const among = (sums: Sums) => [...sums].filter(([path]) => places.some((start) => path.startsWith(start)));
  const [a, b] = [among(one), among(other)];
  return a.length === b.length && a.every(([path, sum]) => other.get(path) === sum);
}
