/** A part made of small tables below each other, each with a caption that comes again where it goes on. */
import type { Edition } from '../../content/edition.ts';
import type { BlockView, PartView, SectionView } from '../types.ts';
import { editionText } from '../view-text.ts';
import { partHeading, type TitledPart } from './part-heading.ts';

export type PartTable = {
  readonly caption: string;
  /** What must be said to read the table right. */
  readonly note?: string;
  /** The table's header, where it has one. */
  readonly header: readonly BlockView[];
  readonly body: readonly BlockView[];
};

/** @param rest what follows the tables, without caption */
export function partOfTables(
  edition: Edition,
  name: TitledPart,
  tables: readonly PartTable[],
  rest: readonly BlockView[] = [],
): PartView {
  const heading = partHeading(edition, name);
  const running = { goal: heading.title };
  const sections = tables.map(({ caption, note, header, body }, index): SectionView => {
    const block = (title: string, notes: readonly string[]): BlockView => ({
      template: 'part-caption',
      data: {
        caption: editionText(title, 'booklet', name),
        notes: notes.map((words) => editionText(words, 'booklet', name)),
      },
    });
    return {
      running,
      opening: [
        ...(index === 0 ? [heading.opening] : []),
        block(caption, note === undefined ? [] : [note]),
        ...header,
      ],
      reopening: [block(caption + edition.labels.continued, []), ...header],
      body,
    };
  });
  if (rest.length > 0) sections.push({ running, opening: [], reopening: [heading.reopening], body: rest });
  return {
    furnished: true,
    sectionCount: sections.length,
    section: (index) => sections[index] as SectionView,
  };
}
