/**
 * The steps from content to pages, top to bottom. Each takes values and returns values; a step with errors is the
 * last one taken.
 */
import { loadEdition, type Selection, selectPrograms } from './content/index.ts';
import { type Diagnostic, diagnose, hasErrors, type Result } from './diagnostic.ts';
import type { Leaf } from './layout/block.ts';
import type { Layout } from './layout/layout-block.ts';
import { loadTemplateSet, type TemplateSet } from './layout/load-set.ts';
import { prepareLayout } from './layout/prepare-layout.ts';
import { type PageGeometry, pageGeometry } from './layout/theme.ts';
import { mm } from './layout/units.ts';
import { Ledger } from './ledger.ts';
import { type BlockBox, createMeasurer, type Measurer, tableStyle } from './measurer.ts';
import { type Section as BoxSection, paginate } from './paginate/paginate.ts';
import type { PlacedItems } from './pdf/content.ts';
import type { PageSize, Printer, PrintInfo } from './pdf/print.ts';
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
  const { left, top, height } = geometry.body;
  const measurer = createMeasurer(layout, tableStyle(theme), locate);
  const ledger = new Ledger();
  const sections = boxSections(view.sections, measurer, ledger, progress);
  const running: SectionView['running'][] = [];
  const tall: Diagnostic[] = [];
  for (const { section, placed, excess } of paginate<BlockBox, ViewSection>(
    sections,
    { height, maxBlank: theme.max_blank },
    measurer.tear,
  )) {
    if (excess !== undefined) tall.push(tooTallDiagnostic(placed.at(-1)?.box.view, mm(excess), locate));
    for (const leaf of placed.flatMap(({ box }) => textsIn(box))) ledger.place(leaf);
    // A text with an error has no glyphs to print: what is left is laid out only to find all errors.
    if (!hasErrors(measurer.diagnostics()))
      printer.page(placed.map(({ box, y }) => ({ x: left, y: top + y, items: box.fragment.items })));
    running.push(section.view.running);
  }
  const furniture = (index: number) => furnish(running, index, view, geometry, measurer).map(placeItems);
  const collisions =
    running.length === 0
      ? []
      : furnitureCollisions(furnish(running, 0, view, geometry, measurer), geometry, set.themeDocument);
  const wrong = [...measurer.diagnostics(), ...tall, ...collisions];
  const diagnostics = [...wrong, ...(hasErrors(wrong) ? [] : ledger.close(locate))];
  return { value: { pages: running.length, finish: () => printer.finish(furniture) }, diagnostics };
}

type ViewSection = BoxSection<BlockBox> & { readonly view: SectionView };

/** The sections' boxes, each laid out when the paginator comes to it. */
function* boxSections(
  views: readonly SectionView[],
  measurer: Measurer,
  ledger: Ledger,
  progress: Request['progress'],
): Generator<ViewSection> {
  for (const [index, view] of views.entries()) {
    progress('組版', index, views.length);
    const { opening, reopening, body } = view;
    for (const block of [...opening, ...body]) ledger.ask(block);
    yield {
      view,
      opening: opening.map(measurer.box),
      reopening: reopening.map((block) => ({ ...measurer.box(block), reprint: true })),
      body: body.map(measurer.box),
    };
  }
}

/** The texts a box puts on paper, but for what is only printed again. */
function textsIn({ fragment, reprint }: BlockBox): Leaf[] {
  return reprint ? [] : fragment.items.flatMap((item) => (item.kind === 'text' ? [item.leaf] : []));
}

type Furniture = { readonly x: number; readonly y: number; readonly box: BlockBox };

/** A page's head and foot, in the places the theme gives them. */
function furnish(
  running: readonly SectionView['running'][],
  index: number,
  view: BookView,
  geometry: PageGeometry,
  measurer: Measurer,
): [head: Furniture, foot: Furniture] {
  const x = geometry.body.left;
  const data = { ...view.running, ...running[index], pageNumber: `${index + 1} / ${running.length}` };
  const head = measurer.box({ template: 'page-head', data });
  const foot = measurer.box({ template: 'page-foot', data });
  return [
    { x, y: geometry.headTop, box: head },
    { x, y: geometry.footBottom - foot.height, box: foot },
  ];
}

function placeItems({ x, y, box }: Furniture): PlacedItems {
  return { x, y, items: box.fragment.items };
}

/** Heads and feet that reach into the body: all are as high as the first page's. */
function furnitureCollisions(
  [head, foot]: readonly [Furniture, Furniture],
  { body, height }: PageGeometry,
  theme: TemplateSet['themeDocument'],
): Diagnostic[] {
  const intoBody = head.y + head.box.height - body.top;
  const intoFoot = Math.max(body.top + body.height - foot.y, foot.y + foot.box.height - height);
  const detail = (excess: number) => ({ excess: mm(excess).toFixed(1) });
  const place = (key: string) => ({
    span: theme.locate(['page', key]),
    hints: ['数字を変えるか、margin を大きくしてください。'],
  });
  return [
    ...(intoBody > ROUNDING ? [diagnose('theme-head-collides', detail(intoBody), place('head'))] : []),
    ...(intoFoot > ROUNDING ? [diagnose('theme-foot-collides', detail(intoFoot), place('foot'))] : []),
  ];
}

/** Less than this is rounding, pt. */
const ROUNDING = 0.01;
