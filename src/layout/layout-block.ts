/**
 * Writes blocks: a block of the view goes through its template and comes back as nodes whose texts are set into
 * lines. Setting belongs to the moment a string meets its column: the `lines` helper calls `typeset`.
 */
import { diagnose, type Result, type Span } from '../diagnostic.ts';
import type { Face } from '../typeset/types.ts';
import type { BlockView } from '../view/types.ts';
import type { Block } from './block.ts';
import { findShapeFault } from './block-shape.ts';
import type { Columns } from './columns.ts';
import { TemplateHelpers, type TextProblem } from './helpers.ts';
import { locateJsonFault, locateShapeFault } from './json-fault.ts';
import { createSetter } from './set-leaf.ts';
import { TemplateProblem, templateSpan } from './template-problem.ts';
import { compileTemplates, type TemplateFile } from './templates.ts';
import type { Theme } from './theme.ts';
import { pt } from './units.ts';

export type LaidOut = { readonly block: Block; readonly problems: readonly TextProblem[] };

export type Layout = {
  /** Lays out a block; a mistake in its template is a diagnostic. */
  block(view: BlockView): Result<LaidOut>;
  /** The beginning of a template, for mistakes that show only when its block is put together. */
  beginningOf(template: string): Span | undefined;
};

/** Bounds how many blocks' JSON is remembered. */
const MOST_KNOWN = 200;

/** What a template writes around its node; lengths in mm. Read only: the same for all blocks that are written alike. */
type BlockJson = {
  readonly spaceBefore?: number;
  readonly abut?: boolean;
  readonly content: Block['content'];
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
  const helpers = new TemplateHelpers(createSetter(theme, columns, faces), (location) => {
    const { file, text } = byName.get(location.source) as TemplateFile;
    return templateSpan(file, text, location);
  });
  const compiled = compileTemplates(files, helpers);
  const templates = compiled.value;
  if (!templates) return { diagnostics: compiled.diagnostics };

  /** What every template may use beside its own data. */
  const common = { widths: columns.widths, tables: columns.tables, space: theme.space };

  function write({ template, data }: BlockView, tracing: boolean): string {
    helpers.start(tracing);
    return (templates as NonNullable<typeof templates>).render(template, { ...common, ...data });
  }

  /** What was written before: texts are leaves, so that blocks of one build are written alike. */
  const known = new Map<string, BlockJson>();

  /** The block's JSON. Written once more, with marks, where something is wrong with it. */
  function read(view: BlockView): BlockJson {
    const written = write(view, false);
    const before = known.get(written);
    if (before) return before;
    const json = parsed(written);
    const fault = json && findShapeFault(json.value);
    if (json && !fault) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(written, json.value as BlockJson);
      return json.value as BlockJson;
    }
    const output = write(view, true);
    const template = byName.get(view.template) as TemplateFile;
    const traced = { output, marks: helpers.marks, template, templates: byName };
    throw new TemplateProblem(fault ? locateShapeFault(fault, traced) : locateJsonFault(traced));
  }

  function block(view: BlockView): Result<LaidOut> {
    if (!byName.has(view.template)) {
      return { diagnostics: [diagnose('template-missing', { name: `${view.template}.hbs` })] };
    }
    try {
      const { content, spaceBefore = 0, abut = false } = read(view);
      const { leaves, problems } = helpers;
      return {
        value: { block: { content, leaves, spaceBefore: pt(spaceBefore), abut }, problems },
        diagnostics: [],
      };
    } catch (error) {
      if (error instanceof TemplateProblem) return { diagnostics: [error.diagnostic] };
      throw error;
    }
  }

  function beginningOf(template: string): Span | undefined {
    const source = byName.get(template);
    return source && templateSpan(source.file, source.text, { start: { line: 1, column: 0 } });
  }

  return { value: { block, beginningOf }, diagnostics: [] };
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
