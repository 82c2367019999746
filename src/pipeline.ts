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
} from './content/index.ts';
import { type Diagnostic, hasErrors, type Result } from './diagnostic.ts';
import type { Layout } from './layout/layout-block.ts';
import { loadTemplateSet, type TemplateSet } from './layout/load-set.ts';
import { prepareLayout } from './layout/prepare-layout.ts';
import { type Profile, pageGeometry } from './layout/theme.ts';
import type { Paper, Printer, PrintInfo } from './pdf/print.ts';
import { type Booklet, printBook } from './press.ts';
import type { Locate } from './text-problems.ts';
import { bookletView, extractView } from './view/book.ts';
import { views } from './view/registry.ts';
import type { BookView } from './view/types.ts';
import type { World } from './world.ts';

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
  const { value: loaded, diagnostics } = load(world, request);
  if (!loaded) return { diagnostics };
  const { edition, locate, set } = loaded;
  const selected = selectPrograms(edition, request.selection);
  diagnostics.push(...selected.diagnostics);
  if (!selected.value) return { diagnostics };

  const layout = prepareLayout(world, set, request.fonts, edition.years.plan.length);
  diagnostics.push(...layout.diagnostics);
  if (!layout.value) return { diagnostics };

  const whole = selected.value === edition;
  const view = whole ? wholeBooklet(edition, set, creator) : extract(selected.value, set);
  const workshop = { set, layout: layout.value, locate, creator, openPrinter, progress: request.progress };
  const book = await printView(view, workshop, request.profile);
  diagnostics.push(...book.diagnostics);
  return hasErrors(diagnostics) ? { diagnostics } : { ...book, diagnostics };
}

/** Reads and checks an edition and its template set; nothing where there are errors. */
export function load(
  world: World,
  { edition, templates }: Sources,
): Result<Loaded> & { diagnostics: Diagnostic[] } {
  const loaded = loadEdition(world, edition);
  if (!loaded.value) return { diagnostics: [...loaded.diagnostics] };
  const set = loadTemplateSet(world, templates, loaded.value.edition.table.template);
  const diagnostics = [...loaded.diagnostics, ...set.diagnostics.map((one) => whereNamed(one, loaded.value))];
  if (!set.value || hasErrors(diagnostics)) return { diagnostics };
  return { value: { ...loaded.value, set: set.value }, diagnostics };
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
