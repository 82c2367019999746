/** (a) (b) (j) and rule 12: every glyph inside its box and the page, none upon another, real, and black. */
import { ABOVE, BELOW, type Cell, type PageModel, type TextLine } from './page-model.ts';
import type { ThemeFile } from './sample.ts';
import type { Glyph } from './trace.ts';

const PT = 72 / 25.4;
/** Coordinates are written in thousandths and traced in single precision. */
const SLACK = 0.05;
const FONTS = ['BIZUDPGothic-Regular', 'BIZUDPGothic-Bold', 'NotoSansJP-Regular'];
const INKS = /^(fill_text DeviceGray 0|stroke_path DeviceGray 0|fill_path DeviceGray \.\d+)$/;

export function boxFaults(model: PageModel, theme: ThemeFile): string[] {
  const { page, number, blocks } = model;
  const cells = blocks.flatMap((block) => (block.kind === 'band' ? block.cells : []));
  const loose = [
    ...model.head,
    ...blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : [])),
    ...model.foot,
  ];
  const faults = [
    ...model.faults,
    ...page.glyphs.flatMap((glyph) => [...glyphFaults(glyph, model), ...ruleFaults(glyph, model)]),
    ...cells.flatMap((cell) => [...linesFaults(cell.lines), ...cellFaults(cell, theme)]),
    ...linesFaults(loose),
    ...loose.flatMap((line) => inTableFaults(line, model)),
    ...page.rules.flatMap((rule) => danglingFaults(rule, model)),
    ...[...page.inks].filter((ink) => !INKS.test(ink)).map((ink) => `12: ${ink} is not plain black or grey`),
  ];
  return faults.map((fault) => `page ${number}: ${fault}`);
}

function glyphFaults(
  { text, id, font, x, right, baseline, size }: Glyph,
  { page, body }: PageModel,
): string[] {
  const faults: string[] = [];
  if (text === '' || text.includes('\ufffd') || !(id > 0)) faults.push(`j: glyph ${id} reads 「${text}」`);
  if (!FONTS.includes(font)) faults.push(`j: 「${text}」 is set in ${font}`);
  const inPage =
    x >= 0 && right <= page.width && baseline - ABOVE * size >= 0 && baseline + BELOW * size <= page.height;
  if (!inPage) faults.push(`a: 「${text}」 stands outside the page`);
  if (x < body.left - SLACK || right > body.right + SLACK) faults.push(`a: 「${text}」 stands in the margin`);
  return faults;
}

/** No rule passes through a glyph's advance box. */
function ruleFaults({ text, x, right, baseline, size }: Glyph, { page }: PageModel): string[] {
  const top = baseline - ABOVE * size + SLACK;
  const bottom = baseline + BELOW * size - SLACK;
  const hit = page.rules.some(
    ({ x1, x2, y1, y2, weight }) =>
      x2 + (x1 === x2 ? weight / 2 : 0) > x + SLACK &&
      x1 - (x1 === x2 ? weight / 2 : 0) < right - SLACK &&
      y2 + (y1 === y2 ? weight / 2 : 0) > top &&
      y1 - (y1 === y2 ? weight / 2 : 0) < bottom,
  );
  return hit ? [`a: a rule passes through 「${text}」 at ${x.toFixed(1)}, ${baseline.toFixed(1)}`] : [];
}

/** The text keeps the theme's distance from the cell's rules, begins at its top, and stands left or in the middle. */
function cellFaults(cell: Cell, { padding, rules }: ThemeFile): string[] {
  const { horizontal, vertical } = padding;
  const first = cell.lines[0];
  const lead = first ? first.top - cell.top - (vertical + rules.outer) * PT : 0;
  const low = first && lead > first.size / 2 ? [first] : [];
  const edge = cell.left + (horizontal + rules.outer / 2) * PT;
  const loose = cell.lines.filter((line) => !stands(line, cell, edge));
  const left = cell.left + horizontal * PT - SLACK;
  const right = cell.right - horizontal * PT + SLACK;
  const outside = cell.lines.filter((line) => line.left < left || line.right > right);
  const high = cell.lines.filter(
    ({ top, bottom }) =>
      top < cell.top + vertical * PT - SLACK || bottom > cell.bottom - vertical * PT + SLACK,
  );
  return [
    ...[...outside, ...high].map(({ text }) => `a: 「${text}」 leaves its cell`),
    ...low.map(({ text }) => `a: 「${text}」 does not stand at the top of its cell`),
    ...loose.map(({ text }) => `a: 「${text}」 stands neither left nor in the middle of its cell`),
  ];
}

/** At the left edge, one em further in, or in the middle; outer rules move either by a third of their width. */
function stands({ left, right, size }: TextLine, cell: Cell, edge: number): boolean {
  const off = [left - edge, left - edge - size, (left + right - cell.left - cell.right) / 2];
  return off.some((distance) => Math.abs(distance) < 0.6);
}

/** Lines one below the other, glyphs one after the other. */
function linesFaults(lines: readonly TextLine[]): string[] {
  const stacked = lines
    .filter((line, index) => index > 0 && line.top < (lines[index - 1] as TextLine).bottom - SLACK)
    .map(({ text }) => `b: 「${text}」 lies upon the line above`);
  const beside = lines.flatMap(({ glyphs }) =>
    glyphs
      .filter((glyph, index) => index > 0 && glyph.x < (glyphs[index - 1] as Glyph).right - SLACK)
      .map(
        ({ text, x, baseline }) =>
          `b: 「${text}」 lies upon the glyph before at ${x.toFixed(1)}, ${baseline.toFixed(1)}`,
      ),
  );
  return [...stacked, ...beside];
}

/** Headings and furniture stand outside of tables. */
function inTableFaults(line: TextLine, { tables }: PageModel): string[] {
  const hit = tables.some(({ top, bottom }) => line.bottom > top + SLACK && line.top < bottom - SLACK);
  return hit ? [`a: 「${line.text}」 stands in a table but in no cell`] : [];
}

/** Every rule ends on another one, and inside the margins. */
function danglingFaults(rule: PageModel['page']['rules'][number], { page, body }: PageModel): string[] {
  const ends = [
    [rule.x1, rule.y1],
    [rule.x2, rule.y2],
  ] as const;
  const vertical = rule.x1 === rule.x2;
  const meets = ([x, y]: readonly [number, number]) =>
    page.rules.some(
      (other) =>
        (other.x1 === other.x2) !== vertical &&
        x > other.x1 - 1 &&
        x < other.x2 + 1 &&
        y > other.y1 - 1 &&
        y < other.y2 + 1,
    );
  const place = `${rule.x1.toFixed(1)}, ${rule.y1.toFixed(1)}`;
  const faults = ends.every(meets) ? [] : [`g: the rule at ${place} ends in the open`];
  const inside =
    rule.x1 >= body.left - SLACK - 0.5 &&
    rule.x2 <= body.right + SLACK + 0.5 &&
    rule.y1 >= body.top - SLACK &&
    rule.y2 <= body.bottom + SLACK;
  return inside ? faults : [...faults, `g: the rule at ${place} leaves the body`];
}
