/** The printed documents of a bag, each made from the sources alone by the function that `build` uses too. */

import { compose, type OpenPrinter, type Request } from '../book/pipeline.ts';
import { meetingNames } from '../content/index.ts';
import { composeAgenda } from '../council/agenda.ts';
import { type Diagnostic, hasErrors, type Result } from '../ground/diagnostic.ts';
import type { World } from '../ground/world.ts';
import type { Profile } from '../layout/theme.ts';
import { attachmentsOf, bookletSources } from './attached-sources.ts';
import type { Held } from './held.ts';

/** What a document is made from and with. */
export type DocumentInput = {
  /** Holds the sources and nothing else, in the folders named below. */
  readonly world: World;
  /** The edition's folder. */
  readonly edition: string;
  readonly templates: string;
  readonly fonts: string;
  /** This program's name and version. */
  readonly creator: string;
  readonly openPrinter: OpenPrinter;
  readonly progress: Request['progress'];
  /** The meetings whose papers are kept as they were handed out: they are not made. */
  readonly handedOut: ReadonlySet<string>;
};

/** Makes documents, by their paths below `data/`; nothing where one of them has an error. */
export type DocumentMaker = (input: DocumentInput) => Promise<Result<Held>>;

const PROFILES: Readonly<Record<Profile, string>> = {
  screen: 'booklet/booklet.pdf',
  print: 'booklet/booklet-print.pdf',
};

/** The booklets' paths below `data/`. */
export const BOOKLETS: readonly string[] = Object.values(PROFILES);

const EVERYTHING = { goals: [], measures: [], programs: [], departments: [], priority: false };

/** The booklet in both profiles: the pages that `build` prints, along with what they were made from. */
export const booklets: DocumentMaker = async (input) => {
  const { world, creator, openPrinter, handedOut: _, ...places } = input;
  const attachments = attachmentsOf(bookletSources(world, input.edition));
  const withSources: OpenPrinter = (info, paper) => openPrinter({ ...info, attachments }, paper);
  const files = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  for (const [profile, path] of Object.entries(PROFILES) as [Profile, string][]) {
    const request = { ...places, selection: EVERYTHING, profile };
    const booklet = await compose(world, request, creator, withSources);
    diagnostics.push(...booklet.diagnostics);
    if (!booklet.value || hasErrors(booklet.diagnostics)) return { diagnostics };
    files.set(path, await booklet.value.finish());
  }
  return { value: files, diagnostics };
};

/** The papers of every meeting that has a file, as `agenda --meeting` writes them; not of those handed out. */
export const agendaPapers: DocumentMaker = async (input) => {
  const { world, creator, openPrinter, handedOut, ...places } = input;
  const files = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  for (const file of meetingNames(world, input.edition)) {
    if (handedOut.has(file.replace(/\.yaml$/, ''))) continue;
    const request = { ...places, meeting: { file }, withForm: false, cited: 'print' as const };
    const papers = await composeAgenda(world, request, creator, openPrinter);
    diagnostics.push(...papers.diagnostics);
    if (!papers.value || hasErrors(papers.diagnostics)) return { diagnostics };
    const { meeting, files: made } = papers.value;
    for (const { name, book } of made) files.set(`agenda/${meeting.date}/${name}.pdf`, await book.finish());
  }
  return { value: files, diagnostics };
};
