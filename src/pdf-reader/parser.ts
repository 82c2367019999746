/**
 * Values of PDF objects (ISO 32000-1, 7.3), read from bytes that nobody vouches for: a character of the text is a byte.
 * What is read is bounded, so that no file can exhaust stack, memory or patience.
 */
import { Bytes, type Dictionary, Name, PdfFault, Reference, type Value } from './values.ts';

/** Dictionaries and lists within each other; ours have a handful. */
const DEEPEST = 32;
/** Values in one object: a name tree of all measures, or a parent tree's list. */
const MOST_VALUES = 100_000;
/** Bytes of a string or name (ISO 19005-2, 6.1.13). */
const LONGEST = 32_767;

/** How many bytes may still be read, again and again or not, by all parsers of a file together. */
export class Allowance {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  get left(): number {
    return this.#left;
  }

  /** @throws PdfFault where it is used up */
  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new PdfFault('too much to read');
  }
}

const BLANK = /[\0\t\n\f\r ]/;
const DELIMITER = /[()<>[\]{}/%]/;
const NUMBER = /[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})/y;
const REFERENCE = /(\d{1,10}) 0 R/y;

/** Reads values one after the other. */
export class Parser {
  readonly #text: string;
  readonly #allowance: Allowance;
  #at: number;
  #count = 0;

  /** @param at where to begin */
  constructor(text: string, allowance: Allowance, at = 0) {
    this.#text = text;
    this.#allowance = allowance;
    this.#at = at;
  }

  /** Behind what was read. */
  get at(): number {
    return this.#at;
  }

  /** Steps over a word and the blanks before it. @returns whether it stands there */
  skip(word: string): boolean {
    this.#skipBlanks();
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#go(this.#at + word.length);
    return true;
  }

  /** @throws PdfFault where there is no value, or one beyond the bounds */
  value(depth = 0): Value {
    if (depth > DEEPEST) throw new PdfFault('too deep');
    if (++this.#count > MOST_VALUES) throw new PdfFault('too many values');
    if (this.skip('<<')) return this.#dictionary(depth);
    if (this.skip('<')) return new Bytes(this.#hexadecimal());
    if (this.skip('(')) return new Bytes(this.#literal());
    if (this.skip('[')) return this.#list(depth);
    if (this.skip('/')) return new Name(this.#name());
    if (this.skip('true')) return true;
    if (this.skip('false')) return false;
    if (this.skip('null')) return null;
    const [, number] = this.#match(REFERENCE) ?? [];
    if (number !== undefined) return new Reference(Number(number));
    const [figure] = this.#match(NUMBER) ?? [];
    if (figure === undefined) throw new PdfFault(`no value at ${this.#at}`);
    return Number(figure);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#go(pattern.lastIndex);
    return match;
  }

  #go(to: number): void {
    this.#allowance.spend(to - this.#at);
    this.#at = to;
  }

  #dictionary(depth: number): Dictionary {
    const found = new Map<string, Value>();
    while (!this.skip('>>')) {
      if (!this.skip('/')) throw new PdfFault(`no key at ${this.#at}`);
      const key = this.#name();
      if (found.has(key)) throw new PdfFault(`${key} twice`);
      found.set(key, this.value(depth + 1));
    }
    return found;
  }

  #list(depth: number): Value[] {
    const found: Value[] = [];
    while (!this.skip(']')) found.push(this.value(depth + 1));
    return found;
  }

  #name(): string {
    const start = this.#at;
    this.#go(this.#end((byte) => BLANK.test(byte) || DELIMITER.test(byte)));
    const written = checked(this.#text.slice(start, this.#at));
    return written.replace(/#([0-9A-Fa-f]{2})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
  }

  #hexadecimal(): string {
    const start = this.#at;
    this.#go(this.#end((byte) => byte === '>'));
    const digits = checked(this.#text.slice(start, this.#at));
    if (!this.skip('>') || !/^(?:[0-9A-Fa-f]{2})*$/.test(digits)) throw new PdfFault('no string');
    return Buffer.from(digits, 'hex').toString('latin1');
  }

  /** The bytes of a literal string (7.3.4.2), up to its own closing bracket. */
  #literal(): string {
    const bytes: string[] = [];
    for (let open = 1; ; ) {
      const byte = this.#next();
      if (byte === '' || bytes.length > LONGEST) throw new PdfFault('a string without end');
      if (byte === '(') open++;
      if (byte === ')' && --open === 0) return bytes.join('');
      bytes.push(byte === '\\' ? this.#escaped() : byte);
    }
  }

  /** What follows a backslash (table 3). */
  #escaped(): string {
    const [octal] = this.#match(OCTAL) ?? [];
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
    const byte = this.#next();
    return ESCAPES[byte] ?? byte;
  }

  /** A byte; none at the end. */
  #next(): string {
    const byte = this.#text[this.#at] ?? '';
    this.#go(this.#at + 1);
    return byte;
  }

  /** Blanks and comments (7.2.2, 7.2.3). */
  #skipBlanks(): void {
    this.#go(this.#end((byte) => !BLANK.test(byte)));
    while (this.#text[this.#at] === '%') {
      this.#go(this.#end((byte) => byte === '\n' || byte === '\r'));
      this.#go(this.#end((byte) => !BLANK.test(byte)));
    }
  }

  /** Where the first byte of a kind stands from here on, or where the text ends. */
  #end(isEnd: (byte: string) => boolean): number {
    let at = this.#at;
    while (at < this.#text.length && !isEnd(this.#text[at] as string)) at++;
    return at;
  }
}

function checked(text: string): string {
  if (text.length > LONGEST) throw new PdfFault('a name or string too long');
  return text;
}

const OCTAL = /[0-7]{1,3}/y;

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
};
