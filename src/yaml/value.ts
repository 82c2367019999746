/**
 * The tree → plain values: null, booleans, texts, {@link Numeral}s, lists and maps. Here the constructs end that
 * YAML allows and a clerk never means: merge keys, tags, lines that YAML would join, `1,091` in braces.
 */
import { isAlias, isMap, isScalar, isSeq, type ParsedNode, Scalar } from 'yaml';
import { type Code, type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import type { Details } from '../wording/index.ts';
import { type Aside, lostBehindHash } from './aside.ts';
import { foldedHints, USE_BAR } from './folded.ts';
import { listed, shorten } from './quote.ts';
import { type Repeat, repeatDiagnostics } from './repeats.ts';
import type { Source } from './source.ts';
import type { Tree } from './types.ts';

/** A number as typed: `4.10` stays `4.10`, and `0x1F` or `1e3` can be told from decimals. */
export class Numeral {
  readonly literal: string;
  constructor(literal: string) {
    this.literal = literal;
  }
}

export type YamlValue = null | boolean | string | Numeral | YamlValue[] | { [key: string]: YamlValue };

/** What aliases may add: billions of laughs end here, a shared list of names does not. */
const MAX_ALIASED_VALUES = 10_000;

/** More than a clerk reads; each costs a walk through its line. */
const MOST_PROBLEMS = 200;

/** A comment behind a value in its line. */
const COMMENT = / +#[^\n]*/y;

type PairNode = { key: ParsedNode; value: ParsedNode | null };
type Anchored = { readonly value: YamlValue; readonly size: number };

type Read = { readonly value: YamlValue; readonly diagnostics: Diagnostic[]; readonly asides: Aside[] };

/** The plain value of a tree and everything wrong with it; maps have no prototype, so that any key is only a key. */
export function readValues(source: Source, tree: Tree): Read {
  const reader = new Reader(source);
  const value = reader.read(tree.contents);
  return { value, diagnostics: reader.diagnostics, asides: reader.asides };
}

class Reader {
  readonly diagnostics: Diagnostic[] = [];
  readonly asides: Aside[] = [];
  /** The keys and indices that lead to what is being read. */
  readonly #path: (string | number)[] = [];
  readonly #source: Source;
  readonly #anchors = new Map<string, Anchored>();
  #size = 0;
  #aliased = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  read(node: ParsedNode | null): YamlValue {
    if (!node) return null;
    if (isAlias(node)) return this.#alias(node);
    const before = this.#size;
    this.#size += 1;
    if (node.tag !== undefined) this.#tag(node);
    const value = isScalar(node)
      ? this.#scalar(node)
      : isSeq(node)
        ? this.#list(node.items)
        : this.#map(node);
    if (node.anchor) this.#anchors.set(node.anchor, { value, size: this.#size - before });
    return value;
  }

  /** The same object again, not a copy; its size counts, as who walks the value walks it again. */
  #alias(node: ParsedNode & { source: string }): YamlValue {
    const target = this.#anchors.get(node.source);
    if (!target) {
      this.#report('unknown-alias', { name: shorten(node.source) }, node.range, [
        `文なら全体を「"」で囲んでください。`,
      ]);
      return null;
    }
    this.#size += target.size;
    this.#aliased += target.size;
    if (this.#aliased <= MAX_ALIASED_VALUES) return target.value;
    if (this.#aliased - target.size <= MAX_ALIASED_VALUES)
      this.#report('too-many-aliases', undefined, node.range);
    return null;
  }

  #scalar(node: Scalar.Parsed): YamlValue {
    this.#oneLineEach(node);
    if (typeof node.value === 'number') return new Numeral(node.source);
    if (typeof node.value === 'string' && node.type === Scalar.PLAIN) this.#aside(node.range[1]);
    return node.value as null | boolean | string;
  }

  /** `相談 #1 窓口` without quotes: YAML takes what follows for a comment, which no one types without a space. */
  #aside(end: number): void {
    COMMENT.lastIndex = end;
    const [found] = COMMENT.exec(this.#source.text) ?? [];
    if (found === undefined) return;
    const range = [end + found.indexOf('#'), end + found.length] as const;
    if (/#[^\s#]/.test(found.trimStart().slice(0, 2))) this.#add(lostBehindHash(this.#source, range));
    else this.asides.push({ path: [...this.#path], range });
  }

  /** Outside `|`, YAML turns a line end into a space. */
  #oneLineEach({ type, range }: Scalar.Parsed): void {
    const [start, end] = range;
    const sign: [number, number] = [start, start + 1];
    if (type === Scalar.BLOCK_LITERAL) return;
    if (type === Scalar.BLOCK_FOLDED) this.#report('folded-text', undefined, sign, [USE_BAR]);
    else if (!this.#source.text.slice(start, end).includes('\n')) return;
    else if (type === Scalar.PLAIN) {
      this.#report('folded-text', undefined, [start, end], foldedHints(this.#source.text.slice(start, end)));
    } else this.#report('yaml-quote', undefined, sign, [USE_BAR]);
  }

  #list(items: readonly unknown[]): YamlValue[] {
    return (items as ParsedNode[]).map((item, index) => this.#within(index, item));
  }

  #within(name: string | number, node: ParsedNode | null): YamlValue {
    this.#path.push(name);
    const value = this.read(node);
    this.#path.pop();
    return value;
  }

  #map(node: ParsedNode): YamlValue {
    const map: { [key: string]: YamlValue } = Object.create(null);
    const keys = new Map<string, ParsedNode>();
    const repeats: Repeat[] = [];
    const pairs = isMap(node) ? (node.items as unknown as PairNode[]) : [];
    for (let at = 0; at < pairs.length; at += 1) {
      const pair = pairs[at] as PairNode;
      const key = this.#key(pair, keys, repeats);
      const value = this.#within(keyText(pair.key) ?? '', pair.value);
      if (key !== undefined) map[key] = value;
      at += this.#digitGroups(pairs, at);
    }
    if (repeats.length > 0) {
      const first = typeof this.#path.at(-1) === 'number' ? pairs[0]?.key : undefined;
      for (const diagnostic of repeatDiagnostics(this.#source, repeats, first)) this.#add(diagnostic);
    }
    return map;
  }

  /** The key's text; undefined where it is none or was there before. */
  #key({ key: node, value }: PairNode, seen: Map<string, ParsedNode>, repeats: Repeat[]): string | undefined {
    const key = keyText(node);
    if (key === undefined) {
      this.#report('yaml-key', undefined, node.range);
      return undefined;
    }
    if (node.tag !== undefined) this.#tag(node);
    // Schemas of maps with free names would drop it without a word.
    if (key === '__proto__') {
      this.#report('unknown-key', { key, where: 'ここ' }, node.range, ['別の名前にするか、消してください。']);
    }
    if (key === '<<') {
      this.#report('merge-key', undefined, node.range, ['元の項目を、そのまま書き写してください。']);
      return undefined;
    }
    const earlier = seen.get(key);
    if (!earlier) {
      seen.set(key, node);
      return key;
    }
    if (repeats.length < MOST_PROBLEMS) repeats.push({ key: node, earlier, value });
    return undefined;
  }

  /**
   * `{ actual: 1,091 }` is a figure 1 and a key 091 without a value. Reported once, at the whole figure.
   *
   * @returns how many of the pairs after this one are digits of its figure and no keys
   */
  #digitGroups(pairs: readonly PairNode[], index: number): number {
    const figure = pairs[index]?.value;
    if (!figure || !isScalar(figure) || !/^-?\d{1,3}$/.test(figure.source ?? '')) return 0;
    let last = index;
    while (isDigitGroup(pairs[last + 1])) last += 1;
    if (last === index) return 0;
    const range: [number, number] = [figure.range[0], pairs[last]?.key.range[1] ?? figure.range[1]];
    const typed = this.#source.text.slice(...range);
    const plain = /^-?\d+(\.\d+)?/.exec(typed.replaceAll(/[,\s]/g, ''))?.[0] ?? '';
    const hints = [`「${shorten(plain)}」と書いてください。`];
    this.#report('grouped-figure', { figure: shorten(typed) }, range, hints);
    return last - index;
  }

  #tag(node: ParsedNode): void {
    const before = this.#source.text.lastIndexOf('!', node.range[0]);
    const start = node.tag?.startsWith('tag:yaml.org') ? this.#source.text.lastIndexOf('!!', before) : before;
    this.#report(
      'yaml-tag',
      undefined,
      [Math.max(0, start), node.range[0]],
      ['文なら全体を「"」で囲んでください。'],
    );
  }

  #report<C extends Code>(
    code: C,
    details: Details<C>,
    range: readonly number[],
    hints: readonly string[] = [],
    related: Diagnostic['related'] = [],
  ): void {
    const [start = 0, end = start] = range;
    this.#add(diagnose(code, details, { span: this.#source.span(start, end), hints, related }));
  }

  #add(diagnostic: Diagnostic): void {
    if (this.diagnostics.length < MOST_PROBLEMS) this.diagnostics.push(diagnostic);
  }
}

/** A key as typed: `091` and `true` are keys like any other. */
export function keyText(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}

function isDigitGroup(pair: PairNode | undefined): boolean {
  return pair !== undefined && pair.value === null && /^\d{3}(?!\d)/.test(keyText(pair.key) ?? '');
}

/** What a value is, in words. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return '空（null）';
  if (value instanceof Numeral) return `数値 ${shorten(value.literal)}`;
  if (typeof value === 'string') return value === '' ? '空の文字列' : `文字列「${shorten(value)}」`;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return '「-」または [ ] の並び';
  return `項目${listed(Object.keys(value), 3)}のまとまり`;
}
