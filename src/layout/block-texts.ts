/** What templates write → blocks' JSON, checked; what is written alike is read once. */
import type { Block } from './block.ts';
import { findShapeFault, type ShapeFault } from './block-shape.ts';

/** What a template writes around its node; lengths in mm. Read only: the same for all blocks that are written alike. */
export type BlockJson = {
  readonly spaceBefore?: number;
  readonly abut?: boolean;
  readonly content: Block['content'];
};

/** A block's JSON, or what is wrong with its shape; neither where it is no JSON. */
export type ReadBlock = { readonly json: BlockJson } | { readonly fault: ShapeFault | undefined };

/** Bounds how many blocks' JSON is remembered. */
const MOST_KNOWN = 200;

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
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const read = { json: parsed.value as BlockJson };
    this.#known.set(written, read);
    return read;
  }
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
