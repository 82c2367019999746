/**
 * Reads a template set: Handlebars files that write JSON. The only helpers are `json`, `list` and `lines`; anything
 * else in a template is a diagnostic with its line. Compiled once.
 */
import Handlebars from 'handlebars';
import { type Diagnostic, diagnose, type Result } from '../diagnostic.ts';
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

const KNOWN = ['json', 'list', 'lines'];
const OPTIONS = {
  noEscape: true,
  strict: true,
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

/** Compiles a set; every mistake that can be seen without data is reported at once. */
export function compileTemplates(files: readonly TemplateFile[], helpers: Helpers): Result<Templates> {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ json: helpers.json, list: helpers.list, lines: helpers.lines });
  const names = new Set(files.map((file) => file.name));
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const program = parse(handlebars, file, diagnostics);
    if (!program) continue;
    const found = checkStatements(program.body, file, names);
    diagnostics.push(...found);
    if (found.length > 0) continue;
    const template = handlebars.compile(program, OPTIONS as CompileOptions);
    compiled.set(file.name, template);
    handlebars.registerPartial(file.name, template);
  }
  if (diagnostics.length > 0) return { diagnostics };
  return {
    diagnostics,
    value: {
      render: (name, context) => (compiled.get(name) as Handlebars.TemplateDelegate)(context),
    },
  };
}

function parse(handlebars: typeof Handlebars, file: TemplateFile, diagnostics: Diagnostic[]) {
  try {
    return handlebars.parse(file.text, { srcName: file.file } as Handlebars.ParseOptions);
  } catch (error) {
    const span = templateSpan(
      file.file,
      file.text,
      syntaxErrorLocation(error as Error & { lineNumber?: number; column?: number }),
    );
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

/** Handlebars tells the place of a syntax error as properties, or in the message above a dotted line and a caret. */
function syntaxErrorLocation(error: Error & { lineNumber?: number; column?: number }): TemplateLocation {
  if (error.lineNumber !== undefined) return { start: { line: error.lineNumber, column: error.column ?? 0 } };
  const line = Number(/on line (\d+)/.exec(error.message)?.[1] ?? 1);
  return { start: { line, column: 0 } };
}

function checkStatements(
  statements: readonly hbs.AST.Statement[],
  file: TemplateFile,
  names: ReadonlySet<string>,
): Diagnostic[] {
  return statements.flatMap((statement) => {
    const span = templateSpan(file.file, file.text, statement.loc as TemplateLocation);
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return [];
      case 'MustacheStatement': {
        const name = pathName((statement as hbs.AST.MustacheStatement).path);
        if (name === 'json' || name === 'lines') return [];
        return [
          diagnose(
            'template-helper-unknown',
            { name },
            { span, hints: [`値を書くなら {{json ${name}}} とします。`] },
          ),
        ];
      }
      case 'BlockStatement': {
        const block = statement as hbs.AST.BlockStatement;
        const name = pathName(block.path);
        const inner = checkStatements(block.program?.body ?? [], file, names);
        if (name === 'list' && !block.inverse) return inner;
        return [
          diagnose(
            'template-helper-unknown',
            { name: `#${name}` },
            { span, hints: ['繰り返しは {{#list …}}…{{/list}} だけです。'] },
          ),
          ...inner,
        ];
      }
      case 'PartialStatement': {
        const name = pathName((statement as hbs.AST.PartialStatement).name as hbs.AST.PathExpression);
        if (names.has(name)) return [];
        return [
          diagnose(
            'template-missing',
            { name: `${name}.hbs` },
            { span, hints: [`使えるもの: ${[...names].sort().join('、')}`] },
          ),
        ];
      }
      default:
        return [
          diagnose(
            'template-helper-unknown',
            { name: statement.type },
            { span, hints: [`使えるのは ${KNOWN.join('、')} だけです。`] },
          ),
        ];
    }
  });
}

function pathName(path: hbs.AST.PathExpression | hbs.AST.Literal): string {
  return String((path as hbs.AST.PathExpression).original);
}
