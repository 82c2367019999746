/** What the steps of this room hand each other. */
import type { Document, ParsedNode } from 'yaml';

/** From an offset up to another, UTF-16 units. */
export type Range = readonly [number, number];

/** Keys and indices from the root; an index may be written as text. */
export type Path = readonly (string | number)[];

/** What to point at: the key, the value, or the first occurrence of a character, or piece of text, in the value. */
export type Where = 'key' | 'value' | { readonly character: string };

/** A text as the library reads it. */
export type Tree = Document.Parsed<ParsedNode>;
