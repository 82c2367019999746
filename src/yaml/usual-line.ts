/** What the usual forms of YAML put on one line: keys, texts, figures, `[…]` and `{…}`. */
import type { UsualPlaces } from './usual-places.ts';
import { Numeral, type YamlValue } from './value.ts';

/** Who reads the line: where it begins in the text, and who wants to know where things stand. */
export type Watch = {
  readonly places: UsualPlaces | undefined;
  readonly lineStart: number;
  /** A text ends at a comment that begins at a column. */
  aside(column: number): void;
};

/** Thrown at text that is left to the library. */
export class Unusual extends Error {}

/** A key of letters, digits, `_` and `-`, or in quotes, and its colon. */
const KEY = /(?:([0-9A-Za-z_][\w-]*)|"([^"]*)"):(?= |$)/y;

/** Longer keys may be too far from their colon. */
const LONGEST_KEY = 1000;

const DOUBLE_QUOTED = /"([^"]*)"/y;
const SINGLE_QUOTED = /'((?:[^']|'')*)'/y;

/** A text without quotes up to the line's end: no sign at its beginning that means something (YAML 1.2, 7.3.3). */
const PLAIN = /(?:-(?! |$)|[^-?:,[\]{}#&*!|>'"%@` ]).*$/y;
/** The same in `[…]` and `{…}`; colons and number signs, which depend on their neighbours there, are for the library. */
const FLOW_PLAIN = /(?:-(?![ ,[\]{}]|$)|[^-?:,[\]{}#&*!|>'"%@` ])[^,[\]{}:#]*/y;

/** The end of a line: nothing, or a comment. */
const LINE_END = /(?: +#.*| *)$/y;

const COMMENT = ' #';
/** Text that was not meant as a comment: the library's reader warns. */
const TEXT_AFTER_HASH = / #[^\s#]/;

/** A figure, the deepest value of the content, lies one level deep in braces. */
const DEEPEST = 4;

/** Plain texts that may be none: the core schema's null, booleans and numbers begin with one of these (YAML 1.2, 10.3.2). */
const SUSPECT = /^[-+.0-9~nNtTfF]|^$/;
const NULL = /^(?:~|null|Null|NULL)?$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const NUMBER =
  /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** A key, whether it was typed without quotes, and where its line goes on behind the colon. */
export type UsualKey = { readonly key: string; readonly isPlain: boolean; readonly end: number };

/** The key that begins at a column, if one does. */
export function keyAt(line: string, column: number): UsualKey | undefined {
  KEY.lastIndex = column;
  const found = KEY.exec(line);
  const key = found?.[1] ?? found?.[2];
  return key === undefined ? undefined : { key, isPlain: found?.[1] !== undefined, end: KEY.lastIndex };
}

/** The key that begins at a column and is not in a map yet. */
export function newKeyAt(line: string, column: number, map: Record<string, YamlValue>): UsualKey {
  const found = keyAt(line, column);
  if (!found) throw new Unusual();
  const { key, isPlain } = found;
  const isOdd = key === '<<' || key === '__proto__' || (isPlain && NULL.test(key));
  if (isOdd || key.length > LONGEST_KEY || key in map) throw new Unusual();
  return found;
}

/** The value from a column to the line's end. */
export function usualValue(line: string, column: number, watch: Watch): YamlValue {
  const sign = line[column];
  if (sign === '"' || sign === "'" || sign === '[' || sign === '{') {
    const flow = new FlowReader(line, column, watch);
    const value = flow.value(0);
    flow.requireLineEnd();
    return value;
  }
  PLAIN.lastIndex = column;
  const rest = PLAIN.exec(line)?.[0];
  if (rest === undefined) throw new Unusual();
  const comment = rest.indexOf(COMMENT);
  const text = withoutSpaces(comment < 0 ? rest : rest.slice(0, comment));
  if (text.includes(': ') || text.endsWith(':') || TEXT_AFTER_HASH.test(rest)) throw new Unusual();
  noteText(watch, column, column + text.length);
  const value = meaningOf(text);
  if (comment >= 0 && typeof value === 'string') watch.aside(column + comment + 1);
  return value;
}

function noteText({ places, lineStart }: Watch, from: number, to: number): void {
  if (!places) return;
  const range = [lineStart + from, lineStart + to] as const;
  places.value(range, range);
}

/** Goes through what stands in brackets, braces or quotes. */
class FlowReader {
  readonly #line: string;
  readonly #watch: Watch;
  #at: number;

  constructor(line: string, at: number, watch: Watch) {
    this.#line = line;
    this.#at = at;
    this.#watch = watch;
  }

  value(depth: number): YamlValue {
    if (depth > DEEPEST) throw new Unusual();
    const sign = this.#line[this.#at];
    return sign === '[' || sign === '{' ? this.#collection(sign, depth) : this.#scalar(sign);
  }

  #scalar(sign: string | undefined): YamlValue {
    const from = this.#at;
    const pattern = sign === '"' ? DOUBLE_QUOTED : sign === "'" ? SINGLE_QUOTED : FLOW_PLAIN;
    const [typed, quoted] = this.#take(pattern);
    const text = quoted ?? withoutSpaces(typed);
    noteText(this.#watch, from, from + (quoted === undefined ? text : typed).length);
    if (quoted === undefined) return meaningOf(text);
    return sign === "'" ? text.replaceAll("''", "'") : text;
  }

  #collection(sign: string, depth: number): YamlValue {
    const from = this.#at;
    const value = sign === '[' ? this.#list(depth) : this.#map(depth);
    const { places, lineStart } = this.#watch;
    places?.value([lineStart + from, lineStart + this.#at]);
    return value;
  }

  requireLineEnd(): void {
    this.#take(LINE_END);
  }

  #list(depth: number): YamlValue[] {
    const { places } = this.#watch;
    const list: YamlValue[] = [];
    this.#at += 1;
    while (this.#hasEntry(']', list.length === 0)) {
      places?.enter(list.length);
      list.push(this.value(depth + 1));
      places?.leave();
    }
    return list;
  }

  #map(depth: number): YamlValue {
    const { places, lineStart } = this.#watch;
    const map: Record<string, YamlValue> = Object.create(null);
    this.#at += 1;
    for (let isFirst = true; this.#hasEntry('}', isFirst); isFirst = false) {
      const { key, end } = newKeyAt(this.#line, this.#at, map);
      places?.enter(key, [lineStart + this.#at, lineStart + end - 1]);
      this.#at = end;
      this.#skipSpaces();
      map[key] = this.value(depth + 1);
      places?.leave();
    }
    return map;
  }

  /** Goes to the beginning of the next entry, or behind the closing sign. */
  #hasEntry(close: string, isFirst: boolean): boolean {
    this.#skipSpaces();
    const isDone = this.#line[this.#at] === close;
    if (isDone) this.#at += 1;
    if (isDone || isFirst) return !isDone;
    if (this.#line[this.#at] !== ',') throw new Unusual();
    this.#at += 1;
    this.#skipSpaces();
    if (this.#line[this.#at] === close) throw new Unusual();
    return true;
  }

  #skipSpaces(): void {
    while (this.#line[this.#at] === ' ') this.#at += 1;
  }

  #take(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#line);
    if (!found) throw new Unusual();
    this.#at = pattern.lastIndex;
    return found;
  }
}

/** YAML's spaces only: a full-width space belongs to the text. */
function withoutSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end -= 1;
  return text.slice(0, end);
}

/** What a text without quotes means. */
function meaningOf(text: string): YamlValue {
  if (!SUSPECT.test(text)) return text;
  if (NULL.test(text)) return null;
  if (BOOLEAN.test(text)) return text.toLowerCase() === 'true';
  return NUMBER.test(text) ? new Numeral(text) : text;
}
