/** Texts that YAML takes for something else without a word: `name: #文` is empty, `name: &Aを実施` too. */
import { isScalar, type Node, visit } from 'yaml';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { quote } from './mend/texts.ts';
import { shorten } from './quote.ts';
import type { Source } from './source.ts';
import type { Tree } from './types.ts';

/** A comment directly behind a key, without a space as notes have it. */
const HASH = /^[^\S\n]+(#[^\s#][^\n]*)/;
const ANCHOR = /&[^\n]*$/;

/** Values that begin with `#`, and anchors that nothing refers to: no clerk means one. */
export function lostTexts(source: Source, tree: Tree): Diagnostic[] {
  const joined: Diagnostic[] = [];
  const named = new Set<string>();
  const found: { anchor?: string; at: number; text: string }[] = [];
  visit(tree, {
    Alias(_, { source: name }) {
      named.add(name);
    },
    Pair(_, { key, value }) {
      joined.push(...joinedKey(source, key));
      const node = value as Node | null;
      if ((node && !isScalar(node)) || !isScalar(key) || !key.range) return;
      const begin = key.range[1];
      const rest = source.text.slice(begin, endOfLine(source.text, begin)).replace(/^ *:/, '');
      const at = endOfLine(source.text, begin) - rest.length;
      const [anchored] = node?.anchor === undefined ? [] : (ANCHOR.exec(rest) ?? []);
      if (anchored !== undefined && node?.anchor !== undefined)
        found.push({ anchor: node.anchor, at: at + rest.length - anchored.length, text: anchored });
      const [all = '', hashed] = (node?.value ?? null) === null ? (HASH.exec(rest) ?? []) : [];
      if (hashed !== undefined) found.push({ at: at + all.length - hashed.length, text: hashed });
    },
  });
  const signs = found
    .filter(({ anchor }) => anchor === undefined || !named.has(anchor))
    .map(({ at, text }) => signAtStart(source, at, text.trimEnd()));
  return [...signs, ...joined];
}

/** `R2:{ plan: 継続 }`, `R2 { plan: 継続 }`: all of it up to the next colon is a key. */
function joinedKey(source: Source, key: unknown): Diagnostic[] {
  if (!isScalar(key) || !key.range || !JOINED.test(String(key.value))) return [];
  const { line } = source.linesAround(key.range[0]);
  const mended = line.trim().replace(JOINED, '$1: ');
  const hints = [`「${shorten(mended)}」と、括弧の前に半角の「:」と空白を書いてください。`];
  return [diagnose('yaml-colon', undefined, { span: source.span(key.range[0], key.range[1]), hints })];
}

const JOINED = /^(\w+)\s*[:：]?\s*(?=[{[])/;

function signAtStart(source: Source, at: number, text: string): Diagnostic {
  const { line } = source.linesAround(at);
  const before = line.slice(0, line.lastIndexOf(text)).trim();
  const quoted = quote(text);
  const hints = [`「${before} ${shorten(quoted)}」と、文の全体を「${quoted.charAt(0)}」で囲んでください。`];
  return diagnose('sign-at-start', { sign: text.charAt(0) }, { span: source.span(at, at + 1), hints });
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
