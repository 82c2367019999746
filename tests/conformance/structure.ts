/**
 * Pages and structure tree agree: every marked content belongs to the one element that names it, by way of the
 * parent tree as a reader goes, and by way of the elements as an exporter goes. veraPDF looks at one way only.
 */
import type { Complaint } from './complaint.ts';
import { asDictionary, type Dictionary, type Document, listOf, type Value } from './qpdf-json.ts';

/** A piece of a page: `12 0 R#3`; an annotation: `15 0 R`. */
type Piece = string;

type Tree = {
  /** The element that names a piece among its kids. */
  readonly owners: ReadonlyMap<Piece, string>;
  readonly faults: readonly string[];
};

export function structureComplaints(document: Document): Complaint[] {
  const root = document.catalog['/StructTreeRoot'];
  if (root === undefined) return [complaint('there is no structure tree')];
  const { owners, faults } = walk(document, root);
  const parents = parentTree(document, root);
  const pieces = document.pages.flatMap((page) => piecesOf(document, page));
  const texts = [
    ...faults,
    ...pieces.flatMap(({ piece, parentKey }) => {
      const owner = owners.get(piece);
      if (owner === undefined) return [`no element names ${piece}`];
      const parent = parents.get(parentKey);
      return parent === owner ? [] : [`${piece} belongs to ${owner}, but the parent tree says ${parent}`];
    }),
    ...twice(pieces.map(({ piece }) => piece)).map((piece) => `${piece} is marked twice`),
    ...missing(owners, new Set(pieces.map(({ piece }) => piece))),
  ];
  return texts.map(complaint);
}

function complaint(text: string): Complaint {
  return { judge: 'structure', text };
}

/** From the elements down. References are compared, so every element must be an object of its own. */
function walk(document: Document, root: Value): Tree {
  const owners = new Map<Piece, string>();
  const faults: string[] = [];
  const own = (piece: Piece, owner: string) => {
    if (owners.has(piece)) faults.push(`${piece} has two elements: ${owners.get(piece)} and ${owner}`);
    owners.set(piece, owner);
  };
  const visit = (reference: Value, parent: Value, page: Value): void => {
    const element = asDictionary(document.resolve(reference));
    if (element['/P'] !== parent) faults.push(`${reference} does not name its parent ${parent}`);
    const owner = String(reference);
    const here = element['/Pg'] ?? page;
    for (const kid of listOf(document, element['/K'])) {
      const content = asDictionary(document.resolve(kid));
      if (typeof kid === 'number') own(`${here}#${kid}`, owner);
      else if (content['/Type'] === '/MCR') own(`${content['/Pg'] ?? here}#${content['/MCID']}`, owner);
      else if (content['/Type'] === '/OBJR') own(String(content['/Obj']), owner);
      else visit(kid, reference, here);
    }
  };
  const top = asDictionary(document.resolve(root));
  for (const kid of listOf(document, top['/K'])) visit(kid, root, null);
  return { owners, faults };
}

/** `4#2` → the element of the third marked content of the page with the key 4; `7` → that of an annotation. */
function parentTree(document: Document, root: Value): Map<string, Value> {
  const found = new Map<string, Value>();
  const visit = (node: Dictionary): void => {
    for (const kid of listOf(document, node['/Kids'])) visit(asDictionary(document.resolve(kid)));
    const pairs = listOf(document, node['/Nums']);
    for (let index = 0; index + 1 < pairs.length; index += 2) {
      const value = pairs[index + 1] as Value;
      const list = document.resolve(value);
      if (!Array.isArray(list)) found.set(String(pairs[index]), value);
      else for (const [mark, element] of list.entries()) found.set(`${pairs[index]}#${mark}`, element);
    }
  };
  visit(asDictionary(document.resolve(asDictionary(document.resolve(root))['/ParentTree'])));
  return found;
}

/** What of a page must have an element: marked contents and annotations, with their keys in the parent tree. */
function piecesOf(document: Document, reference: string): { piece: Piece; parentKey: string }[] {
  const page = asDictionary(document.resolve(reference));
  const streams = listOf(document, page['/Contents']);
  const operators = streams.map((stream) => document.content(String(stream)).toString('latin1')).join('\n');
  const marks = [...withoutStrings(operators).matchAll(/\/MCID\s+(\d+)/g)].map(([, mark]) => ({
    piece: `${reference}#${mark}`,
    parentKey: `${page['/StructParents']}#${mark}`,
  }));
  const annotations = listOf(document, page['/Annots']).map((annotation) => ({
    piece: String(annotation),
    parentKey: String(asDictionary(document.resolve(annotation))['/StructParent']),
  }));
  return [...marks, ...annotations];
}

/** Texts of a content stream may hold any bytes, those of an operator too. */
function withoutStrings(operators: string): string {
  return operators.replace(/\((?:[^()\\]|\\.)*\)/gs, '()');
}

function twice(pieces: readonly Piece[]): Piece[] {
  const seen = new Set<Piece>();
  return pieces.filter((piece) => seen.has(piece) || !seen.add(piece));
}

function missing(owners: ReadonlyMap<Piece, string>, there: ReadonlySet<Piece>): string[] {
  return [...owners]
    .filter(([piece]) => !there.has(piece))
    .map(([piece, owner]) => `${owner} names ${piece}, which is on no page`);
}
