/** Mends of what is in brackets: one too few or too many, a comment or a quote that swallows the end, two on a line. */
import { diagnose } from '../../ground/diagnostic.ts';
import { shorten } from '../quote.ts';
import { type Broken, indentOf, type Mend } from './types.ts';

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** `{ plan: 継続, actual: 42 #訂正 }`: what follows `#` is a comment, the bracket too. */
export function* bracketMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const comment = / +#.*$/.exec(typed);
  const [, lost] = /([}\]])\s*$/.exec(comment?.[0] ?? '') ?? [];
  if (comment && lost) {
    const note = comment[0].trim().replace(/\s*[}\]]\s*$/, '');
    const mended = `${typed.slice(0, comment.index)} ${lost} ${note}`;
    const from = typed.indexOf('#', comment.index);
    yield {
      line,
      count: 1,
      lines: [mended],
      at: { line, from, to: typed.length },
      say: (span) => {
        const hints = [`「${shorten(mended.trim())}」のように、メモは「${lost}」の後に書いてください。`];
        return diagnose('hash-in-brackets', { closing: lost }, { span, hints });
      },
    };
  }
  const code = comment ? typed.slice(0, comment.index) : typed;
  yield* surplusMends(line, typed, code);
  const [open] = [...(code.match(/[{[]/g) ?? [])].reverse();
  if (open === undefined) return;
  const closing = CLOSING[open] as string;
  yield {
    line,
    count: 1,
    lines: [`${code} ${closing}${comment?.[0] ?? ''}`],
    at: { line, from: 0, to: 1 },
    say: (_, plain) => ({ ...plain, hints: [`この行の終わりに「${closing}」を書き足してください。`] }),
  };
}

/** One bracket too many at the end. */
function* surplusMends(line: number, typed: string, code: string): Iterable<Mend> {
  const [, before = '', surplus] = /^(.*[}\]])\s*([}\]])\s*$/.exec(code) ?? [];
  if (surplus === undefined) return;
  const hints = [`終わりの「${surplus}」を一つ消してください。`];
  yield {
    line,
    count: 1,
    lines: [before + typed.slice(code.length)],
    at: { line, from: 0, to: 1 },
    say: (_, plain) => ({ ...plain, hints }),
  };
}

/** `{ number: "1, title: …}`: a quote that is not closed before the next comma. */
export function* innerQuoteMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const found = /"([^",{}]*?)(?=\s*[,}])/.exec(typed);
  if (!found || (typed.match(/"/g)?.length ?? 0) % 2 === 0) return;
  const [all, inner = ''] = found;
  const mended = `${typed.slice(0, found.index)}"${inner}"${typed.slice(found.index + all.length)}`;
  const hints = [`「"${shorten(inner)}"」と、「${shorten(inner)}」の後に「"」を書き足してください。`];
  yield {
    line,
    count: 1,
    lines: [mended],
    at: { line, from: 0, to: 1 },
    say: (_, plain) => ({ ...plain, hints }),
  };
}

/** Two entries on a line: the end of the first line is gone. */
export function* splitMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const [, first = '', second = ''] = /^(.*[}\]"]) +([\w"]+: .*)$/.exec(typed) ?? [];
  if (second === '') return;
  const hints = [`「${shorten(second)}」から後ろを次の行に移し、上の行と左端をそろえてください。`];
  const indent = ' '.repeat(indentOf(typed));
  yield {
    line,
    count: 1,
    lines: [first, indent + second],
    at: { line, from: 0, to: 1 },
    say: (_, plain) => ({ ...plain, hints }),
  };
}
