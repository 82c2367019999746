/** Blocks of the view → boxes with their fragments. */
import { type Diagnostic, diagnose } from './diagnostic.ts';
import { type Block, BlockProblem, type Leaf } from './layout/block.ts';
import type { Layout } from './layout/layout-block.ts';
import { splitBlock } from './layout/split-block.ts';
import type { Theme } from './layout/theme.ts';
import { pt } from './layout/units.ts';
import type { Box, Tear } from './paginate/paginate.ts';
import { type Fragment, type TableStyle, textItems } from './pdf/fragment.ts';
import { measure } from './pdf/measure.ts';
import { type Locate, textDiagnostic } from './text-problems.ts';
import type { BlockView } from './view/types.ts';

/** A box of the paginator with what is in it. */
export type BlockBox = Box & {
  readonly view: BlockView;
  readonly block: Block;
  /** What the block was torn from; itself where it is whole. */
  readonly whole: Block;
  readonly fragment: Fragment;
  /** Printed again at the top of a page, beside the one time that counts. */
  readonly reprint: boolean;
  /** What is left of a box that began on another page. */
  readonly continued: boolean;
};

export type Measurer = {
  /** Lays a block of the view out; a shared one only once. */
  readonly box: (view: BlockView) => BlockBox;
  /** Tears a box between rows or lines so that its head is at most `height` pt high. */
  readonly tear: Tear<BlockBox>;
  /** What went wrong so far, each problem once. */
  diagnostics(): readonly Diagnostic[];
};

/** Stands for a block that could not be laid out; an error says why. */
const NOTHING: Block = { content: { stack: [] }, leaves: [], spaceBefore: 0, abut: false };

/**
 * @param locate finds where a text of the edition was typed
 */
export function createMeasurer(layout: Layout, style: TableStyle, locate: Locate): Measurer {
  const shared = new Map<BlockView, BlockBox>();
  const reports = new Map<string, Diagnostic>();
  const report = (diagnostic: Diagnostic) => {
    const { file, start } = diagnostic.span ?? {};
    reports.set(
      [diagnostic.code, file, start?.line, start?.column, diagnostic.message].join(' '),
      diagnostic,
    );
  };

  function lay(view: BlockView): BlockBox {
    const laid = layout.block(view);
    laid.diagnostics.forEach(report);
    laid.value?.problems.forEach((problem) => {
      report(textDiagnostic(problem, locate));
    });
    try {
      const block = laid.value?.block ?? NOTHING;
      return boxOf(view, block, measure(block, style));
    } catch (error) {
      if (!(error instanceof BlockProblem)) throw error;
      const span = layout.beginningOf(view.template);
      report(diagnose('template-node', { name: `${view.template}.hbs`, detail: error.message }, { span }));
      return boxOf(view, NOTHING, measure(NOTHING, style));
    }
  }

  function boxOf(view: BlockView, block: Block, fragment: Fragment): BlockBox {
    const { spaceBefore, abut } = block;
    const overlap = abut ? style.outerRule : 0;
    return {
      view,
      block,
      whole: block,
      fragment,
      height: fragment.height,
      spaceBefore,
      overlap,
      reprint: false,
      continued: false,
    };
  }

  /** A part of a torn box, laid out when it is first asked for: most tears that are tried are not taken. */
  function partOf(whole: BlockBox, continued: boolean, takeBlock: () => Block, height?: number): BlockBox {
    let block: Block | undefined;
    let fragment: Fragment | undefined;
    return {
      ...whole,
      get block() {
        block ??= takeBlock();
        return block;
      },
      get fragment() {
        fragment ??= measure(this.block, style);
        return fragment;
      },
      get height() {
        return height ?? this.fragment.height;
      },
      continued,
    };
  }

  return {
    box(view) {
      const box = shared.get(view) ?? lay(view);
      if (view.shared) shared.set(view, box);
      return box;
    },
    tear(box, height) {
      const frame = style.paddingVertical + style.outerRule;
      const cut = splitBlock(box.block, leafTops(box.fragment), height - frame);
      return (
        cut && {
          head: partOf(box, box.continued, () => cut.head, cut.headBottom + frame),
          tail: partOf(box, true, () => cut.tail),
          worthy: cut.worthy,
        }
      );
    },
    diagnostics: () => [...reports.values()],
  };
}

/** Tops found before: a box is torn at many heights. */
const knownTops = new WeakMap<Fragment, ReadonlyMap<Leaf, number>>();

function leafTops(fragment: Fragment): ReadonlyMap<Leaf, number> {
  const known = knownTops.get(fragment);
  if (known) return known;
  const tops = new Map<Leaf, number>();
  for (const { leaf, y } of textItems(fragment.items)) tops.set(leaf, y);
  knownTops.set(fragment, tops);
  return tops;
}

/** How a theme draws tables, in pt. */
export function tableStyle(theme: Theme): TableStyle {
  return {
    paddingHorizontal: pt(theme.padding.horizontal),
    paddingVertical: pt(theme.padding.vertical),
    innerRule: pt(theme.rules.inner),
    outerRule: pt(theme.rules.outer),
    greys: theme.greys,
  };
}
