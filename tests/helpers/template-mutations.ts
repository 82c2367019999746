/** What may happen to a template set's texts, at random: slips of an author's hand. */

type Random = () => number;

/** A changed text; kinds take turns. @param run counts the mutations */
export function mutateTemplate(text: string, run: number, random: Random): string {
  return (KINDS[run % KINDS.length] as (typeof KINDS)[number])(text, random);
}

const NUMBERS = [
  '0',
  '-1',
  '1',
  '2',
  '0.001',
  '400',
  '1e999',
  '-1e308',
  '99999999999999999999',
  '0.5',
  '3.8',
  '"5"',
  'null',
];
const PIECES = [
  '{{> band-label}}',
  '{{json @root}}',
  '{{json this}}',
  '{{#list widths}}',
  '{{/list}}',
  '{{lines "字" "page"}}',
  '"lines": 0,',
  '"constructor": 1,',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '"',
  '\\',
];

const KINDS: readonly ((text: string, random: Random) => string)[] = [
  /** A number is another. */
  (text, random) => replaced(text, /\d+(\.\d+)?/g, () => pick(NUMBERS, random), random),
  /** A word is another of the same text. */
  (text, random) =>
    replaced(text, /[\w-]{2,}/g, () => pick(text.match(/[\w-]{2,}/g) ?? [''], random), random),
  /** A mustache, or what stands in brackets, is gone. */
  (text, random) => replaced(text, /\{\{[^}]*\}\}|"[^"{}]*"|\[[^[\]]*\]|\{[^{}]*\}/g, () => '', random),
  /** A line comes twice, or is gone. */
  (text, random) => {
    const lines = text.split('\n');
    const at = below(lines.length, random);
    lines.splice(at, random() < 0.5 ? 1 : 0, ...(random() < 0.5 ? [] : [lines[at] as string]));
    return lines.join('\n');
  },
  /** Something is put in. */
  (text, random) => {
    const at = below(text.length + 1, random);
    return text.slice(0, at) + pick(PIECES, random) + text.slice(at);
  },
  /** A piece of it stands elsewhere, too. */
  (text, random) => {
    const [from, to] = [below(text.length, random), below(text.length, random)];
    return text.slice(0, to) + text.slice(from, from + below(120, random)) + text.slice(to);
  },
];

function replaced(text: string, pattern: RegExp, instead: () => string, random: Random): string {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return text;
  const { 0: found, index } = pick(places, random);
  return text.slice(0, index) + instead() + text.slice(index + found.length);
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function pick<T>(values: readonly T[], random: Random): T {
  return values[below(values.length, random)] as T;
}
