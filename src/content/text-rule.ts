/** What is looked for in each text of the content, one rule a kind of slip. */
import type { Finding, Path } from '../yaml/index.ts';
import type { Kind } from './fields.ts';

/** Where a text stands, and what it is there. */
export type Field = { readonly path: Path; readonly kind: Kind };

/** The findings on one text. */
export type TextRule = (text: string, field: Field) => Iterable<Finding>;
