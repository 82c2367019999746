/**
 * The page of one program, again and again while it is being written: everything else stays laid out. The pages are
 * those of the whole book, because all of it is broken into pages anew; only the one asked for is printed.
 */
import type { Edition, Measure } from './content/index.ts';
import { type Diagnostic, hasErrors, type Result } from './diagnostic.ts';
import { furnish, furnitureItems } from './furniture.ts';
import type { Layout } from './layout/layout-block.ts';
import type { TemplateSet } from './layout/load-set.ts';
import { pageGeometry } from './layout/theme.ts';
import { type BlockBox, createMeasurer, type Measurer, tableStyle } from './measurer.ts';
import { pageNumber } from './page-numbers.ts';
import { type Page, paginate, type Tear } from './paginate/paginate.ts';
import type { OpenPrinter } from './pipeline.ts';
import { type BoxSection, bodyItems, layOutSection } from './sections.ts';
import type { Locate } from './text-problems.ts';
import { bookTitle, documentOf } from './view/book.ts';
import { views } from './view/registry.ts';
import type { Numbering } from './view/types.ts';

/** Of the tables, as if they were all of the book. */
const NUMBERING: Numbering = { style: 'decimal' };

/** A page on its own, as it is in the book. */
export type PreviewPage = { readonly bytes: Uint8Array; readonly page: number; readonly pages: number };

export type Preview = {
  /** Takes a measure that replaces the one of the same number; the other ones must not have changed. */
  change(measure: Measure): void;
  /** The page on which a program begins, from 1, or why it cannot be printed. */
  pageOf(measure: string, program: number): Promise<Result<PreviewPage>>;
};

/**
 * @param edition checked
 * @param creator this program's name and version
 * @param locate finds where a text was typed
 */
export function openPreview(
  edition: Edition,
  set: TemplateSet,
  layout: Layout,
  creator: string,
  openPrinter: OpenPrinter,
  locate: Locate,
): Preview {
  const { theme } = set;
  const geometry = pageGeometry(theme);
  const rules = { height: geometry.body.height, maxBlank: theme.max_blank };
  let current = edition;
  let tables = views[theme.view](current);
  /** A measurer for each section, so that its diagnostics go when it changes. */
  const measurers = new Map<number, Measurer>();
  const furnitureMeasurer = newMeasurer();
  const sections = edition.measures.map((_, index) => layOut(index));
  const tear = rememberTears((box, height) => furnitureMeasurer.tear(box, height));

  function newMeasurer(): Measurer {
    return createMeasurer(layout, tableStyle(theme), locate);
  }

  function layOut(index: number): BoxSection {
    const measurer = newMeasurer();
    measurers.set(index, measurer);
    return layOutSection(tables.section(index), measurer);
  }

  function change(measure: Measure): void {
    const index = current.measures.findIndex((known) => known.measure === measure.measure);
    if (index < 0) throw new Error(`no measure ${measure.measure}`);
    current = { ...current, measures: current.measures.with(index, measure) };
    tables = views[theme.view](current);
    sections[index] = layOut(index);
  }

  async function pageOf(measure: string, program: number): Promise<Result<PreviewPage>> {
    const diagnostics: Diagnostic[] = [...measurers.values()].flatMap((measurer) => measurer.diagnostics());
    if (hasErrors(diagnostics)) return { diagnostics };
    const box = boxOf(measure, program);
    const pages = [...paginate<BlockBox, BoxSection>(sections, rules, tear)];
    const index = pages.findIndex(({ placed }) => placed.some((each) => each.box.view === box.view));
    const { section, placed } = pages[index] as Page<BlockBox, BoxSection>;
    const view = documentOf(current, bookTitle(current));
    const printer = await openPrinter({ ...view.info, creator }, { ...geometry, bound: false });
    printer.page(bodyItems(placed, geometry, 0));
    const number = pageNumber(NUMBERING, index, pages.length);
    const furniture = furnish(view, section.view.running, number, geometry, 0, furnitureMeasurer);
    const bytes = await printer.finish({
      pages: [0],
      furniture: () => furnitureItems(furniture),
      labels: [],
      bookmarks: [],
    });
    return { value: { bytes, page: index + 1, pages: pages.length }, diagnostics };
  }

  function boxOf(measure: string, program: number): BlockBox {
    const index = current.measures.findIndex((known) => known.measure === measure);
    const place = current.measures[index]?.programs.findIndex(({ number }) => number === program) ?? -1;
    const box = sections[index]?.body[place];
    if (!box) throw new Error(`no program ${measure}#${program}`);
    return box;
  }

  return { change, pageOf };
}

/** Tears a box at a height only once. */
function rememberTears(tear: Tear<BlockBox>): Tear<BlockBox> {
  const known = new WeakMap<BlockBox, Map<number, ReturnType<Tear<BlockBox>>>>();
  return (box, height) => {
    const cuts = known.get(box) ?? new Map<number, ReturnType<Tear<BlockBox>>>();
    known.set(box, cuts);
    if (!cuts.has(height)) cuts.set(height, tear(box, height));
    return cuts.get(height);
  };
}
