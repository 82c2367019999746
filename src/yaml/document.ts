/** A YAML file as a value whose every part can say where it was typed. */
import type { Diagnostic, Result, Span } from '../diagnostic.ts';
import { decode, emptyFile } from './decode.ts';
import { locateIn, type Path, type Where } from './locate.ts';
import { Source } from './source.ts';
import { composeTree, parseTokens, type Tokens, type Tree } from './tree.ts';
import { readUsual } from './usual.ts';
import { readValues, type YamlValue } from './value.ts';

export type YamlDocument = {
  readonly file: string;
  readonly value: YamlValue;
  /** Errors that left a value behind; `checkSchema` reports them along with its own. */
  readonly problems: readonly Diagnostic[];
  /**
   * The span of a value, its key, or a character in it; of the nearest ancestor where the path leads nowhere.
   * Parses the text again: trees are ten times the text, and only wrong files need one.
   */
  locate(path: Path, where?: Where): Span;
};

/**
 * @param file the name to show
 * @param bytes the whole file
 * @returns the document, or everything wrong with its encoding or its syntax
 */
export function readYaml(file: string, bytes: Uint8Array): Result<YamlDocument> {
  const { value: text, diagnostics } = decode(bytes, file);
  if (text === undefined) return { diagnostics };
  const source = new Source(file, text);
  const parsed = parseTokens(source);
  if (!parsed.tokens) return { diagnostics: parsed.diagnostics };
  const read = readAny(source, parsed.tokens);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const { value, diagnostics: problems } = read;
  if (value === null) return { diagnostics: [...problems, emptyFile(file)] };
  const locate = (path: Path, where: Where = 'value') => locateIn(source, treeOf(source), path, where);
  return { value: { file, value, problems, locate }, diagnostics: [] };
}

/** The file read or located in last, as far as it is parsed: a file's diagnostics come one after the other. */
let latest: { readonly source: Source; readonly tokens: Tokens; tree?: Tree } | undefined;

/** Values by the short way where the text is as it should be; else by the tree, which says what is wrong. */
function readAny(source: Source, tokens: Tokens): Result<YamlValue> {
  latest = { source, tokens };
  const usual = readUsual(tokens);
  if (usual !== undefined) return { value: usual, diagnostics: [] };
  const { tree, diagnostics } = composeTree(source, tokens);
  return tree ? readValues(source, tree) : { diagnostics };
}

function treeOf(source: Source): Tree {
  const { tokens, tree } = latest?.source === source ? latest : { ...parseTokens(source), tree: undefined };
  const composed = tree ?? (tokens && composeTree(source, tokens).tree);
  if (!tokens || !composed) throw new Error(`${source.file} was parsed before`);
  latest = { source, tokens, tree: composed };
  return composed;
}
