/** 奥付: what this booklet is, whose, of when, and by which content and program it was made. Pure. */
import type { Edition } from '../../content/edition.ts';
import { fiscalYear, wareki } from '../format.ts';
import { narrative } from '../narrative.ts';
import type { PartView } from '../types.ts';
import { editionOrigin, editionText } from '../view-text.ts';

/** What an edition does not say of itself. */
export type Imprint = {
  /** Works out the SHA-256 of the content, hexadecimal. */
  readonly contentHash: () => string;
  /** Name and version of this program. */
  readonly creator: string;
};

/** The last page, with the hash by which the content can be told. */
export function colophon(edition: Edition, { contentHash, creator }: Imprint): PartView {
  const { plan, table, years, booklet, city, issued } = edition;
  const section = booklet.cover?.section;
  const notes = booklet.colophon?.notes ?? '';
  const title = `${plan.title}　${table.title}（${fiscalYear(years.reporting)}）`;
  const data = {
    title: editionText(title, 'plan', 'title'),
    issued: editionText(wareki(issued), 'issued'),
    city: editionText(section === undefined ? city : `${city}　${section}`, 'city'),
    edition: editionText(edition.edition, 'edition'),
    hash: editionText(contentHash().replace(/(.{8})(?=.)/g, '$1 '), 'edition'),
    creator: editionText(creator, 'edition'),
    notes: notes === '' ? [] : [narrative(notes, editionOrigin('booklet', 'colophon', 'notes'))],
  };
  const anchor = { id: 'part/colophon', title: '奥付', level: 1 };
  return {
    furnished: true,
    sectionCount: 1,
    section: () => ({
      running: { goal: editionText('奥付', 'booklet', 'colophon') },
      opening: [],
      reopening: [],
      body: [{ template: 'colophon', data, anchor }],
    }),
  };
}
