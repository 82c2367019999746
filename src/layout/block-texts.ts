/** What templates write → blocks' JSON, checked; what is written alike is read once. */
import type { Block } from './block.ts';
import { findShapeFault, type ShapeFault } from './block-shape.ts';
import { deepOffset } from './json-depth.ts';

/** What a template writes around its node; lengths in mm. Read only: the same for all blocks that are written alike. */
export type BlockJson = {
  readonly spaceBefore?: number;
  readonly abut?: boolean;
  readonly content: Block['content'];
};

/** A block's JSON, or what is wrong with its shape; neither where it is no JSON, or too deep. */
export type ReadBlock = { readonly json: BlockJson } | { readonly fault: ShapeFault | undefined };

/** Bounds how many blocks' JSON is remembered, and of how many characters each. */
const MOST_KNOWN = 200;
const LONGEST_KNOWN = 200_000;

/** Reads blocks. Texts are leaves, so that blocks of one build are written alike. */
export class BlockTexts {
  readonly #known = new Map<string, { readonly json: BlockJson }>();

  /** @param written by a template */
  read(written: string): ReadBlock {
    const before = this.#known.get(written);
    if (before) return before;
    const parsed = parse(written);
    const fault = parsed && findShapeFault(parsed.value);
    if (!parsed || fault) return { fault };
    const read = { json: parsed.value as BlockJson };
    if (written.length > LONGEST_KNOWN) return read;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(written, read);
    return read;
  }
}

/** What is too deep is not even looked at: nodes are walked by functions that call themselves. */
function parse(text: string): { readonly value: unknown } | undefined {
  if (deepOffset(text) !== undefined) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
