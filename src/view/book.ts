/** The book around the tables: its title, what every page says, and its parts in order. Pure. */
import type { Edition } from '../content/edition.ts';
import { wareki } from './format.ts';
import { colophon, type Imprint } from './parts/colophon.ts';
import { contents } from './parts/contents.ts';
import { cover } from './parts/cover.ts';
import { departmentIndex } from './parts/department-index.ts';
import { legend } from './parts/legend.ts';
import { summary } from './parts/summary.ts';
import { hasTrends, trends } from './parts/trends.ts';
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
  const { booklet } = edition;
  const on = (setting: unknown, part: () => PartView) => (setting ? [part()] : []);
  return {
    ...documentOf(edition, bookTitle(edition)),
    sequences(places) {
      const front = [
        ...on(booklet.cover, () => cover(edition)),
        ...on(booklet.contents, () => contents(edition, places)),
        ...on(booklet.legend, () => legend(edition)),
        ...on(booklet.summary, () => summary(edition)),
      ];
      const main = [
        tables,
        ...on(hasTrends(edition), () => trends(edition)),
        ...on(booklet.index, () => departmentIndex(edition, places)),
        ...on(booklet.colophon, () => colophon(edition, imprint)),
      ];
      return [
        ...(front.length > 0
          ? [{ numbering: { style: 'roman' }, citesItself: true, parts: front } as const]
          : []),
        { numbering: { style: 'decimal' }, parts: main },
      ];
    },
  };
}
