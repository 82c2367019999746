/** Editions that are far larger than any real one in a single direction: each grows with a number. */
import type { Files } from './content-files.ts';
import { LARGE_LISTS } from './large-lists.ts';
import { LARGE_TEXTS } from './large-texts.ts';

/** An edition that grows with `size`: how often what it is named after stands in it. */
export type LargeInput = { readonly size: number; readonly files: (size: number) => Files };

/** By what they are large in. */
export const LARGE_INPUTS: Readonly<Record<string, LargeInput>> = { ...LARGE_LISTS, ...LARGE_TEXTS };
