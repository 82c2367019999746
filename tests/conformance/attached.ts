/** What is attached is what it says: listed and associated alike, the document's source, with its own size and sum. */
import { createHash } from 'node:crypto';
import type { Complaint } from './complaint.ts';
import { asDictionary, type Dictionary, type Document, listOf, type Value } from './qpdf-json.ts';

export function attachedComplaints(document: Document): Complaint[] {
  const names = asDictionary(document.resolve(document.catalog['/Names']));
  const tree = asDictionary(document.resolve(names['/EmbeddedFiles']));
  const pairs = listOf(document, tree['/Names']);
  const keys = pairs.filter((_, index) => index % 2 === 0);
  const listed = pairs.filter((_, index) => index % 2 === 1);
  const associated = listOf(document, document.catalog['/AF']);
  const texts = [
    ...(sameItems(listed, associated) ? [] : ['the name tree and the associated files differ']),
    ...(sameItems(keys, keys.toSorted(byBytes)) ? [] : ['the name tree’s keys do not rise']),
    ...listed.flatMap((reference, index) => specificationFaults(document, reference, keys[index])),
  ];
  return texts.map((text) => ({ judge: 'attached', text }));
}

function specificationFaults(document: Document, reference: Value, key: Value | undefined): string[] {
  const specification = asDictionary(document.resolve(reference));
  const faults = ['/F', '/UF'].filter((name) => specification[name] !== key);
  const embedded = asDictionary(document.resolve(specification['/EF']));
  return [
    ...faults.map((name) => `${key}: ${name} is another name`),
    ...(specification['/AFRelationship'] === '/Source' ? [] : [`${key} is not called the source`]),
    ...(typeof specification['/Desc'] === 'string' ? [] : [`${key} is not described`]),
    ...(embedded['/F'] === embedded['/UF'] ? [] : [`${key} is one file or another`]),
    ...embeddedFaults(document, String(embedded['/F'])).map((fault) => `${key}: ${fault}`),
  ];
}

function embeddedFaults(document: Document, reference: string): string[] {
  const dictionary: Dictionary = asDictionary(document.resolve(reference));
  const parameters = asDictionary(document.resolve(dictionary['/Params']));
  const content = document.content(reference);
  const sum = createHash('md5').update(content).digest('hex');
  return [
    ...(dictionary['/Subtype'] === '/application/yaml' ? [] : ['is not called YAML']),
    ...(parameters['/Size'] === content.length ? [] : ['has another size than it says']),
    ...(parameters['/CheckSum'] === `b:${sum}` ? [] : ['has another sum than it says']),
    ...['/CreationDate', '/ModDate'].filter((name) => typeof parameters[name] !== 'string'),
  ];
}

function sameItems(some: readonly Value[], others: readonly Value[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

/** Keys of ASCII letters, as ours are, rise as bytes as they do as texts. */
function byBytes(one: Value, other: Value): number {
  return String(one) < String(other) ? -1 : 1;
}
