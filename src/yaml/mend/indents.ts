/** Lines that stand too far in or out, or whose indentation is made of other characters than spaces. */
import { type Diagnostic, diagnose, type Span } from '../../ground/diagnostic.ts';
import { spaceName } from './slips.ts';
import { type Broken, indentOf, isBlank, levelsOf, type Mend, nearLine, outerLine } from './types.ts';

/** How far up levels are looked for. */
const MOST_LINES_UP = 400;
/** Of all levels around a line the nearest are tried. */
const MOST_LEVELS = 12;

const ODD_INDENT = /^ *[\t\u00a0\u3000\u1680\u2000-\u200a\u202f\u205f]\s*/;

/** Each width that a tab or a wide space may have been meant as. */
const TAB_WIDTHS = [2, 4, 8];

/** Spaces for what only looks like them, in all lines that follow one another. */
export function* oddIndentMends(broken: Broken): Iterable<Mend> {
  const { lines, line } = broken;
  if (!ODD_INDENT.test(lines[line] as string)) return;
  let first = line;
  while (first > 0 && ODD_INDENT.test(lines[first - 1] as string)) first--;
  let end = line + 1;
  while (end < lines.length && (ODD_INDENT.test(lines[end] as string) || isBlank(lines[end] as string)))
    end++;
  const run = lines.slice(first, end);
  const [spaces = ''] = ODD_INDENT.exec(run[0] as string) ?? [];
  const character = spaces.replace(/^ +/, '').charAt(0);
  const variants = [
    ...TAB_WIDTHS.map((width) => run.map((one) => withSpaces(one, width, 2))),
    run.map((one) => withSpaces(one, 4, 1)),
    ...(run.length === 1
      ? nearLevels(broken, first, spaces.length).map((to) => [moved(run[0] as string, to)])
      : []),
  ];
  for (const mended of variants) {
    const to = indentOf(mended[0] as string);
    yield {
      line: first,
      count: run.length,
      lines: mended,
      at: { line: first, from: 0, to: spaces.length },
      say: (span, plain) => sayOdd(span, plain, character, run.filter((one) => !isBlank(one)).length, to),
    };
  }
}

function sayOdd(span: Span, plain: Diagnostic, character: string, count: number, to: number): Diagnostic {
  const where =
    count === 1
      ? `行の頭を、半角の空白 ${to} 字に`
      : `この行から ${count} 行の頭を、同じ幅の半角の空白（この行は ${to} 字）に`;
  const hints = [`${where}打ち直してください。`];
  if (plain.code === 'yaml-tab') return { ...plain, hints };
  return diagnose('odd-indent', { space: spaceName(character) }, { span, hints });
}

function withSpaces(line: string, tab: number, wide: number): string {
  const [spaces = ''] = /^\s*/.exec(line) ?? [];
  const widths = [...spaces].map((one) => (one === '\t' ? tab : one === '\u3000' ? wide : 1));
  return ' '.repeat(widths.reduce((sum, width) => sum + width, 0)) + line.slice(spaces.length);
}

function moved(line: string, to: number): string {
  return isBlank(line) ? line : ' '.repeat(Math.max(0, to)) + line.trimStart();
}

/** A line, or it and what belongs to it, at another level. Lines alone come first: the fewer change, the better. */
export function* indentMends(broken: Broken): Iterable<Mend> {
  const { lines, line } = broken;
  const next = nearLine(lines, line + 1, 1);
  // What follows a value further in is mostly what is wrong.
  const isDeeper = next !== undefined && indentOf(lines[next] as string) > indentOf(lines[line] as string);
  const above = [nearLine(lines, line - 1, -1), outerLine(lines, line)];
  const candidates = [...(isDeeper ? [next, line] : [line, next]), ...above];
  const starts = [...new Set(candidates)].filter((one) => one !== undefined);
  for (const extent of [alone, sameLevel, withChildren]) {
    for (const start of starts) {
      const count = extent(lines, start);
      if (count === 1 && extent !== alone) continue;
      yield* shifts(broken, start, count);
    }
  }
}

function* shifts(broken: Broken, start: number, count: number): Iterable<Mend> {
  const { lines } = broken;
  const here = indentOf(lines[start] as string);
  for (const to of nearLevels(broken, start, here)) {
    const by = to - here;
    yield {
      line: start,
      count,
      lines: lines.slice(start, start + count).map((one) => moved(one, indentOf(one) + by)),
      at: { line: start, from: here, to: (lines[start] as string).length },
      say: (span) => sayUneven(broken, span, start, { here, to, count }),
    };
  }
}

function sayUneven(
  { lines, numberOf }: Broken,
  span: Span,
  start: number,
  { here, to, count }: { here: number; to: number; count: number },
): Diagnostic {
  const model = lineAtLevel(lines, start, to);
  const length = lines.slice(start, start + count).filter((one) => !isBlank(one)).length;
  const by = Math.abs(to - here);
  const what = to > here ? `${by} 字増やして` : `${by} 字減らして`;
  const hints = [
    length === 1
      ? `行の頭の半角の空白を ${what}、${to} 字にしてください。`
      : `この行から ${length} 行の頭の半角の空白を、どれも ${what}ください（この行は ${to} 字になります）。`,
  ];
  const details = { here, to, ...(model === undefined ? {} : { model: numberOf(model) }) };
  return diagnose('uneven-indent', details, { span, hints });
}

/** The nearest line that has something at a level, above or else below. */
function lineAtLevel(lines: readonly string[], start: number, level: number): number | undefined {
  for (const step of [-1, 1] as const) {
    for (
      let at = nearLine(lines, start + step, step);
      at !== undefined;
      at = nearLine(lines, at + step, step)
    ) {
      if (Math.abs(at - start) > MOST_LINES_UP) break;
      if (levelsOf(lines[at] as string).includes(level)) return at;
    }
  }
  return undefined;
}

/** The levels that lines above have left open, and those of the next lines, nearest first. */
function nearLevels({ lines }: Broken, line: number, here: number): number[] {
  const levels = new Set<number>();
  let least = Number.POSITIVE_INFINITY;
  for (let at = line - 1; at >= Math.max(0, line - MOST_LINES_UP) && least > 0; at--) {
    const above = lines[at] as string;
    if (isBlank(above) || above.trimStart().startsWith('#') || indentOf(above) >= least) continue;
    for (const level of levelsOf(above)) levels.add(level);
    least = indentOf(above);
  }
  for (let at = line + 1; at <= line + 2 && at < lines.length; at++)
    for (const level of levelsOf(lines[at] as string)) levels.add(level);
  const [above] = levelsOf(lines[nearLine(lines, line - 1, -1) ?? line] as string).slice(-1);
  // What a key or a dash begins stands two further in.
  if (above !== undefined) levels.add(above + 2);
  levels.delete(here);
  return [...levels].sort((a, b) => Math.abs(a - here) - Math.abs(b - here)).slice(0, MOST_LEVELS);
}

function alone(): number {
  return 1;
}

/** The lines from this one on that begin where it does. */
function sameLevel(lines: readonly string[], start: number): number {
  const here = indentOf(lines[start] as string);
  let end = start + 1;
  while (end < lines.length && !isBlank(lines[end] as string) && indentOf(lines[end] as string) === here)
    end++;
  return end - start;
}

/** A line and all that stands further in below it. */
function withChildren(lines: readonly string[], start: number): number {
  const here = indentOf(lines[start] as string);
  let end = start + 1;
  for (let at = end; at < lines.length; at++) {
    const line = lines[at] as string;
    if (isBlank(line)) continue;
    if (indentOf(line) <= here) break;
    end = at + 1;
  }
  return end - start;
}
