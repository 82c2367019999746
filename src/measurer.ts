/** Blocks of the view → boxes with their fragments, each laid out once however often it prints. */
import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { Layout } from './layout/layout-block.ts';
import type { PageGeometry, Theme } from './layout/theme.ts';
import { pt } from './layout/units.ts';
import type { Box } from './paginate/paginate.ts';
import type { Fragment, TableStyle } from './pdf/fragment.ts';
import { measure } from './pdf/measure.ts';
import { BlockProblem } from './pdf/to-pdfmake.ts';
import { type Locate, textDiagnostic } from './text-problems.ts';
import type { BlockView } from './view/types.ts';

/** A box of the paginator with what is in it. */
export type BlockBox = Box & { readonly view: BlockView; readonly fragment: Fragment };

export type Measurer = {
  readonly box: (view: BlockView) => BlockBox;
  /** What went wrong so far, each problem once. */
  diagnostics(): readonly Diagnostic[];
};

const EMPTY: Fragment = { height: 0, items: [] };

/**
 * @param locate finds where a text of the edition was typed
 */
export function createMeasurer(
  layout: Layout,
  geometry: PageGeometry,
  style: TableStyle,
  locate: Locate,
): Measurer {
  const boxes = new Map<BlockView, BlockBox>();
  const diagnostics = new Map<string, Diagnostic>();
  const report = (diagnostic: Diagnostic) => {
    const { file, start } = diagnostic.span ?? {};
    diagnostics.set(
      `${diagnostic.code} ${file}:${start?.line}:${start?.column} ${diagnostic.message}`,
      diagnostic,
    );
  };

  function lay(view: BlockView): BlockBox {
    const laid = layout.block(view);
    laid.diagnostics.forEach(report);
    if (!laid.value) return { view, fragment: EMPTY, height: 0, spaceBefore: 0, overlap: 0 };
    const { block, problems } = laid.value;
    for (const problem of problems) report(textDiagnostic(problem, locate));
    const fragment = measureOrReport();
    return {
      view,
      fragment,
      height: fragment.height,
      spaceBefore: block.spaceBefore,
      overlap: block.abut ? style.outerRule : 0,
    };

    function measureOrReport(): Fragment {
      try {
        return measure(block, geometry.body.width, style);
      } catch (error) {
        if (!(error instanceof BlockProblem)) throw error;
        report(diagnose('template-node', { name: `${view.template}.hbs`, detail: error.message }));
        return EMPTY;
      }
    }
  }

  return {
    box(view) {
      const known = boxes.get(view);
      if (known) return known;
      const box = lay(view);
      boxes.set(view, box);
      return box;
    },
    diagnostics: () => [...diagnostics.values()],
  };
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
