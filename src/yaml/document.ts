/** A YAML file as a value whose every part can say where it was typed. */
import type * as z from 'zod';
import type { Diagnostic, Result, Span } from '../ground/diagnostic.ts';
import { type Aside, lostBehindHash } from './aside.ts';
import { decode, emptyFile } from './decode.ts';
import { locateIn } from './locate.ts';
import { lostTexts } from './lost-texts.ts';
import { Source } from './source.ts';
import { parseTree } from './tree.ts';
import type { Path, Tree, Where } from './types.ts';
import { readUsual } from './usual.ts';
import { UsualPlaces } from './usual-places.ts';
import { readValues, type YamlValue } from './value.ts';

export type YamlDocument = {
  readonly file: string;
  readonly value: YamlValue;
  /** Errors and warnings that left a value behind; `checkSchema` reports them along with its own. */
  readonly problems: readonly Diagnostic[];
  /** The comments that end a text, each with the warning that says so: a memo behind a word is none of a text's. */
  readonly asides: readonly { readonly path: Path; readonly lost: () => Diagnostic }[];
  /**
   * The span of a value, its key, or a character in it; of the nearest ancestor where the path leads nowhere.
   * Parses the text again: trees are ten times the text, and only wrong files need one.
   */
  locate(path: Path, where?: Where): Span;
};

/**
 * @param file the name to show
 * @param bytes the whole file
 * @param schema what it is to be, to name the keys that a broken file lacks
 * @returns the document, or everything wrong with its encoding or its syntax
 */
export function readYaml(file: string, bytes: Uint8Array, schema?: z.ZodType): Result<YamlDocument> {
  const { value: text, diagnostics } = decode(bytes, file);
  if (text === undefined) return { diagnostics };
  const source = new Source(file, text);
  const read = readAny(source, schema);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const { value, diagnostics: problems, asides } = read;
  if (value === null) return { diagnostics: [...problems, emptyFile(file)] };
  const locate = (path: Path, where: Where = 'value') => waysIn(source)(path, where);
  const lost = asides.map(({ path, range }) => ({ path, lost: () => lostBehindHash(source, range) }));
  return { value: { file, value, problems, asides: lost, locate }, diagnostics: [] };
}

/** Values by the short way where the text is as it should be; else by the tree, which says what is wrong. */
function readAny(
  source: Source,
  schema?: z.ZodType,
): Result<YamlValue> & { readonly asides: readonly Aside[] } {
  const asides: Aside[] = [];
  const usual = readUsual(source.text, undefined, asides);
  if (usual !== undefined) return { value: usual, diagnostics: [], asides };
  const { tree, diagnostics } = parseTree(source, schema);
  if (!tree) return { diagnostics, asides: [] };
  latest = { source, locate: makeLocate(source, tree) };
  const read = readValues(source, tree);
  return { ...read, diagnostics: [...lostTexts(source, tree), ...read.diagnostics] };
}

type Locate = (path: Path, where: Where) => Span;

/** The file located in last, or read by its tree: its diagnostics come one after the other. */
let latest: { readonly source: Source; readonly locate: Locate } | undefined;

function waysIn(source: Source): Locate {
  if (latest?.source !== source) latest = { source, locate: makeLocate(source) };
  return latest.locate;
}

/**
 * Places by the short way; what it does not know, an empty value or a path that leads nowhere, by the tree.
 *
 * @param known the tree, where it was made before
 */
function makeLocate(source: Source, known?: Tree): Locate {
  const places = new UsualPlaces();
  const isUsual = !known && readUsual(source.text, places) !== undefined;
  let tree = known;
  return (path, where) => {
    const range = isUsual ? places.find(path, where, source.text) : undefined;
    if (range) return source.span(...range);
    tree ??= parseTree(source).tree;
    if (!tree) throw new Error(`${source.file} has a value, and so a tree`);
    return locateIn(source, tree, path, where);
  };
}
