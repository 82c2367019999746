/**
 * Reads a template set: Handlebars files that write JSON. The only helpers are `json`, `list` and `lines`; anything
 * else in a template is a diagnostic with its line. Compiled once.
 */

import Handlebars from 'handlebars';
import { type Diagnostic, diagnose, type Result } from '../ground/diagnostic.ts';
import { checkTemplates, type ParsedTemplate } from './check-template.ts';
import { type ReadyTemplates, readyTemplates } from './ready-templates.ts';
import { type SyntaxProblem, syntaxErrorLocation } from './syntax-error.ts';
import { findDeepList } from './template-bounds.ts';
import OPTIONS from './template-options.json' with { type: 'json' };
import { type TemplateFile, templateSpan } from './template-problem.ts';
import { markTexts, type TextPlace } from './text-marks.ts';

export type Templates = {
  /** Writes a block's JSON text. Throws what the helpers throw. */
  render(name: string, context: object): string;
  /** The same with a mark before each of the templates' own texts, and where they stand, by the marks' numbers. */
  trace(name: string, context: object): { readonly output: string; readonly texts: readonly TextPlace[] };
};

export type Helpers = {
  json: Handlebars.HelperDelegate;
  list: Handlebars.HelperDelegate;
  lines: Handlebars.HelperDelegate;
  /** Is asked to write every partial. */
  include(name: string, write: () => string): string;
};

/** Own properties only. Said in so many words, because Handlebars would otherwise complain on the console. */
const NO_PROTOTYPES = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/**
 * Compiles a set; every mistake that can be seen without data is reported at once. A set of nothing but templates that
 * ship was compiled before.
 *
 * @param ready what was compiled before
 */
export function compileTemplates(
  files: readonly TemplateFile[],
  helpers: Helpers,
  ready: ReadyTemplates = readyTemplates,
): Result<Templates> {
  const handlebars = environment(helpers);
  const { value: compiled, diagnostics } = files.every(({ name, text }) => ready.get(name)?.text === text)
    ? { value: readySet(handlebars, files, ready), diagnostics: [] }
    : compileSet(handlebars, files);
  if (!compiled) return { diagnostics };
  const render = renderer(handlebars, compiled, helpers);
  let tracer: Templates['trace'] | undefined;
  return {
    diagnostics,
    value: {
      render,
      trace(name, context) {
        tracer ??= createTracer(files, helpers);
        return tracer(name, context);
      },
    },
  };
}

function environment(helpers: Helpers): typeof Handlebars {
  const handlebars = Handlebars.create();
  // The built-in helpers are logic, which belongs into the view; and each rendering wraps every helper there is.
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
  handlebars.registerHelper({ json: helpers.json, list: helpers.list, lines: helpers.lines });
  return handlebars;
}

type Compiled = ReadonlyMap<string, Handlebars.TemplateDelegate>;

/** Makes every template a partial, too, which is written through the helpers. */
function renderer(handlebars: typeof Handlebars, compiled: Compiled, helpers: Helpers): Templates['render'] {
  for (const [name, template] of compiled) {
    handlebars.registerPartial(name, (context, options) =>
      helpers.include(name, () => template(context, options)),
    );
  }
  return (name, context) => (compiled.get(name) as Handlebars.TemplateDelegate)(context, NO_PROTOTYPES);
}

/** Compiles templates, which are known to be right, with marks. Indented partials would move what stands in them. */
function createTracer(files: readonly TemplateFile[], helpers: Helpers): Templates['trace'] {
  const handlebars = environment(helpers);
  const texts: TextPlace[] = [];
  const options = { ...OPTIONS, preventIndent: true } as CompileOptions;
  const compiled = files.map(({ name, text }) => {
    const program = handlebars.parse(text, { srcName: name } as Handlebars.ParseOptions);
    markTexts(program, name, texts);
    return [name, handlebars.compile(program, options)] as const;
  });
  const render = renderer(handlebars, new Map(compiled), helpers);
  return (name, context) => ({ output: render(name, context), texts });
}

function readySet(
  handlebars: typeof Handlebars,
  files: readonly TemplateFile[],
  ready: ReadyTemplates,
): Compiled {
  const specifications = files.map(
    ({ name }) => [name, ready.get(name)?.specification as TemplateSpecification] as const,
  );
  return new Map(specifications.map(([name, each]) => [name, handlebars.template(each)]));
}

function compileSet(handlebars: typeof Handlebars, files: readonly TemplateFile[]): Result<Compiled> {
  const diagnostics: Diagnostic[] = [];
  const parsed = files.flatMap((file): ParsedTemplate[] => {
    const program = parse(handlebars, file, diagnostics);
    return program ? [{ file, program }] : [];
  });
  diagnostics.push(...checkTemplates(parsed, new Set(files.map(({ name }) => name))));
  if (diagnostics.length > 0) return { diagnostics };
  const compile = (program: hbs.AST.Program) => handlebars.compile(program, OPTIONS as CompileOptions);
  return { diagnostics, value: new Map(parsed.map(({ file, program }) => [file.name, compile(program)])) };
}

function parse(handlebars: typeof Handlebars, file: TemplateFile, diagnostics: Diagnostic[]) {
  const deep = findDeepList(file);
  if (deep) {
    diagnostics.push(deep);
    return undefined;
  }
  try {
    return handlebars.parse(file.text, { srcName: file.name } as Handlebars.ParseOptions);
  } catch (error) {
    const span = templateSpan(file.file, file.text, syntaxErrorLocation(error as SyntaxProblem, file.text));
    diagnostics.push(
      diagnose(
        'template-syntax',
        {},
        { span, hints: ['{{ と }}、{{#list …}} と {{/list}} が対になっているかを確かめてください。'] },
      ),
    );
    return undefined;
  }
}
