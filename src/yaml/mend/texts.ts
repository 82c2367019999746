/** Texts that begin with a sign of YAML, or hold one: what is right with quotes around it was meant as a text. */
import { type Diagnostic, diagnose } from '../../ground/diagnostic.ts';
import { shorten } from '../quote.ts';
import type { Broken, Mend } from './types.ts';

const ENTRY = /^( *(?:- +)*[\w"]+: +|(?: *- )+)(\S.*)$/;

/** Signs that YAML has a use for at the beginning of a value. */
const SIGN = /^(?:[-?](?= |$)|[>|@`%*&!"'[\]{},#:])/;

/** Of these the usual words name the wrong sign. */
const MISLEADING: ReadonlySet<string> = new Set([
  'yaml-dash',
  'yaml-nested',
  'yaml-block-text',
  'yaml-bracket',
]);

/** The other end of a text that begins with a quote. */
export function* closingMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const [, before = '', value = ''] = ENTRY.exec(typed) ?? [];
  const sign = value.charAt(0);
  if (!/^["']/.test(sign) || value.indexOf(sign, 1) >= 0) return;
  yield {
    line,
    count: 1,
    lines: [`${before}${value.trimEnd()}${sign}`],
    at: { line, from: before.length, to: before.length + 1 },
    say: (_, plain) => ({ ...plain, hints: [`この行の終わりに「${sign}」を書き足してください。`] }),
  };
}

/** `result: | 相談`: text on the line of the bar. */
export function* barMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const [, before = '', text = ''] = /^( *(?:- +)*[\w"]+: *[|｜]) *([^\s-+\d].*)$/.exec(typed) ?? [];
  if (text === '') return;
  const indent = ' '.repeat((/^ *(?:- +)*/.exec(typed)?.[0].length ?? 0) + 2);
  const instead = [before.replace('｜', '|'), indent + text];
  yield { line, count: 1, lines: instead, at: { line, from: 0, to: 1 }, say: (_, plain) => plain };
}

/** `"C:\\data"`: a backslash in double quotes stands for something else. */
export function* escapeMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const mended = typed.replace(/"[^"]*"/, (all) => all.replaceAll(/\\(?![\\"])/g, '\\\\'));
  yield { line, count: 1, lines: [mended], at: { line, from: 0, to: 1 }, say: (_, plain) => plain };
}

/** Quotes around the value of a line's key. */
export function* quoteMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const [, before = '', value = ''] = ENTRY.exec(typed) ?? [];
  if (value === '') return;
  const [sign = ''] = SIGN.exec(value) ?? [];
  const quoted = quote(value.trimEnd());
  const hints = [
    `「${before.trim()} ${shorten(quoted)}」と、文の全体を「${quoted.charAt(0)}」で囲んでください。`,
  ];
  const from = before.length;
  const say = (span: Diagnostic['span'], plain: Diagnostic): Diagnostic => {
    const misled =
      sign !== '' && MISLEADING.has(plain.code) && !(sign === '|' && plain.code === 'yaml-block-text');
    return misled ? diagnose('sign-at-start', { sign }, { span, hints }) : { ...plain, hints };
  };
  yield {
    line,
    count: 1,
    lines: [before + quoted],
    at: { line, from, to: from + Math.max(1, sign.length) },
    say,
  };
}

/** A text in the quotes that need the fewest changes. */
export function quote(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
