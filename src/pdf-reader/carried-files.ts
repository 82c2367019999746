/** What a finished PDF carries: the door of this room. */
import { PdfObjects } from './objects.ts';
import { Bytes, type Dictionary, PdfFault, Reference, textOf, type Value } from './values.ts';

export type CarriedFile = {
  /** Every name that the PDF gives it: readers show one or another. Of a file without any, `#` and its object's number. */
  readonly names: readonly string[];
  /** Nothing where it cannot be taken out. */
  readonly content: Uint8Array | undefined;
};

/** Nodes of a name tree, and pairs in it: ours has one node, and a pair for each measure. */
const MOST_NODES = 1000;
const MOST_PAIRS = 10_000;

/** A file specification, with its keys in the name tree. */
type Specification = { readonly dictionary: Dictionary; readonly keys: readonly Bytes[] };

/**
 * Takes out all files that a PDF carries: those of its attachments panel (ISO 32000-1, 7.11.4), those associated with
 * the document (ISO 32000-2, 14.13), and those that neither names. Never throws, whatever the bytes.
 *
 * @returns nothing where it is no PDF as this program writes them
 */
export function carriedFiles(pdf: Uint8Array): readonly CarriedFile[] | undefined {
  try {
    return filesIn(new PdfObjects(pdf));
  } catch (error) {
    if (error instanceof PdfFault) return undefined;
    throw error;
  }
}

function filesIn(objects: PdfObjects): CarriedFile[] {
  const specified = specifications(objects).map((specification) => ({
    names: namesOf(specification),
    streams: streamsOf(objects, specification),
  }));
  const known = new Set(specified.flatMap(({ streams }) => streams));
  const unnamed = objects.streamsOf('EmbeddedFile').filter((number) => !known.has(number));
  return [
    ...specified.flatMap(({ names, streams }) =>
      streams.map((number) => ({ names, content: contentOf(objects, number) })),
    ),
    ...unnamed.map((number) => ({ names: [`#${number}`], content: contentOf(objects, number) })),
  ];
}

/** Those of the name tree, then those that are only associated; each once. */
function specifications(objects: PdfObjects): Specification[] {
  const catalogue = objects.dictionary(objects.trailer.get('Root'));
  const names = catalogue.has('Names') ? objects.dictionary(catalogue.get('Names')) : undefined;
  const listed = names?.has('EmbeddedFiles') ? pairsIn(objects, names.get('EmbeddedFiles')) : [];
  const associated = objects.list(catalogue.get('AF')).map((value) => ({ key: undefined, value }));
  const found = new Map<Value, Bytes[]>();
  const byNumber = new Map<number, Value>();
  for (const { key, value } of [...listed, ...associated]) {
    const own = value instanceof Reference ? (byNumber.get(value.number) ?? value) : value;
    if (own instanceof Reference) byNumber.set(own.number, own);
    const keys = found.get(own) ?? [];
    if (key) keys.push(key);
    found.set(own, keys);
  }
  return [...found].map(([value, keys]) => ({ dictionary: objects.dictionary(value), keys }));
}

/** The keys and values of a name tree (7.9.6). @throws PdfFault where it goes round in circles */
function pairsIn(objects: PdfObjects, root: Value | undefined): { key: Bytes; value: Value }[] {
  const pairs: { key: Bytes; value: Value }[] = [];
  const waiting: (Value | undefined)[] = [root];
  for (let nodes = 0; waiting.length > 0; nodes++) {
    const node = objects.dictionary(waiting.shift());
    const list = objects.list(node.get('Names'));
    const kids = objects.list(node.get('Kids'));
    if (nodes + kids.length > MOST_NODES || pairs.length + list.length / 2 > MOST_PAIRS)
      throw new PdfFault('a name tree without end');
    for (const kid of kids) waiting.push(kid);
    for (let index = 0; index + 1 < list.length; index += 2) {
      const key = list[index];
      if (!(key instanceof Bytes)) throw new PdfFault('no key');
      pairs.push({ key, value: list[index + 1] as Value });
    }
  }
  return pairs;
}

function namesOf({ dictionary, keys }: Specification): string[] {
  const texts = [...keys, dictionary.get('F'), dictionary.get('UF')].flatMap((value) =>
    value instanceof Bytes ? [textOf(value)] : [],
  );
  return [...new Set(texts)];
}

/** The numbers of the streams: one for all systems, as a rule. */
function streamsOf(objects: PdfObjects, { dictionary }: Specification): number[] {
  const embedded = [...objects.dictionary(dictionary.get('EF')).values()];
  const numbers = embedded.map((value) => {
    if (!(value instanceof Reference)) throw new PdfFault('no stream');
    return value.number;
  });
  return [...new Set(numbers)];
}

function contentOf(objects: PdfObjects, number: number): Uint8Array | undefined {
  try {
    return objects.content(number);
  } catch (error) {
    if (error instanceof PdfFault) return undefined;
    throw error;
  }
}
