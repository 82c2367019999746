/** A finished PDF as plain objects that can be changed and written again, by qpdf's JSON. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json;
}

type Entry = { value?: Json; stream?: { dict: JsonObject; data: string } };

const MEGABYTE = 1024 * 1024;

export class EditableFile {
  readonly #answer: { qpdf: [object, Record<string, Entry>]; pages?: unknown };
  /** Dictionaries of the pages, in order. */
  readonly pages: readonly JsonObject[];

  /** @param file path of a PDF that qpdf reads without a warning */
  constructor(file: string) {
    const text = run([
      ...['--json=2', '--json-key=qpdf', '--json-key=pages', '--json-stream-data=inline'],
      ...['--decode-level=generalized', file],
    ]);
    this.#answer = JSON.parse(text);
    const pages = this.#answer.pages as { object: string }[];
    this.pages = pages.map(({ object }) => this.dictionary(object));
  }

  get catalog(): JsonObject {
    return this.dictionary(this.dictionary('trailer')['/Root'] as Json);
  }

  /** Every object of its own that is a dictionary; streams' dictionaries too. */
  dictionaries(): { reference: string; found: JsonObject }[] {
    return Object.entries(this.#answer.qpdf[1]).flatMap(([name, { value, stream }]) => {
      const found = stream?.dict ?? value;
      return isObject(found) ? [{ reference: name.replace(/^obj:/, ''), found }] : [];
    });
  }

  /** The elements of the structure tree of a type, such as `/TH`, as their objects. @throws where there is none */
  elements(type: RegExp): { reference: string; found: JsonObject }[] {
    const elements = this.dictionaries().filter(
      ({ found }) => typeof found['/P'] === 'string' && type.test(String(found['/S'])),
    );
    if (elements.length === 0) throw new Error(`the file to spoil has no element ${type}`);
    return elements;
  }

  /** A value that is a dictionary, or a reference to one. @throws where it is something else */
  dictionary(value: Json | undefined): JsonObject {
    const found = this.resolve(value);
    if (!isObject(found)) throw new Error(`no dictionary: ${JSON.stringify(value)}`);
    return found;
  }

  /** The value itself, or what a reference names. */
  resolve(value: Json | undefined): Json {
    if (typeof value !== 'string' || !/^(\d+ \d+ R|trailer)$/.test(value)) return value ?? null;
    const entry = this.#entry(value);
    return entry?.stream?.dict ?? entry?.value ?? null;
  }

  /** Changes a stream's content; a list of streams, as pages may have, is taken at its first that holds text. */
  changeStream(value: Json | undefined, change: (content: string) => string): void {
    const resolved = this.resolve(value);
    const references = (Array.isArray(resolved) ? resolved : [value]) as string[];
    const streams = references.flatMap((reference) => this.#entry(reference)?.stream ?? []);
    const read = ({ data }: { data: string }) => Buffer.from(data, 'base64').toString('latin1');
    const stream = streams.find((one) => /\bBT\b/.test(read(one))) ?? streams[0];
    if (stream === undefined) throw new Error(`no stream: ${JSON.stringify(value)}`);
    const before = read(stream);
    const after = change(before);
    if (after === before) throw new Error('the stream does not hold what is to be changed');
    stream.data = Buffer.from(after, 'latin1').toString('base64');
  }

  /** Writes the file. */
  save(file: string): void {
    const folder = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
    try {
      const input = join(folder, 'file.json');
      writeFileSync(input, JSON.stringify(this.#answer));
      run(['--json-input', '--newline-before-endstream', input, file]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  #entry(reference: string): Entry | undefined {
    return this.#answer.qpdf[1][reference === 'trailer' ? reference : `obj:${reference}`];
  }
}

/** Takes a key away. @throws where it is not there: a fault that changes nothing proves nothing */
export function remove(dictionary: JsonObject, key: string): void {
  if (!(key in dictionary)) throw new Error(`the file to spoil has no ${key}`);
  delete dictionary[key];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function run(args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync('qpdf', [...args], {
    encoding: 'utf8',
    maxBuffer: 1024 * MEGABYTE,
  });
  if (status !== 0) throw new Error(`qpdf: ${stderr}`);
  return stdout;
}
