/**
 * A book's view → its pages, printed one after the other. Sequences are laid out last to first, so that the contents
 * at the front can cite page numbers; within a sequence a page is printed as soon as it is settled. The ledger is
 * closed over all of them at the end.
 */

import { textItems } from '../boxes/fragment.ts';
import { type BlockBox, createMeasurer, type Measurer, tableStyle } from '../boxes/measurer.ts';
import { type Diagnostic, diagnose, hasErrors, type Result } from '../ground/diagnostic.ts';
import type { Leaf } from '../layout/block.ts';
import { cellTexts } from '../layout/cell-texts.ts';
import type { Layout } from '../layout/layout-block.ts';
import type { TemplateSet } from '../layout/load-set.ts';
import { type Locate, tooTallDiagnostic } from '../layout/text-problems.ts';
import { type PageGeometry, type Profile, pageGeometry } from '../layout/theme.ts';
import { mm } from '../layout/units.ts';
import type { Printer } from '../pdf/print.ts';
import type { BlockView, BookView, PartView, SectionView, SequenceView } from '../view/types.ts';
import { BookPages, type PrintedPage, shiftAt } from './book-pages.ts';
import { Ledger } from './ledger.ts';
import { type Page, paginate } from './paginate/paginate.ts';
import type { Placed } from './paginate/stack.ts';
import { AnchorPlaces, type Spot } from './places.ts';
import { Rehearsal } from './rehearsal.ts';
import { type BoxSection, bodyItems, layOutSection, sectionRuns } from './sections.ts';
import { bodyArea, paperAround, Strays } from './strays.ts';

/** A book that is right: all of it stands on its pages, only heads, feet and the file's end are left. */
export type Booklet = {
  readonly pages: number;
  /** The number, as other pages print it, of the page on which an anchor stands. */
  placeOf(anchor: string): string | undefined;
  finish(): Promise<Uint8Array>;
};

/** What printing needs beside the view. */
export type PressInput = {
  readonly set: TemplateSet;
  readonly layout: Layout;
  readonly printer: Printer;
  readonly profile: Profile;
  /** Finds where a text of the edition was typed. */
  readonly locate: Locate;
  readonly progress: (step: string, done: number, total: number) => void;
};

/** A page of the book to be: laid out, or left blank so that the next one is a right-hand page. */
type Step = 'blank' | { readonly page: Page<BlockBox, BoxSection>; readonly part: PartView };

/** Fills a page that is left blank so that the next one is a right-hand page. */
const BLANK_PAGE: BlockView = { template: 'blank-page', data: {} };

/** Lays out, breaks into pages and prints all sequences of a book. */
export function printBook(view: BookView, input: PressInput): Result<Booklet> {
  return new Press(view, input).print();
}

class Press {
  readonly #input: PressInput;
  readonly #geometry: PageGeometry;
  readonly #measurer: Measurer;
  readonly #ledger = new Ledger();
  readonly #strays = new Strays();
  readonly #wrong: Diagnostic[] = [];
  readonly #sequences: readonly SequenceView[];
  readonly #pages: BookPages;
  readonly #places: AnchorPlaces;

  constructor(view: BookView, input: PressInput) {
    const { set, layout, profile, locate } = input;
    this.#input = input;
    this.#geometry = pageGeometry(set.theme, profile);
    this.#measurer = createMeasurer(layout, tableStyle(set.theme), locate, set.themeDocument);
    this.#places = new AnchorPlaces((index) => this.#sequence(index).numbering);
    this.#sequences = view.sequences((anchor) => this.#places.labelOf(anchor));
    this.#pages = new BookPages(view, this.#sequences, this.#geometry, this.#measurer);
  }

  print(): Result<Booklet> {
    for (let index = this.#sequences.length - 1; index >= 0; index--) this.#printSequence(index);
    this.#padTheEnd();
    this.#wrong.push(...this.#pages.collisions(this.#input.set.themeDocument, this.#input.locate));
    this.#wrong.push(...this.#measurer.diagnostics());
    return {
      value: {
        pages: this.#pages.count,
        placeOf: (anchor) => this.#places.labelOf(anchor),
        finish: () => this.#input.printer.finish(this.#pages.bound(this.#places)),
      },
      diagnostics: [...this.#wrong, ...(hasErrors(this.#wrong) ? [] : this.#lost())],
    };
  }

  /** What is not on the pages as it should be; what stands where nobody sees it says all. */
  #lost(): Diagnostic[] {
    const { layout, locate } = this.#input;
    this.#pages.look(this.#strays);
    const strays = this.#strays.diagnostics((template) => layout.beginningOf(template));
    return strays.length > 0 ? strays : this.#ledger.close(locate);
  }

  get #bound(): boolean {
    return this.#input.profile === 'print';
  }

  #printSequence(sequence: number): void {
    const { citesItself } = this.#sequence(sequence);
    const pages = this.#pages.of(sequence);
    for (const step of citesItself ? this.#rehearse(sequence) : this.#plan(sequence, this.#layOut)) {
      if (step === 'blank') this.#printBlank(pages);
      else this.#printPage(step.page, step.part, pages);
    }
    const last = sequence === this.#sequences.length - 1;
    if (this.#bound && !last && pages.length % 2 === 1) this.#printBlank(pages);
  }

  /** Lays a sequence out, again until the page numbers it cites of itself are the right ones. */
  #rehearse(sequence: number): Step[] {
    const rehearsal = new Rehearsal((view) => layOutSection(view, this.#measurer));
    let steps: Step[] = [];
    let settled = false;
    while (!settled && rehearsal.begin()) {
      const before = this.#places.citable(sequence);
      steps = [...this.#plan(sequence, rehearsal.section)];
      settled = this.#places.citable(sequence) === before;
    }
    if (!settled) this.#wrong.push(unsettled());
    for (const view of rehearsal.views()) this.#ask(view);
    return steps;
  }

  /** A sequence's pages as they are settled, each with its anchors' places noted. */
  *#plan(sequence: number, layOut: (section: SectionView) => BoxSection): Generator<Step> {
    const { parts } = this.#sequence(sequence);
    let position = 0;
    for (const part of parts) {
      let done = 0;
      const laidOut = (section: SectionView) => {
        this.#input.progress('組版', done++, part.sectionCount);
        return layOut(section);
      };
      for (const { rightHand, sections } of sectionRuns(part, this.#bound)) {
        if (this.#bound && rightHand && position % 2 === 1) {
          position++;
          yield 'blank';
        }
        for (const page of this.#paginate(sections, laidOut)) {
          this.#note(page, { sequence, position: position++ });
          yield { page, part };
        }
      }
    }
  }

  readonly #layOut = (section: SectionView): BoxSection => {
    this.#ask(section);
    return layOutSection(section, this.#measurer);
  };

  /** Enters a section's texts in the ledger. */
  #ask(section: SectionView): void {
    for (const block of [...section.opening, ...section.body]) this.#ledger.ask(block);
  }

  #paginate(
    sections: Iterable<SectionView>,
    layOut: (section: SectionView) => BoxSection,
  ): Iterable<Page<BlockBox, BoxSection>> {
    const rules = { height: this.#geometry.body.height, maxBlank: this.#input.set.theme.max_blank };
    function* boxes(): Generator<BoxSection> {
      for (const section of sections) yield layOut(section);
    }
    return paginate<BlockBox, BoxSection>(boxes(), rules, this.#measurer.tear);
  }

  /** Notes where the anchors of a page stand: not what is printed again there, or continued from another page. */
  #note({ placed }: Page<BlockBox, BoxSection>, spot: Spot): void {
    for (const { box, y } of placed) {
      const { anchor } = box.view;
      if (!anchor || box.reprint || box.continued) continue;
      this.#places.note(anchor, spot, this.#geometry.body.top + y);
    }
  }

  #printPage(
    { section, placed, excess }: Page<BlockBox, BoxSection>,
    { furnished, underlay }: PartView,
    pages: PrintedPage[],
  ): void {
    if (excess !== undefined) this.#tooTall(placed.at(-1)?.box, mm(excess));
    for (const leaf of placed.flatMap(({ box }) => textsIn(box))) this.#ledger.place(leaf);
    const below = underlay ? [{ box: this.#measurer.box(underlay), y: 0 }] : [];
    const handle = this.#printBoxes(below, placed, pages.length);
    pages.push({ handle, running: section.view.running, furnished });
  }

  #tooTall(box: BlockBox | undefined, excess: number): void {
    const cells = box ? cellTexts(box.block) : [];
    const { height } = this.#geometry.body;
    this.#wrong.push(tooTallDiagnostic(box?.view, excess, this.#input.locate, cells, height));
  }

  #printBlank(pages: PrintedPage[]): void {
    const { running = {}, furnished = false } = pages.at(-1) ?? {};
    const handle = this.#printBoxes([], [{ box: this.#measurer.box(BLANK_PAGE), y: 0 }], pages.length);
    pages.push({ handle, running, furnished });
  }

  /** A text with an error may have no glyphs, or no end, to print: what is left is laid out only to find all errors. */
  #printBoxes(
    below: readonly Placed<BlockBox>[],
    placed: readonly Placed<BlockBox>[],
    position: number,
  ): number {
    for (const { box, y } of below) this.#strays.look(box, 0, y, paperAround(this.#geometry));
    for (const { box, y } of placed) this.#strays.look(box, 0, y, bodyArea(this.#geometry));
    const sound = !this.#measurer.failed() && !hasErrors(this.#wrong);
    const shift = shiftAt(position, this.#geometry);
    return this.#input.printer.page(sound ? bodyItems([...below, ...placed], this.#geometry, shift) : []);
  }

  /** The binder wants whole sheets: the last pages stay blank. */
  #padTheEnd(): void {
    const { multiple } = this.#input.set.theme.print;
    const last = this.#pages.of(this.#sequences.length - 1);
    while (this.#bound && this.#pages.count % multiple !== 0) this.#printBlank(last);
  }

  #sequence(index: number): SequenceView {
    return this.#sequences[index] as SequenceView;
  }
}

/** Pages whose numbers change whatever is cited: only a template that divides its entries can make such. */
function unsettled(): Diagnostic {
  const hints = [
    '目次のテンプレート（contents-1.hbs から contents-3.hbs）の、ページの欄を広くしてください。',
  ];
  return diagnose('page-numbers-unsettled', undefined, { hints });
}

/** The texts a box puts on paper, but for what is only printed again. */
function textsIn({ fragment, reprint }: BlockBox): Leaf[] {
  return reprint ? [] : textItems(fragment.items).map(({ leaf }) => leaf);
}
