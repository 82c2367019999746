/** What the cells of a table show, and which of them may go on on the next page. Pure. */
import type { Block, Leaf } from './block.ts';
import { resolveGrid } from './grid.ts';
import { leafHeight, leafIndices } from './leaf-nodes.ts';

/** A cell's texts, from top to bottom, each with its height in pt. */
export type CellTexts = {
  readonly flows: boolean;
  readonly texts: readonly { readonly source: Leaf['source']; readonly height: number }[];
};

/** The cells of a block that is a table; none of any other. */
export function cellTexts(block: Block): CellTexts[] {
  if (!('table' in block.content)) return [];
  return resolveGrid(block.content.table).map(({ cell }) => ({
    flows: cell.flow === true,
    texts: leafIndices(cell).map((index) => {
      const leaf = block.leaves[index] as Leaf;
      return { source: leaf.source, height: leafHeight(leaf) };
    }),
  }));
}
