/**
 * The structure tree of a finished PDF as a screen reader walks it: elements from the file's objects, words from
 * pdfjs, joined by page and mark. Nothing here knows how the file was made.
 */
import { pdfObjects } from './pdf-file.ts';
import { type Marked, readMarked } from './pdf-marked.ts';
import {
  type Dictionary,
  isDictionary,
  isReference,
  parseObject,
  type Ref,
  type Value,
} from './pdf-syntax.ts';

/** An element with what stands in it, in order. */
export type StructureNode = {
  readonly type: string;
  readonly number: number;
  /** Elements, and the words of marked content. */
  readonly kids: readonly (StructureNode | string)[];
  /** The pages on which its own words stand, from 0. */
  readonly pages: readonly number[];
  readonly alt?: string;
  readonly id?: string;
  /** Attributes of all owners. */
  readonly attributes: Dictionary;
  /** Annotations that belong to it. */
  readonly annotations: readonly Dictionary[];
};

export type Structure = {
  readonly root: StructureNode;
  readonly catalogue: Dictionary;
  /** The text by marks, in elements and outside. */
  readonly marked: Marked;
  /** What is wrong with how it hangs together. */
  readonly faults: readonly string[];
};

export async function readStructure(bytes: Uint8Array): Promise<Structure> {
  const objects = new Map(
    pdfObjects(bytes).map(({ number, text }): [number, Value] => [number, parseObject(text)]),
  );
  return new Reader(objects, await readMarked(bytes)).read();
}

/** All elements below one, itself first, as they are read. */
export function elementsIn(node: StructureNode, type?: string): StructureNode[] {
  const below = node.kids.flatMap((kid) => (typeof kid === 'string' ? [] : elementsIn(kid, type)));
  return type === undefined || node.type === type ? [node, ...below] : below;
}

/** The text of an element and of all below it. */
export function textOf({ kids }: StructureNode): string {
  return kids.map((kid) => (typeof kid === 'string' ? kid : textOf(kid))).join('');
}

/** The same without spaces. */
export function wordsOf(node: StructureNode): string {
  return textOf(node).replace(/\s/gu, '');
}

/** The pages on which an element stands. */
export function pagesOf(node: StructureNode): number[] {
  const pages = elementsIn(node).flatMap((each) => each.pages);
  return [...new Set(pages)].sort((a, b) => a - b);
}

class Reader {
  readonly #objects: ReadonlyMap<number, Value>;
  readonly #marked: Marked;
  readonly #pages: readonly number[];
  readonly #catalogue: Dictionary;
  readonly #faults: string[] = [];
  /** `page mark` → the element that claims it. */
  readonly #claims = new Map<string, number>();

  constructor(objects: ReadonlyMap<number, Value>, marked: Marked) {
    this.#objects = objects;
    this.#marked = marked;
    const trailer = this.#ofType('XRef');
    this.#catalogue = this.#dictionary(trailer?.Root);
    this.#pages = (this.#dictionary(this.#catalogue.Pages).Kids as Ref[]).map(({ ref }) => ref);
  }

  read(): Structure {
    const tree = this.#dictionary(this.#catalogue.StructTreeRoot);
    const root = this.#node((tree.K as Ref).ref, (this.#catalogue.StructTreeRoot as Ref).ref);
    this.#checkParents(tree);
    this.#checkIdentifiers(tree, root);
    for (const key of this.#marked.texts.keys())
      if (!this.#claims.has(key)) this.#faults.push(`${key} belongs to no element`);
    for (const text of this.#marked.bare) this.#faults.push(`"${text}" is not marked`);
    return {
      root,
      catalogue: this.#catalogue,
      marked: this.#marked,
      faults: this.#faults,
    };
  }

  #node(number: number, parent: number): StructureNode {
    const own = this.#dictionary({ ref: number });
    if ((own.P as Ref).ref !== parent) this.#faults.push(`${number} does not know its parent`);
    const kids: (StructureNode | string)[] = [];
    const pages: number[] = [];
    const annotations: Dictionary[] = [];
    for (const kid of listOf(own.K)) {
      if (isReference(kid)) kids.push(this.#node(kid.ref, number));
      else if (typeof kid === 'number') kids.push(this.#content(own.Pg as Ref, kid, number, pages));
      else {
        const { MCID, Pg = own.Pg, ...object } = kid as Dictionary;
        if (MCID === undefined) annotations.push(this.#annotation(object, number));
        else kids.push(this.#content(Pg as Ref, MCID as number, number, pages));
      }
    }
    const attributes = Object.assign({}, ...listOf(own.A).map((each) => this.#dictionary(each)));
    return {
      type: String(own.S),
      number,
      kids,
      pages,
      attributes,
      annotations,
      ...(own.Alt === undefined ? {} : { alt: (own.Alt as { text: string }).text }),
      ...(own.ID === undefined ? {} : { id: (own.ID as { text: string }).text }),
    };
  }

  #content({ ref }: Ref, mark: number, element: number, pages: number[]): string {
    const key = `p${ref}R_mc${mark}`;
    if (this.#claims.has(key)) this.#faults.push(`${key} belongs to two elements`);
    this.#claims.set(key, element);
    pages.push(this.#pages.indexOf(ref));
    return this.#marked.texts.get(key) ?? '';
  }

  #annotation({ Obj }: Dictionary, element: number): Dictionary {
    const annotation = this.#dictionary(Obj);
    const owner = this.#parentTree().get(annotation.StructParent as number);
    if ((owner as Ref | undefined)?.ref !== element)
      this.#faults.push(`${element} has a stranger's annotation`);
    return annotation;
  }

  #parentTree(): ReadonlyMap<number, Value> {
    const tree = this.#dictionary(this.#catalogue.StructTreeRoot);
    const { Nums } = this.#dictionary(tree.ParentTree);
    const entries = listOf(Nums);
    return new Map(
      Array.from({ length: entries.length / 2 }, (_, index) => [
        entries[2 * index] as number,
        entries[2 * index + 1] as Value,
      ]),
    );
  }

  /** From marks back to elements, as a reader finds what it points at. */
  #checkParents({ ParentTree }: Dictionary): void {
    const keys = listOf(this.#dictionary(ParentTree).Nums).filter((_, index) => index % 2 === 0) as number[];
    if (keys.some((key, index) => index > 0 && key <= (keys[index - 1] as number)))
      this.#faults.push('the parent tree is not in order');
    const parents = this.#parentTree();
    for (const page of this.#pages) {
      const { StructParents } = this.#dictionary({ ref: page });
      const owners = listOf(this.#resolve(parents.get(StructParents as number)));
      owners.forEach((owner, mark) => {
        const claim = this.#claims.get(`p${page}R_mc${mark}`);
        if (claim !== (owner as Ref).ref) this.#faults.push(`p${page}R_mc${mark} leads to a stranger`);
      });
    }
  }

  #checkIdentifiers({ IDTree }: Dictionary, root: StructureNode): void {
    const names = listOf(IDTree === undefined ? [] : this.#dictionary(IDTree).Names);
    const listed = new Map<string, number>();
    for (let index = 0; index < names.length; index += 2)
      listed.set((names[index] as { text: string }).text, (names[index + 1] as Ref).ref);
    const sorted = [...listed.keys()].sort();
    if (sorted.join() !== [...listed.keys()].join()) this.#faults.push('identifiers are not in order');
    const found = elementsIn(root).flatMap(({ id, number }) =>
      id === undefined ? [] : [[id, number] as const],
    );
    for (const [id, number] of found)
      if (listed.get(id) !== number) this.#faults.push(`${id} is not to be found`);
    if (found.length !== listed.size) this.#faults.push('identifiers without element');
  }

  #ofType(type: string): Dictionary | undefined {
    return [...this.#objects.values()].filter(isDictionary).find(({ Type }) => String(Type) === type);
  }

  #dictionary(value: Value | undefined): Dictionary {
    const found = this.#resolve(value);
    if (!isDictionary(found)) throw new Error(`${JSON.stringify(value)} is no dictionary`);
    return found;
  }

  #resolve(value: Value | undefined): Value | undefined {
    return isReference(value) ? this.#objects.get(value.ref) : value;
  }
}

function listOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as Value];
}
