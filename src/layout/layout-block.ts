/**
 * Writes blocks: a block of the view goes through its template and comes back as nodes whose texts are set into
 * lines. Setting belongs to the moment a string meets its column: the `lines` helper calls `typeset`.
 */
import { type Diagnostic, diagnose, type Result, type Span } from '../ground/diagnostic.ts';
import type { Face } from '../typeset/types.ts';
import type { BlockView } from '../view/types.ts';
import { ascribe } from './bare-texts.ts';
import type { Block } from './block.ts';
import { type BlockJson, BlockTexts } from './block-texts.ts';
import type { ColumnRoom, Columns } from './columns.ts';
import { TemplateHelpers, type TextProblem } from './helpers.ts';
import { locateJsonFault, locateShapeFault } from './json-fault.ts';
import { createSetter, type Place } from './set-leaf.ts';
import type { TemplateFile } from './template-problem.ts';
import { inclusionSpan, TemplateProblem, templateSpan } from './template-problem.ts';
import { compileTemplates, type Templates } from './templates.ts';
import type { Theme } from './theme.ts';
import { pt } from './units.ts';

export type LaidOut = { readonly block: Block; readonly problems: readonly TextProblem[] };

export type Layout = {
  /** Lays out a block; a mistake in its template is a diagnostic. */
  block(view: BlockView): Result<LaidOut>;
  /** The columns in which a text was to stand; undefined for the page. */
  roomAt(place: Place): ColumnRoom | undefined;
  /** The beginning of a template, for mistakes that show only when its block is put together. */
  beginningOf(template: string): Span | undefined;
};

/**
 * @param theme checked theme
 * @param columns the theme's columns for this edition
 * @param files the set's templates
 * @param faces every face the theme names
 */
export function createLayout(
  theme: Theme,
  columns: Columns,
  files: readonly TemplateFile[],
  faces: ReadonlyMap<string, Face>,
): Result<Layout> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const fileOf = (name: string) => byName.get(name) as TemplateFile;
  const helpers = new TemplateHelpers(createSetter(theme, columns, faces), {
    spanOf(location) {
      const { file, text } = fileOf(location.source);
      return templateSpan(file, text, location);
    },
    inclusionOf: (name, within) => inclusionSpan(fileOf(within), name),
  });
  const { value: templates, diagnostics } = compileTemplates(files, helpers);
  if (!templates) return { diagnostics };
  /** What every template may use beside its own data. */
  const common = { widths: columns.widths, tables: columns.tables, space: theme.space };
  const contextOf = ({ data }: BlockView) => ({ ...common, ...data });
  return { value: new BlockWriter(byName, columns, helpers, templates, contextOf), diagnostics: [] };
}

class BlockWriter implements Layout {
  readonly #files: ReadonlyMap<string, TemplateFile>;
  readonly #columns: Columns;
  readonly #helpers: TemplateHelpers;
  readonly #templates: Templates;
  readonly #contextOf: (view: BlockView) => object;
  readonly #known = new BlockTexts();
  /** What templates were stopped for, by name: others of their blocks would only be stopped again, after as long. */
  readonly #stopped = new Map<string, Diagnostic>();

  /**
   * @param files by the templates' names
   * @param columns the theme's, for this edition
   * @param templates which write through the helpers
   * @param contextOf gives what a block's template may use
   */
  constructor(
    files: ReadonlyMap<string, TemplateFile>,
    columns: Columns,
    helpers: TemplateHelpers,
    templates: Templates,
    contextOf: (view: BlockView) => object,
  ) {
    this.#files = files;
    this.#columns = columns;
    this.#helpers = helpers;
    this.#templates = templates;
    this.#contextOf = contextOf;
  }

  block(view: BlockView): Result<LaidOut> {
    if (!this.#files.has(view.template)) {
      return { diagnostics: [diagnose('template-missing', { name: `${view.template}.hbs` })] };
    }
    const stopped = this.#stopped.get(view.template);
    if (stopped) return { diagnostics: [stopped] };
    try {
      const { content, spaceBefore = 0, abut = false } = this.#read(view);
      const { problems } = this.#helpers;
      const leaves = ascribe(this.#helpers.leaves, view.data, this.#isOwn);
      const block = { content, leaves, spaceBefore: pt(spaceBefore), abut };
      return { value: { block, problems }, diagnostics: [] };
    } catch (error) {
      if (!(error instanceof TemplateProblem)) throw error;
      const { diagnostic } = error;
      if (diagnostic.code === 'template-too-large') this.#stopped.set(view.template, diagnostic);
      return { diagnostics: [diagnostic] };
    }
  }

  /** Whether a string is a template's own word. */
  readonly #isOwn = (text: string): boolean =>
    [...this.#files.values()].some(
      (file) => file.text.includes(`"${text}"`) || file.text.includes(`'${text}'`),
    );

  roomAt({ column, span }: Place): ColumnRoom | undefined {
    return this.#columns.roomOf(column, span);
  }

  beginningOf(template: string): Span | undefined {
    const source = this.#files.get(template);
    return source && templateSpan(source.file, source.text, { start: { line: 1, column: 0 } });
  }

  /** The block's JSON. Written once more, with marks, where something is wrong with it. */
  #read(view: BlockView): BlockJson {
    this.#helpers.start(view.template, false);
    const read = this.#known.read(this.#templates.render(view.template, this.#contextOf(view)));
    if ('json' in read) return read.json;
    this.#helpers.start(view.template, true);
    const { output, texts } = this.#templates.trace(view.template, this.#contextOf(view));
    const template = this.#files.get(view.template) as TemplateFile;
    const traced = { output, texts, marks: this.#helpers.marks, template, templates: this.#files };
    throw new TemplateProblem(read.fault ? locateShapeFault(read.fault, traced) : locateJsonFault(traced));
  }
}
