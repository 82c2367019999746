/** A clerk who does literally what a hint says: the test of a hint is what is left after it. */
import type { Diagnostic } from '../../src/ground/diagnostic.ts';

type Rule = {
  readonly pattern: RegExp;
  readonly follow: (lines: string[], at: number, found: RegExpExecArray) => void;
};

const spaces = (count: string | undefined) => ' '.repeat(Number(count ?? 0));

/** Replaces all of a line but its indentation. */
const retype = (lines: string[], at: number, [, typed = '']: RegExpExecArray) => {
  const line = lines[at] as string;
  lines[at] = `${/^\s*(?:- (?!.*^- ))?/.exec(line)?.[0] ?? ''}${typed}`.replace('- - ', '- ');
};

const RULES: readonly Rule[] = [
  {
    pattern: /行の頭の半角の空白を \d+ 字(?:増やして|減らして)、(\d+) 字にしてください/,
    follow: (lines, at, [, to]) => {
      lines[at] = spaces(to) + lines[at]?.trimStart();
    },
  },
  {
    pattern: /この行から (\d+) 行の頭の半角の空白を、どれも (\d+) 字(増やして|減らして)ください/,
    follow: (lines, at, [, count, by, way]) => {
      for (let left = Number(count), line = at; left > 0; line++) {
        if (lines[line]?.trim() === '') continue;
        left--;
        lines[line] =
          way === '増やして' ? spaces(by) + lines[line] : (lines[line] as string).slice(Number(by));
      }
    },
  },
  {
    pattern: /^行の頭を、半角の空白 (\d+) 字に打ち直してください/,
    follow: (lines, at, [, to]) => {
      lines[at] = spaces(to) + lines[at]?.trimStart();
    },
  },
  {
    pattern: /^この行から (\d+) 行の頭を、同じ幅の半角の空白（この行は \d+ 字）に打ち直してください/,
    follow: (lines, at, [, count]) => {
      for (let line = at; line < at + Number(count) + 5; line++)
        lines[line] = (lines[line] ?? '').replace(/^[\s\u00a0]+/, (all) => spaces(String(all.length)));
    },
  },
  {
    pattern: /この行のすぐ上に、(?:字下げなしで|行の頭に半角の空白を (\d+) 字置いて)「([^」]+)」/,
    follow: (lines, at, [, indent, typed = '']) => {
      lines.splice(at, 0, spaces(indent) + typed.replace('number: …', 'number: 9'));
    },
  },
  {
    pattern: /この行のすぐ上に、字下げを 2 字減らして「([^」]+)」/,
    follow: (lines, at, [, typed = '']) => {
      const indent = /^ */.exec(lines[at] as string)?.[0].length ?? 0;
      lines.splice(at, 0, spaces(String(indent - 2)) + typed.replace('number: …', 'number: 9'));
    },
  },
  {
    pattern: /^この行の終わりに「(.)」を書き足してください/,
    follow: (lines, at, [, sign = '']) => {
      lines[at] = (lines[at] as string).trimEnd() + sign;
    },
  },
  {
    pattern: /^終わりの「(.)」を一つ消してください/,
    follow: (lines, at, [, sign = '']) => {
      const line = lines[at] as string;
      lines[at] = line.slice(0, line.lastIndexOf(sign)) + line.slice(line.lastIndexOf(sign) + 1);
    },
  },
  { pattern: /^「(.*)」のように、メモは/, follow: retype },
  {
    pattern: /^「(- .*)」と、「- 」を付けて書いてください。行の頭の半角の空白は (\d+) 字です/,
    follow: (lines, at, [, typed, indent]) => {
      lines[at] = spaces(indent) + typed;
    },
  },
  {
    pattern:
      /^「(.*)」と、(?:文の全体を|「:」の後に|行の始めに|「\{」の前に|\{ \} で囲んで|「\w+」の後に「: 」|項目の間を|括弧の前に)/,
    follow: retype,
  },
  {
    pattern: /^「\|」の後には何も書かず、次の行から字下げして書いてください/,
    follow: (lines, at) => {
      const [, before = '', text = ''] = /^(.*?\|)(.*)$/.exec(lines[at] as string) ?? [];
      const indent = (/^[ -]*/.exec(before)?.[0].length ?? 0) + 2;
      lines.splice(at, 1, before, spaces(String(indent)) + text.trim());
    },
  },
  {
    pattern: /^「(.+)」から後ろを次の行に移し、上の行と左端をそろえてください/,
    follow: (lines, at, [, second = '']) => {
      const line = lines[at] as string;
      const indent = /^ */.exec(line)?.[0] ?? '';
      lines.splice(at, 1, line.slice(0, line.indexOf(second)).trimEnd(), indent + second);
    },
  },
  {
    pattern: /^全角の「：」は使えません。半角の「:」と空白を一つ/,
    follow: (lines, at) => {
      lines[at] = (lines[at] as string).replace(/：\s*/, ': ');
    },
  },
  {
    pattern: /^値がまだないなら、「(.+)」を「null」に替えてください/,
    follow: (lines, at, [, dash = '']) => {
      lines[at] = (lines[at] as string).replace(`: ${dash}`, ': null');
    },
  },
];

/**
 * @param text of the file
 * @param diagnostic with a hint that says what to type
 * @returns the text after it; undefined where no hint says so in words that are known here
 */
export function followed(text: string, { span, hints }: Diagnostic): string | undefined {
  for (const hint of hints) {
    for (const { pattern, follow } of RULES) {
      const found = pattern.exec(hint);
      if (!found || !span) continue;
      const lines = text.split('\n');
      follow(lines, span.start.line - 1, found);
      return lines.join('\n');
    }
  }
  return undefined;
}
