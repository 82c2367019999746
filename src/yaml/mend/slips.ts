/** Mends within a line: signs of full width, spaces of the wrong kind, what is missing around `:`, `-` and brackets. */
import { diagnose } from '../../ground/diagnostic.ts';
import { codePointName, shorten } from '../quote.ts';
import type { Broken, Mend } from './types.ts';

/** A slip that one replacement mends; `hint` says what to type, given the line as mended. */
type Slip = {
  readonly pattern: RegExp;
  readonly instead: string | ((...match: string[]) => string);
  readonly hint?: (mended: string) => string;
};

const SLIPS: readonly Slip[] = [
  { pattern: /^(\s*(?:- +)*[\w"]+)：[\s\u3000]*/, instead: '$1: ' },
  { pattern: /([{,]\s*\w+)[：:][\u3000\u00a0]*(?=[^\s])/g, instead: '$1: ' },
  {
    pattern: /^( *(?:- +)*[a-z_]\w*:)(?=[^\s\u3000\u00a0:/])/i,
    instead: '$1 ',
    hint: (mended) => `「${mended}」と、「:」の後に半角の空白を一つ入れてください。`,
  },
  {
    pattern: /^( *(?:- +)*)([a-z_]\w*)\s*[；;：]?\s*(?=\{)/i,
    instead: '$1$2: ',
    hint: (mended) => `「${mended}」と、「{」の前に「: 」を書いてください。`,
  },
  {
    pattern: /^( *(?:- +)*[a-z_]\w*: +)[(（](.*)[)）] *$/i,
    instead: '$1{ $2 }',
    hint: (mended) => `「${mended.replaceAll(/ {2,}/g, ' ')}」と、{ } で囲んで書いてください。`,
  },
  { pattern: /^(\s*)[-－ー‐−][ \u3000\u00a0]*(?=\w+\s*[:：])/, instead: '$1- ' },
  { pattern: /[｛]/g, instead: '{' },
  { pattern: /[｛｝［］]/g, instead: (sign) => '{}[]'.charAt('｛｝［］'.indexOf(sign as string)) },
  { pattern: /[，、]\s*(?=\w+\s*:)/g, instead: ', ', hint: commaHint },
  { pattern: /(\{[^{}]*\S)\s+(?=\w+:\s)/, instead: '$1, ', hint: commaHint },
];

function commaHint(mended: string): string {
  return `「${mended}」と、項目の間を半角の「,」と空白で区切って書いてください。`;
}

/** `name 相談`: a key that a schema knows, without its colon. */
export function* noColonMends({ lines, line, headings }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const [found, before = '', key = ''] = /^( *(?:- +)*)(\w+) +(?=\S)/.exec(typed) ?? [];
  if (found === undefined || !headings.some(({ siblings }) => siblings.includes(key))) return;
  const mended = `${before}${key}: ${typed.slice(found.length)}`;
  const hints = [`「${shorten(mended.trim())}」と、「${key}」の後に「: 」を書いてください。`];
  yield {
    line,
    count: 1,
    lines: [mended],
    at: { line, from: 0, to: 1 },
    say: (_, plain) => ({ ...plain, hints }),
  };
}

/** What the slips that are known by their look would be without them, as long as the usual hints say what to type. */
export function* slipMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  for (const { pattern, instead, hint } of SLIPS) {
    const mended = typed.replace(pattern, instead as string);
    if (mended === typed) continue;
    yield {
      line,
      count: 1,
      lines: [mended],
      at: { line, from: 0, to: 1 },
      say: (_, plain) => (hint ? { ...plain, hints: [hint(shorten(mended.trim()))] } : plain),
    };
  }
}

const ODD_SPACE = /^( *(?:- +)*[\w"]+:)( *[\u00a0\u3000\u2000-\u200a\u202f]+ *)(?=\S)/;

/** `name:　相談`: the space of full width that a Japanese keyboard gives. */
export function* spaceMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const [found, before = '', space = ''] = ODD_SPACE.exec(typed) ?? [];
  if (found === undefined) return;
  const character = space.trimStart().charAt(0) || space.replaceAll(' ', '').charAt(0);
  const mended = `${before} ${typed.slice(found.length)}`;
  yield {
    line,
    count: 1,
    lines: [mended],
    at: { line, from: before.length, to: found.length },
    say: (span) =>
      diagnose(
        'space-after-colon',
        { space: spaceName(character) },
        { span, hints: [`「${shorten(mended.trim())}」と、「:」の後に半角の空白を一つ入れてください。`] },
      ),
  };
}

/** 全角の空白, タブ, 特殊な空白（U+00A0）. */
export function spaceName(character: string): string {
  if (character === '\u3000') return '全角の空白';
  return character === '\t' ? 'タブ' : `特殊な空白（${codePointName(character)}）`;
}

/** `actual: -` for a figure that is not there. */
export function* dashMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const found = /(:\s+)(-+)(?=\s*[,}])/.exec(typed);
  if (!found) return;
  const [all, before = '', dash = ''] = found;
  const from = found.index + before.length;
  yield {
    line,
    count: 1,
    lines: [`${typed.slice(0, from)}null${typed.slice(found.index + all.length)}`],
    at: { line, from, to: from + dash.length },
    say: (span) => {
      const hints = [`値がまだないなら、「${dash}」を「null」に替えてください。`];
      return diagnose('wrong-value', { found: `「${dash}」` }, { span, hints });
    },
  };
}

/** `題：相談`: a colon of full width behind a word that no schema knows; in prose it is as usual as any other. */
export function* colonMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const mended = typed.replace(/^(\s*(?:- +)*[^\s：:]+)：[\s\u3000]*/, '$1: ');
  if (mended === typed) return;
  yield { line, count: 1, lines: [mended], at: { line, from: 0, to: 1 }, say: (_, plain) => plain };
}
