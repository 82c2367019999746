/** Whether the JSON that a template wrote is a block: the first part that is none, and what should be there. Pure. */

/** Keys and indices from the outside in. */
export type JsonPath = readonly (string | number)[];

export type ShapeFault = { readonly path: JsonPath; readonly detail: string };

/** Looks at a value at a path. */
type Check = (value: unknown, path: JsonPath) => ShapeFault | undefined;

const TEXT_KINDS = 'stack、columns、lines のどれか一つを書きます。';
const CONTENT_KINDS = `table、${TEXT_KINDS}`;

/** @param json what a template wrote */
export function findShapeFault(json: unknown): ShapeFault | undefined {
  return block(json, []);
}

/** An object with exactly one of the kinds' keys, and any of the others. */
function oneOf(
  kinds: Readonly<Record<string, Check>>,
  others: Readonly<Record<string, Check>>,
  expected = TEXT_KINDS,
): Check {
  const shape = object({ ...kinds, ...others }, []);
  return (value, path) => {
    const isOne = isObject(value) && Object.keys(kinds).filter((kind) => kind in value).length === 1;
    return isOne ? shape(value, path) : { path, detail: expected };
  };
}

const fill = when((value) => typeof value === 'string', 'fill には greys の名前を書きます。');
const flag = when((value) => typeof value === 'boolean', 'true か false を書きます。');
const count = when((value) => Number.isInteger(value) && Number(value) >= 1, '1 以上の整数を書きます。');
const length = when((value) => isNumber(value, 0, 400), '0 から 400 までの mm の数を書きます。');
const width = when((value) => isNumber(value, 0, 2000), 'widths には {{json widths}} と書きます。');
const margin: Check = (value, path) =>
  Array.isArray(value) && value.length === 4
    ? list(length)(value, path)
    : { path, detail: 'margin には左、上、右、下の四つの数を書きます。' };

const lines = when(
  (value) => Number.isInteger(value) && Number(value) >= 0,
  'lines は {{lines …}} で書きます。',
);
const text: Check = (value, path) => textNode(value, path);
const cell: Check = (value, path) => cellNode(value, path);
const cells: Check = (value, path) => (Array.isArray(value) ? list(cell) : cell)(value, path);
const texts: Readonly<Record<string, Check>> = {
  lines,
  stack: list(text),
  columns: list(object({ lines }, ['lines'])),
};
const textNode = oneOf(texts, { margin });
const cellNode = oneOf(texts, { margin, rowSpan: count, colSpan: count, fill, flow: flag, continued: text });
const table = object({ widths: list(width, 1), body: list(list(cells), 1) }, ['widths', 'body']);
const content = oneOf({ ...texts, table }, { margin }, CONTENT_KINDS);
const block = object({ content, spaceBefore: length, abut: flag }, ['content']);

function when(holds: (value: unknown) => boolean, detail: string): Check {
  return (value, path) => (holds(value) ? undefined : { path, detail });
}

function list(item: Check, least = 0): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length < least) return { path, detail: '[ ] の並びを書きます。' };
    return first(value.entries(), ([index, part]) => item(part, [...path, index]));
  };
}

function object(keys: Readonly<Record<string, Check>>, required: readonly string[]): Check {
  return (value, path) => {
    if (!isObject(value)) return { path, detail: '{ } を書きます。' };
    const missing = required.find((key) => !(key in value));
    if (missing !== undefined) return { path, detail: `${missing} がありません。` };
    return first(Object.entries(value), ([key, part]) => {
      const inner = [...path, key];
      const check = Object.hasOwn(keys, key) ? keys[key] : undefined;
      return check ? check(part, inner) : { path: inner, detail: `「${key}」は、ここでは使えません。` };
    });
  };
}

function first<T>(items: Iterable<T>, check: (item: T) => ShapeFault | undefined): ShapeFault | undefined {
  for (const item of items) {
    const fault = check(item);
    if (fault) return fault;
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}
