/**
 * Reads a template set: Handlebars files that write JSON. The only helpers are `json`, `list` and `lines`; anything
 * else in a template is a diagnostic with its line. Compiled once.
 */
import Handlebars from 'handlebars';
import { type Diagnostic, diagnose, type Result } from '../diagnostic.ts';
import { checkTemplates, type ParsedTemplate } from './check-template.ts';
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

const OPTIONS = {
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: {
    json: true,
    list: true,
    lines: true,
    // Built-in helpers are logic, which belongs into the view.
    each: false,
    if: false,
    unless: false,
    with: false,
    log: false,
    lookup: false,
    helperMissing: false,
    blockHelperMissing: false,
  },
};

/** Own properties only. Said in so many words, because Handlebars would otherwise complain on the console. */
const NO_PROTOTYPES = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** Compiles a set; every mistake that can be seen without data is reported at once. */
export function compileTemplates(files: readonly TemplateFile[], helpers: Helpers): Result<Templates> {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ json: helpers.json, list: helpers.list, lines: helpers.lines });
  const diagnostics: Diagnostic[] = [];
  const parsed = files.flatMap((file): ParsedTemplate[] => {
    const program = parse(handlebars, file, diagnostics);
    return program ? [{ file, program }] : [];
  });
  diagnostics.push(...checkTemplates(parsed, new Set(files.map(({ name }) => name))));
  if (diagnostics.length > 0) return { diagnostics };
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const { file, program } of parsed) {
    const template = handlebars.compile(program, OPTIONS as CompileOptions);
    compiled.set(file.name, template);
    handlebars.registerPartial(file.name, template);
  }
  return {
    diagnostics,
    value: {
      render: (name, context) => (compiled.get(name) as Handlebars.TemplateDelegate)(context, NO_PROTOTYPES),
    },
  };
}

function parse(handlebars: typeof Handlebars, file: TemplateFile, diagnostics: Diagnostic[]) {
  try {
    return handlebars.parse(file.text, { srcName: file.file } as Handlebars.ParseOptions);
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
