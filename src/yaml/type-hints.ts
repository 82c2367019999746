/** A value of another kind than wanted: what was wanted, and what to type instead. */
import type * as z from 'zod';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { listed, shorten } from './quote.ts';
import { acceptsAt, advicesAt, allowedKeys } from './shape.ts';
import type { Path } from './types.ts';
import { describe, Numeral, type YamlValue } from './value.ts';

/** A document's value and the schema that it is to follow. */
export type Context = { readonly root: YamlValue; readonly schema: z.ZodType };

/** How many keys are shown as they are written. */
export const MOST_EXAMPLES = 3;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字列',
  number: '数値',
  int: '整数',
  boolean: 'true か false',
  array: '「-」または [ ] の並び',
  tuple: '「-」または [ ] の並び',
  object: '項目のまとまり',
  record: '項目のまとまり',
  null: 'null',
};

/** @param expected the kinds that would have been right, in zod's words */
export function wrongType({ root, schema }: Context, path: Path, expected: readonly string[]): Diagnostic {
  const value = valueAt(root, path);
  const advices = advicesAt(schema, path, value);
  const names = [...new Set(expected.map((type) => TYPE_NAMES[type] ?? type))].join('、');
  return diagnose(
    'wrong-type',
    { expected: names, found: describe(value) },
    { hints: advices.length > 0 ? advices : typeHints({ root, schema }, path, expected) },
  );
}

function typeHints({ root, schema }: Context, path: Path, expected: readonly string[]): string[] {
  const value = valueAt(root, path);
  if (expected.includes('string')) {
    const typed =
      value instanceof Numeral ? value.literal : typeof value === 'boolean' ? String(value) : undefined;
    if (typed !== undefined) return [`「"${shorten(typed)}"」と、半角の「"」で囲んで書いてください。`];
    if (value === null && acceptsAt(schema, path, '')) return ['何も書かないなら「""」と書いてください。'];
    if (value === null) return ['半角の「:」と空白の後に、言葉を書いてください。'];
  }
  if (expected.includes('boolean')) return ['true か false と書いてください。'];
  if (expected.includes('array')) {
    if (value === null) return ['何もないなら「[]」と書いてください。'];
    if (typeof value === 'string') return [listHint(value)];
    if (isMap(value)) return itemHints(Object.keys(value), allowedKeys(schema, [...path, 0]));
  }
  if (expected.includes('object') || expected.includes('record')) return [mapHint(allowedKeys(schema, path))];
  return expected.includes('string') ? ['並びやまとまりでなく、言葉を一つ書いてください。'] : [];
}

/** A map of a few keys fits in braces; one whose keys are names of the clerk's own has none to show. */
function mapHint(keys: readonly string[]): string {
  if (keys.length === 0) return '次の行から、字下げをそろえて「名前: 値」の形で書いてください。';
  if (keys.length > MOST_EXAMPLES)
    return `${examplesOf(keys)}のように、項目の名前を付けて一つずつ書いてください。`;
  return `「{ ${keys.map((key) => `${key}: …`).join(', ')} }」のように書いてください。`;
}

/** A text in the place of a list: its names may stand between commas of any kind. */
function listHint(text: string): string {
  const inside = text.replace(/^[[［【(（「]\s*/u, '').replace(/\s*[\]］】)）」]$/u, '');
  const names = inside.split(/[、，,]\s*/u).filter((name) => name !== '');
  return `「[${shorten(names.join(', '))}]」のように [ ] で囲んで書いてください。`;
}

/** Keys in the place of a list: the dash of its first item is gone, or the line that it was on. */
function itemHints(keys: readonly string[], [first]: readonly string[]): string[] {
  if (first === undefined) return ['一つごとに「- 」で始まる行に書いてください。'];
  if (keys[0] === first) return [`「- ${first}: …」のように、初めの行に「- 」を付けてください。`];
  if (keys.includes(first)) return [`「- ${first}: …」を初めの行にして、「- 」を付けてください。`];
  return [`この行のすぐ上に、字下げを 2 字減らして「- ${first}: …」の行を書き足してください（… は内容）。`];
}

/** 「number: …」「name: …」: how the first few keys are written. */
export function examplesOf(keys: readonly string[]): string {
  return listed(keys.slice(0, MOST_EXAMPLES).map((key) => `${key}: …`));
}

/** The value at a path; undefined where there is none. */
export function valueAt(root: YamlValue, path: Path): YamlValue | undefined {
  let value: YamlValue | undefined = root;
  for (const part of path) {
    if (Array.isArray(value)) value = value[Number(part)];
    else if (isMap(value)) value = value[String(part)];
    else return undefined;
  }
  return value;
}

/** Whether a value is a map of keys. */
export function isMap(value: unknown): value is { [key: string]: YamlValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Numeral);
}
