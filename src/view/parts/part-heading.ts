/** The heading of a part that is not a table: it is a bookmark, and comes again on the pages that follow. */
import type { Edition } from '../../content/edition.ts';
import type { BlockView, ViewText } from '../types.ts';
import { editionText } from '../view-text.ts';

type Settings = Required<Edition['booklet']>;

/** The parts that have a title of their own, by their key in `booklet`. */
export type TitledPart = {
  [N in keyof Settings]: NonNullable<Settings[N]> extends { readonly title: string } ? N : never;
}[keyof Settings];

/** The id of a part's anchor. */
export function partId(name: TitledPart): string {
  return `part/${name}`;
}

export type PartHeading = {
  readonly title: ViewText;
  readonly opening: BlockView;
  readonly reopening: BlockView;
};

/** By the title that edition.yaml gives the part; where the part goes on, with the label 「（続き）」. */
export function partHeading(edition: Edition, name: TitledPart): PartHeading {
  const { title } = edition.booklet[name] ?? { title: '' };
  const text = editionText(title, 'booklet', name, 'title');
  const again = editionText(title + edition.labels.continued, 'booklet', name, 'title');
  return {
    title: text,
    opening: {
      template: 'part-heading',
      data: { heading: text },
      anchor: { id: partId(name), title, level: 1 },
    },
    reopening: { template: 'part-heading', data: { heading: again } },
  };
}
