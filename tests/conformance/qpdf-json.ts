/** A PDF's objects as qpdf tells them in JSON: whoever wrote the file, in object streams or not. */
import { spawnSync } from 'node:child_process';

/** Names are `/Name`, references `12 0 R`, texts `u:…`, bytes `b:…`. */
export type Value = null | boolean | number | string | readonly Value[] | Dictionary;

export interface Dictionary {
  readonly [key: string]: Value;
}

type Stream = { readonly dict: Dictionary; readonly data?: string };

export type Document = {
  readonly catalog: Dictionary;
  /** References of the pages, in order. */
  readonly pages: readonly string[];
  /** Every object that there is, by its reference. */
  readonly objects: ReadonlyMap<string, Value>;
  /** The value itself, or the object that a reference names. A stream's is its dictionary. */
  readonly resolve: (value: Value | undefined) => Value;
  /** A stream's content, as far as qpdf could decode it; empty where there is none. */
  readonly content: (reference: string) => Buffer;
};

/** @throws where qpdf cannot read the file at all */
export function readDocument(file: string): Document {
  const args = ['--json=2', '--json-key=qpdf', '--json-key=pages'];
  const options = { encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 } as const;
  const { stdout, stderr, status } = spawnSync(
    'qpdf',
    [...args, '--json-stream-data=inline', '--decode-level=generalized', file],
    options,
  );
  // 3 is a warning, which the judge qpdf itself tells of.
  if (status !== 0 && status !== 3) throw new Error(stderr);
  const answer = JSON.parse(stdout);
  const objects = new Map<string, Value>();
  const contents = new Map<string, string>();
  for (const [name, found] of Object.entries<{ value?: Value; stream?: Stream }>(answer.qpdf[1])) {
    const reference = name.replace(/^obj:/, '');
    objects.set(reference, found.stream?.dict ?? found.value ?? null);
    if (found.stream?.data !== undefined) contents.set(reference, found.stream.data);
  }
  const resolve = (value: Value | undefined): Value =>
    (typeof value === 'string' && /^\d+ \d+ R$/.test(value) ? objects.get(value) : value) ?? null;
  const trailer = objects.get('trailer') as Dictionary;
  return {
    catalog: asDictionary(resolve(trailer['/Root'])),
    pages: answer.pages.map(({ object }: { object: string }) => object),
    objects,
    resolve,
    content: (reference) => Buffer.from(contents.get(reference) ?? '', 'base64'),
  };
}

/** A dictionary, an empty one where the value is something else. */
export function asDictionary(value: Value | undefined): Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Dictionary) : {};
}

/**
 * The items of a list, which may be an object of its own; where one item stands alone, as PDF lets it, that item.
 * References among the items are kept.
 */
export function listOf(document: Document, value: Value | undefined): readonly Value[] {
  const resolved = document.resolve(value);
  if (Array.isArray(resolved)) return resolved;
  return resolved === null ? [] : [value as Value];
}
