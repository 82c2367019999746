/** Values of PDF objects as they stand in a file (ISO 32000-1, 7.3). A character of the result is a byte. */

/** What is written as it says itself. */
export abstract class Syntax {
  abstract toString(): string;
}

/** An object of the file, as others point at it. */
export class Reference extends Syntax {
  readonly number: number;

  constructor(number: number) {
    super();
    this.number = number;
  }

  toString(): string {
    return `${this.number} 0 R`;
  }
}

/** A hexadecimal string (7.3.4.3). */
export class HexString extends Syntax {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super();
    this.#bytes = bytes;
  }

  toString(): string {
    return `<${Buffer.from(this.#bytes).toString('hex')}>`;
  }
}

/** A text, to be told from a name. */
export function textString(text: string): object {
  return new String(text);
}

/** Midnight of a day, `2025-07-29`, in universal time (7.9.4). */
export function dateString(day: string): object {
  return textString(`D:${day.replaceAll('-', '')}000000Z`);
}

/** Any text as a name can hold it: bytes that are no regular characters by their numbers (7.3.5). */
export function nameOf(text: string): string {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  return bytes.replace(
    /[^!-~]|[#%()/<>[\]{}]/g,
    (byte) => `#${byte.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/**
 * Writes a value in PDF syntax. A string is a name and a String object a text. What is undefined in a dictionary is left out.
 */
export function pdfValue(value: unknown): string {
  if (typeof value === 'string') return `/${value}`;
  if (value instanceof String) return textLiteral(String(value));
  if (typeof value === 'number') return pdfNumber(value);
  if (typeof value !== 'object' || value === null || value instanceof Syntax) return String(value);
  if (Array.isArray(value)) return `[${value.map(pdfValue).join(' ')}]`;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `<<${entries.map(([key, each]) => `/${key} ${pdfValue(each)}`).join(' ')}>>`;
}

/** In PDF syntax to the sixth decimal. */
function pdfNumber(value: number): string {
  return decimal(value, 1e6);
}

/** More than any length, count or offset in a file. */
const LARGEST = 1e12;

/**
 * The one way of numbers into a file: finite, and never in powers of ten, which PDF does not know.
 *
 * @param unit how many steps there are from 0 to 1, a million at the most
 * @throws where something was reckoned that is no number: to be told before with its cause
 */
export function decimal(value: number, unit: number): string {
  if (!(Math.abs(value) <= LARGEST)) throw new Error(`${value} in a PDF`);
  return String(Math.round(value * unit) / unit);
}

/** A text string object (7.9.2.2). */
export function textLiteral(text: string): string {
  return byteLiteral(textBytes(text));
}

/** The bytes of a text string: ASCII as it is, anything else in UTF-16 with its byte order mark. */
export function textBytes(text: string): string {
  if (/^[\t\n\r -~]*$/.test(text)) return text;
  let bytes = '\xfe\xff';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return bytes;
}

/** A literal string (7.3.4.2) of bytes. */
function byteLiteral(bytes: string): string {
  return `(${bytes.replace(/[()\\]/g, '\\$&').replaceAll('\r', '\\r')})`;
}
