/**
 * The `yaml` library's syntax tokens → plain values, for text without anything that could be wrong: maps, lists and
 * one-line texts in their usual forms, literal blocks, comments. A tenth of the work of composing the library's tree
 * and reading that. Where this gives no value, the tree decides; where it gives one, the tree would give the same.
 */
import { CST } from 'yaml';
import type { Tokens } from './tree.ts';
import { Numeral, type YamlValue } from './value.ts';

type Items = CST.BlockMap['items'] | CST.FlowCollection['items'];

/** What may stand between values anywhere. */
const BLANK: ReadonlySet<string> = new Set(['space', 'newline', 'comment']);

const FLOW: ReadonlySet<string> = new Set([
  'flow-collection',
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
]);

/** Longer keys may be too far from their colon. */
const LONGEST_KEY = 1000;

/** Plain texts that may be none: the core schema's null, booleans and numbers begin with one of these (YAML 1.2, 10.3.2). */
const SUSPECT = /^[-+.0-9~nNtTfF]|^$/;
const NULL = /^(?:~|null|Null|NULL)?$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const NUMBER =
  /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The value of a text's tokens; undefined where they hold anything but the usual forms. */
export function readUsual(tokens: Tokens): YamlValue | undefined {
  const documents = tokens.filter((token) => !BLANK.has(token.type));
  const [document] = documents;
  if (documents.length !== 1 || document?.type !== 'document') return undefined;
  if (!areBlank(document.start, true) || !areBlank(document.end, true)) return undefined;
  return document.value && read(document.value);
}

function read(token: CST.Token): YamlValue | undefined {
  switch (token.type) {
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return readScalar(token);
    case 'block-scalar':
      return resolved(token);
    case 'block-map':
      return readBlockMap(token);
    case 'block-seq':
      return readBlockList(token);
    case 'flow-collection':
      return token.start.source === '{' ? readFlowMap(token) : readFlowList(token);
    default:
      return undefined;
  }
}

function readScalar(token: CST.FlowScalar): YamlValue | undefined {
  const text = resolved(token);
  if (text === undefined || token.type !== 'scalar' || !SUSPECT.test(text)) return text;
  if (NULL.test(text)) return null;
  if (BOOLEAN.test(text)) return text.toLowerCase() === 'true';
  return NUMBER.test(text) ? new Numeral(text) : text;
}

/** The text of a scalar as the library resolves it; none where something is wrong, or lines would be joined. */
function resolved(token: CST.FlowScalar | CST.BlockScalar): string | undefined {
  if (token.type !== 'block-scalar' && token.source.includes('\n')) return undefined;
  let isWrong = false;
  const scalar = CST.resolveAsScalar(token, true, () => {
    isWrong = true;
  });
  return isWrong || scalar?.type === 'BLOCK_FOLDED' ? undefined : scalar?.value;
}

function readBlockMap({ items, indent }: CST.BlockMap): YamlValue | undefined {
  const map: Record<string, YamlValue> = Object.create(null);
  for (const item of entries(items, true)) {
    const { start, key: keyToken, sep, value: valueToken } = item;
    if (!areBlank(start, true) || !isColon(sep)) return undefined;
    if (keyToken && 'indent' in keyToken && keyToken.indent !== indent) return undefined;
    if (valueToken?.type === 'block-map' && !sep?.some(({ type }) => type === 'newline')) return undefined;
    const key = readKey(keyToken, map);
    const value = valueToken ? read(valueToken) : null;
    if (key === undefined || value === undefined) return undefined;
    map[key] = value;
  }
  return map;
}

function readBlockList({ items }: CST.BlockSequence): YamlValue | undefined {
  const list: YamlValue[] = [];
  for (const { start, key, sep, value: token } of entries(items, true)) {
    const value = token ? read(token) : null;
    if (key || sep || value === undefined || !isDash(start)) return undefined;
    list.push(value);
  }
  return list;
}

function readFlowMap({ items, end }: CST.FlowCollection): YamlValue | undefined {
  const map: Record<string, YamlValue> = Object.create(null);
  for (const [index, { start, key: keyToken, sep, value: token }] of entries(items, false).entries()) {
    if (!areParted(start, index) || !isColon(sep)) return undefined;
    const key = readKey(keyToken, map);
    const value = token && isFlow(token) ? read(token) : undefined;
    if (key === undefined || value === undefined) return undefined;
    map[key] = value;
  }
  return isClosed(end, '}') ? map : undefined;
}

function readFlowList({ items, end }: CST.FlowCollection): YamlValue | undefined {
  const list: YamlValue[] = [];
  for (const [index, { start, key, sep, value: token }] of entries(items, false).entries()) {
    const value = token && isFlow(token) ? read(token) : undefined;
    if (key || sep || value === undefined || !areParted(start, index)) return undefined;
    list.push(value);
  }
  return isClosed(end, ']') ? list : undefined;
}

/** A key on one line that its map does not have yet; none where the reader of trees has something to say. */
function readKey(token: CST.Token | null | undefined, map: Record<string, YamlValue>): string | undefined {
  if (!token || !isFlow(token) || token.type === 'flow-collection' || token.end?.length) return undefined;
  const key = resolved(token);
  if (key === undefined || key === '<<' || key in map) return undefined;
  const isNull = token.type === 'scalar' && NULL.test(key);
  return isNull || token.source.length > LONGEST_KEY ? undefined : key;
}

/** The items without a last one that holds nothing but white space and comments; in a block, these begin a line. */
function entries<T extends Items>(items: T, isBlock: boolean): T[number][] {
  const last = items.at(-1);
  const isEmpty = last && !last.key && !last.sep && !last.value && areBlank(last.start, isBlock);
  return isEmpty ? items.slice(0, -1) : items;
}

/**
 * Whether there is nothing but white space and comments. Tabs, which may be meant as indentation, are for the tree, and
 * so is a comment that touches what stands before it.
 *
 * @param isAtStart whether a comment may come first
 */
function areBlank(tokens: readonly CST.SourceToken[] | undefined, isAtStart: boolean): boolean {
  let isApart = isAtStart;
  for (const { type, source } of tokens ?? []) {
    if (!BLANK.has(type) || (type === 'comment' && !isApart)) return false;
    if (type === 'space' && source.includes('\t')) return false;
    isApart = type !== 'comment';
  }
  return true;
}

/** A colon right after its key. */
function isColon(tokens: readonly CST.SourceToken[] | undefined): boolean {
  return tokens?.[0]?.type === 'map-value-ind' && areBlank(tokens.slice(1), false);
}

/** A dash, after which its item begins. */
function isDash(tokens: readonly CST.SourceToken[]): boolean {
  const dash = tokens.findIndex(({ type }) => type === 'seq-item-ind');
  return dash >= 0 && areBlank(tokens.slice(0, dash), true) && areBlank(tokens.slice(dash + 1), false);
}

/** Whether a flow collection's item is parted from the one before it by a comma, and nothing but white space else. */
function areParted(tokens: readonly CST.SourceToken[], index: number): boolean {
  const rest = index === 0 ? tokens : tokens.filter(({ type }) => type !== 'comma');
  const commas = tokens.length - rest.length;
  return commas === (index === 0 ? 0 : 1) && areBlank(rest, false);
}

/** What may stand in a flow collection. */
function isFlow(token: CST.Token): token is CST.FlowScalar | CST.FlowCollection {
  return FLOW.has(token.type);
}

function isClosed([bracket, ...rest]: readonly CST.SourceToken[], sign: string): boolean {
  return bracket?.source === sign && areBlank(rest, false);
}
