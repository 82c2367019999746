/**
 * The steps from content to pages, top to bottom. Each takes values and returns values; a step with errors is the
 * last one taken.
 */
import {
  contentHash,
  type Edition,
  type LoadedEdition,
  loadEdition,
  originOf,
  type Selection,
  selectPrograms,
} from '../content/index.ts';
import { type Diagnostic, hasErrors, type Result } from '../ground/diagnostic.ts';
import type { World } from '../ground/world.ts';
import type { Layout } from '../layout/layout-block.ts';
import { loadTemplateSet, type TemplateSet } from '../layout/load-set.ts';
import { prepareLayout } from '../layout/prepare-layout.ts';
import type { Locate } from '../layout/text-problems.ts';
import { type Profile, pageGeometry } from '../layout/theme.ts';
import { type Booklet, printBook } from '../pages/press.ts';
import type { Paper, Printer, PrintInfo } from '../pdf/print.ts';
import { bookletView, extractView } from '../view/book.ts';
import { views } from '../view/registry.ts';
import type { BookView } from '../view/types.ts';

/** Where everything lies that a document is made of. */
export type Sources = {
  /** The edition's folder. */
  readonly edition: string;
  /** The folder of the template sets. */
  readonly templates: string;
  /** The folder of the fonts. */
  readonly fonts: string;
};

/** What to make a booklet of. */
export type Request = Sources & {
  readonly selection: Selection;
  readonly profile: Profile;
  /** Told before each piece of work that may take long. */
  readonly progress: (step: string, done: number, total: number) => void;
};

/** Begins a file once the content is known to be right. */
export type OpenPrinter = (info: PrintInfo, paper: Paper) => Promise<Printer>;

/** An edition and the templates it names, checked. */
export type Loaded = LoadedEdition & { readonly set: TemplateSet };

/** All that turns a view into pages. */
export type Workshop = {
  readonly set: TemplateSet;
  readonly layout: Layout;
  readonly locate: Locate;
  readonly creator: string;
  readonly openPrinter: OpenPrinter;
  readonly progress: Request['progress'];
};

/**
 * Content → booklet. Everything `check` promises is done here: only the writing is left.
 *
 * @param world the disk to read from
 * @param creator this program's name and version
 */
export async function compose(
  world: World,
  request: Request,
  creator: string,
  openPrinter: OpenPrinter,
): Promise<Result<Booklet>> {
  const { value: loaded, sound, diagnostics } = load(world, request);
  const found = loaded ?? sound;
  if (!found) return { diagnostics };
  const { edition, locate, set } = found;
  const selected = selectPrograms(edition, request.selection);
  // Of what is right in spite of errors, what was asked for may not be a part.
  if (loaded) diagnostics.push(...selected.diagnostics);
  if (!selected.value) return { diagnostics };

  const layout = prepareLayout(world, set, request.fonts, edition.years.plan.length);
  diagnostics.push(...layout.diagnostics);
  if (!layout.value) return { diagnostics };

  const whole = selected.value === edition;
  const view = whole ? wholeBooklet(edition, set, creator) : extract(selected.value, set);
  const open = loaded ? openPrinter : async () => BLIND_PRINTER;
  const { progress } = request;
  const workshop = { set, layout: layout.value, locate, creator, openPrinter: open, progress };
  const book = await printView(view, workshop, request.profile);
  diagnostics.push(...book.diagnostics);
  return hasErrors(diagnostics) ? { diagnostics } : { ...book, diagnostics };
}

/** A printer for those who want to know only what pages there would be, or what is wrong with them. */
export const BLIND_PRINTER: Printer = {
  page: () => 0,
  finish: async () => new Uint8Array(),
};

/** Reads and checks an edition and its template set; where there are errors, what is right beside them. */
export function load(
  world: World,
  { edition, templates }: Sources,
): Result<Loaded> & { readonly sound?: Loaded; diagnostics: Diagnostic[] } {
  const { value, sound, diagnostics: reading } = loadEdition(world, edition);
  const found = value ?? sound;
  if (!found) return { diagnostics: [...reading] };
  const set = loadTemplateSet(world, templates, found.edition.table.template);
  const diagnostics = [...reading, ...set.diagnostics.map((one) => whereNamed(one, found))];
  if (!set.value) return { diagnostics };
  const loaded = { ...found, set: set.value };
  return hasErrors(diagnostics) ? { sound: loaded, diagnostics } : { value: loaded, diagnostics };
}

/** A set that is not there is a mistake of the edition that names it. */
function whereNamed(diagnostic: Diagnostic, edition: LoadedEdition | undefined): Diagnostic {
  if (diagnostic.code !== 'template-folder-missing') return diagnostic;
  return { ...diagnostic, span: edition?.locate(originOf('edition.yaml', 'table', 'template')) };
}

/** The booklet of an edition with all its parts. */
export function wholeBooklet(edition: Edition, { theme }: TemplateSet, creator: string): BookView {
  return bookletView(edition, views[theme.view](edition), {
    contentHash: () => contentHash(edition),
    creator,
  });
}

function extract(part: Edition, { theme }: TemplateSet): BookView {
  return extractView(part, views[theme.view](part));
}

/** Lays a view out and prints its pages into a new file. */
export async function printView(
  view: BookView,
  workshop: Workshop,
  profile: Profile,
): Promise<Result<Booklet>> {
  const { set, creator, openPrinter } = workshop;
  const paper = { ...pageGeometry(set.theme, profile), bound: profile === 'print' };
  const printer = await openPrinter({ ...view.info, creator }, paper);
  return printBook(view, { ...workshop, printer, profile });
}
