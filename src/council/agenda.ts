/** A meeting → its documents, laid out: papers taken from the edition, a cover sheet, all in one file. */

import {
  BLIND_PRINTER,
  type Loaded,
  load,
  type OpenPrinter,
  printView,
  type Sources,
  type Workshop,
  wholeBooklet,
} from '../book/pipeline.ts';
import {
  findMeeting,
  type LoadedMeeting,
  loadMeeting,
  type Meeting,
  meetingOf,
  type Paper,
  type PaperRequest,
  selectPrograms,
} from '../content/index.ts';
import { hasErrors, type Result, withoutRepeats } from '../ground/diagnostic.ts';
import type { World } from '../ground/world.ts';
import { prepareLayout } from '../layout/prepare-layout.ts';
import type { Profile } from '../layout/theme.ts';
import type { Booklet } from '../pages/press.ts';
import { views } from '../view/registry.ts';
import type { Places } from '../view/types.ts';
import { agendaDocuments, type PaperContent } from './view/agenda.ts';

/** Which meeting: the one of a file, or one paper as the command line describes it. */
export type AgendaRequest = Sources & {
  readonly meeting: { readonly file: string } | PaperRequest;
  /** Whether every paper gets a page on which members write. */
  readonly withForm: boolean;
  /** The booklet whose page numbers the papers cite: the one that members have before them. */
  readonly cited: Profile;
  readonly progress: Workshop['progress'];
  /** What of a 差し替え is marked, and what of it is left out. */
  readonly revision?: Revision;
};

/** A 差し替え: what takes the place of papers that were handed out. */
export type Revision = {
  /** The mark of the cover sheet and of all papers in one, `（修正）`. */
  readonly mark: string;
  /** The marks of papers by number; the others have none. */
  readonly papers: ReadonlyMap<string, string>;
  /** The numbers of papers that are no part of it: what was handed out of them is right. */
  readonly leftOut: ReadonlySet<string>;
};

/** A document that is right, and the name of its file without ending. */
export type AgendaFile = { readonly name: string; readonly book: Booklet };

export type ComposedAgenda = {
  readonly meeting: Meeting;
  readonly files: readonly AgendaFile[];
};

/**
 * @param world the disk to read from
 * @param creator this program's name and version
 */
export async function composeAgenda(
  world: World,
  request: AgendaRequest,
  creator: string,
  openPrinter: OpenPrinter,
): Promise<Result<ComposedAgenda>> {
  const { value: loaded, diagnostics } = load(world, request);
  if (!loaded) return { diagnostics };
  const found = meetingFor(world, request, loaded);
  diagnostics.push(...found.diagnostics);
  if (!found.value || hasErrors(diagnostics)) return { diagnostics };
  const { locate } = found.value;
  const meeting = marked(found.value.meeting, request.revision);

  const { edition, set } = loaded;
  const layout = prepareLayout(world, set, request.fonts, edition.years.plan.length);
  diagnostics.push(...layout.diagnostics);
  if (!layout.value) return { diagnostics };
  const { progress } = request;
  const workshop = { set, layout: layout.value, locate, creator, openPrinter, progress };

  const places = await bookPlaces(loaded, workshop, request.cited);
  diagnostics.push(...places.diagnostics);
  if (!places.value || hasErrors(diagnostics)) return { diagnostics };
  const papers = meeting.papers.map((paper) => ({ ...paper, form: paper.form || request.withForm }));
  const contents = papers.map((paper) => contentOf(paper, loaded, places.value as Places));
  const documents = agendaDocuments(edition, meeting, contents, 'file' in request.meeting);
  const files: AgendaFile[] = [];
  for (const { name, paper = '', view } of documents) {
    if (request.revision?.leftOut.has(paper)) continue;
    const book = await printView(view, workshop, 'screen');
    diagnostics.push(...book.diagnostics);
    if (book.value) files.push({ name, book: book.value });
  }
  const once = withoutRepeats(diagnostics);
  return hasErrors(once)
    ? { diagnostics: once }
    : {
        value: { meeting, files },
        diagnostics: once,
      };
}

/** The meeting with the marks of a 差し替え. */
function marked(meeting: Meeting, revision: Revision | undefined): Meeting {
  if (!revision) return meeting;
  const papers = meeting.papers.map((paper) => ({ ...paper, mark: revision.papers.get(paper.number) ?? '' }));
  return { ...meeting, mark: revision.mark, papers };
}

function meetingFor(
  world: World,
  { edition, meeting }: AgendaRequest,
  loaded: Loaded,
): Result<LoadedMeeting> {
  if (!('file' in meeting)) return meetingOf(loaded, meeting);
  const found = findMeeting(world, edition, meeting.file);
  if (found.value === undefined) return { diagnostics: found.diagnostics };
  return loadMeeting(world, edition, loaded, found.value);
}

/** The page numbers of a booklet. */
async function bookPlaces(
  { edition, set }: Loaded,
  workshop: Workshop,
  cited: Profile,
): Promise<Result<Places>> {
  const blind = { ...workshop, openPrinter: async () => BLIND_PRINTER };
  const { value, diagnostics } = await printView(wholeBooklet(edition, set, workshop.creator), blind, cited);
  return value ? { value: value.placeOf, diagnostics } : { diagnostics };
}

function contentOf(paper: Paper, { edition, set }: Loaded, places: Places): PaperContent {
  const { value: part } = selectPrograms(edition, paper.selection);
  if (!part) throw new Error(`the selection of ${paper.number} was checked before`);
  const options = { opinionBlank: true, bookPlaces: places };
  return { paper, edition: part, tables: views[set.theme.view](part, options) };
}
