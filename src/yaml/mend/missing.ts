/** Lines that are gone: the key above a list or a map, the dash before an item. */
import { diagnose } from '../../ground/diagnostic.ts';
import { type Broken, type Heading, indentOf, levelsOf, type Mend, nearLine } from './types.ts';

const KEY = /^ *(?:- +)*(?:\{ *)?([^\s:#{]+): ?/;

/** How far up a list's key is looked for. */
const MOST_LINES_UP = 400;

/** `indicators:` and the like, where what belongs below it follows a key that belongs beside it. */
export function* headingMends(broken: Broken): Iterable<Mend> {
  const { lines, line } = broken;
  const starts = new Set([line, nearLine(lines, line + 1, 1)]);
  for (const start of starts) if (start !== undefined) yield* headingsAbove(broken, start);
}

function* headingsAbove({ lines, headings }: Broken, start: number): Iterable<Mend> {
  const first = lines[start] as string;
  const above = nearLine(lines, start - 1, -1);
  const sibling = above === undefined ? undefined : siblingAbove(lines, above, indentOf(first));
  if (sibling === undefined) return;
  const level = levelsOf(lines[sibling] as string).at(-1) as number;
  const beside = keyOf(lines[sibling] as string);
  for (const { name } of headings.filter((one) => fits(one, first, beside, headings))) {
    yield {
      line: start,
      count: 0,
      lines: [`${' '.repeat(level)}${name}:`],
      at: { line: start, from: indentOf(first), to: first.length },
      say: (span) => {
        const spaces = level === 0 ? '字下げなしで' : `行の頭に半角の空白を ${level} 字置いて`;
        const hints = [`この行のすぐ上に、${spaces}「${name}:」とだけ書いた行を足してください。`];
        return diagnose('missing-heading', { heading: name }, { span, hints });
      },
    };
  }
}

/** The nearest line above that stands less far in than a block's first line. */
function siblingAbove(lines: readonly string[], from: number, indent: number): number | undefined {
  let at: number | undefined = from;
  while (at !== undefined && indentOf(lines[at] as string) >= indent) at = nearLine(lines, at - 1, -1);
  return at;
}

function fits(heading: Heading, first: string, beside: string, all: readonly Heading[]): boolean {
  const key = keyOf(first);
  const isItem = /^ *- /.test(first);
  if (!heading.siblings.includes(beside) || beside === heading.name || key === '') return false;
  if (heading.kind === 'list') return isItem && heading.children.includes(key);
  if (isItem || heading.kind === 'text') return false;
  if (heading.kind === 'map') return heading.children.includes(key);
  return !all.some(({ name, children }) => name === key || children.includes(key));
}

function keyOf(line: string): string {
  return KEY.exec(line)?.[1] ?? '';
}

/** `- name: …`, where a list begins with what belongs into an item's middle. */
export function* firstItemMends({ lines, line, headings }: Broken): Iterable<Mend> {
  for (let at = line; at >= Math.max(0, line - MOST_LINES_UP); at--) {
    const [, key = ''] = /^ *(?:- +)*([^\s:#]+): *(?:#.*)?$/.exec(lines[at] as string) ?? [];
    const below = nearLine(lines, at + 1, 1);
    if (key === '' || below === undefined) continue;
    const inner = keyOf(lines[below] as string);
    if (inner === '' || /^ *-/.test(lines[below] as string)) continue;
    const list = headings.find(
      (one) => one.name === key && one.kind === 'list' && one.children.includes(inner),
    );
    const [first] = list?.children ?? [];
    if (first === undefined) continue;
    yield first === inner ? withDash(lines, below, first) : itemAbove(lines, below, first);
    return;
  }
}

function itemAbove(lines: readonly string[], below: number, first: string): Mend {
  const indent = indentOf(lines[below] as string);
  const dash = Math.max(0, indent - 2);
  return {
    line: below,
    count: 0,
    lines: [`${' '.repeat(dash)}- ${first}: …`],
    at: { line: below, from: indent, to: (lines[below] as string).length },
    say: (span) => diagnose('missing-item-start', { first }, { span, hints: [itemHint(dash, first)] }),
  };
}

/** `number: 1` where `- number: 1` was meant, at the place of what follows the dash. */
function withDash(lines: readonly string[], line: number, first: string): Mend {
  const typed = lines[line] as string;
  const indent = indentOf(typed);
  const dash = Math.max(0, indent - 2);
  const mended = `- ${typed.trim()}`;
  const hints = [`「${mended}」と、「- 」を付けて書いてください。行の頭の半角の空白は ${dash} 字です。`];
  return {
    line,
    count: 1,
    lines: [' '.repeat(dash) + mended],
    at: { line, from: indent, to: typed.length },
    say: (span) => diagnose('missing-dash', { first }, { span, hints }),
  };
}

/** `result: |`, where lines of prose have lost the key above them. */
export function* textKeyMends({ lines, line, headings }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const indent = indentOf(typed);
  if (indent < 2 || keyOf(typed) !== '' || /^ *-/.test(typed)) return;
  const names = new Set(headings.filter(({ kind }) => kind === 'text').map(({ name }) => name));
  for (const name of names) {
    const hints = [
      `この行のすぐ上に、行の頭に半角の空白を ${indent - 2} 字置いて「${name}: |」とだけ書いた行を足してください。`,
    ];
    yield {
      line,
      count: 0,
      lines: [`${' '.repeat(indent - 2)}${name}: |`],
      at: { line, from: indent, to: typed.length },
      say: (span) => diagnose('missing-heading', { heading: name }, { span, hints }),
    };
  }
}

/** What to type where the first line of a list's item is gone. */
export function itemHint(dash: number, first: string): string {
  return `この行のすぐ上に、行の頭に半角の空白を ${dash} 字置いて「- ${first}: …」の行を書き足してください（… は内容）。`;
}

/** `number: 3` where `- number: 3` was meant. */
export function* itemMends({ lines, line }: Broken): Iterable<Mend> {
  const typed = lines[line] as string;
  const indent = indentOf(typed);
  const rest = typed.slice(indent);
  if (!/^[^\s:#-][^\s:]*: /.test(rest)) return;
  yield {
    line,
    count: 1,
    lines: [`${' '.repeat(indent)}- ${rest}`],
    at: { line, from: indent, to: typed.length },
    say: (span, plain) => ({
      ...plain,
      span,
      hints: [`「- ${rest.trim()}」と、行の始めに「- 」を書き足してください。`],
    }),
  };
}
