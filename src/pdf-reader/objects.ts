/**
 * The objects of a finished PDF, found the way a reader finds them: from the end of the file to its cross-reference
 * stream (ISO 32000-1, 7.5.8), from there to objects in the file and in object streams (7.5.7).
 *
 * A reader of our own: the libraries of this program write PDFs only, and a library that reads any PDF is as large as
 * all of the program. Only the form in which this program writes is read; a file that was mended, added to, encrypted
 * or written by another program is not what was sealed, and that is all one needs to know of it. Nothing here is shared
 * with what writes the files.
 */
import { inflateSync } from 'node:zlib';
import { CrossReferences, IN_FILE, IN_STREAM } from './cross-references.ts';
import { Allowance, Parser } from './parser.ts';
import {
  type Dictionary,
  dictionaryOf,
  isCount,
  isList,
  isNamed,
  PdfFault,
  Reference,
  type Value,
} from './values.ts';

/** A dictionary and, of a stream, its bytes as they stand in the file. */
type FileObject = { readonly value: Value; readonly packed?: Buffer };

/** Bytes of a file, and of all its streams that are unpacked: a long booklet of a thousand pages has six million. */
const MOST_BYTES = 256 * 1024 * 1024;

/** How far from the end the file says where its cross-reference stream begins. */
const TAIL = 64;

/** Bytes of syntax: a dictionary for each stream, and the way to each file that is carried. */
const MOST_SYNTAX = 16 * 1024 * 1024;

/** Objects that share an object stream. */
const MOST_IN_STREAM = 1000;

/** The objects of one file by their numbers; each is read when it is asked for. */
export class PdfObjects {
  readonly #file: Buffer;
  readonly #text: string;
  readonly #places: CrossReferences;
  /** Unpacked object streams by number. */
  readonly #unpacked = new Map<number, string>();
  readonly #syntax = new Allowance(MOST_SYNTAX);
  readonly #content = new Allowance(MOST_BYTES);
  readonly trailer: Dictionary;

  /** @throws PdfFault where the file is not as this program writes them */
  constructor(bytes: Uint8Array) {
    if (bytes.length > MOST_BYTES) throw new PdfFault('too large');
    this.#file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#text = this.#file.toString('latin1');
    const [, start] = /\nstartxref\n(\d{1,10})\n%%EOF\n$/.exec(this.#text.slice(-TAIL)) ?? [];
    if (!this.#text.startsWith('%PDF-1.7\n') || start === undefined) throw new PdfFault('no PDF of ours');
    const stream = this.#objectAt(Number(start));
    this.trailer = dictionaryOf(stream.value);
    this.#places = new CrossReferences(this.trailer, this.#unpack(stream));
  }

  /** The value itself, or the object that a reference names. @throws PdfFault */
  get(value: Value | undefined): Value {
    if (!(value instanceof Reference)) return value ?? null;
    const found = this.#object(value.number).value;
    if (found instanceof Reference) throw new PdfFault('a reference to a reference');
    return found;
  }

  /** A dictionary, or the one that a reference names. @throws PdfFault */
  dictionary(value: Value | undefined): Dictionary {
    return dictionaryOf(this.get(value));
  }

  /** A list, or the one that a reference names; an empty one where there is none. @throws PdfFault */
  list(value: Value | undefined): readonly Value[] {
    const found = this.get(value);
    if (found !== null && !isList(found)) throw new PdfFault('no list');
    return found ?? [];
  }

  /** A stream's content. @throws PdfFault */
  content(number: number): Buffer {
    return this.#unpack(this.#object(number));
  }

  /** The numbers of the streams of a type. @throws PdfFault */
  streamsOf(type: string): number[] {
    return this.#places.inFile().filter((number) => {
      const { value, packed } = this.#object(number);
      return packed !== undefined && isNamed(dictionaryOf(value).get('Type'), type);
    });
  }

  #object(number: number): FileObject {
    const { kind, place, index } = this.#places.of(number);
    if (kind === IN_STREAM) return { value: this.#objectIn(place, index, number) };
    if (kind !== IN_FILE) throw new PdfFault(`no object ${number}`);
    return this.#objectAt(place, number);
  }

  /** An object that stands in the file. */
  #objectAt(place: number, number?: number): FileObject {
    const parser = this.#parser(this.#text, place);
    const own = parser.value();
    if ((number !== undefined && own !== number) || !parser.skip('0 obj')) throw new PdfFault('no object');
    const value = parser.value();
    if (parser.skip('endobj')) return { value };
    const length = dictionaryOf(value).get('Length');
    if (!parser.skip('stream\n') || !isCount(length)) throw new PdfFault('no stream');
    const start = parser.at;
    const end = this.#parser(this.#text, start + length);
    if (!end.skip('endstream') || !end.skip('endobj')) throw new PdfFault('a stream without end');
    return { value, packed: this.#file.subarray(start, start + length) };
  }

  /** An object in an object stream, which begins with the numbers and places of its objects. */
  #objectIn(stream: number, index: number, number: number): Value {
    if (index >= MOST_IN_STREAM) throw new PdfFault('too many objects in a stream');
    const { value } = this.#fileObject(stream);
    const first = dictionaryOf(value).get('First');
    const text = this.#unpacked.get(stream) ?? this.content(stream).toString('latin1');
    this.#unpacked.set(stream, text);
    const head = this.#parser(text, 0);
    for (let before = 0; before < index; before++) [head.value(), head.value()];
    const [own, offset] = [head.value(), head.value()];
    if (own !== number || !isCount(offset) || !isCount(first)) throw new PdfFault(`no object ${number}`);
    return this.#parser(text, first + offset).value();
  }

  /** An object stream stands in the file itself. */
  #fileObject(number: number): FileObject {
    if (this.#places.of(number).kind !== IN_FILE) throw new PdfFault('an object stream in another');
    return this.#object(number);
  }

  #unpack({ value, packed }: FileObject): Buffer {
    const dictionary = dictionaryOf(value);
    if (!packed) throw new PdfFault('no stream');
    if (!isNamed(dictionary.get('Filter'), 'FlateDecode')) throw new PdfFault('another filter');
    const content = inflated(packed, this.#content.left);
    this.#content.spend(content.length);
    return content;
  }

  #parser(text: string, at: number): Parser {
    return new Parser(text, this.#syntax, at);
  }
}

/** @param limit bytes; a stream that unpacks to more is a fault: a small file can hold gigabytes of zeros */
function inflated(packed: Buffer, limit: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch {
    throw new PdfFault('cannot be unpacked');
  }
}
