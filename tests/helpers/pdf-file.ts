/** A PDF's bytes taken apart, as far as files without predictors need it: objects, those in object streams too. */
import { inflateSync } from 'node:zlib';

export type PdfObject = {
  readonly number: number;
  /** The object's text, without its stream. */
  readonly text: string;
  readonly stream?: Buffer;
};

export function pdfObjects(bytes: Uint8Array): PdfObject[] {
  return plainObjects(bytes).flatMap((object) =>
    /\/Type \/ObjStm\b/.test(object.text) ? streamedObjects(object) : [object],
  );
}

function plainObjects(bytes: Uint8Array): PdfObject[] {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  return [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)].map((match) => {
    const start = match.index + match[0].length;
    const end = text.indexOf('endobj', start);
    const opening = text.slice(start, end).search(/\bstream\r?\n/);
    const dictionary = text.slice(start, opening < 0 ? end : start + opening);
    if (opening < 0) return { number: Number(match[1]), text: dictionary };
    const from = text.indexOf('\n', start + opening) + 1;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const raw = file.subarray(from, from + length);
    const stream = dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw;
    return { number: Number(match[1]), text: dictionary, stream };
  });
}

/** The objects in an object stream (ISO 32000-1, 7.5.7). */
function streamedObjects({ text, stream = Buffer.of() }: PdfObject): PdfObject[] {
  const first = Number(/\/First (\d+)/.exec(text)?.[1]);
  const content = stream.toString('latin1');
  const places = content.slice(0, first).trim().split(/\s+/).map(Number);
  return Array.from({ length: places.length / 2 }, (_, index) => {
    const [number = 0, start = 0, , end = content.length - first] = places.slice(2 * index, 2 * index + 4);
    return { number, text: content.slice(first + start, first + end) };
  });
}

/** Objects of a type: `/Type /FontDescriptor`. */
export function objectsOfType(objects: readonly PdfObject[], type: string): PdfObject[] {
  return objects.filter(({ text }) => new RegExp(`/Type /${type}\\b`).test(text));
}

/** What a file prints and reads out, by number: all but what speaks of the file itself, and what is attached to it. */
export function printedObjects(bytes: Uint8Array): PdfObject[] {
  const ofFile = /^<<\/(Type \/(Catalog|XRef|Metadata|EmbeddedFile|Filespec)\b|Title )/;
  return pdfObjects(bytes)
    .filter(({ text }) => !ofFile.test(text))
    .sort((one, other) => one.number - other.number);
}

/** The operators of the pages' content streams. */
export function contentOperators(objects: readonly PdfObject[]): Set<string> {
  const numbers = objectsOfType(objects, 'Page').flatMap(({ text }) => {
    const [, contents = ''] = /\/Contents \[([^\]]*)\]/.exec(text) ?? [];
    return [...contents.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
  });
  const operators = new Set<string>();
  for (const { stream } of objects.filter(({ number }) => numbers.includes(number))) {
    const words = (stream ?? Buffer.of())
      .toString('latin1')
      .replace(/\((?:[^()\\]|\\.)*\)|<<|>>|\/\w+/gs, ' ')
      .split(/\s+/);
    for (const word of words) if (word !== '' && Number.isNaN(Number(word))) operators.add(word);
  }
  return operators;
}
