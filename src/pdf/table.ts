/** A table: its frame, and the words of its cells in their places. */
import { BlockProblem, type TableNode } from '../layout/block.ts';
import { type GridCell, resolveGrid } from '../layout/grid.ts';
import { pt } from '../layout/units.ts';
import type { Fragment, Item, TableStyle } from './fragment.ts';
import { type Frame, frameOf } from './table-frame.ts';
import { type Leaves, measureTexts, type SetTexts } from './texts.ts';

/**
 * @param node the table, with its margin
 * @param block the texts its cells point at
 * @throws BlockProblem where cells overlap or leave gaps, or hold texts set for a wider column
 */
export function measureTable(node: TableNode, block: Leaves, style: TableStyle): Fragment {
  const cells = resolveGrid(node.table);
  const texts = cells.map((placed) => {
    const words = measureTexts(placed.cell, block, style);
    checkWidth(words, placed, node.table.widths, style);
    return words;
  });
  const heights = texts.map(({ height }, index) => Math.max(height, pt(cells[index]?.cell.height ?? 0)));
  const frame = frameOf(node, heights, style);
  const items: Item[] = [...frame.fills];
  texts.forEach((words, index) => {
    const { x, y } = frame.corners[index] as Frame['corners'][number];
    for (const item of words.items) {
      item.x += x;
      item.y += y;
      items.push(item);
    }
  });
  for (const rule of frame.rules) items.push(rule);
  return { height: frame.height, items };
}

function checkWidth(
  { items }: SetTexts,
  { column, colSpan }: GridCell,
  widths: readonly number[],
  style: TableStyle,
): void {
  let width = (colSpan - 1) * (2 * style.paddingHorizontal + style.innerRule);
  for (let index = column; index < column + colSpan; index++) width += widths[index] as number;
  for (const item of items) {
    const own = item.kind === 'text' ? item.leaf.width : item.width;
    // A hundredth of a point is rounding; more is a text set for a wider column than it stands in.
    if (own <= width + 0.01) continue;
    throw new BlockProblem(
      `幅 ${own.toFixed(1)} pt に組んだ文字列が、幅 ${width.toFixed(1)} pt の枠に置かれています。lines に書いた列の名前を確かめてください。`,
    );
  }
}
