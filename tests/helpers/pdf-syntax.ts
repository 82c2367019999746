/** Values of PDF objects (ISO 32000-1, 7.3), read from their text: what a test wants to know of a file. */

export type Ref = { readonly ref: number };
/** A name; a string of the file is `{ text }`. */
export type Name = string;
export type Value =
  | number
  | boolean
  | null
  | Name
  | Ref
  | { readonly text: string }
  | readonly Value[]
  | Dictionary;
export type Dictionary = { readonly [key: string]: Value };

const DELIMITERS = '()<>[]/%';

export function isDictionary(value: Value | undefined): value is Dictionary {
  const isText = typeof value === 'object' && value !== null && 'text' in value;
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isText && !isReference(value)
  );
}

export function isReference(value: Value | undefined): value is Ref {
  return typeof value === 'object' && value !== null && 'ref' in value;
}

/** @param source the object's text, a character a byte */
export function parseObject(source: string): Value {
  return new Parser(source).value();
}

class Parser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  value(): Value {
    this.#space();
    const next = this.#source[this.#at];
    if (this.#source.startsWith('<<', this.#at)) return this.#dictionary();
    if (next === '<') return this.#hexadecimal();
    if (next === '(') return this.#literal();
    if (next === '[') return this.#array();
    if (next === '/') {
      this.#at++;
      return this.#word();
    }
    const reference = /^(\d+) \d+ R/.exec(this.#source.slice(this.#at, this.#at + 24));
    if (reference) {
      this.#at += reference[0].length;
      return { ref: Number(reference[1]) };
    }
    const word = this.#word();
    if (word === '') throw new Error(`no value at ${this.#at} of ${this.#source.slice(0, 80)}`);
    if (word === 'null') return null;
    return word === 'true' || word === 'false' ? word === 'true' : Number(word);
  }

  #dictionary(): Dictionary {
    this.#at += 2;
    const found: Record<string, Value> = {};
    for (this.#space(); !this.#source.startsWith('>>', this.#at); this.#space()) {
      const key = String(this.value());
      found[key] = this.value();
    }
    this.#at += 2;
    return found;
  }

  #array(): Value[] {
    this.#at++;
    const found: Value[] = [];
    for (this.#space(); this.#source[this.#at] !== ']'; this.#space()) found.push(this.value());
    this.#at++;
    return found;
  }

  #hexadecimal(): { text: string } {
    const end = this.#source.indexOf('>', this.#at);
    const bytes = Buffer.from(this.#source.slice(this.#at + 1, end), 'hex').toString('latin1');
    this.#at = end + 1;
    return { text: decoded(bytes) };
  }

  #literal(): { text: string } {
    let bytes = '';
    for (this.#at++; this.#source[this.#at] !== ')'; this.#at++) {
      if (this.#source[this.#at] === '\\') {
        const escaped = this.#source[++this.#at] as string;
        bytes += escaped === 'r' ? '\r' : escaped;
      } else bytes += this.#source[this.#at];
    }
    this.#at++;
    return { text: decoded(bytes) };
  }

  #word(): string {
    const start = this.#at;
    while (this.#at < this.#source.length && !/\s/.test(this.#source[this.#at] as string)) {
      if (DELIMITERS.includes(this.#source[this.#at] as string)) break;
      this.#at++;
    }
    return this.#source.slice(start, this.#at);
  }

  #space(): void {
    while (/\s/.test(this.#source[this.#at] ?? '')) this.#at++;
  }
}

/** A text string: UTF-16 where it begins with a byte order mark, else as it is. */
function decoded(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}
