/**
 * The steps from content to pages, top to bottom. Each takes values and returns values; a step with errors is the
 * last one taken.
 */
import { loadEdition, type Selection, selectPrograms } from './content/index.ts';
import { type Diagnostic, hasErrors, type Result } from './diagnostic.ts';
import { furnish, furnitureCollisions, furnitureItems } from './furniture.ts';
import type { Leaf } from './layout/block.ts';
import type { Layout } from './layout/layout-block.ts';
import { loadTemplateSet, type TemplateSet } from './layout/load-set.ts';
import { prepareLayout } from './layout/prepare-layout.ts';
import { pageGeometry } from './layout/theme.ts';
import { mm } from './layout/units.ts';
import { Ledger } from './ledger.ts';
import { type BlockBox, createMeasurer, type Measurer, tableStyle } from './measurer.ts';
import { paginate } from './paginate/paginate.ts';
import type { PageSize, Printer, PrintInfo } from './pdf/print.ts';
import { type BoxSection, bodyItems, layOutSection } from './sections.ts';
import { type Locate, tooTallDiagnostic } from './text-problems.ts';
import { views } from './view/registry.ts';
import type { BookView, SectionView } from './view/types.ts';
import type { World } from './world.ts';

/** What to make a booklet of. */
export type Request = {
  /** The edition's folder. */
  readonly edition: string;
  readonly selection: Selection;
  /** The folder of the template sets. */
  readonly templates: string;
  /** The folder of the fonts. */
  readonly fonts: string;
  /** Told before each piece of work that may take long. */
  readonly progress: (step: string, done: number, total: number) => void;
};

/** A booklet that is right: all of it stands on its pages, only heads, feet and the file's end are left. */
export type Booklet = { readonly pages: number; finish(): Promise<Uint8Array> };

/** Begins a file once the content is known to be right. */
export type OpenPrinter = (info: PrintInfo, size: PageSize) => Promise<Printer>;

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
  const selected = selectPrograms(loaded.value.edition, request.selection);
  const set = loadTemplateSet(world, request.templates, loaded.value.edition.table.template);
  const diagnostics = [...loaded.diagnostics, ...selected.diagnostics, ...set.diagnostics];
  if (!selected.value || !set.value || hasErrors(diagnostics)) return { diagnostics };

  const view = views[set.value.theme.view](selected.value);
  const layout = prepareLayout(world, set.value, request.fonts, view.yearColumns);
  diagnostics.push(...layout.diagnostics);
  if (!layout.value) return { diagnostics };

  const printer = await openPrinter({ ...view.info, creator }, pageGeometry(set.value.theme));
  const book = printBook(view, set.value, layout.value, printer, loaded.value.locate, request.progress);
  diagnostics.push(...book.diagnostics);
  return hasErrors(diagnostics) ? { diagnostics } : { ...book, diagnostics };
}

/** Lays out, breaks into pages and prints them one after the other; the ledger is closed at the end. */
function printBook(
  view: BookView,
  set: TemplateSet,
  layout: Layout,
  printer: Printer,
  locate: Locate,
  progress: Request['progress'],
): Result<Booklet> {
  const { theme } = set;
  const geometry = pageGeometry(theme);
  const rules = { height: geometry.body.height, maxBlank: theme.max_blank };
  const measurer = createMeasurer(layout, tableStyle(theme), locate);
  const ledger = new Ledger();
  const sections = boxSections(view, measurer, ledger, progress);
  const running: SectionView['running'][] = [];
  const wrong: Diagnostic[] = [];
  for (const { section, placed, excess } of paginate<BlockBox, BoxSection>(sections, rules, measurer.tear)) {
    if (excess !== undefined) wrong.push(tooTallDiagnostic(placed.at(-1)?.box.view, mm(excess), locate));
    for (const leaf of placed.flatMap(({ box }) => textsIn(box))) ledger.place(leaf);
    // A text with an error has no glyphs to print: what is left is laid out only to find all errors.
    if (!hasErrors(measurer.diagnostics())) printer.page(bodyItems(placed, geometry));
    running.push(section.view.running);
  }
  const furniture = (index: number) =>
    furnish(view, running[index] as SectionView['running'], index, running.length, geometry, measurer);
  const first = running.length > 0 ? furniture(0) : undefined;
  if (first) wrong.push(...furnitureCollisions(first, geometry, set.themeDocument));
  wrong.push(...measurer.diagnostics());
  const finish = () => printer.finish((index) => furnitureItems((index === 0 && first) || furniture(index)));
  return {
    value: { pages: running.length, finish },
    diagnostics: [...wrong, ...(hasErrors(wrong) ? [] : ledger.close(locate))],
  };
}

/** The sections' boxes, each laid out when the paginator comes to it. */
function* boxSections(
  view: BookView,
  measurer: Measurer,
  ledger: Ledger,
  progress: Request['progress'],
): Generator<BoxSection> {
  for (let index = 0; index < view.sectionCount; index++) {
    progress('組版', index, view.sectionCount);
    const section = view.section(index);
    for (const block of [...section.opening, ...section.body]) ledger.ask(block);
    yield layOutSection(section, measurer);
  }
}

/** The texts a box puts on paper, but for what is only printed again. */
function textsIn({ fragment, reprint }: BlockBox): Leaf[] {
  return reprint ? [] : fragment.items.flatMap((item) => (item.kind === 'text' ? [item.leaf] : []));
}
