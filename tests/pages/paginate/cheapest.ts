/** The cheapest way to break a book into pages, by trying every one: what the paginator must find. */

import type { Tear } from '../../../src/boxes/box.ts';
import type { Page, PageRules } from '../../../src/pages/paginate/paginate.ts';
import type { NamedBox, NamedSection } from './boxes.ts';

/** What the paginator says of ugliness: of a torn page, and of one that is too blank. */
const COSTS = { tear: 1, tooBlank: 10 };

type Item = { readonly box: NamedBox; readonly section: NamedSection; readonly isFirst: boolean };

/** The cost of the cheapest way; spaces and overlaps of boxes are not known here. */
export function cheapest(sections: readonly NamedSection[], rules: PageRules, tear: Tear<NamedBox>): number {
  const items = sections.flatMap((section) =>
    section.body.map((box, index): Item => ({ box, section, isFirst: index === 0 })),
  );
  const known = new Map<string, number>();
  const from = (index: number, rest?: NamedBox): number => {
    const key = `${index} ${rest?.from}`;
    const cost = known.get(key) ?? best(index, rest);
    known.set(key, cost);
    return cost;
  };
  const heightOf = (boxes: readonly NamedBox[]) => boxes.reduce((sum, { height }) => sum + height, 0);

  function best(index: number, rest?: NamedBox): number {
    const { box, section, isFirst } = items[index] as Item;
    const first = rest ?? box;
    let bottom = heightOf(isFirst && !rest ? section.opening : section.reopening);
    const parts = bottom + first.height > rules.height ? tear(first, rules.height - bottom) : undefined;
    if (parts) return COSTS.tear + from(index, parts.tail);
    bottom += first.height;
    let least = Number.POSITIVE_INFINITY;
    for (let next = index + 1; ; next++) {
      const following = items[next];
      if (!following) return Math.min(least, 0);
      least = Math.min(least, blankCost(bottom) + from(next));
      const headings = following.isFirst ? heightOf(following.section.opening) : 0;
      if (bottom + headings + following.box.height > rules.height)
        return Math.min(least, tornCost(bottom, headings, next, following));
      bottom += headings + following.box.height;
    }
  }

  function tornCost(bottom: number, headings: number, next: number, { box, section, isFirst }: Item): number {
    const above = heightOf(isFirst ? section.opening : section.reopening);
    const isMovable = above + box.height <= rules.height;
    const isTooBlank = (rules.height - bottom) / rules.height > rules.maxBlank;
    const parts = isMovable && !isTooBlank ? undefined : tear(box, rules.height - bottom - headings);
    if (!parts) return Number.POSITIVE_INFINITY;
    const blank = (rules.height - bottom - headings - parts.head.height) / rules.height;
    return COSTS.tear + blank ** 2 + from(next, parts.tail);
  }

  function blankCost(bottom: number): number {
    const blank = (rules.height - bottom) / rules.height;
    return blank ** 2 + (blank > rules.maxBlank ? COSTS.tooBlank : 0);
  }

  return from(0);
}

/** What pages cost that were made. */
export function costOf(pages: readonly Page<NamedBox, NamedSection>[], rules: PageRules): number {
  return pages.slice(0, -1).reduce((sum, { placed }, index) => {
    const last = placed.at(-1) as (typeof placed)[number];
    const next = pages[index + 1]?.placed.find(({ box }) => box.name.includes('.'))?.box;
    const isTorn = next !== undefined && next.name === last.box.name;
    const isAlone = placed.filter(({ box }) => box.name.includes('.')).length === 1;
    const blank = (rules.height - last.y - last.box.height) / rules.height;
    if (isTorn) return sum + COSTS.tear + (isAlone ? 0 : blank ** 2);
    return sum + blank ** 2 + (blank > rules.maxBlank ? COSTS.tooBlank : 0);
  }, 0);
}
