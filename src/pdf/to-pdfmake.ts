/**
 * Block → pdfmake document definition. Each set text becomes one leaf: a canvas with one rectangle of the text's
 * size that carries the leaf, so that pdfmake arranges boxes and never breaks or measures text.
 *
 * A fresh definition is built for every layout, because pdfmake changes what it is given.
 */
import { type Block, BlockProblem, type Cell, type Leaf, type Node, type Table } from '../layout/block.ts';
import { resolveGrid } from '../layout/grid.ts';
import { pt } from '../layout/units.ts';
import type { TableStyle } from './fragment.ts';
import { leafHeight, leafOf } from './texts.ts';

/** The rectangle that stands for a set text; found again among the laid-out vectors. */
export type LeafVector = {
  readonly type: 'rect';
  readonly leaf: Leaf;
  readonly x: number;
  readonly y: number;
};

type Definition = Record<string, unknown>;

/**
 * @param block what a template wrote
 * @param width the width it may take, pt
 * @throws BlockProblem on nodes that are not table, stack, columns or lines, and on cells that do not fill a row
 */
export function toPdfmake(block: Block, width: number, style: TableStyle): Definition {
  return convert(block.content, block.leaves, width, style);
}

function convert(node: Node, leaves: readonly Leaf[], width: number, style: TableStyle): Definition {
  if (typeof node !== 'object' || node === null) throw new BlockProblem(EXPECTED);
  const texts = stackedTexts(node, leaves);
  if (texts) return textsNode(texts, width);
  const margin = 'margin' in node && node.margin ? { margin: node.margin.map(pt) } : {};
  if ('stack' in node) {
    return { stack: node.stack.map((child) => convert(child, leaves, width, style)), ...margin };
  }
  if ('columns' in node) {
    const columns = node.columns.map(({ lines }) => {
      const leaf = leafOf(lines, leaves);
      return { ...textsNode([leaf], leaf.width), width: leaf.width };
    });
    return { columns, ...margin };
  }
  if ('table' in node)
    return { table: tableDefinition(node.table, leaves, style), layout: 'grid', ...margin };
  throw new BlockProblem(`${EXPECTED}「${Object.keys(node).join('、')}」は使えません。`);
}

const EXPECTED = 'table、stack、columns、lines のどれかを書きます。';

/** The texts of a node that holds nothing but texts, top to bottom; undefined for any other node. */
function stackedTexts(node: Node, leaves: readonly Leaf[]): Leaf[] | undefined {
  if ('lines' in node) return [leafOf(node.lines, leaves)];
  if (!('stack' in node) || node.margin) return undefined;
  const texts: Leaf[] = [];
  for (const child of node.stack) {
    const inner = stackedTexts(child, leaves);
    if (!inner) return undefined;
    texts.push(...inner);
  }
  return texts;
}

/** One canvas for texts that stand one below the other: pdfmake's work grows with the number of nodes. */
function textsNode(texts: readonly Leaf[], width: number): Definition {
  let y = 0;
  const canvas = texts.map((leaf) => {
    checkWidth(leaf, width);
    const rectangle = { type: 'rect', x: 0, y, w: leaf.width, h: leafHeight(leaf), leaf };
    y += rectangle.h;
    return rectangle;
  });
  return { canvas };
}

function checkWidth(leaf: Leaf, width: number): void {
  // A hundredth of a point is rounding; more is a text set for a wider column than it stands in.
  if (leaf.width <= width + 0.01) return;
  throw new BlockProblem(
    `幅 ${leaf.width.toFixed(1)} pt に組んだ文字列が、幅 ${width.toFixed(1)} pt の枠に置かれています。lines に書いた列の名前を確かめてください。`,
  );
}

function tableDefinition(table: Table, leaves: readonly Leaf[], style: TableStyle): Definition {
  const { widths } = table;
  const body = table.body.map(() => widths.map((): Definition => ({})));
  for (const { cell, row, column, rowSpan, colSpan } of resolveGrid(table)) {
    const inner = widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0);
    const between = (colSpan - 1) * (2 * style.paddingHorizontal + style.innerRule);
    (body[row] as Definition[])[column] = {
      ...convert(cell, leaves, inner + between, style),
      ...(rowSpan > 1 ? { rowSpan } : {}),
      ...(colSpan > 1 ? { colSpan } : {}),
      ...fillOf(cell, style),
    };
  }
  return { widths: [...widths], body };
}

function fillOf(cell: Cell, style: TableStyle): Definition {
  if (cell.fill === undefined) return {};
  const grey = style.greys[cell.fill];
  if (grey === undefined) {
    throw new BlockProblem(`地の濃さ「${cell.fill}」は theme.yaml の greys にありません。`);
  }
  // pdfmake hands the value through to the rectangle it draws; 0 would read as "no fill".
  return { fillColor: { grey } };
}
