/** (c) and rules 7, 9: where lines begin and end, how they are spaced, and in which weight they stand. */
import type { PlacedLine } from './align-lines.ts';
import { inkOf } from './align-lines.ts';
import type { Character, Paragraph } from './expected-text.ts';
import type { Cell, TextLine } from './page-model.ts';
import type { ThemeFile } from './sample.ts';

const SLACK = 0.05;

/** Our own table, small and independent: JIS X 4051 6.1, 6.2 and the ASCII marks clerks type. */
const NOT_STARTING =
  /^[、。，．・：；！？ー々ゝゞヽヾ〜～–’”）〕］｝〉》」』】｠,.:;!?)\]}%％℃㎡ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡､･｣ｰｧｨｩｪｫｬｭｮｯﾞﾟ]/u;
const NOT_ENDING = /[‘“（〔［｛〈《「『【｟([{｢¥￥＄]$/u;
/** Pairs that never part, whatever stands around them. */
const TOGETHER: readonly (readonly [RegExp, RegExp])[] = [
  [/…$/u, /^…/u],
  [/—$/u, /^—/u],
  [/[0-9A-Za-z]$/, /^[0-9A-Za-z]/],
  [/[０-９]$/u, /^[０-９]/u],
  [/[0-9][,.:]$/, /^[0-9]/],
  [/▲$/u, /^[0-9]/],
  [/[0-9０-９]$/u, /^(人|件|円|か所|％|%|年度|年|月|日|割|期)/u],
  [/(令和|平成|第|(?<!\p{sc=Han}\p{Mn}?)約)$/u, /^[0-9]/u],
];

/** @param forced what was reported as broken because it is wider than its column, without white space */
export function lineFaults(
  placed: readonly PlacedLine[],
  theme: ThemeFile,
  forced: readonly string[],
): string[] {
  return placed.flatMap((line, index) => {
    const faults = [...breakFaults(line, forced), ...weightFaults(line), ...spacingFaults(line, theme)];
    const before = placed[index - 1];
    if (before?.cell && before.cell === line.cell) faults.push(...leadingFaults(before, line, theme));
    return faults.map((fault) => `page ${line.page}: ${fault}`);
  });
}

function textOf(characters: readonly Character[]): string {
  return characters.map(({ text }) => text).join('');
}

/** The break before the line, if it is inside a paragraph. */
function breakFaults({ paragraph, from }: PlacedLine, forced: readonly string[]): string[] {
  if (from === 0 || isForced(paragraph, from, forced)) return [];
  const before = textOf(paragraph.characters.slice(0, from));
  const after = textOf(paragraph.characters.slice(from));
  const shown = `「${before.slice(-8)}|${after.slice(0, 8)}」`;
  const faults: string[] = [];
  if (NOT_STARTING.test(after)) faults.push(`c: a line must not begin as ${shown}`);
  if (NOT_ENDING.test(before)) faults.push(`c: a line must not end as ${shown}`);
  const spaced = paragraph.characters[from]?.spaceBefore;
  if (!spaced && TOGETHER.some(([end, start]) => end.test(before) && start.test(after)))
    faults.push(`c: ${shown} must stay together`);
  return faults;
}

/** What may be left of a word, and of a figure with its counter, that begins with a long one. */
const REST_OF_WORD = /^[!-~０-９，．：／％]*(人|件|円|か所|年度|年|月|日|割|期)?/u;

/** Whether a reported piece reaches over the break. Of a long one only the beginning is told. */
function isForced({ characters }: Paragraph, at: number, forced: readonly string[]): boolean {
  const before = textOf(characters.slice(0, at)).length;
  const whole = textOf(characters);
  return forced.some((piece) => {
    const told = whole.includes(piece) ? piece : piece.replace(/…$/u, '');
    for (
      let start = whole.indexOf(told);
      start >= 0 && start < before;
      start = whole.indexOf(told, start + 1)
    ) {
      if (start + told.length > before) return true;
      const rest = told === piece ? '' : (REST_OF_WORD.exec(whole.slice(start + told.length))?.[0] ?? '');
      if (start + told.length + rest.length > before) return true;
    }
    return false;
  });
}

function weightFaults({ line, paragraph, from }: PlacedLine): string[] {
  const wrong = inkOf(line).filter(({ font }, at) => {
    const bold = paragraph.characters[from + at]?.bold;
    return font.startsWith('BIZ') && font.endsWith('Bold') !== bold;
  });
  return wrong.length > 0 ? [`e: 「${wrong[0]?.text}」 of 「${line.text}」 stands in the wrong weight`] : [];
}

const JAPANESE = /^[ぁ-ゖァ-ヺー一-龠々]$/u;
const LATIN = /^[0-9A-Za-z]$/;

/** Letter spacing is at most 0.05 em and none in a last line; a quarter em between scripts where it is asked for. */
function spacingFaults({ line, cell, paragraph, to }: PlacedLine, theme: ThemeFile): string[] {
  if (!cell) return [];
  const { glyphs, size } = line;
  const last = to === paragraph.characters.length;
  const most = last ? 0 : (theme.styles.body?.stretch ?? 0) * size;
  const faults: string[] = [];
  for (let index = 1; index < glyphs.length; index++) {
    const [before, after] = [glyphs[index - 1], glyphs[index]] as [(typeof glyphs)[0], (typeof glyphs)[0]];
    const pair = [before.text, after.text];
    const sure = [JAPANESE, LATIN].some(
      (a, at, both) => a.test(pair[0] as string) && both[1 - at]?.test(pair[1] as string),
    );
    const gap = theme.latin_gap * size;
    const space = after.x - before.right;
    if (sure ? space < gap - SLACK || space > gap + most + SLACK : space > most + gap + SLACK)
      faults.push(`9: ${(space / size).toFixed(3)} em between 「${pair.join('」 and 「')}」`);
  }
  return faults;
}

/** Lines of a text stand one leading apart; an empty line is half a line of space. */
function leadingFaults(before: PlacedLine, line: PlacedLine, { styles }: ThemeFile): string[] {
  const leading =
    line.line.size === styles.body?.size ? styles.body.leading : (styles['result-label']?.leading ?? 0);
  const blanks = line.from === 0 ? line.paragraph.blanks : 0;
  const expected = leading * (1 + blanks / 2);
  const found = line.line.baseline - before.line.baseline;
  const wrong = Math.abs(found - expected) > SLACK;
  return wrong
    ? [`e: 「${line.line.text}」 stands ${found.toFixed(2)} pt below the line above, not ${expected}`]
    : [];
}

const PT = 72 / 25.4;

/**
 * Running text begins at the column's edge, an item's later lines one em further in; lines that can be filled by the
 * letter spacing that is allowed reach the other edge.
 */
export function columnFaults(placed: readonly PlacedLine[], theme: ThemeFile): string[] {
  return placed.flatMap(({ line, cell, page, paragraph, from, to }) => {
    if (!cell) return [];
    const left = cell.left + (theme.padding.horizontal + theme.rules.inner / 2) * PT;
    const hang = paragraph.kind === 'item' && from > 0 ? line.size : 0;
    const faults: string[] = [];
    if (Math.abs(line.left - left - hang) > SLACK)
      faults.push(`e: 「${line.text}」 is indented by ${(line.left - left).toFixed(2)} pt`);
    const last = to === paragraph.characters.length;
    if (!last && couldFill(line, cell, theme)) faults.push(`9: 「${line.text}」 is not filled`);
    return faults.map((fault) => `page ${page}: ${fault}`);
  });
}

/** Whether the line falls short of its column by no more than letter spacing may give, and has none. */
function couldFill(line: TextLine, cell: Cell, { padding, rules, styles }: ThemeFile): boolean {
  // The rule at the right is an inner one or an outer one: to be sure, the line must fall short of either.
  const least = cell.right - (padding.horizontal + rules.outer / 2) * PT - line.right;
  const most = cell.right - (padding.horizontal + rules.inner / 2) * PT - line.right;
  const given = (styles.body?.stretch ?? 0) * line.size * (line.glyphs.length - 1);
  const stretched = line.glyphs.every(
    ({ x }, at) => at === 0 || x > (line.glyphs[at - 1]?.right ?? 0) + 0.001,
  );
  return least > 0.2 && most < given - 0.2 && !stretched;
}
