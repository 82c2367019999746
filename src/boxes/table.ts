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
 * @throws BlockProblem where cells overlap or leave gaps, or texts do not stand inside theirs or cannot be seen there
 */
export function measureTable(node: TableNode, block: Leaves, style: TableStyle): Fragment {
  const cells = resolveGrid(node.table);
  const texts = cells.map((placed) => {
    const words = measureTexts(placed.cell, block, style);
    checkWidth(words, placed, node.table.widths, style);
    checkGround(words, placed, style);
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
    // More is a text set for a wider column than it stands in.
    if (own > width + ROUNDING) {
      throw new BlockProblem(
        `幅 ${own.toFixed(1)} pt に組んだ文字列が、幅 ${width.toFixed(1)} pt の枠に置かれています。lines に書いた列の名前を確かめてください。`,
      );
    }
    if (rightOf(item) <= width + ROUNDING) continue;
    throw new BlockProblem('文字や図が枠の右へはみ出しています。margin と share を確かめてください。');
  }
}

/** A hundredth of a point, pt. */
const ROUNDING = 0.01;

/** Where an item's ink ends, from the left edge of its cell's words; what leaves its own column is told elsewhere. */
function rightOf(item: SetTexts['items'][number]): number {
  if (item.kind !== 'text') return item.x + item.width;
  const ink = item.leaf.lines.reduce((right, { x, width }) => Math.max(right, x + width), 0);
  return item.x + Math.min(ink, item.leaf.width);
}

/** Darker ground than this hides black text; 0 is black. */
const DARKEST = 0.5;

/** Black text needs a light ground; grey text lies below any. */
function checkGround({ items }: SetTexts, { cell: { fill } }: GridCell, { greys }: TableStyle): void {
  if (fill === undefined || items.length === 0) return;
  if ((greys[fill] ?? 1) < DARKEST) {
    throw new BlockProblem(
      `地「${fill}」が濃すぎて、上の文字が読めません。greys の数を ${DARKEST} 以上にしてください。`,
    );
  }
  if (items.some((item) => item.kind === 'text' && item.leaf.grey > 0)) {
    throw new BlockProblem(
      '薄い文字が、枠の地の下に隠れます。fill を消すか、grey が 0 の形を使ってください。',
    );
  }
}
