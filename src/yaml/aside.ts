/** Comments that end a text: `name: 相談 # 窓口`. A memo, or the rest of the text; whoever knows the key decides. */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { shorten } from './quote.ts';
import type { Source } from './source.ts';
import type { Path, Range } from './types.ts';

/** What stands behind a text without quotes in its line, from its `#` on; never behind a figure, a list or a map. */
export type Aside = {
  /** Of the text. */
  readonly path: Path;
  /** Of the comment. */
  readonly range: Range;
};

const QUOTE_HASH =
  '文の続きなら、「#」から後ろも含めて、文の全体を「"」で囲んでください。メモなら、その前の文を「"」で囲むか、メモを上の行に移してください。';

/** The rest of a text that YAML takes for a comment. */
export function lostBehindHash(source: Source, [start, end]: Range): Diagnostic {
  const text = shorten(source.text.slice(start, end));
  const span = source.span(start, end);
  return diagnose('text-after-hash', { text }, { span, hints: [QUOTE_HASH], severity: 'warning' });
}
