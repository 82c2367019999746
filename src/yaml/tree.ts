/**
 * Text → the tree of the `yaml` library, within bounds. What could take a machine down (nesting without end,
 * millions of tokens) is refused while the text is cut into tokens, before anything recursive sees it.
 */
import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Source } from './source.ts';
import { syntaxDiagnostics } from './syntax.ts';

/** A figure, the deepest value of the content, lies 9 levels deep. */
const MAX_DEPTH = 64;
/** A real file of the greatest size allowed has some 350,000. */
const MAX_TOKENS = 500_000;

/** Duplicate keys are found when values are read: the library would compare each key with each other one. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
} as const;

export type Tree = Document.Parsed<ParsedNode>;

/** What the parser keeps to itself: the open collections tell the depth, and nothing public does. */
type ParserState = { readonly stack: readonly unknown[]; readonly offset: number };

/** The tree, or the diagnostics that say why there is none. */
export function parseTree(source: Source): { tree?: Tree; diagnostics: readonly Diagnostic[] } {
  const { tokens, diagnostic } = tokenise(source);
  if (diagnostic) return { diagnostics: [diagnostic] };
  const [tree, second] = new Composer(OPTIONS).compose(tokens, true, source.text.length);
  if (!tree) throw new Error('The composer promises a document');
  const diagnostics = syntaxDiagnostics(source, tree, second?.range[0]);
  return diagnostics.length > 0 ? { diagnostics } : { tree, diagnostics };
}

/** The text as syntax tokens: the first document, and the second if there is one, to complain about. */
function tokenise(source: Source): { tokens: CST.Token[]; diagnostic?: Diagnostic } {
  const parser = new Parser();
  const state = parser as unknown as ParserState;
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    tokens.push(...parser.next(lexeme));
    count += 1;
    if (state.stack.length > MAX_DEPTH || count > MAX_TOKENS)
      return { tokens, diagnostic: tooMuch(source, state) };
    if (lexeme === '---' && documents(tokens) > 1) return { tokens };
  }
  tokens.push(...parser.end());
  return { tokens };
}

function documents(tokens: readonly CST.Token[]): number {
  return tokens.filter((token) => token.type === 'document').length;
}

function tooMuch(source: Source, { stack, offset }: ParserState): Diagnostic {
  const code = stack.length > MAX_DEPTH ? 'yaml-too-deep' : 'yaml-too-many';
  return diagnose(code, undefined, { span: source.span(offset, offset + 1) });
}
