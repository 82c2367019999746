/**
 * The page of one program, again and again while it is being written: everything else stays laid out. The pages are
 * those of the whole book, because all of it is broken into pages anew; only the one asked for is printed.
 *
 * No command uses this yet, and it is not in the bundle: it is the ground of a live preview that is to come. Until then
 * its test shows that its pages are the book's, and the benchmark (tests/bench/warm-page.ts) how long one waits.
 */

import type { Tear } from '../boxes/box.ts';
import { type BlockBox, createMeasurer, type Measurer, tableStyle } from '../boxes/measurer.ts';
import type { Edition, Measure } from '../content/index.ts';
import { hasErrors, type Result } from '../ground/diagnostic.ts';
import type { Layout } from '../layout/layout-block.ts';
import type { TemplateSet } from '../layout/load-set.ts';
import type { Locate } from '../layout/text-problems.ts';
import { type PageGeometry, pageGeometry, type Theme } from '../layout/theme.ts';
import { furnish, furnitureItems } from '../pages/furniture.ts';
import { pageNumber } from '../pages/page-numbers.ts';
import { type Page, paginate } from '../pages/paginate/paginate.ts';
import { type BoxSection, bodyItems, layOutSection } from '../pages/sections.ts';
import type { Printer } from '../pdf/print.ts';
import { bookTitle, documentOf } from '../view/book.ts';
import { views } from '../view/registry.ts';
import type { BookView, Numbering, SectionView } from '../view/types.ts';
import type { OpenPrinter } from './pipeline.ts';

/** Of the tables, as if they were all of the book. */
const NUMBERING: Numbering = { style: 'decimal' };

/** A page of the book, as the paginator gives it. */
type BookPage = Page<BlockBox, BoxSection>;

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
  const newMeasurer = () => createMeasurer(layout, tableStyle(theme), locate, set.themeDocument);
  return new LivePreview(edition, theme, newMeasurer, (info, geometry) =>
    openPrinter({ ...info, creator }, { ...geometry, bound: false }),
  );
}

/** Begins the file of a page. */
type OpenPage = (info: BookView['info'], geometry: PageGeometry) => Promise<Printer>;

/** A section laid out, by a measurer of its own: what was wrong with it is forgotten when it changes. */
type MeasuredSection = { readonly measurer: Measurer; readonly box: BoxSection };

class LivePreview implements Preview {
  readonly #theme: Theme;
  readonly #geometry: PageGeometry;
  readonly #newMeasurer: () => Measurer;
  readonly #openPage: OpenPage;
  /** Of heads and feet, and of what is torn. */
  readonly #measurer: Measurer;
  readonly #tear: Tear<BlockBox>;
  #edition: Edition;
  /** In the order of the edition's measures. */
  readonly #sections: MeasuredSection[];

  constructor(edition: Edition, theme: Theme, newMeasurer: () => Measurer, openPage: OpenPage) {
    this.#theme = theme;
    this.#geometry = pageGeometry(theme);
    this.#newMeasurer = newMeasurer;
    this.#openPage = openPage;
    this.#measurer = newMeasurer();
    this.#tear = rememberTears(this.#measurer.tear);
    this.#edition = edition;
    const tables = views[theme.view](edition);
    this.#sections = edition.measures.map((_, index) => this.#layOut(tables.section(index)));
  }

  change(measure: Measure): void {
    const index = this.#indexOf(measure.measure);
    if (index < 0) throw new Error(`no measure ${measure.measure}`);
    this.#edition = { ...this.#edition, measures: this.#edition.measures.with(index, measure) };
    this.#sections[index] = this.#layOut(views[this.#theme.view](this.#edition).section(index));
  }

  async pageOf(measure: string, program: number): Promise<Result<PreviewPage>> {
    const diagnostics = this.#sections.flatMap(({ measurer }) => measurer.diagnostics());
    if (hasErrors(diagnostics)) return { diagnostics };
    const { view } = this.#boxOf(measure, program);
    const pages = this.#paginate();
    const index = pages.findIndex(({ placed }) => placed.some(({ box }) => box.view === view));
    const bytes = await this.#print(pages, index);
    return { value: { bytes, page: index + 1, pages: pages.length }, diagnostics };
  }

  #layOut(view: SectionView): MeasuredSection {
    const measurer = this.#newMeasurer();
    return { measurer, box: layOutSection(view, measurer) };
  }

  #indexOf(measure: string): number {
    return this.#edition.measures.findIndex((known) => known.measure === measure);
  }

  #boxOf(measure: string, program: number): BlockBox {
    const index = this.#indexOf(measure);
    const programs = this.#edition.measures[index]?.programs ?? [];
    const box = this.#sections[index]?.box.body[programs.findIndex(({ number }) => number === program)];
    if (!box) throw new Error(`no program ${measure}#${program}`);
    return box;
  }

  #paginate(): readonly BookPage[] {
    const rules = { height: this.#geometry.body.height, maxBlank: this.#theme.max_blank };
    const sections = this.#sections.map(({ box }) => box);
    return [...paginate<BlockBox, BoxSection>(sections, rules, this.#tear)];
  }

  /** The file of one page, numbered as in the book. */
  async #print(pages: readonly BookPage[], index: number): Promise<Uint8Array> {
    const { section, placed } = pages[index] as BookPage;
    const view = documentOf(this.#edition, bookTitle(this.#edition));
    const printer = await this.#openPage(view.info, this.#geometry);
    printer.page(bodyItems(placed, this.#geometry, 0));
    const number = pageNumber(NUMBERING, index, pages.length);
    const furniture = furnish(view, section.view.running, number, this.#geometry, 0, this.#measurer);
    return printer.finish({
      pages: [0],
      furniture: () => furnitureItems(furniture),
      labels: [],
      bookmarks: [],
    });
  }
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
