/** The table's columns: widths in pt, from the theme's and the number of year columns. */
import { bodyBox, type Theme } from './theme.ts';
import { pt } from './units.ts';

/** The theme's name of the column that stands once for every plan year. */
const YEAR = 'year';

export type Columns = {
  /** Width of each column's text, in order, the year column repeated. */
  readonly widths: readonly number[];
  /** Text width of a column or of neighbours joined with `+` (`label+result`); undefined for an unknown name. */
  widthOf(columns: string, count?: number): number | undefined;
  readonly names: readonly string[];
  /** Width of the whole body, for text outside the table. */
  readonly pageWidth: number;
};

/** What keeps the columns from fitting the page. */
export type ColumnProblem =
  | { readonly kind: 'rest-count'; readonly count: number }
  /** The sum of the columns is `excess` mm wider than the body. */
  | { readonly kind: 'too-wide'; readonly excess: number; readonly available: number }
  /** Padding and rules leave nothing of the column. */
  | { readonly kind: 'too-narrow'; readonly column: string };

/**
 * A column's width in the theme runs from the middle of its left rule to the middle of its right rule.
 *
 * @param theme checked theme
 * @param yearCount how many plan years the edition has
 */
export function resolveColumns(theme: Theme, yearCount: number): Columns | ColumnProblem {
  const names = Object.keys(theme.columns);
  const rests = names.filter((name) => theme.columns[name] === 'rest');
  if (rests.length !== 1) return { kind: 'rest-count', count: rests.length };
  const available = bodyBox(theme).width - theme.rules.outer;
  const repeat = (name: string) => (name === YEAR ? yearCount : 1);
  const fixed = names.reduce(
    (sum, name) => sum + (name === rests[0] ? 0 : (theme.columns[name] as number) * repeat(name)),
    0,
  );
  if (fixed >= available) return { kind: 'too-wide', excess: fixed - available, available };
  const outer = (name: string) => (name === rests[0] ? available - fixed : (theme.columns[name] as number));
  const frame = 2 * theme.padding.horizontal + theme.rules.outer;
  const narrow = names.find((name) => outer(name) <= frame + 1);
  if (narrow) return { kind: 'too-narrow', column: narrow };

  const order = names.flatMap((name) => Array<string>(repeat(name)).fill(name));
  const widths = order.map((name, index) => pt(outer(name) - frameOf(theme, index, index, order.length)));
  return {
    widths,
    names,
    pageWidth: pt(bodyBox(theme).width),
    widthOf(columns, count = 1) {
      const parts = columns.split('+');
      const indices = parts.map((part) => order.indexOf(part));
      if (indices.includes(-1)) return undefined;
      const first = indices[0] as number;
      const last = (indices.at(-1) as number) + count - 1;
      if (last >= order.length) return undefined;
      const joined = order.slice(first, last + 1).reduce((sum, name) => sum + outer(name), 0);
      return pt(joined - frameOf(theme, first, last, order.length));
    },
  };
}

/** What padding and the inner halves of the two rules take from neighbouring columns `first` to `last`, mm. */
function frameOf(theme: Theme, first: number, last: number, count: number): number {
  const left = first === 0 ? theme.rules.outer : theme.rules.inner;
  const right = last === count - 1 ? theme.rules.outer : theme.rules.inner;
  return 2 * theme.padding.horizontal + left / 2 + right / 2;
}
