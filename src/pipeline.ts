/**
 * The steps from content to pages, top to bottom. Each takes values and returns values; a step with errors is the
 * last one taken.
 */
import { contentHash, loadEdition, type Selection, selectPrograms } from './content/index.ts';
import { hasErrors, type Result } from './diagnostic.ts';
import { loadTemplateSet } from './layout/load-set.ts';
import { prepareLayout } from './layout/prepare-layout.ts';
import { type Profile, pageGeometry } from './layout/theme.ts';
import type { Paper, Printer, PrintInfo } from './pdf/print.ts';
import { type Booklet, printBook } from './press.ts';
import { bookletView, extractView } from './view/book.ts';
import { views } from './view/registry.ts';
import type { World } from './world.ts';

/** What to make a booklet of. */
export type Request = {
  /** The edition's folder. */
  readonly edition: string;
  readonly selection: Selection;
  readonly profile: Profile;
  /** The folder of the template sets. */
  readonly templates: string;
  /** The folder of the fonts. */
  readonly fonts: string;
  /** Told before each piece of work that may take long. */
  readonly progress: (step: string, done: number, total: number) => void;
};

/** Begins a file once the content is known to be right. */
export type OpenPrinter = (info: PrintInfo, paper: Paper) => Promise<Printer>;

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
  const loaded = loadEdition(world, request.edition);
  if (!loaded.value) return { diagnostics: loaded.diagnostics };
  const { edition, locate } = loaded.value;
  const selected = selectPrograms(edition, request.selection);
  const set = loadTemplateSet(world, request.templates, edition.table.template);
  const diagnostics = [...loaded.diagnostics, ...selected.diagnostics, ...set.diagnostics];
  if (!selected.value || !set.value || hasErrors(diagnostics)) return { diagnostics };

  const { theme } = set.value;
  const tables = views[theme.view](selected.value);
  const view =
    selected.value === edition
      ? bookletView(edition, tables, { contentHash: contentHash(edition), creator })
      : extractView(edition, tables);
  const layout = prepareLayout(world, set.value, request.fonts, view.yearColumns);
  diagnostics.push(...layout.diagnostics);
  if (!layout.value) return { diagnostics };

  const { profile, progress } = request;
  const paper = { ...pageGeometry(theme, profile), bound: profile === 'print' };
  const printer = await openPrinter({ ...view.info, creator }, paper);
  const input = { set: set.value, layout: layout.value, printer, profile, locate, progress };
  const book = printBook(view, input);
  diagnostics.push(...book.diagnostics);
  return hasErrors(diagnostics) ? { diagnostics } : { ...book, diagnostics };
}
