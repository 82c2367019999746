/** Which leaves a node shows, and how high they are. Pure. */
import type { Block, ChartPoint, Leaf, TextNode } from './block.ts';

/** The leaf that a block shows for `lines` of a node. */
export function leafAt(
  { leaves, changed }: Pick<Block, 'leaves' | 'changed'>,
  index: number,
): Leaf | undefined {
  return changed?.get(index) ?? leaves[index];
}

/** The leaves of a node, in order; what stands in `continued` is not part of it. */
export function leafIndices(node: TextNode): number[] {
  if ('lines' in node) return [node.lines];
  if ('stack' in node) return node.stack.flatMap(leafIndices);
  if ('chart' in node) return [node.chart.baseline, ...node.chart.points].flatMap(pointLeaves);
  return node.columns.map(({ lines }) => lines);
}

/** The height of a leaf's lines, pt. */
export function leafHeight({ lines, leading }: Leaf): number {
  let height = 0;
  for (const line of lines) height += line.lines;
  return height * leading;
}

function pointLeaves({ year, word, figure }: ChartPoint): number[] {
  return [year, word, figure].flatMap(leafIndices);
}
