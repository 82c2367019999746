/**
 * Stacks boxes onto pages: pure arithmetic on heights. Knows nothing of programs, tables or pdfmake.
 *
 * Among all ways to break the book into pages the cheapest is taken, where a page costs the square of the part it
 * leaves blank, {@link TEAR} for a box torn at its foot, and {@link TOO_BLANK} where moving a whole box to the next page
 * leaves more blank than `maxBlank` allows. So a box that fits a page is torn only where every other way would leave too
 * much blank somewhere; the last page may be as blank as it likes. The choice is the same for the same boxes.
 *
 * Sections are asked for when they are needed, and a page is handed out as soon as no later box can change it, so that
 * a long book never stands in memory whole.
 */
import type { Box, Tear } from '../../boxes/box.ts';
import { type Item, Items, type Section } from './items.ts';
import { Routes, type Start } from './routes.ts';
import { type Placed, stack, stackedBottom, topAfter } from './stack.ts';

export type Page<B, S> = {
  /** The section the page begins with. */
  readonly section: S;
  readonly placed: readonly Placed<B>[];
  /** The first body box neither fits a page nor can be torn: by how much it is too high. */
  readonly excess?: number;
};

export type PageRules = {
  /** Of a page's body, pt. */
  readonly height: number;
  /** The part of the body that moving a whole box to the next page may leave blank. */
  readonly maxBlank: number;
};

/** A tear is as ugly as nine pages that are a third blank. */
const TEAR = 1;
/** More than `maxBlank` is uglier than any number of tears it could save on a page. */
const TOO_BLANK = 10;
/** A box that is cut off by the page's end is no choice at all while there is another. */
const OVERFLOW = 1e6;
/** A page that could be made, what it costs and where the next one begins. */
type Candidate<B> = {
  readonly placed: readonly Placed<B>[];
  readonly cost: number;
  readonly next: Start<B>;
  readonly excess?: number;
};

/** How often settled pages are looked for, in items: seldom enough to cost nothing. */
const SETTLE_EVERY = 16;

/** How often within one item, in pages that begin with it: only what is longer than any real one is settled piecemeal. */
const SETTLE_WITHIN = 128;

/**
 * @param sections in order
 * @param rules the page's height and how blank it may be
 * @param tear tears a body box
 * @returns the pages, first to last
 */
export function* paginate<B extends Box, S extends Section<B>>(
  sections: Iterable<S>,
  rules: PageRules,
  tear: Tear<B>,
): Generator<Page<B, S>> {
  const items = new Items<B, S>(sections);
  const routes = new Routes<Candidate<B>, B>();
  for (let index = 0; items.has(index); index++) {
    let taken = 0;
    for (let route = routes.take(index); route; route = routes.take(index)) {
      for (const page of candidates(items, route.start, rules, tear)) {
        routes.offer({ start: page.next, cost: route.cost + page.cost, from: { route, page } });
      }
      if (++taken % SETTLE_WITHIN === 0) yield* handOut(items, routes.settle());
    }
    if (index % SETTLE_EVERY === 0) yield* handOut(items, routes.settle());
  }
  yield* handOut(items, routes.settle());
}

/** Settled pages with their sections; what they were made of is let go. */
function* handOut<B extends Box, S extends Section<B>>(
  items: Items<B, S>,
  settled: readonly { readonly start: Start<B>; readonly page: Candidate<B> }[],
): Generator<Page<B, S>> {
  for (const { start, page } of settled) {
    const { section } = items.at(start.item);
    items.forget(start.item);
    const { placed, excess } = page;
    yield { section, placed, ...(excess === undefined ? {} : { excess }) };
  }
}

/** Every page that may begin at a start, fullest first. */
function candidates<B extends Box, S extends Section<B>>(
  items: Items<B, S>,
  start: Start<B>,
  rules: PageRules,
  tear: Tear<B>,
): Candidate<B>[] {
  const { height } = rules;
  const item = items.at(start.item);
  const above = item.first && !start.rest ? item.section.opening : item.section.reopening;
  const box = start.rest ?? item.box;
  let placed = stack([...above, box], []);
  if (bottomOf(placed) > height) return [overfull(start.item, above, box, height, tear)];

  const found: Candidate<B>[] = [];
  for (let next = start.item + 1; ; next++) {
    if (!items.has(next)) return [{ placed, cost: 0, next: { item: next } }, ...found.reverse()];
    found.push({ placed, cost: blankCost(height - bottomOf(placed), rules), next: { item: next } });
    const following = items.at(next);
    const group = following.first ? [...following.section.opening, following.box] : [following.box];
    if (stackedBottom(group, bottomOf(placed)) > height) {
      const torn = tornCandidate(placed, following, next, rules, tear);
      return [...(torn ? [torn] : []), ...found.reverse()];
    }
    placed = stack(group, placed);
  }
}

/** A page whose first box is higher than the page: torn, or cut off where it cannot be. */
function overfull<B extends Box>(
  item: number,
  above: readonly B[],
  box: B,
  height: number,
  tear: Tear<B>,
): Candidate<B> {
  const placed = stack(above, []);
  const cut = tear(box, height - topAfter(placed, box));
  if (cut) return { placed: stack([cut.head], placed), cost: TEAR, next: { item, rest: cut.tail } };
  const whole = stack([box], placed);
  const bottom = topAfter(placed, box) + (box.wholeHeight ?? box.height);
  return { placed: whole, cost: OVERFLOW, next: { item: item + 1 }, excess: bottom - height };
}

/** A page that ends with the beginning of a box, where that is allowed: the box fits no page, or too much stays blank. */
function tornCandidate<B extends Box, S extends Section<B>>(
  placed: readonly Placed<B>[],
  item: Item<B, S>,
  index: number,
  rules: PageRules,
  tear: Tear<B>,
): Candidate<B> | undefined {
  const { height, maxBlank } = rules;
  const { section, box, first } = item;
  const blank = height - bottomOf(placed);
  const fitsPage = stackedBottom([...(first ? section.opening : section.reopening), box], 0) <= height;
  if (fitsPage && blank <= maxBlank * height) return undefined;
  const above = first ? stack(section.opening, placed) : placed;
  const cut = tear(box, height - topAfter(above, box));
  if (!cut || (fitsPage && cut.worthy === false)) return undefined;
  const torn = stack([cut.head], above);
  return {
    placed: torn,
    cost: TEAR + ((height - bottomOf(torn)) / height) ** 2,
    next: { item: index, rest: cut.tail },
  };
}

function blankCost(blank: number, { height, maxBlank }: PageRules): number {
  const part = blank / height;
  return part * part + (part > maxBlank ? TOO_BLANK : 0);
}

function bottomOf<B extends Box>(placed: readonly Placed<B>[]): number {
  const last = placed.at(-1);
  return last ? last.y + last.box.height : 0;
}
