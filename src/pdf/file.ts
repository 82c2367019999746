/**
 * A PDF file (ISO 32000-1, 7.5): objects are collected in object streams (7.5.7), which are compressed, and found
 * again by a cross-reference stream (7.5.8). A tagged file has a hundred small objects a page: written one by one they
 * would be most of the file.
 */
import { createHash } from 'node:crypto';
import { Compressor, compressed } from './compressor.ts';
import { HexString, pdfValue, Reference } from './values.ts';

/** An object under construction; `end` writes it, as a stream where there is content. */
export type PdfReference = Reference & {
  data: Record<string, unknown>;
  end(content?: string | Uint8Array): void;
};

/** Makes an object of a dictionary. */
export type MakeObject = (data?: Record<string, unknown>) => PdfReference;

/** So many objects share a stream: readers unpack all of them to see one. */
const MOST_IN_STREAM = 200;

/** The four bytes tell programs that move files that this one is not text (7.5.2). */
const HEADER = Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1');

/** A stream that was taken; `content` is a place among the compressed ones, or the bytes as they are. */
type Stream = {
  readonly number: number;
  readonly dictionary: object;
  readonly content: number | Uint8Array;
};

/** A file under construction: objects are numbered, then written in any order, each once. */
export class PdfFile {
  readonly #streams: Stream[] = [];
  readonly #compressor = new Compressor();
  readonly #places = new Places();
  #waiting: { readonly number: number; readonly text: string }[] = [];

  /** A number for an object that is written later. */
  reserve(): number {
    return this.#places.reserve();
  }

  /** Writes an object, which is no stream: its text in PDF syntax. */
  write(number: number, text: string): void {
    this.#waiting.push({ number, text });
    if (this.#waiting.length === MOST_IN_STREAM) this.#writeWaiting();
  }

  /** Writes a stream, compressed. */
  writeStream(number: number, dictionary: object, content: string | Uint8Array): void {
    const place = this.#compressor.add(content);
    this.#streams.push({ number, dictionary: { ...dictionary, Filter: 'FlateDecode' }, content: place });
  }

  /** Writes a stream as it is. */
  writePlainStream(number: number, dictionary: object, content: Uint8Array): void {
    this.#streams.push({ number, dictionary, content });
  }

  /** Makes an object, which is written when it is ended. */
  readonly make: MakeObject = (data = {}) => new FileObject(this, data);

  /**
   * Writes what is left, and how to find all of it.
   *
   * @returns the whole file; its identifier is its hash
   */
  async finish(root: Reference, info: Reference): Promise<Uint8Array> {
    this.#writeWaiting();
    const packed = await this.#compressor.finish();
    const bytes = new FileBytes();
    for (const { number, dictionary, content } of this.#streams) {
      this.#places.set(number, 0, bytes.length);
      bytes.stream(
        number,
        dictionary,
        typeof content === 'number' ? (packed[content] as Uint8Array) : content,
      );
    }
    return this.#close(bytes, root, info);
  }

  /** The cross-reference stream, which is its own last entry. */
  #close(bytes: FileBytes, root: Reference, info: Reference): Uint8Array {
    const number = this.reserve();
    const start = bytes.length;
    this.#places.set(number, 0, start);
    const identifier = bytes.identifier();
    const dictionary = {
      Type: 'XRef',
      Size: this.#places.count,
      W: FIELDS,
      Root: root,
      Info: info,
      ID: [identifier, identifier],
      DecodeParms: { Predictor: UP, Columns: ROW },
      Filter: 'FlateDecode',
    };
    bytes.stream(number, dictionary, compressed(predictedUp(this.#places.rows())));
    bytes.append(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
    return bytes.whole();
  }

  /** An object stream: numbers and offsets of its objects, then the objects. */
  #writeWaiting(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    const within = this.reserve();
    let offsets = '';
    let objects = '';
    waiting.forEach(({ number, text }, at) => {
      this.#places.set(number, within, at);
      offsets += `${number} ${objects.length} `;
      objects += `${text}\n`;
    });
    const dictionary = { Type: 'ObjStm', N: waiting.length, First: offsets.length };
    this.writeStream(within, dictionary, offsets + objects);
  }
}

/** A file's bytes from the first to the last. */
class FileBytes {
  readonly #chunks: Uint8Array[] = [];
  readonly #hash = createHash('sha256');
  length = 0;

  constructor() {
    this.append(HEADER);
  }

  append(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#hash.update(bytes);
    this.length += bytes.length;
  }

  stream(number: number, dictionary: object, content: Uint8Array): void {
    const entries = pdfValue({ ...dictionary, Length: content.length });
    this.append(Buffer.from(`${number} 0 obj\n${entries}\nstream\n`, 'latin1'));
    this.append(content);
    this.append(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  /** A hash of the bytes so far. */
  identifier(): HexString {
    return new HexString(this.#hash.copy().digest().subarray(0, 16));
  }

  whole(): Uint8Array {
    return Buffer.concat(this.#chunks, this.length);
  }
}

class FileObject extends Reference {
  data: Record<string, unknown>;
  readonly #file: PdfFile;

  constructor(file: PdfFile, data: Record<string, unknown>) {
    super(file.reserve());
    this.data = data;
    this.#file = file;
  }

  end(content?: string | Uint8Array): void {
    if (content === undefined) this.#file.write(this.number, pdfValue(this.data));
    else this.#file.writeStream(this.number, this.data, content);
  }
}

/** The bytes of an entry's three fields, and of all of them. */
const FIELDS = [1, 4, 2];
const ROW = 7;

/** PNG's predictor of that name (7.4.4.4): neighbouring entries differ in little. */
const UP = 12;

/** Where the objects stand, by number: in an object stream at an index, or in the file at an offset. */
class Places {
  /** The object stream, or 0 for the file; 0 itself is the head of the list of free objects, which is empty. */
  readonly #within: number[] = [0];
  readonly #at: number[] = [0];

  get count(): number {
    return this.#at.length;
  }

  reserve(): number {
    this.#within.push(0);
    return this.#at.push(UNKNOWN) - 1;
  }

  set(number: number, within: number, at: number): void {
    this.#within[number] = within;
    this.#at[number] = at;
  }

  /** The entries one after the other (table 18). */
  rows(): Buffer {
    const rows = Buffer.alloc(this.count * ROW);
    rows.writeUInt16BE(0xffff, 5);
    for (let number = 1; number < this.count; number++) {
      const within = this.#within[number] as number;
      const at = this.#at[number] as number;
      if (at === UNKNOWN) throw new Error(`the object ${number} was not written`);
      rows[number * ROW] = within > 0 ? 2 : 1;
      rows.writeUInt32BE(within > 0 ? within : at, number * ROW + 1);
      rows.writeUInt16BE(within > 0 ? at : 0, number * ROW + 5);
    }
    return rows;
  }
}

const UNKNOWN = -1;

/** Each row as its difference from the row above, behind PNG's number for that. */
function predictedUp(rows: Buffer): Buffer {
  const count = rows.length / ROW;
  const out = Buffer.alloc(count * (ROW + 1));
  for (let row = 0; row < count; row++) {
    const start = row * (ROW + 1);
    out[start] = 2;
    for (let column = 0; column < ROW; column++) {
      const here = row * ROW + column;
      const above = row === 0 ? 0 : (rows[here - ROW] as number);
      out[start + 1 + column] = ((rows[here] as number) - above) & 0xff;
    }
  }
  return out;
}
