/** Blocks of the view → boxes with their fragments. */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { type Block, BlockProblem } from '../layout/block.ts';
import type { TextProblem } from '../layout/helpers.ts';
import type { Layout } from '../layout/layout-block.ts';
import { type Locate, textDiagnostic } from '../layout/text-problems.ts';
import type { Theme } from '../layout/theme.ts';
import type { ThemePlaces } from '../layout/too-wide.ts';
import { pt } from '../layout/units.ts';
import type { BlockView } from '../view/types.ts';
import { type BlockBox, wholeBox } from './block-box.ts';
import type { Tear } from './box.ts';
import type { TableStyle } from './fragment.ts';
import { tearBox } from './tear-box.ts';

export type { BlockBox } from './block-box.ts';

export type Measurer = {
  /** Lays a block of the view out; a shared one only once. */
  readonly box: (view: BlockView) => BlockBox;
  /** Tears a box between rows or lines so that its head is at most `height` pt high. */
  readonly tear: Tear<BlockBox>;
  /** What went wrong so far, each problem once. */
  diagnostics(): readonly Diagnostic[];
  /** Whether anything of it is an error. */
  failed(): boolean;
};

/**
 * @param locate finds where a text of the edition was typed
 * @param theme where the theme's widths were typed
 */
export function createMeasurer(
  layout: Layout,
  style: TableStyle,
  locate: Locate,
  theme: ThemePlaces,
): Measurer {
  return new BlockMeasurer(layout, style, locate, theme);
}

/** Stands for a block that could not be laid out; an error says why. */
const NOTHING: Block = { content: { stack: [] }, leaves: [], spaceBefore: 0, abut: false };

class BlockMeasurer implements Measurer {
  readonly #layout: Layout;
  readonly #style: TableStyle;
  readonly #locate: Locate;
  readonly #theme: ThemePlaces;
  readonly #shared = new Map<BlockView, BlockBox>();
  readonly #reports = new Map<string, Diagnostic>();
  #failed = false;

  constructor(layout: Layout, style: TableStyle, locate: Locate, theme: ThemePlaces) {
    this.#layout = layout;
    this.#style = style;
    this.#locate = locate;
    this.#theme = theme;
  }

  readonly box = (view: BlockView): BlockBox => {
    const box = this.#shared.get(view) ?? this.#measure(view, this.#layOut(view));
    if (view.shared) this.#shared.set(view, box);
    return box;
  };

  readonly tear: Tear<BlockBox> = (box, height) => tearBox(box, height, this.#style);

  diagnostics(): readonly Diagnostic[] {
    return [...this.#reports.values()];
  }

  failed(): boolean {
    return this.#failed;
  }

  #layOut(view: BlockView): Block {
    const { value, diagnostics } = this.#layout.block(view);
    for (const diagnostic of diagnostics) this.#report(diagnostic);
    for (const found of value?.problems ?? []) this.#report(this.#diagnosticOf(found));
    return value?.block ?? NOTHING;
  }

  #diagnosticOf(found: TextProblem): Diagnostic {
    return textDiagnostic(found, this.#locate, this.#layout.roomAt(found.place), this.#theme);
  }

  #measure(view: BlockView, block: Block): BlockBox {
    try {
      return wholeBox(view, block, this.#style);
    } catch (error) {
      if (!(error instanceof BlockProblem)) throw error;
      const span = this.#layout.beginningOf(view.template);
      const name = `${view.template}.hbs`;
      this.#report(diagnose('template-node', { name, detail: error.message }, { span }));
      return wholeBox(view, NOTHING, this.#style);
    }
  }

  /** The same problem shows again wherever its block is laid out. */
  #report(diagnostic: Diagnostic): void {
    const { file, start } = diagnostic.span ?? {};
    const key = [diagnostic.code, file, start?.line, start?.column, diagnostic.message].join(' ');
    this.#reports.set(key, diagnostic);
    if (diagnostic.severity === 'error') this.#failed = true;
  }
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
