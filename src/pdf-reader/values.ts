/** Values of PDF objects (ISO 32000-1, 7.3), as this room hands them about. */

/** A name, without its slash. */
export class Name {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A string object's bytes. */
export class Bytes {
  readonly bytes: string;

  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

/** The number of another object. */
export class Reference {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

export type Dictionary = ReadonlyMap<string, Value>;

export type Value = null | boolean | number | Name | Bytes | Reference | readonly Value[] | Dictionary;

/** The file is not as we write them. Caught at the room's door. */
export class PdfFault extends Error {}

/** A text string's characters (7.9.2.2): UTF-16 where it begins with a byte order mark, else as far as ASCII goes. */
export function textOf({ bytes }: Bytes): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(Buffer.from(bytes.slice(2), 'latin1'));
}

/** Whether a value is an array object. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** @throws PdfFault where it is something else */
export function dictionaryOf(value: Value): Dictionary {
  if (!(value instanceof Map)) throw new PdfFault('no dictionary');
  return value;
}

/** Whether a value is the name object of this text. */
export function isNamed(value: Value | undefined, name: string): boolean {
  return value instanceof Name && value.text === name;
}

/** Whether a value is a whole number from 0 on: a size, an offset, an object's number. */
export function isCount(value: Value | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
