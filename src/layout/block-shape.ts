/** Whether the JSON that a template wrote is a block: the first part that is none, and what should be there. Pure. */

import { ENTRY_ROLES, TABLE_ROLES } from './block.ts';

/** Keys and indices from the outside in. */
export type JsonPath = readonly (string | number)[];

export type ShapeFault = { readonly path: JsonPath; readonly detail: string };

/** Looks at a value; a fault's path starts from it. Runs for every block: paths are made only for faults. */
type Check = (value: unknown) => ShapeFault | undefined;

/** Of a table, and the years of a chart: labels are placed by looking at each other. */
const MOST_COLUMNS = 200;
const MOST_ROWS = 10_000;
const MOST_CELLS = 60_000;
const MOST_POINTS = 100;

const TEXT_KINDS = 'stack、columns、lines、chart のどれか一つを書きます。';
const PLAIN_KINDS = 'stack、lines のどちらか一つを書きます。';
const CONTENT_KINDS = `table、${TEXT_KINDS}`;

/** @param json what a template wrote */
export function findShapeFault(json: unknown): ShapeFault | undefined {
  return block(json);
}

/** An object with exactly one of the kinds' keys, and any of the others. */
function oneOf(
  kinds: Readonly<Record<string, Check>>,
  others: Readonly<Record<string, Check>>,
  expected = TEXT_KINDS,
): Check {
  const shape = object({ ...kinds, ...others }, []);
  const names = Object.keys(kinds);
  return (value) => {
    let found = 0;
    if (isObject(value)) for (const name of names) if (name in value) found++;
    return found === 1 ? shape(value) : fault(expected);
  };
}

const FLOWING_CHART = 'chart のある枠には flow を書けません。図は次のページへ続けられません。';

const fill = when((value) => typeof value === 'string', 'fill には greys の名前を書きます。');
const flag = when((value) => typeof value === 'boolean', 'true か false を書きます。');
const count = when((value) => Number.isInteger(value) && Number(value) >= 1, '1 以上の整数を書きます。');
const length = when((value) => isNumber(value, 0, 400), '0 から 400 までの mm の数を書きます。');
const width = when((value) => isNumber(value, 0, 2000), 'widths には {{json widths}} と書きます。');
const lengths = list(length);
const margin: Check = (value) =>
  Array.isArray(value) && value.length === 4
    ? lengths(value)
    : fault('margin には左、上、右、下の四つの数を書きます。');

const entryRole = oneWord(ENTRY_ROLES);
const tableRole = oneWord(TABLE_ROLES);
const heads = when(
  (value) => value === 'row' || (Number.isInteger(value) && Number(value) >= 1),
  'heads には "row" か、見出しになる列の数を書きます。',
);
const lines = when(
  (value) => Number.isInteger(value) && Number(value) >= 0,
  'lines は {{lines …}} で書きます。',
);
/** Figures of content have at most 15 digits before the point. */
const figure = when(
  (value) => value === null || isNumber(value, -1e15, 1e15),
  'value には 15 桁までの数値か null を書きます。',
);
const sentence = when(
  (value) => typeof value === 'string' && value !== '',
  'alt には図の内容を文で書きます。',
);
const text: Check = (value) => textNode(value);
const cell: Check = (value) => cellNode(value);
const group = list(cell);
const cells: Check = (value) => (Array.isArray(value) ? group(value) : cell(value));
const leaf = object({ lines }, ['lines']);
const plain: Check = (value) => plainNode(value);
const plainNode = oneOf({ lines, stack: list(plain) }, { margin }, PLAIN_KINDS);
const point = complete({ value: figure, year: leaf, word: plain, figure: plain });
const chart = complete({
  alt: sentence,
  height: length,
  baseline: point,
  points: list(point, 1, MOST_POINTS),
});
const texts: Readonly<Record<string, Check>> = { lines, stack: list(text), columns: list(leaf), chart };
const textNode = entriesOfColumns(oneOf(texts, { margin, leader: flag, role: entryRole }));
const anyCell = entriesOfColumns(
  oneOf(texts, {
    margin,
    leader: flag,
    role: entryRole,
    rowSpan: count,
    colSpan: count,
    fill,
    height: length,
    boxed: flag,
    flow: flag,
    continued: text,
    heads,
  }),
);
const cellNode: Check = (value) =>
  anyCell(value) ?? (isFlowing(value) && holdsChart(value) ? fault(FLOWING_CHART) : undefined);
const tableOfAnySize = object(
  {
    widths: list(width, 1, MOST_COLUMNS),
    body: list(list(cells), 1, MOST_ROWS),
    rules: flag,
    role: tableRole,
  },
  ['widths', 'body'],
);
/** Whose every place costs time, whether a cell begins in it or not. */
const table: Check = (value) => {
  const found = tableOfAnySize(value);
  if (found) return found;
  const { widths, body } = value as { readonly widths: unknown[]; readonly body: unknown[] };
  const holds = widths.length * body.length <= MOST_CELLS;
  return holds ? undefined : within('body', fault(`表の行と列を掛けた数は ${MOST_CELLS} までです。`));
};
const content = entriesOfColumns(
  oneOf({ ...texts, table }, { margin, leader: flag, role: entryRole }, CONTENT_KINDS),
);
const block = object({ content, spaceBefore: length, abut: flag }, ['content']);

function when(holds: (value: unknown) => boolean, detail: string): Check {
  return (value) => (holds(value) ? undefined : fault(detail));
}

function oneWord(words: readonly string[]): Check {
  return when((value) => words.includes(value as string), `${words.join('、')} のどれかを書きます。`);
}

function list(item: Check, least = 0, most = Number.POSITIVE_INFINITY): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length < least) return fault('[ ] の並びを書きます。');
    if (value.length > most) return fault(`並べられるのは ${most} までです。`);
    for (let index = 0; index < value.length; index++) {
      const found = item(value[index]);
      if (found) return within(index, found);
    }
    return undefined;
  };
}

function object(keys: Readonly<Record<string, Check>>, required: readonly string[]): Check {
  const checks = new Map(Object.entries(keys));
  return (value) => {
    if (!isObject(value)) return fault('{ } を書きます。');
    for (const key of required) if (!(key in value)) return fault(`${key} がありません。`);
    for (const key in value) {
      const check = checks.get(key);
      const found = check
        ? check((value as Record<string, unknown>)[key])
        : fault(`「${key}」は、ここでは使えません。`);
      if (found) return within(key, found);
    }
    return undefined;
  };
}

/** A node whose `role`, where it has one, says that its columns are an entry. */
function entriesOfColumns(node: Check): Check {
  return (value) =>
    node(value) ??
    (Object.hasOwn(value as object, 'role') && !Object.hasOwn(value as object, 'columns')
      ? fault('role は columns のあるところに書きます。')
      : undefined);
}

/** An object with all of the keys and no others. */
function complete(keys: Readonly<Record<string, Check>>): Check {
  return object(keys, Object.keys(keys));
}

function fault(detail: string): ShapeFault {
  return { path: [], detail };
}

function within(key: string | number, { path, detail }: ShapeFault): ShapeFault {
  return { path: [key, ...path], detail };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFlowing(cell: unknown): boolean {
  return (cell as { readonly flow?: boolean }).flow === true;
}

/** Whether a chart stands anywhere in a node of the right shape. */
function holdsChart(node: unknown): boolean {
  const { chart, stack = [] } = node as { readonly chart?: unknown; readonly stack?: readonly unknown[] };
  return chart !== undefined || stack.some(holdsChart);
}

function isNumber(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}
