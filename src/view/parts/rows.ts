/**
 * The parts of the booklet: each a row that says where it is bound and what makes it. Its settings are the key of the same
 * name in `src/content/booklet-schema.ts`.
 */
import type { Edition } from '../../content/edition.ts';
import { measuresWithTrends } from '../trends.ts';
import type { PartView, Places } from '../types.ts';
import { colophon, type Imprint } from './colophon.ts';
import { contents } from './contents.ts';
import { cover } from './cover.ts';
import { departmentIndex } from './department-index.ts';
import { legend } from './legend.ts';
import type { TitledPart } from './part-heading.ts';
import { summary } from './summary.ts';
import { trends } from './trends.ts';

type Material = { readonly edition: Edition; readonly places: Places; readonly imprint: Imprint };

type Name = keyof Edition['booklet'];
type Place = 'front' | 'back';

type Part = {
  /** Before the tables, or behind them. */
  readonly place: Place;
  readonly make: (material: Material) => PartView;
  /** A part with nothing to show is left out. */
  readonly isEmpty?: (edition: Edition) => boolean;
};

/** In the order of the book. */
const PARTS: Readonly<Record<Name, Part>> = {
  cover: { place: 'front', make: ({ edition }) => cover(edition) },
  contents: {
    place: 'front',
    make: ({ edition, places }) => contents(edition, places, (place) => listedParts(edition, place)),
  },
  legend: { place: 'front', make: ({ edition }) => legend(edition) },
  summary: { place: 'front', make: ({ edition }) => summary(edition) },
  trends: {
    place: 'back',
    make: ({ edition }) => trends(edition),
    isEmpty: (edition) => measuresWithTrends(edition).length === 0,
  },
  index: { place: 'back', make: ({ edition, places }) => departmentIndex(edition, places) },
  colophon: { place: 'back', make: ({ edition, imprint }) => colophon(edition, imprint) },
};

/** The parts that the edition has in this place, in order. */
export function partsAt(place: Place, material: Material): PartView[] {
  return namesAt(material.edition, place).map((name) => PARTS[name].make(material));
}

/** Those that the contents list: every part with a title but themselves. */
function listedParts(edition: Edition, place: Place): TitledPart[] {
  const isListed = (name: Name): name is TitledPart =>
    name !== 'contents' && 'title' in (edition.booklet[name] ?? {});
  return namesAt(edition, place).filter(isListed);
}

function namesAt(edition: Edition, wanted: Place): Name[] {
  return (Object.entries(PARTS) as [Name, Part][]).flatMap(([name, { place, isEmpty }]) =>
    place === wanted && edition.booklet[name] && !isEmpty?.(edition) ? [name] : [],
  );
}
