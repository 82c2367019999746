/** Texts that YAML takes for something else without a word: `name: #文` is empty, `name: &Aを実施` too. */
import { isScalar, type Node, visit } from 'yaml';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { quote } from './mend/texts.ts';
import { shorten } from './quote.ts';
import type { Source } from './source.ts';
import type { Tree } from './tree.ts';

/** A comment directly behind a key, without a space as notes have it. */
const HASH = /^[^\S\n]+(#[^\s#][^\n]*)/;
const ANCHOR = /&[^\n]*$/;

/** Values that begin with `#`, and anchors that nothing refers to: no clerk means one. */
export function lostTexts(source: Source, tree: Tree): Diagnostic[] {
  if (!/[&#]/.test(source.text)) return [];
  const named = new Set<string>();
  const found: { anchor?: string; at: number; text: string }[] = [];
  visit(tree, {
    Alias(_, { source: name }) {
      named.add(name);
    },
    Pair(_, { key, value }) {
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
  return found
    .filter(({ anchor }) => anchor === undefined || !named.has(anchor))
    .map(({ at, text }) => signAtStart(source, at, text.trimEnd()));
}

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
