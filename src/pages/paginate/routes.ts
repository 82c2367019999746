/** The cheapest ways to reach the places where a page may begin. */

/** A place where a page may begin: with an item, or with what is left of it. */
export type Start<B> = { readonly item: number; readonly rest?: B };

/** A way to a start: the page before it and the way to that. */
export type Route<P, B> = {
  readonly start: Start<B>;
  readonly cost: number;
  from?: { readonly route: Route<P, B>; readonly page: P } | undefined;
};

/** How many different remainders of one item are followed up: bounds the work, deterministically. */
const MOST_REMAINDERS = 4;

/**
 * How many pages back a choice may still be changed where routes never meet: then the cheapest one is taken. A page's
 * break matters to the next few pages only.
 */
const HORIZON = 16;

/** The ways still open, as far as their pages have not been handed out. */
export class Routes<P, B> {
  /** By item; each list begins with the cheapest route to the whole item, where there is one. */
  readonly #open = new Map<number, Route<P, B>[]>([[0, [{ start: { item: 0 }, cost: 0 }]]]);

  /** Takes note of a route where it is cheaper than the known one, or leads to a remainder. */
  offer(route: Route<P, B>): void {
    const { item, rest } = route.start;
    const known = this.#open.get(item) ?? [];
    this.#open.set(item, known);
    if (rest === undefined) {
      const whole = known.findIndex(({ start }) => start.rest === undefined);
      if (whole < 0) known.unshift(route);
      else if (route.cost < (known[whole] as Route<P, B>).cost) known[whole] = route;
      return;
    }
    const goesOn = route.from?.route.start.item === item;
    const remainders = known.filter(({ start }) => start.rest !== undefined).length;
    if (goesOn || remainders < MOST_REMAINDERS) known.push(route);
  }

  /** Takes out the next route to an item or a remainder of it; remainders offered meanwhile are taken too. */
  take(item: number): Route<P, B> | undefined {
    const routes = this.#open.get(item);
    const route = routes?.shift();
    if (!route) this.#open.delete(item);
    return route;
  }

  /** The pages that every open route goes through, first to last; each is handed out once. */
  settle(): { readonly start: Start<B>; readonly page: P }[] {
    const open = [...this.#open.values()].flat();
    const last = commonRoute(open);
    const settled = last ? this.#cutBefore(last) : [];
    if (settled.length > 0 || open.length === 0) return settled;
    const trail = trailOf(open.reduce((a, b) => (b.cost < a.cost ? b : a)));
    const anchor = trail.at(-HORIZON);
    if (!anchor) return [];
    for (const [item, routes] of this.#open) {
      this.#open.set(
        item,
        routes.filter((route) => trailOf(route).includes(anchor)),
      );
    }
    return this.#cutBefore(anchor);
  }

  /** The pages up to a route's start, which from now on is where everything begins. */
  #cutBefore(last: Route<P, B>): { readonly start: Start<B>; readonly page: P }[] {
    const settled: { start: Start<B>; page: P }[] = [];
    for (let from = last.from; from; from = from.route.from) {
      settled.push({ start: from.route.start, page: from.page });
    }
    last.from = undefined;
    return settled.reverse();
  }
}

/** A route with all routes it goes through, oldest first. */
function trailOf<P, B>(route: Route<P, B>): Route<P, B>[] {
  const trail = [route];
  for (let from = route.from; from; from = from.route.from) trail.push(from.route);
  return trail.reverse();
}

/** The last route that all of them go through. */
function commonRoute<P, B>(routes: readonly Route<P, B>[]): Route<P, B> | undefined {
  const pending = new Set(routes);
  while (pending.size > 1) {
    const furthest = [...pending].reduce((a, b) => (b.start.item >= a.start.item ? b : a));
    pending.delete(furthest);
    if (!furthest.from) return undefined;
    pending.add(furthest.from.route);
  }
  return [...pending][0];
}
