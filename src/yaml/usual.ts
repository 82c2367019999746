/**
 * YAML text → plain values, the short way, for text without anything that could be wrong: maps, lists and one-line texts
 * in the forms that the 手引き shows, literal blocks, comments. A fraction of the work of the `yaml` library, which
 * decides about all other text; where this gives a value, the library would give the same (tests hold it to that).
 */
import type { Aside } from './aside.ts';
import type { Range } from './types.ts';
import { keyAt, newKeyAt, Unusual, usualValue, type Watch } from './usual-line.ts';
import type { UsualPlaces } from './usual-places.ts';
import type { YamlValue } from './value.ts';

/** Escapes, tabs, lone carriage returns, byte order marks, the marks between documents: never usual. */
const UNUSUAL = /[\\\t\r\ufeff]|^(?:---|\.\.\.)/m;

/**
 * Longer texts may be refused for having too much in them: the library takes 200,000 tokens at most, and makes up to
 * three of two characters.
 */
const LONGEST = 130_000;

/** A figure, the deepest value of the content, lies 9 levels deep. */
const DEEPEST = 16;

/** The beginning of a literal block, with or without its last line end. */
const LITERAL = /\|(-?)(?: +#.*| *)$/y;

/** The column behind the last line. */
const END = -1;

/**
 * The value of a text; undefined where it holds anything but the usual forms.
 *
 * @param places told of everything read
 * @param asides receives the comments that end a text
 */
export function readUsual(text: string, places?: UsualPlaces, asides: Aside[] = []): YamlValue | undefined {
  if (text.length > LONGEST || UNUSUAL.test(text)) return undefined;
  try {
    return new BlockReader(text, places, asides).document();
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}

/** Goes through a text's lines, down and in. */
class BlockReader implements Watch {
  readonly places: UsualPlaces | undefined;
  /** Where the line begins in the text. */
  lineStart = 0;
  readonly #lines: readonly string[];
  readonly #asides: Aside[];
  /** The keys and indices that lead to what is being read. */
  readonly #path: (string | number)[] = [];
  #row = -1;
  /** Where the next thing begins in its line. */
  #column = END;

  constructor(text: string, places: UsualPlaces | undefined, asides: Aside[]) {
    this.#lines = text.split('\n');
    this.places = places;
    this.#asides = asides;
  }

  aside(column: number): void {
    this.#asides.push({ path: [...this.#path], range: this.#rangeOf(column, this.#line.length) });
  }

  document(): YamlValue {
    this.#nextLine();
    this.#require(0);
    const value = this.#block(END, 0);
    this.#require(END);
    return value;
  }

  #require(column: number): void {
    if (this.#column !== column) throw new Unusual();
  }

  get #line(): string {
    return this.#lines[this.#row] as string;
  }

  /** Goes to the beginning of the next line that is not blank and no comment. */
  #nextLine(): void {
    for (;;) {
      this.#toRow(this.#row + 1);
      const line = this.#lines[this.#row];
      this.#column = line === undefined ? END : indentOf(line);
      if (line === undefined || (this.#column < line.length && line[this.#column] !== '#')) return;
    }
  }

  #toRow(row: number): void {
    for (; this.#row < row; this.#row++) {
      if (this.#row >= 0) this.lineStart += this.#line.length + 1;
    }
  }

  #rangeOf(column: number, end: number): Range {
    return [this.lineStart + column, this.lineStart + end];
  }

  /** What begins at this column, further in than `indent`: a collection, or a value alone on its line. */
  #block(indent: number, depth: number): YamlValue {
    if (depth > DEEPEST) throw new Unusual();
    if (this.#isAtDash()) return this.#list(depth);
    if (keyAt(this.#line, this.#column)) return this.#map(depth);
    const value = this.#usualValue();
    this.#nextLine();
    this.#requireEnd(indent);
    return value;
  }

  #list(depth: number): YamlValue[] {
    const indent = this.#column;
    const list: YamlValue[] = [];
    do {
      this.#enter(list.length);
      this.#column += 1;
      list.push(this.#item(indent, depth));
      this.#leave();
    } while (this.#column === indent && this.#isAtDash());
    this.#requireEnd(indent);
    return list;
  }

  #map(depth: number): YamlValue {
    const indent = this.#column;
    const map: Record<string, YamlValue> = Object.create(null);
    do {
      const { key, end } = newKeyAt(this.#line, this.#column, map);
      this.#enter(key, this.places && this.#rangeOf(this.#column, end - 1));
      this.#column = end;
      map[key] = this.#value(indent, depth);
      this.#leave();
    } while (this.#column === indent && !this.#isAtDash());
    this.#requireEnd(indent);
    return map;
  }

  #enter(name: string | number, key?: Range): void {
    this.#path.push(name);
    this.places?.enter(name, key);
  }

  #leave(): void {
    this.#path.pop();
    this.places?.leave();
  }

  /** What follows may not stand further in. */
  #requireEnd(indent: number): void {
    if (this.#column > indent) throw new Unusual();
  }

  /** What follows a dash: an entry of the collection that begins there, or a value. */
  #item(indent: number, depth: number): YamlValue {
    if (this.#isLineDone()) return this.#column > indent ? this.#block(indent, depth + 1) : null;
    const begins = this.#isAtDash() || keyAt(this.#line, this.#column);
    return begins ? this.#block(indent, depth + 1) : this.#inLine(indent);
  }

  /** What follows a key's colon. A list below a key need not stand further in than the key. */
  #value(indent: number, depth: number): YamlValue {
    const line = this.#line;
    const from = this.#column;
    if (!this.#isLineDone()) return this.#inLine(indent);
    const isBelow = this.#column > indent || (this.#column === indent && this.#isAtDash());
    if (isBelow) return this.#block(indent, depth + 1);
    // `name: #文` was meant as a text, most likely.
    if (line.length > from && /#[^\s#]/.test(line.slice(from))) throw new Unusual();
    return null;
  }

  /** Goes to the next thing in this line, or, where there is nothing more but a comment, in the next one. */
  #isLineDone(): boolean {
    const line = this.#line;
    const from = this.#column;
    while (line[this.#column] === ' ') this.#column += 1;
    const isDone = this.#column === line.length || (line[this.#column] === '#' && this.#column > from);
    if (isDone) this.#nextLine();
    return isDone;
  }

  /** A value that begins in this line and is the last thing in it. */
  #inLine(indent: number): YamlValue {
    const value = this.#line[this.#column] === '|' ? this.#literal(indent) : this.#usualValue();
    this.#nextLine();
    return value;
  }

  #usualValue(): YamlValue {
    return usualValue(this.#line, this.#column, this);
  }

  /** The lines below `|` that are blank or stand further in than the entry they belong to. */
  #literal(indent: number): string {
    LITERAL.lastIndex = this.#column;
    const header = LITERAL.exec(this.#line);
    const begin = this.#row + 1;
    const inner = this.#literalIndent(begin);
    if (!header || inner <= indent) throw new Unusual();
    let end = begin;
    while (isBlank(this.#lines[end]) || indentOf(this.#lines[end] ?? '') >= inner) end += 1;
    this.#noteLiteral(end);
    const text = this.#lines.slice(begin, end).map((line) => line.slice(inner));
    while (text.at(-1) === '') text.pop();
    return text.join('\n') + (header[1] === '-' ? '' : '\n');
  }

  /** How far the first line that is not blank stands in; blank lines before it may be no longer than that. */
  #literalIndent(begin: number): number {
    let first = begin;
    while (isBlank(this.#lines[first])) first += 1;
    const inner = indentOf(this.#lines[first] ?? '');
    for (const { length } of this.#lines.slice(begin, first)) if (length > inner) throw new Unusual();
    return inner;
  }

  /** Goes to the last line of a literal block, which ends before a row. */
  #noteLiteral(end: number): void {
    const sign = this.#rangeOf(this.#column, this.#column + 1);
    const textStart = this.lineStart + this.#line.length + 1;
    this.#toRow(end - 1);
    const lineEnd = end < this.#lines.length ? 1 : 0;
    this.places?.value(sign, [textStart, this.lineStart + this.#line.length + lineEnd]);
  }

  #isAtDash(): boolean {
    const next = this.#line[this.#column + 1];
    return this.#line[this.#column] === '-' && (next === ' ' || next === undefined);
  }
}

/** How many spaces a line begins with. */
function indentOf(line: string): number {
  let indent = 0;
  while (line[indent] === ' ') indent += 1;
  return indent;
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && indentOf(line) === line.length;
}
