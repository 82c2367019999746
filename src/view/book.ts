/** The book around the tables: its title, what every page says, and its parts in order. Pure. */
import type { Edition } from '../content/edition.ts';
import { wareki } from './format.ts';
import type { Imprint } from './parts/colophon.ts';
import { partsAt } from './parts/rows.ts';
import type { BookView, PartView, SequenceView } from './types.ts';
import { editionText } from './view-text.ts';

/** The plan's and the table's title, as the page head prints it. */
export function bookTitle({ plan, table }: Edition): string {
  return `${plan.title}${plan.subtitle === '' ? '' : `（${plan.subtitle}）`}${table.title}`;
}

/** What is the same for every document made of an edition. */
export function documentOf(edition: Edition, title: string): Omit<BookView, 'sequences'> {
  return {
    info: { title, author: edition.city, issued: edition.issued },
    running: {
      title: editionText(bookTitle(edition), 'plan', 'title'),
      city: editionText(edition.city, 'city'),
      issued: editionText(wareki(edition.issued), 'issued'),
    },
  };
}

/** Only the tables: what an extract of the booklet is. */
export function extractView(edition: Edition, tables: PartView): BookView {
  const sequence: SequenceView = { numbering: { style: 'decimal' }, parts: [tables] };
  return { ...documentOf(edition, bookTitle(edition)), sequences: () => [sequence] };
}

/**
 * The whole booklet: front matter with Roman page numbers, then the tables and what follows them.
 *
 * @param tables the edition's
 * @param imprint what only this run knows, for the colophon
 */
export function bookletView(edition: Edition, tables: PartView, imprint: Imprint): BookView {
  return {
    ...documentOf(edition, bookTitle(edition)),
    sequences(places) {
      const material = { edition, places, imprint };
      const front = partsAt('front', material);
      return [
        ...(front.length > 0
          ? [{ numbering: { style: 'roman' }, citesItself: true, parts: front } as const]
          : []),
        { numbering: { style: 'decimal' }, parts: [tables, ...partsAt('back', material)] },
      ];
    },
  };
}
