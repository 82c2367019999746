/** Lays a block out once, a table on an endless page with pdfmake's LayoutBuilder, and reads back plain items. */
import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import type { Block } from '../layout/block.ts';
import type { Fragment, Item, TableStyle } from './fragment.ts';
import { mergeRules } from './rules.ts';
import { measureTexts } from './texts.ts';
import { type LeafVector, toPdfmake } from './to-pdfmake.ts';

const LayoutBuilder = layoutBuilderModule.default;

/** Higher than any block; a page break inside a block must never happen here. */
const ENDLESS = 1e7;
const NO_MARGINS = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * @param block what a template wrote
 * @param width the width of the page's body, pt
 * @returns the block's items relative to its upper left corner, and its height
 * @throws BlockProblem when the template's nodes do not make a block
 */
export function measure(block: Block, width: number, style: TableStyle): Fragment {
  return measureTexts(block.content, block.leaves) ?? measureTable(block, width, style);
}

function measureTable(block: Block, width: number, style: TableStyle): Fragment {
  const builder = new LayoutBuilder({ width, height: ENDLESS, orientation: 'portrait' }, NO_MARGINS, null);
  builder.registerTableLayouts({ grid: grid(style) });
  const pages = builder.layoutDocument(toPdfmake(block, width, style), null, {}, {});
  if (pages.length !== 1) throw new Error(`a block was laid out on ${pages.length} pages`);
  const items = (pages[0] as (typeof pages)[number]).items.map(readItem);
  return { height: builder.writer.context().y, items: withMergedRules(items) };
}

type TableNode = {
  readonly table: {
    readonly body: readonly unknown[];
    readonly widths: readonly unknown[];
  };
};

function grid(style: TableStyle) {
  const edge = (index: number, last: number) =>
    index === 0 || index === last ? style.outerRule : style.innerRule;
  return {
    hLineWidth: (index: number, node: TableNode) => edge(index, node.table.body.length),
    vLineWidth: (index: number, node: TableNode) => edge(index, node.table.widths.length),
    paddingLeft: () => style.paddingHorizontal,
    paddingRight: () => style.paddingHorizontal,
    paddingTop: () => style.paddingVertical,
    paddingBottom: () => style.paddingVertical,
  };
}

/** pdfmake draws a rule for each side of each cell: joined once here, there are few to keep and to print. */
function withMergedRules(items: readonly Item[]): Item[] {
  const rules = items.filter((item) => item.kind === 'rule');
  const merged = mergeRules(rules).flatMap(({ weight, segments }) =>
    segments.map((segment): Item => ({ kind: 'rule', ...segment, weight })),
  );
  return [...items.filter((item) => item.kind !== 'rule'), ...merged];
}

function readItem({ type, item }: { readonly type: string; readonly item: Record<string, unknown> }): Item {
  if (type !== 'vector') throw new Error(`pdfmake laid out an item of type ${type}`);
  if ('leaf' in item) {
    const { x, y, leaf } = item as unknown as LeafVector;
    return { kind: 'text', x, y, leaf };
  }
  if (item.type === 'rect') {
    const { x, y, w, h, color } = item as {
      x: number;
      y: number;
      w: number;
      h: number;
      color: { grey: number };
    };
    return { kind: 'fill', x, y, width: w, height: h, grey: color.grey };
  }
  const { x1, y1, x2, y2, lineWidth } = item as Record<'x1' | 'y1' | 'x2' | 'y2' | 'lineWidth', number>;
  return { kind: 'rule', x1, y1, x2, y2, weight: lineWidth };
}
