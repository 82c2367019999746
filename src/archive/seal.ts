/** Sources → a whole bag. The same sources, version, reason and program give the same bytes: no clock, no chance. */

import { type Edition, loadEdition } from '../content/index.ts';
import { type Diagnostic, hasErrors, type Result, withoutRepeats } from '../ground/diagnostic.ts';
import { fiscalYear } from '../view/format.ts';
import type { BagIdentity, BagInfo } from './bag-info.ts';
import { CATALOGUE, catalogue } from './catalogue.ts';
import type { DocumentInput, DocumentMaker } from './documents.ts';
import { meetingsIn } from './handed-out-copies.ts';
import { type Held, heldWorld, inFolder } from './held.ts';
import { nameProblems } from './names.ts';
import { openData } from './open-data.ts';
import { PLACES_IN_BAG } from './sources.ts';
import { bagOf, PAYLOAD } from './tag-files.ts';

/** What makes documents, for all bags alike. */
export type Press = Pick<DocumentInput, 'creator' | 'openPrinter' | 'progress'> & {
  readonly makers: readonly DocumentMaker[];
};

/** The folder of what other programs read. */
export const OPEN_DATA = 'open-data';

/**
 * Makes a bag from its sources and nothing else.
 *
 * @param sources by path below `data/`, as `gatherSources` gives them
 * @param copies what was handed out, as `copiesOf` gives it: taken as it is
 * @returns every file of the bag by its path, along with the warnings that the catalogue lists; or what is wrong
 */
export async function composeBag(
  sources: Held,
  identity: BagIdentity,
  press: Press,
  copies: Held = new Map(),
): Promise<Result<Held>> {
  const { creator, makers } = press;
  const world = heldWorld(sources);
  const folder = `${PLACES_IN_BAG.content}/${identity.edition}`;
  const loaded = loadEdition(world, folder);
  if (!loaded.value) return { diagnostics: loaded.diagnostics };
  const { edition } = loaded.value;
  const input = { ...press, ...PLACES_IN_BAG, world, edition: folder, handedOut: meetingsIn(copies) };
  const made = await makeDocuments(input, makers);
  const diagnostics = withoutRepeats([...loaded.diagnostics, ...made.diagnostics]);
  if (!made.value || hasErrors(diagnostics)) return { diagnostics };

  const files = new Map([...sources, ...made.value, ...copies, ...inFolder(openData(edition), OPEN_DATA)]);
  const text = catalogue({ edition, identity, creator, files, warnings: diagnostics });
  const payload = new Map([...files, [CATALOGUE, text]]);
  const names = nameProblems([...payload.keys()].map((path) => `${PAYLOAD}/${path}`));
  if (names.length > 0) return { diagnostics: [...diagnostics, ...names] };
  return { value: bagOf(payload, infoOf(edition, identity, creator)), diagnostics };
}

async function makeDocuments(input: DocumentInput, makers: readonly DocumentMaker[]): Promise<Result<Held>> {
  const files = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  for (const make of makers) {
    const made = await make(input);
    diagnostics.push(...made.diagnostics);
    if (!made.value) return { diagnostics };
    for (const [path, bytes] of made.value) files.set(path, bytes);
  }
  return { value: files, diagnostics };
}

function infoOf(edition: Edition, identity: BagIdentity, creator: string): Omit<BagInfo, 'oxum'> {
  const { city, plan, table, issued } = edition;
  const version = identity.version === 1 ? '' : `第${identity.version}版（正誤）。`;
  const description = `${city}「${plan.title}」${table.title}（${fiscalYear(edition.edition)}版）の長期保存。${version}冊子、内容、様式、書体、オープンデータ、作り直すためのプログラム。中身の説明は data/${CATALOGUE}`;
  return { ...identity, organization: city, description, issued, tool: creator };
}
