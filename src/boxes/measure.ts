/** Lays a block out once: texts by sums, a table with pdfmake's LayoutBuilder. Gives plain items and the height. */
import type { Block } from '../layout/block.ts';
import type { Fragment, TableStyle } from './fragment.ts';
import { measureTable } from './table.ts';
import { measureTexts } from './texts.ts';

/**
 * @param block what a template wrote
 * @returns the block's items relative to its upper left corner, and its height, pt
 * @throws BlockProblem when the template's nodes do not make a block
 */
export function measure(block: Block, style: TableStyle): Fragment {
  const { content } = block;
  return 'table' in content ? measureTable(content, block, style) : measureTexts(content, block, style);
}
