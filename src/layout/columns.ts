/** The tables' columns: widths in pt, from the theme's and the number of year columns. */
import { bodyBox, type Theme } from './theme.ts';
import { pt } from './units.ts';

/** The theme's name of the column that stands once for every plan year. */
const YEAR = 'year';

export type Columns = {
  /** Width of the text of each column of the theme's `columns`, in order, the year column repeated. */
  readonly widths: readonly number[];
  /** The same for each of the theme's other `tables`, by name. */
  readonly tables: Readonly<Record<string, readonly number[]>>;
  /**
   * Text width of a column or of neighbours joined with `+`: `label+result`, or `summary/goal` in another table;
   * undefined for an unknown name.
   */
  widthOf(columns: string, count?: number): number | undefined;
  /** The columns that `widthOf` measures, as the theme writes them; undefined for an unknown name. */
  roomOf(columns: string, count?: number): ColumnRoom | undefined;
  readonly names: readonly string[];
  /** Width of the whole body, for text outside tables. */
  readonly pageWidth: number;
};

/** A column, or neighbours, as the theme writes them. */
export type ColumnRoom = {
  /** The theme's key of the table; undefined for the main one. */
  readonly table: string | undefined;
  /** Each key once. */
  readonly keys: readonly string[];
  /** How many columns stand side by side: a year column comes again. */
  readonly count: number;
  /** From the middle of the first rule to the middle of the last, mm. */
  readonly width: number;
  /** Whether one of them takes what the others leave. */
  readonly rest: boolean;
};

/** What keeps the columns of a table from fitting the page; `table` is undefined for the main one. */
export type ColumnProblem = { readonly table: string | undefined } & (
  | { readonly kind: 'rest-count'; readonly count: number }
  /** The sum of the columns is `excess` mm wider than the body. */
  | { readonly kind: 'too-wide'; readonly excess: number; readonly available: number }
  /** Padding and rules leave nothing of the column. */
  | { readonly kind: 'too-narrow'; readonly column: string }
);

/** Widths in mm, or the word for what is left. */
type Widths = Theme['columns'];

/** One table's columns, in order, the year column repeated; mm from the middle of a rule to that of the next. */
type Row = { readonly order: readonly string[]; readonly outer: (name: string) => number };

/**
 * A column's width in the theme runs from the middle of its left rule to the middle of its right rule.
 *
 * @param theme checked theme
 * @param yearCount how many plan years the edition has
 */
export function resolveColumns(theme: Theme, yearCount: number): Columns | ColumnProblem {
  const main = resolveRow(theme, theme.columns, yearCount, undefined);
  if ('kind' in main) return main;
  const others = new Map<string, Row>();
  for (const [name, widths] of Object.entries(theme.tables)) {
    const row = resolveRow(theme, widths, yearCount, name);
    if ('kind' in row) return row;
    others.set(name, row);
  }
  const find = (columns: string) => {
    const [table, names] = columns.includes('/') ? columns.split('/', 2) : [undefined, columns];
    return { table, row: table === undefined ? main : others.get(table), names: names as string };
  };
  const tables = [...others].map(([name, row]) => [name, widthsOf(theme, row)] as const);
  return {
    widths: widthsOf(theme, main),
    tables: Object.fromEntries(tables),
    names: [
      ...new Set(main.order),
      ...[...others].flatMap(([table, { order }]) => [...new Set(order)].map((name) => `${table}/${name}`)),
    ],
    pageWidth: pt(bodyBox(theme).width),
    widthOf(columns, count = 1) {
      const { row, names } = find(columns);
      const range = row && rangeOf(row, names, count);
      return range && joinedWidth(theme, row, range);
    },
    roomOf(columns, count = 1) {
      const { table, row, names } = find(columns);
      const range = row && rangeOf(row, names, count);
      return range && roomIn(row, range, table, table === undefined ? theme.columns : theme.tables[table]);
    },
  };
}

function resolveRow(
  theme: Theme,
  widths: Widths,
  yearCount: number,
  table: string | undefined,
): Row | ColumnProblem {
  const names = Object.keys(widths);
  const rests = names.filter((name) => widths[name] === 'rest');
  if (rests.length !== 1) return { kind: 'rest-count', count: rests.length, table };
  const available = bodyBox(theme).width - theme.rules.outer;
  const repeat = (name: string) => (name === YEAR ? yearCount : 1);
  const fixed = names.reduce(
    (sum, name) => sum + (name === rests[0] ? 0 : (widths[name] as number) * repeat(name)),
    0,
  );
  if (fixed >= available) return { kind: 'too-wide', excess: fixed - available, available, table };
  const outer = (name: string) => (name === rests[0] ? available - fixed : (widths[name] as number));
  const frame = 2 * theme.padding.horizontal + Math.max(theme.rules.inner, theme.rules.outer);
  const narrow = names.find((name) => outer(name) <= frame + 1);
  if (narrow) return { kind: 'too-narrow', column: narrow, table };
  return { order: names.flatMap((name) => Array<string>(repeat(name)).fill(name)), outer };
}

/** Each column's text width, pt. */
function widthsOf(theme: Theme, { order, outer }: Row): number[] {
  return order.map((name, index) => pt(outer(name) - frameOf(theme, index, index, order.length)));
}

/** Neighbouring columns, the first and the last. */
type Range = { readonly first: number; readonly last: number };

function rangeOf({ order }: Row, columns: string, count: number): Range | undefined {
  const indices = columns.split('+').map((part) => order.indexOf(part));
  if (indices.includes(-1)) return undefined;
  const first = indices[0] as number;
  const last = (indices.at(-1) as number) + count - 1;
  return last >= order.length ? undefined : { first, last };
}

function joinedWidth(theme: Theme, row: Row, { first, last }: Range): number {
  return pt(outerWidth(row, { first, last }) - frameOf(theme, first, last, row.order.length));
}

function outerWidth({ order, outer }: Row, { first, last }: Range): number {
  return order.slice(first, last + 1).reduce((sum, name) => sum + outer(name), 0);
}

function roomIn(row: Row, range: Range, table: string | undefined, widths: Widths | undefined): ColumnRoom {
  const inside = row.order.slice(range.first, range.last + 1);
  const keys = [...new Set(inside)];
  const rest = keys.some((key) => widths?.[key] === 'rest');
  return { table, keys, count: inside.length, width: outerWidth(row, range), rest };
}

/** What padding and the inner halves of the two rules take from neighbouring columns `first` to `last`, mm. */
function frameOf(theme: Theme, first: number, last: number, count: number): number {
  const left = first === 0 ? theme.rules.outer : theme.rules.inner;
  const right = last === count - 1 ? theme.rules.outer : theme.rules.inner;
  return 2 * theme.padding.horizontal + left / 2 + right / 2;
}
