/** What can be seen to be wrong with templates without data: foreign helpers, missing partials, endless inclusion. */
import { type Diagnostic, diagnose, type Span } from '../diagnostic.ts';
import { type TemplateLocation, templateSpan } from './template-problem.ts';
import type { TemplateFile } from './templates.ts';

/** A template as Handlebars reads it. */
export type ParsedTemplate = { readonly file: TemplateFile; readonly program: hbs.AST.Program };

const HELPERS = 'json、list、lines';

/** Everything wrong with the templates of a set; `names` are those there are, the unreadable ones too. */
export function checkTemplates(
  templates: readonly ParsedTemplate[],
  names: ReadonlySet<string>,
): Diagnostic[] {
  const inclusions: Inclusion[] = [];
  const diagnostics = templates.flatMap((template) =>
    new Check(template.file, names, inclusions).run(template),
  );
  return [...diagnostics, ...endless(inclusions)];
}

/** `{{> to}}` in the template `from`. */
type Inclusion = { readonly from: string; readonly to: string; readonly span: Span };

class Check {
  readonly #file: TemplateFile;
  readonly #names: ReadonlySet<string>;
  readonly #inclusions: Inclusion[];

  constructor(file: TemplateFile, names: ReadonlySet<string>, inclusions: Inclusion[]) {
    this.#file = file;
    this.#names = names;
    this.#inclusions = inclusions;
  }

  run({ program }: ParsedTemplate): Diagnostic[] {
    return program.body.flatMap((statement) => this.#statement(statement));
  }

  #statement(statement: hbs.AST.Statement): Diagnostic[] {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return [];
      case 'MustacheStatement':
        return this.#mustache(statement as hbs.AST.MustacheStatement);
      case 'BlockStatement':
        return this.#block(statement as hbs.AST.BlockStatement);
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

  #block(block: hbs.AST.BlockStatement): Diagnostic[] {
    const name = pathName(block.path);
    const inner = (block.program?.body ?? []).flatMap((statement) => this.#statement(statement));
    if (name === 'list' && !block.inverse) return [...this.#nested(block), ...inner];
    return [this.#foreign(block, `#${name}`, '繰り返しは {{#list …}}…{{/list}} だけです。'), ...inner];
  }

  #partial(partial: hbs.AST.PartialStatement): Diagnostic[] {
    const nested = this.#nested({ params: [partial.name, ...partial.params], hash: partial.hash });
    if (nested.length > 0) return nested;
    const name = pathName(partial.name as hbs.AST.PathExpression);
    const span = this.#span(partial);
    if (this.#names.has(name)) {
      this.#inclusions.push({ from: this.#file.name, to: name, span });
      return [];
    }
    const hints = [`使えるもの: ${[...this.#names].sort().join('、')}`];
    return [diagnose('template-missing', { name: `${name}.hbs` }, { span, hints })];
  }

  /** `(helper …)` among the arguments. */
  #nested({ params, hash }: { params: readonly hbs.AST.Node[]; hash?: hbs.AST.Hash }): Diagnostic[] {
    const values = [...params, ...(hash?.pairs ?? []).map(({ value }) => value)];
    return values
      .filter(({ type }) => type === 'SubExpression')
      .map((node) => {
        const name = pathName((node as hbs.AST.SubExpression).path);
        return this.#foreign(node, `(${name})`, '計算は内容の側でします。値をそのまま書いてください。');
      });
  }

  #foreign(node: hbs.AST.Node, name: string, hint: string): Diagnostic {
    return diagnose('template-helper-unknown', { name }, { span: this.#span(node), hints: [hint] });
  }

  #span(node: hbs.AST.Node): Span {
    return templateSpan(this.#file.file, this.#file.text, node.loc as TemplateLocation);
  }
}

/** Inclusions by which a template would come to include itself. */
function endless(inclusions: readonly Inclusion[]): Diagnostic[] {
  const reaches = (from: string, goal: string, seen: Set<string>): boolean => {
    if (from === goal) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return inclusions.some((inclusion) => inclusion.from === from && reaches(inclusion.to, goal, seen));
  };
  return inclusions
    .filter(({ from, to }) => reaches(to, from, new Set()))
    .map(({ to, span }) => diagnose('template-endless', { name: `${to}.hbs` }, { span }));
}

function pathName(path: hbs.AST.PathExpression | hbs.AST.Literal): string {
  return String((path as hbs.AST.PathExpression).original);
}
