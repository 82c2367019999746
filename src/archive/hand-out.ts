/**
 * What is handed out at a meeting → a bag of its own: the papers, and everything they were made from. The same sources,
 * version and program give the same bytes.
 */

import { type Edition, loadEdition, type Meeting, meetingNames } from '../content/index.ts';
import { composeAgenda } from '../council/agenda.ts';
import { hasErrors, type Result, withoutRepeats } from '../ground/diagnostic.ts';
import type { BagInfo, HandOutIdentity } from './bag-info.ts';
import { CATALOGUE } from './catalogue.ts';
import { handOutCatalogue } from './hand-out-catalogue.ts';
import { type Held, heldWorld, inFolder } from './held.ts';
import { nameProblems } from './names.ts';
import { writeForm } from './paper-form.ts';
import { firstHistory, revisionOf, writeHistory } from './paper-history.ts';
import type { Press } from './seal.ts';
import { PLACES_IN_BAG, papersFolder } from './sources.ts';
import { bagOf, PAYLOAD } from './tag-files.ts';

/**
 * Makes a bag from its sources and nothing else.
 *
 * @param sources by path below `data/`, with the file of one meeting
 * @returns every file of the bag by its path, along with the warnings that the catalogue lists; or what is wrong
 */
export async function composeHandOut(
  sources: Held,
  identity: HandOutIdentity,
  press: Pick<Press, 'creator' | 'openPrinter' | 'progress'>,
): Promise<Result<Held>> {
  const { creator, openPrinter, progress } = press;
  const world = heldWorld(sources);
  const folder = `${PLACES_IN_BAG.content}/${identity.edition}`;
  const { version, form } = identity;
  const revision = identity.history && revisionOf(identity.history, version);
  const request = {
    ...{ edition: folder, templates: PLACES_IN_BAG.templates, fonts: PLACES_IN_BAG.fonts },
    ...{ meeting: { file: meetingFileIn(sources, identity.edition) }, ...form, progress },
    ...(revision ? { revision } : {}),
  };
  const composed = await composeAgenda(world, request, creator, openPrinter);
  const diagnostics = withoutRepeats(composed.diagnostics);
  const loaded = loadEdition(world, folder).value;
  if (!composed.value || !loaded || hasErrors(diagnostics)) return { diagnostics };

  const { meeting, files: made } = composed.value;
  const papers = new Map<string, Uint8Array>();
  for (const { name, book } of made) papers.set(`${name}.pdf`, await book.finish());
  const history = identity.history ?? firstHistory(meeting.papers.map(({ number }) => number));
  const files = new Map([...sources, ...inFolder(papers, papersFolder(identity.meeting))]);
  const { edition } = loaded;
  const text = handOutCatalogue({ edition, meeting, identity, creator, files, warnings: diagnostics });
  const payload = new Map([...files, [CATALOGUE, text]]);
  const names = nameProblems([...payload.keys()].map((path) => `${PAYLOAD}/${path}`));
  if (names.length > 0) return { diagnostics: [...diagnostics, ...names] };
  const info = infoOf(edition, meeting, identity, { papers: writeHistory(history), tool: creator });
  return { value: bagOf(payload, info), diagnostics };
}

/** The name of the one meeting's file among a bag's sources; no meeting's where there is none. */
export function meetingFileIn(sources: Held, edition: string): string {
  return meetingNames(heldWorld(sources), `${PLACES_IN_BAG.content}/${edition}`)[0] ?? '';
}

function infoOf(
  { city, plan, edition: year }: Edition,
  { date, dateText, name, number = '' }: Meeting,
  identity: HandOutIdentity,
  more: { readonly papers: string; readonly tool: string },
): Omit<BagInfo, 'oxum'> {
  const { edition, meeting, version, previous, form } = identity;
  const revised = version === 1 ? '' : `差し替え${version === 2 ? '' : version - 1}。`;
  const description = `${city}「${plan.title}」（${year}）の会議の資料。${name}${number}（${dateText}）で配ったもの。${revised}資料、元の内容、様式、書体、作り直すためのプログラム。中身の説明は data/${CATALOGUE}`;
  return {
    ...{ organization: city, description, issued: date, edition, version, previous },
    ...{ meeting, form: writeForm(form), ...more },
  };
}
