/** Small PDFs that carry files, in the form of the program's own, and what may be wrong with them. */
import { deflateSync, inflateSync } from 'node:zlib';
import { writeAttachments } from '../../src/pdf/attachments.ts';
import { PdfFile } from '../../src/pdf/file.ts';
import { Reference } from '../../src/pdf/values.ts';
import { bytesOf } from './bag.ts';

/** A PDF without pages that carries texts by their names. */
export function carryingPdf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const attachments = Object.entries(files).map(([name, text]) => ({
    name,
    mediaType: 'application/yaml',
    description: '説明',
    content: bytesOf(text),
  }));
  return fileWith((file) => writeAttachments(file.make, attachments, '2025-07-29'));
}

/** A PDF whose catalogue has what is made of the file. */
export function fileWith(make: (file: PdfFile) => object): Promise<Uint8Array> {
  const file = new PdfFile();
  const catalogue = file.make({ Type: 'Catalog', ...make(file) });
  catalogue.end();
  return file.finish(catalogue, catalogue);
}

/** An object in the words of a file. @returns a reference to it */
export function written(file: PdfFile, text: string): Reference {
  const number = file.reserve();
  file.write(number, text);
  return new Reference(number);
}

/** A stream of a file, its content as it stands there. */
export function writtenStream(file: PdfFile, dictionary: object, content: Uint8Array): Reference {
  const number = file.reserve();
  file.writePlainStream(number, dictionary, content);
  return new Reference(number);
}

/** The same file with its cross-reference stream changed: its dictionary's text, and its rows. */
export function withCrossReferences(
  pdf: Uint8Array,
  change: { dictionary?: (text: string) => string; rows?: (rows: Buffer) => Buffer },
): Uint8Array {
  const file = Buffer.from(pdf);
  const start = Number(/startxref\n(\d+)/.exec(file.toString('latin1', file.length - 64))?.[1]);
  const text = file.toString('latin1', start);
  const [, head = '', dictionary = ''] = /^(\d+ 0 obj\n)(<<.*>>)\nstream\n/s.exec(text) ?? [];
  const from = start + text.indexOf('stream\n') + 'stream\n'.length;
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const rows = inflateSync(file.subarray(from, from + length));
  const packed = deflateSync(change.rows?.(rows) ?? rows);
  const own = dictionary.replace(/\/Length \d+/, `/Length ${packed.length}`);
  return Buffer.concat([
    file.subarray(0, start),
    Buffer.from(`${head}${change.dictionary?.(own) ?? own}\nstream\n`, 'latin1'),
    packed,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, 'latin1'),
  ]);
}
