/**
 * Reads a template set: Handlebars files that write JSON. The only helpers are `json`, `list` and `lines`; anything
 * else in a template is a diagnostic with its line. Compiled once.
 */
import Handlebars from 'handlebars';
import { type Diagnostic, diagnose, type Result } from '../diagnostic.ts';
import { checkTemplates, type ParsedTemplate } from './check-template.ts';
import { type ReadyTemplates, readyTemplates } from './ready-templates.ts';
import OPTIONS from './template-options.json' with { type: 'json' };
import { type TemplateLocation, templateSpan } from './template-problem.ts';

/** The files of a set, by name without `.hbs`; `file` is shown in diagnostics. */
export type TemplateFile = { readonly name: string; readonly file: string; readonly text: string };

export type Templates = {
  /** Writes a block's JSON text. Throws what the helpers throw. */
  render(name: string, context: object): string;
};

export type Helpers = {
  json: Handlebars.HelperDelegate;
  list: Handlebars.HelperDelegate;
  lines: Handlebars.HelperDelegate;
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
  const handlebars = Handlebars.create();
  // The built-in helpers are logic, which belongs into the view; and each rendering wraps every helper there is.
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
  handlebars.registerHelper({ json: helpers.json, list: helpers.list, lines: helpers.lines });
  const { value: compiled, diagnostics } = files.every(({ name, text }) => ready.get(name)?.text === text)
    ? { value: readySet(handlebars, files, ready), diagnostics: [] }
    : compileSet(handlebars, files);
  if (!compiled) return { diagnostics };
  for (const [name, template] of compiled) handlebars.registerPartial(name, template);
  return {
    diagnostics,
    value: {
      render: (name, context) => (compiled.get(name) as Handlebars.TemplateDelegate)(context, NO_PROTOTYPES),
    },
  };
}

type Compiled = ReadonlyMap<string, Handlebars.TemplateDelegate>;

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

type SyntaxProblem = Error & { readonly lineNumber?: number; readonly column?: number };

/**
 * Handlebars tells the place of a syntax error as properties, or in the message: below its first line stand up to 20
 * characters of the text before and after the place, without line ends, and below them a line that ends in a caret.
 */
function syntaxErrorLocation(
  { lineNumber, column = 0, message }: SyntaxProblem,
  text: string,
): TemplateLocation {
  if (lineNumber !== undefined) return { start: { line: lineNumber, column } };
  const [, context = '', pointer = ''] = message.split('\n');
  const before = context.slice(0, pointer.indexOf('^')).replace(/^\.\.\./, '');
  const after = context.slice(pointer.indexOf('^')).replace(/\.\.\.$/, '');
  const joined = text.replaceAll('\n', '').indexOf(before + after);
  return { start: positionOf(Math.max(joined, 0) + before.length, text) };
}

/** The position of a character that is counted without line ends. */
function positionOf(offset: number, text: string): TemplateLocation['start'] {
  let rest = offset;
  const lines = text.split('\n');
  const index = lines.findIndex((line) => {
    if (rest < line.length) return true;
    rest -= line.length;
    return false;
  });
  return index < 0
    ? { line: lines.length, column: (lines.at(-1) as string).length }
    : { line: index + 1, column: rest };
}
