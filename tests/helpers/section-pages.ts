/** Sections of the view as pages of a PDF of their own, without heads and feet. */

import type { Item } from '../../src/boxes/fragment.ts';
import { textItems } from '../../src/boxes/fragment.ts';
import { type BlockBox, createMeasurer, tableStyle } from '../../src/boxes/measurer.ts';
import type { Diagnostic } from '../../src/ground/diagnostic.ts';
import { type Columns, resolveColumns } from '../../src/layout/columns.ts';
import { createLayout } from '../../src/layout/layout-block.ts';
import { pageGeometry } from '../../src/layout/theme.ts';
import { Ledger } from '../../src/pages/ledger.ts';
import { paginate } from '../../src/pages/paginate/paginate.ts';
import { type BoxSection, bodyItems, layOutSection } from '../../src/pages/sections.ts';
import { openPrinter } from '../../src/pdf/print.ts';
import type { SectionView } from '../../src/view/types.ts';
import { shippedFaces, shippedSet } from './layout.ts';

export type SectionPages = {
  readonly bytes: Uint8Array;
  /** What stands on the pages, from the paper's upper left corner of each. */
  readonly items: readonly Item[];
  /** What went wrong, and what the ledger found missing. */
  readonly diagnostics: readonly Diagnostic[];
};

/** Lays out, breaks into pages and prints, with the templates, the theme and the fonts that ship. */
export async function sectionPages(views: readonly SectionView[]): Promise<SectionPages> {
  const { theme, themeDocument, files } = shippedSet();
  // The main table is not printed: as many plan years as may be.
  const columns = resolveColumns({ ...theme, columns: { all: 'rest' } }, 0) as Columns;
  const layout = createLayout(theme, columns, files, shippedFaces());
  if (!layout.value) throw new Error(layout.diagnostics.map(({ message }) => message).join('\n'));
  const locate = () => undefined;
  const measurer = createMeasurer(layout.value, tableStyle(theme), locate, themeDocument);
  const ledger = new Ledger();
  for (const { opening, body } of views) for (const block of [...opening, ...body]) ledger.ask(block);
  const geometry = pageGeometry(theme);
  const rules = { height: geometry.body.height, maxBlank: theme.max_blank };
  const sections = views.map((view) => layOutSection(view, measurer));
  const pages: number[] = [];
  const printer = openPrinter(
    { title: '', author: '', issued: '2025-07-29', creator: 'test' },
    { ...geometry, bound: false },
  );
  const items: Item[] = [];
  for (const { placed } of paginate<BlockBox, BoxSection>(sections, rules, measurer.tear)) {
    pages.push(printer.page(bodyItems(placed, geometry, 0)));
    for (const { box } of placed) {
      items.push(...box.fragment.items);
      if (!box.reprint) for (const { leaf } of textItems(box.fragment.items)) ledger.place(leaf);
    }
  }
  const bytes = await printer.finish({ pages, furniture: () => [], labels: [], bookmarks: [] });
  return { bytes, items, diagnostics: [...measurer.diagnostics(), ...ledger.close(locate)] };
}
