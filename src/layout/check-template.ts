/** What can be seen to be wrong with templates without data: foreign helpers, missing partials, what is too large. */
import { type Diagnostic, diagnose, type Span } from '../ground/diagnostic.ts';
import { checkInclusions, type Inclusion } from './check-inclusions.ts';
import { LISTS, MOST_ARGUMENTS, MOST_LEVELS, MOST_STATEMENTS, tooDeep, tooMany } from './template-bounds.ts';
import type { TemplateFile } from './template-problem.ts';
import { type TemplateLocation, templateSpan } from './template-problem.ts';

/** A template as Handlebars reads it. */
export type ParsedTemplate = { readonly file: TemplateFile; readonly program: hbs.AST.Program };

const HELPERS = 'json、list、lines';

/** By these the texts of the view are known: a template cannot make one. */
const OF_TEXTS: readonly string[] = ['text', 'paragraphs', 'origin'];

type Called = {
  readonly params: readonly hbs.AST.Node[];
  readonly hash?: hbs.AST.Hash;
  readonly loc: hbs.AST.SourceLocation;
};

/** Everything wrong with the templates of a set; `names` are those there are, the unreadable ones too. */
export function checkTemplates(
  templates: readonly ParsedTemplate[],
  names: ReadonlySet<string>,
): Diagnostic[] {
  const inclusions: Inclusion[] = [];
  const left = { statements: MOST_STATEMENTS };
  const diagnostics = templates.flatMap((template) =>
    new Check(template.file, names, inclusions, left).run(template),
  );
  return [...diagnostics, ...checkInclusions(inclusions)];
}

/** How much more a set's templates may hold. */
type Left = { statements: number };

class Check {
  readonly #file: TemplateFile;
  readonly #names: ReadonlySet<string>;
  readonly #inclusions: Inclusion[];
  readonly #left: Left;

  constructor(file: TemplateFile, names: ReadonlySet<string>, inclusions: Inclusion[], left: Left) {
    this.#file = file;
    this.#names = names;
    this.#inclusions = inclusions;
    this.#left = left;
  }

  run({ program }: ParsedTemplate): Diagnostic[] {
    return this.#statements(program, 0);
  }

  /** @param level how many blocks the statements stand in */
  #statements({ body }: hbs.AST.Program, level: number): Diagnostic[] {
    const before = this.#left.statements;
    this.#left.statements -= body.length;
    if (this.#left.statements >= 0) return body.flatMap((statement) => this.#statement(statement, level));
    // Said once for all templates: by the one that goes beyond the bound.
    const beyond = body[before];
    return before >= 0 && beyond ? [tooMany('文と {{…}} の数', MOST_STATEMENTS, this.#span(beyond))] : [];
  }

  #statement(statement: hbs.AST.Statement, level: number): Diagnostic[] {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return [];
      case 'MustacheStatement':
        return this.#mustache(statement as hbs.AST.MustacheStatement);
      case 'BlockStatement':
        return this.#block(statement as hbs.AST.BlockStatement, level);
      case 'PartialStatement':
        return this.#partial(statement as hbs.AST.PartialStatement);
      default:
        return [this.#foreign(statement, statement.type, `使えるのは ${HELPERS} だけです。`)];
    }
  }

  #mustache(mustache: hbs.AST.MustacheStatement): Diagnostic[] {
    const name = pathName(mustache.path);
    if (name === 'json' || name === 'lines') return this.#nested(mustache);
    return [this.#foreign(mustache, name, `値を書くなら {{json ${name}}} とします。`)];
  }

  #block(block: hbs.AST.BlockStatement, level: number): Diagnostic[] {
    const name = pathName(block.path);
    if (level >= MOST_LEVELS) return [tooDeep(LISTS, MOST_LEVELS, this.#span(block))];
    const inner = block.program ? this.#statements(block.program, level + 1) : [];
    if (block.program?.blockParams) {
      return [this.#foreign(block, `#${name} as |…|`, '項目は {{json this}} や {{json 名前}} で書けます。')];
    }
    if (name === 'list' && !block.inverse) return [...this.#nested(block), ...inner];
    return [this.#foreign(block, `#${name}`, '繰り返しは {{#list …}}…{{/list}} だけです。'), ...inner];
  }

  #partial(partial: hbs.AST.PartialStatement): Diagnostic[] {
    const { params, hash } = partial;
    const nested = this.#nested({ ...partial, params: [partial.name, ...params], hash });
    if (nested.length > 0) return nested;
    const name = pathName(partial.name as hbs.AST.PathExpression);
    const span = this.#span(partial);
    if (params.length > 1 || hash?.pairs.some(({ key }) => OF_TEXTS.includes(key))) {
      const usage = `{{> ${name} 名前=値}}`;
      const hints = [`渡す値には名前を付けます。${OF_TEXTS.join('、')} という名前は使えません。`];
      return [diagnose('template-arguments', { usage }, { span, hints })];
    }
    if (this.#names.has(name)) {
      this.#inclusions.push({ from: this.#file.name, to: name, span });
      return [];
    }
    const hints = [`使えるもの: ${[...this.#names].sort().join('、')}`];
    return [diagnose('template-missing', { name: `${name}.hbs` }, { span, hints })];
  }

  /** `(helper …)` among the arguments, arguments beyond all measure, and values too far away. */
  #nested({ params, hash, loc }: Called): Diagnostic[] {
    const values = [...params, ...(hash?.pairs ?? []).map(({ value }) => value)];
    if (values.length > MOST_ARGUMENTS) {
      return [tooMany('一つの {{…}} に渡す値', MOST_ARGUMENTS, this.#span({ type: '', loc }))];
    }
    return values.flatMap((node) => {
      if (node.type === 'SubExpression') {
        const name = pathName((node as hbs.AST.SubExpression).path);
        return [this.#foreign(node, `(${name})`, '計算は内容の側でします。値をそのまま書いてください。')];
      }
      const { parts = [], depth = 0 } = node as Partial<hbs.AST.PathExpression>;
      const far = parts.length > MOST_LEVELS || depth > MOST_LEVELS;
      return far ? [tooDeep('値の名前の「.」と「../」', MOST_LEVELS, this.#span(node))] : [];
    });
  }

  #foreign(node: hbs.AST.Node, name: string, hint: string): Diagnostic {
    return diagnose('template-helper-unknown', { name }, { span: this.#span(node), hints: [hint] });
  }

  #span(node: hbs.AST.Node): Span {
    return templateSpan(this.#file.file, this.#file.text, node.loc as TemplateLocation);
  }
}

function pathName(path: hbs.AST.PathExpression | hbs.AST.Literal): string {
  return String((path as hbs.AST.PathExpression).original);
}
