/**
 * The steps from content to pages, top to bottom. Each takes values and returns values; a step with errors is the
 * last one taken.
 */
import { loadEdition, type Selection, selectPrograms } from './content/index.ts';
import { hasErrors, type Result } from './diagnostic.ts';
import type { Leaf } from './layout/block.ts';
import type { Layout } from './layout/layout-block.ts';
import { loadTemplateSet, type TemplateSet } from './layout/load-set.ts';
import { prepareLayout } from './layout/prepare-layout.ts';
import { type PageGeometry, pageGeometry } from './layout/theme.ts';
import { mm } from './layout/units.ts';
import { checkLedger } from './ledger.ts';
import { type BlockBox, createMeasurer, type Measurer, tableStyle } from './measurer.ts';
import { type Section as BoxSection, type Page, paginate } from './paginate/paginate.ts';
import type { PrintInfo, PrintPage } from './pdf/print.ts';
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

/** A booklet ready to print. */
export type Booklet = { readonly pages: readonly PrintPage[]; readonly info: PrintInfo };

/**
 * Content → pages. Everything `check` promises is done here: only the writing is left.
 *
 * @param world the disk to read from
 * @param creator this program's name and version
 */
export function compose(world: World, request: Request, creator: string): Result<Booklet> {
  const loaded = loadEdition(world, request.edition);
  if (!loaded.value) return { diagnostics: loaded.diagnostics };
  const { locate } = loaded.value;
  const selected = selectPrograms(loaded.value.edition, request.selection);
  const set = loadTemplateSet(world, request.templates, loaded.value.edition.table.template);
  const diagnostics = [...loaded.diagnostics, ...selected.diagnostics, ...set.diagnostics];
  if (!selected.value || !set.value || hasErrors(diagnostics)) return { diagnostics };

  const view = views[set.value.theme.view](selected.value);
  const layout = prepareLayout(world, set.value, request.fonts, view.yearColumns);
  if (!layout.value) return { diagnostics: [...diagnostics, ...layout.diagnostics] };

  const book = makePages(view, set.value, layout.value, locate, request.progress);
  const info = { ...view.info, creator };
  return {
    diagnostics: [...diagnostics, ...layout.diagnostics, ...book.diagnostics],
    ...(book.value ? { value: { pages: book.value, info } } : {}),
  };
}

function makePages(
  view: BookView,
  set: TemplateSet,
  layout: Layout,
  locate: Locate,
  progress: Request['progress'],
): Result<PrintPage[]> {
  const geometry = pageGeometry(set.theme);
  const measurer = createMeasurer(layout, geometry.body.width, tableStyle(set.theme), locate);
  const sections = view.sections.map((section, index) => {
    progress('組版', index, view.sections.length);
    return boxSection(section, measurer);
  });
  if (hasErrors(measurer.diagnostics())) return { diagnostics: measurer.diagnostics() };

  const { pages, tooTall } = paginate<BlockBox, ViewSection>(
    sections,
    { height: geometry.body.height, maxBlank: set.theme.max_blank },
    measurer.tear,
  );
  const tall = tooTall.map(({ box, excess }) => tooTallDiagnostic(box.view, mm(excess), locate));
  const printed = pages.map((page, index) => furnish(page, index, pages.length, view, geometry, measurer));
  const unbalanced = checkLedger(
    view,
    pages.flatMap(({ placed }) => placed.flatMap(({ box }) => countedLeaves(box))),
    locate,
  );
  const diagnostics = [...measurer.diagnostics(), ...tall, ...unbalanced];
  return hasErrors(diagnostics) ? { diagnostics } : { value: printed, diagnostics };
}

/** The texts a box puts on paper, but for what is only printed again. */
function countedLeaves({ fragment, reprint }: BlockBox): Leaf[] {
  return reprint ? [] : fragment.items.flatMap((item) => (item.kind === 'text' ? [item.leaf] : []));
}

type ViewSection = BoxSection<BlockBox> & { readonly view: SectionView };

function boxSection(view: SectionView, measurer: Measurer): ViewSection {
  return {
    view,
    opening: view.opening.map(measurer.box),
    reopening: view.reopening.map((block) => ({ ...measurer.box(block), reprint: true })),
    body: view.body.map(measurer.box),
  };
}

/** A page with its body, head and foot, in the places the theme gives them. */
function furnish(
  page: Page<BlockBox, ViewSection>,
  index: number,
  count: number,
  view: BookView,
  geometry: PageGeometry,
  measurer: Measurer,
): PrintPage {
  const { left, top } = geometry.body;
  const data = { ...view.running, ...page.section.view.running, pageNumber: `${index + 1} / ${count}` };
  const head = measurer.box({ template: 'page-head', data });
  const foot = measurer.box({ template: 'page-foot', data });
  return {
    width: geometry.width,
    height: geometry.height,
    placed: [
      { x: left, y: geometry.headTop, items: head.fragment.items },
      ...page.placed.map(({ box, y }) => ({ x: left, y: top + y, items: box.fragment.items })),
      { x: left, y: geometry.footBottom - foot.height, items: foot.fragment.items },
    ],
  };
}
