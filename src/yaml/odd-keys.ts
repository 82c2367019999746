/** Keys that begin with white space of another kind: lines whose indentation only looks like one. */
import { isScalar, visit } from 'yaml';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { codePointName } from './quote.ts';
import type { Source } from './source.ts';
import type { Tree } from './types.ts';

/** Of a line that begins so, YAML takes the spaces for a part of the key. */
const ODD_LINE = /^ *[\u00a0\u3000\u1680\u2000-\u200a\u202f\u205f]/m;

/** The first of them; the others are mended along with it. */
export function oddKeys(source: Source, tree: Tree): Diagnostic[] {
  if (!ODD_LINE.test(source.text)) return [];
  let start: number | undefined;
  visit(tree, {
    Pair(_, { key }) {
      const text = isScalar(key) ? String(key.source ?? key.value) : '';
      if (!/^[^\S ]/.test(text) || !isScalar(key) || !key.range) return undefined;
      start = key.range[0];
      return visit.BREAK;
    },
  });
  if (start === undefined) return [];
  const { line } = source.linesAround(start);
  if (!ODD_LINE.test(line)) return [];
  const character = source.text.charAt(start);
  const hints = ['行の頭の空白を、半角の空白に打ち直してください。'];
  const span = source.span(start, start + 1);
  return [diagnose('odd-indent', { space: `特殊な空白（${codePointName(character)}）` }, { span, hints })];
}
