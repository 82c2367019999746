/**
 * The syntax errors of the `yaml` library → diagnostics. Its English never reaches a clerk: a table maps each
 * of its error codes, and for the broad ones what the message says, to a code of ours.
 */
import { type ErrorCode, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { slipHints } from './slips.ts';
import type { Source } from './source.ts';
import type { Tree } from './types.ts';

/** Later errors are mostly echoes of the first ones. */
const MOST_SYNTAX_ERRORS = 10;

type SyntaxCode =
  | 'yaml-after-value'
  | 'yaml-anchor'
  | 'yaml-block-text'
  | 'yaml-bracket'
  | 'yaml-colon'
  | 'yaml-comma'
  | 'yaml-comment'
  | 'yaml-dash'
  | 'yaml-directive'
  | 'yaml-documents'
  | 'yaml-escape'
  | 'yaml-indent'
  | 'yaml-key'
  | 'yaml-nested'
  | 'yaml-quote'
  | 'yaml-sign'
  | 'yaml-syntax'
  | 'yaml-tab'
  | 'yaml-tag'
  | 'yaml-too-deep';

type Row = {
  readonly from: ErrorCode;
  readonly says?: RegExp;
  readonly code: SyntaxCode;
  /** The error lies where an end was missed; the clerk looks for where the quote or bracket began. */
  readonly unclosed?: true;
};

/** The first row that fits decides; each code ends with a row that fits every message. */
const ROWS: readonly Row[] = [
  { from: 'ALIAS_PROPS', code: 'yaml-anchor' },
  { from: 'BAD_ALIAS', code: 'yaml-anchor' },
  { from: 'BAD_COLLECTION_TYPE', code: 'yaml-tag' },
  { from: 'BAD_DIRECTIVE', code: 'yaml-directive' },
  { from: 'BAD_DQ_ESCAPE', code: 'yaml-escape' },
  { from: 'BAD_INDENT', says: /^Flow/, code: 'yaml-bracket', unclosed: true },
  { from: 'BAD_INDENT', code: 'yaml-indent' },
  { from: 'BAD_PROP_ORDER', code: 'yaml-anchor' },
  { from: 'BAD_SCALAR_START', code: 'yaml-sign' },
  { from: 'BLOCK_AS_IMPLICIT_KEY', code: 'yaml-nested' },
  { from: 'BLOCK_IN_FLOW', code: 'yaml-comma' },
  { from: 'DUPLICATE_KEY', code: 'yaml-syntax' },
  { from: 'IMPOSSIBLE', code: 'yaml-syntax' },
  { from: 'KEY_OVER_1024_CHARS', code: 'yaml-key' },
  { from: 'MISSING_CHAR', says: /quote/, code: 'yaml-quote', unclosed: true },
  { from: 'MISSING_CHAR', says: /must end with/, code: 'yaml-bracket', unclosed: true },
  { from: 'MISSING_CHAR', says: /^Missing (,|space)/, code: 'yaml-comma' },
  { from: 'MISSING_CHAR', says: /^Sequence item/, code: 'yaml-dash' },
  { from: 'MISSING_CHAR', says: /^Comments/, code: 'yaml-comment' },
  { from: 'MISSING_CHAR', says: /^Tags and anchors/, code: 'yaml-sign' },
  { from: 'MISSING_CHAR', says: /directives-end/, code: 'yaml-directive' },
  { from: 'MISSING_CHAR', code: 'yaml-colon' },
  { from: 'MULTILINE_IMPLICIT_KEY', code: 'yaml-colon' },
  { from: 'MULTIPLE_ANCHORS', code: 'yaml-anchor' },
  { from: 'MULTIPLE_DOCS', code: 'yaml-documents' },
  { from: 'MULTIPLE_TAGS', code: 'yaml-tag' },
  { from: 'NON_STRING_KEY', code: 'yaml-key' },
  { from: 'RESOURCE_EXHAUSTION', code: 'yaml-too-deep' },
  { from: 'TAB_AS_INDENT', code: 'yaml-tab' },
  { from: 'TAG_RESOLVE_FAILED', code: 'yaml-tag' },
  { from: 'UNEXPECTED_TOKEN', says: /in flow|empty item/, code: 'yaml-comma' },
  { from: 'UNEXPECTED_TOKEN', says: /node end/, code: 'yaml-after-value' },
  { from: 'UNEXPECTED_TOKEN', says: /flow-(map|seq)-end/, code: 'yaml-bracket' },
  { from: 'UNEXPECTED_TOKEN', says: /block-seq-ind/, code: 'yaml-dash' },
  { from: 'UNEXPECTED_TOKEN', says: /^Block scalar|^Not a YAML token/, code: 'yaml-block-text' },
  { from: 'UNEXPECTED_TOKEN', code: 'yaml-syntax' },
];

/**
 * @param source the text that was parsed
 * @param tree its tree, with the library's errors
 * @param second the offset of a second document, which a file must not have
 * @returns the first error of each line, without echoes; none where the syntax is right
 */
export function syntaxDiagnostics(source: Source, tree: Tree, second?: number): Diagnostic[] {
  const errors = inOrder([...tree.errors, ...tree.warnings]);
  const runaway = errors[0] ? runawayQuote(source, tree, errors[0].pos[0]) : undefined;
  if (runaway) return [runaway];
  const found = firstOfEachLine(source, tree, errors);
  if (second === undefined || found.length > 0) return found;
  const span = source.span(second, second + 3);
  return [diagnose('yaml-documents', undefined, { span, hints: ['「---」の行を消してください。'] })];
}

function inOrder(errors: readonly YAMLError[]): YAMLError[] {
  return [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
}

function firstOfEachLine(source: Source, tree: Tree, errors: readonly YAMLError[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  let lineEnd = -1;
  for (const error of errors) {
    if (error.pos[0] <= lineEnd) continue;
    const diagnostic = translate(source, tree, error);
    // Whatever came before shifts all that follows.
    if (diagnostic.code === 'yaml-indent' && found.length > 0) continue;
    found.push(diagnostic);
    // What follows a document that ended too early is noise to the last line.
    if (error.message.includes('in YAML stream') || found.length >= MOST_SYNTAX_ERRORS) break;
    lineEnd = endOfLine(source.text, visible(source.text, error.pos)[0]);
  }
  return found;
}

function translate(source: Source, tree: Tree, { code, message, pos }: YAMLError): Diagnostic {
  const row = ROWS.find(({ from, says }) => from === code && (says?.test(message) ?? true));
  const ours = row?.code ?? 'yaml-syntax';
  const opening = row?.unclosed ? openingOf(tree, pos[0]) : undefined;
  const [start, end] = opening === undefined ? visible(source.text, pos) : [opening, opening + 1];
  return diagnose(ours, undefined, {
    span: source.span(start, end),
    hints: slipHints(ours, source.linesAround(start)),
  });
}

/** Errors of indentation lie at the line's start: point at the first thing in it, and not beyond its end. */
function visible(text: string, [from, to]: readonly [number, number]): [number, number] {
  let start = from;
  while (text[start] === ' ') start += 1;
  return [start, Math.max(start + 1, Math.min(to, endOfLine(text, start)))];
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Where the quote or bracket was opened whose end was missed at an offset. */
function openingOf(tree: Tree, end: number): number | undefined {
  return find(
    tree,
    (node) => (isQuoted(node) || (isCollection(node) && node.flow === true)) && node.range?.[1] === end,
  );
}

/** An unclosed quote ends at the next one, lines below, and the error comes after that: its begin says more. */
function runawayQuote(source: Source, tree: Tree, error: number): Diagnostic | undefined {
  const start = find(tree, (node) => {
    const [from, to] = node.range ?? [0, 0];
    return isQuoted(node) && from < error && source.text.slice(from, to).includes('\n');
  });
  if (start === undefined) return undefined;
  const span = source.span(start, start + 1);
  return diagnose('yaml-quote', undefined, {
    span,
    hints: slipHints('yaml-quote', source.linesAround(start)),
  });
}

function isQuoted(node: Node): boolean {
  return isScalar(node) && (node.type?.startsWith('QUOTE') ?? false);
}

/** Where the first node starts of which something is true. */
function find(tree: Tree, test: (node: Node) => boolean): number | undefined {
  let start: number | undefined;
  visit(tree, {
    Node(_, node) {
      if (test(node)) start = node.range?.[0];
      return start === undefined ? undefined : visit.BREAK;
    },
  });
  return start;
}
