/**
 * Text → the tree of the `yaml` library, within bounds. What could take a machine down (nesting without end,
 * millions of tokens) is refused while the text is cut into tokens, before anything recursive sees it.
 */
import { Composer, type CST, Lexer, Parser } from 'yaml';
import type * as z from 'zod';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { mendedDiagnostics, type Outcome } from './mend/mend.ts';
import { oddKeys } from './odd-keys.ts';
import { headingsOf } from './shape.ts';
import { Source } from './source.ts';
import { syntaxDiagnostics } from './syntax.ts';
import type { Tree } from './types.ts';
import { readValues } from './value.ts';

/** A figure, the deepest value of the content, lies 9 levels deep. */
const MAX_DEPTH = 64;
/** A measure of a hundred programs has some 30,000. */
const MAX_TOKENS = 200_000;
const SPLIT_HINT =
  '施策のファイルなら、事業 600 ほどまでです。事業を減らすか、ほかの施策のファイルに分けてください。';
/** Each may be an error of its own inside one quoted text. */
const MAX_BACKSLASHES = 20_000;

/** Duplicate keys are found when values are read: the library would compare each key with each other one. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
} as const;

/** What the parser keeps to itself: the open collections tell the depth, and nothing public does. */
type ParserState = { readonly stack: readonly unknown[]; readonly offset: number };

type Parsed = { tree?: Tree; diagnostics: readonly Diagnostic[] };

/**
 * The tree of a text, or the diagnostics that say why there is none.
 *
 * @param schema what the text is to be, to tell what was meant where it is broken
 */
export function parseTree(source: Source, schema?: z.ZodType): Parsed {
  const parsed = parseOnce(source);
  if (parsed.tree || !isBroken(parsed)) return parsed;
  const tryText = (text: string) => outcome(new Source(source.file, text), schema);
  const headings = schema ? headingsOf(schema) : [];
  return { diagnostics: mendedDiagnostics(source.text, parsed.diagnostics, tryText, headings) };
}

/** A line that was moved to where it continues another's text, or repeats its keys, is not right either. */
function outcome(source: Source, schema?: z.ZodType): Outcome {
  const { tree, diagnostics } = parseOnce(source);
  if (!tree) return { errors: diagnostics, misfits: 0 };
  const { value, diagnostics: found } = readValues(source, tree);
  const errors = found.filter(({ severity }) => severity === 'error');
  return { errors, misfits: schema?.safeParse(value).error?.issues.length ?? 0 };
}

/** What can be mended: not a text that is too large or too deep, nor another kind of file. */
function isBroken({ diagnostics }: Parsed): boolean {
  return !diagnostics.some(({ code }) => BEYOND_MENDING.has(code));
}

const BEYOND_MENDING: ReadonlySet<string> = new Set([
  'yaml-too-many',
  'yaml-too-deep',
  'yaml-directive',
  'yaml-documents',
]);

function parseOnce(source: Source): Parsed {
  if (source.text.split('\\', MAX_BACKSLASHES + 1).length > MAX_BACKSLASHES) {
    const details = { what: '「\\」', limit: MAX_BACKSLASHES };
    return { diagnostics: [diagnose('yaml-too-many', details, { span: source.span(0, 0) })] };
  }
  const { tokens, diagnostic } = tokenise(source);
  const refused = diagnostic ?? directive(source, tokens);
  return refused ? { diagnostics: [refused] } : composeTree(source, tokens);
}

function composeTree(source: Source, tokens: readonly CST.Token[]): Parsed {
  const [tree, second] = new Composer(OPTIONS).compose(tokens, true, source.text.length);
  if (!tree) throw new Error('The composer promises a document');
  const syntax = syntaxDiagnostics(source, tree, second?.range[0]);
  const diagnostics = syntax.length > 0 ? syntax : oddKeys(source, tree);
  return diagnostics.length > 0 ? { diagnostics } : { tree, diagnostics };
}

/** The text as syntax tokens: the first document, and the second if there is one, to complain about. */
function tokenise(source: Source): { tokens: CST.Token[]; diagnostic?: Diagnostic } {
  const parser = new Parser();
  const state = parser as unknown as ParserState;
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    count += 1;
    if (state.stack.length > MAX_DEPTH || count > MAX_TOKENS)
      return { tokens, diagnostic: tooMuch(source, state) };
    if (lexeme === '---' && documents(tokens) > 1) return { tokens };
  }
  tokens.push(...parser.end());
  return { tokens };
}

/** `%YAML 1.1` would make other values of `yes` and `010`. */
function directive(source: Source, tokens: readonly CST.Token[]): Diagnostic | undefined {
  const found = tokens.find((token) => token.type === 'directive');
  if (!found) return undefined;
  const hints = ['「%」で始まる行と、その次の「---」の行を消してください。'];
  return diagnose('yaml-directive', undefined, { span: source.span(found.offset, found.offset + 1), hints });
}

function documents(tokens: readonly CST.Token[]): number {
  return tokens.filter((token) => token.type === 'document').length;
}

function tooMuch(source: Source, { stack, offset }: ParserState): Diagnostic {
  const span = source.span(offset, offset + 1);
  if (stack.length > MAX_DEPTH) return diagnose('yaml-too-deep', undefined, { span });
  const details = { what: '項目の名前、値、記号', limit: MAX_TOKENS };
  return diagnose('yaml-too-many', details, { span, hints: [SPLIT_HINT] });
}
