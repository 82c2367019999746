/** A file's cross-reference stream (ISO 32000-1, 7.5.8). */
import { type Dictionary, dictionaryOf, isCount, isList, isNamed, PdfFault, type Value } from './values.ts';

/** Objects that a file may have (ISO 19005-2, 6.1.13). */
const MOST_OBJECTS = 8_388_607;

/** PNG's predictor “up” (7.4.4.4), and its number before each row. */
const UP = { predictor: 12, row: 2 };

/** Kinds of entries (table 18). */
export const IN_FILE = 1;
export const IN_STREAM = 2;

/** In the file at a place; or in an object stream, whose number is the place, at an index. */
type Entry = { readonly kind: number; readonly place: number; readonly index: number };

/** Where each object stands. */
export class CrossReferences {
  readonly #rows: Buffer;
  readonly #widths: readonly number[];
  readonly #length: number;

  /**
   * @param trailer the stream's dictionary
   * @param packed its content, predictors still in it
   * @throws PdfFault where objects were added to the file, or it is not as this program writes it
   */
  constructor(trailer: Dictionary, packed: Buffer) {
    const foreign = ['Prev', 'Index', 'Encrypt'].find((key) => trailer.has(key));
    if (foreign !== undefined || !isNamed(trailer.get('Type'), 'XRef')) throw new PdfFault('added to');
    const widths = trailer.get('W') ?? null;
    if (!isList(widths) || widths.length !== 3 || !widths.every(isWidth)) throw new PdfFault('no widths');
    this.#widths = widths;
    this.#length = widths.reduce((sum, width) => sum + width, 0);
    const predictor = dictionaryOf(trailer.get('DecodeParms') ?? null).get('Predictor');
    if (predictor !== UP.predictor) throw new PdfFault('another predictor');
    this.#rows = fromDifferences(packed, this.#length);
  }

  /** Where an object stands; kind 0 where there is none. */
  of(number: number): Entry {
    let at = number * this.#length;
    if (at + this.#length > this.#rows.length) return { kind: 0, place: 0, index: 0 };
    const [kind = 0, place = 0, index = 0] = this.#widths.map((width) => {
      at += width;
      return this.#rows.readUIntBE(at - width, width);
    });
    return { kind, place, index };
  }

  /** The numbers of the objects that stand in the file itself. */
  inFile(): number[] {
    const numbers: number[] = [];
    for (let number = 0; number * this.#length < this.#rows.length; number++)
      if (this.of(number).kind === IN_FILE) numbers.push(number);
    return numbers;
  }
}

/** Rows from their differences, each with the number of its predictor before it. */
function fromDifferences(packed: Buffer, length: number): Buffer {
  const count = packed.length / (length + 1);
  if (!Number.isInteger(count) || count > MOST_OBJECTS) throw new PdfFault('no table');
  const rows = Buffer.alloc(count * length);
  for (let row = 0; row < count; row++) {
    const from = row * (length + 1);
    if (packed[from] !== UP.row) throw new PdfFault('another predictor');
    for (let column = 0; column < length; column++) {
      const at = row * length + column;
      rows[at] = (packed[from + 1 + column] as number) + (rows[at - length] ?? 0);
    }
  }
  return rows;
}

/** Bytes of a field: numbers of more are none of ours. */
function isWidth(value: Value): value is number {
  return isCount(value) && value >= 1 && value <= 6;
}
