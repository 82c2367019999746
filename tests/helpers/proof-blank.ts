/** Rule 3: no page is blanker than the theme allows where a program could have gone on; no row is higher than it needs. */
import type { Box, Cell, PageModel } from './page-model.ts';
import type { FoundProgram } from './proof-book.ts';
import type { Chunk, ProvenProgram } from './proof-program.ts';
import type { ThemeFile } from './sample.ts';

const PT = 72 / 25.4;
const LEAST_LINES = 3;
const SLACK = 0.1;

/**
 * @param model a page whose next one is the book's last: what is torn here can do no harm elsewhere
 * @param found the first program of the next page
 */
export function blankFaults(
  model: PageModel,
  found: FoundProgram,
  proven: ProvenProgram,
  next: PageModel,
  theme: ThemeFile,
): string[] {
  const { body, blocks, number } = model;
  const bottom = blocks.at(-1)?.bottom ?? body.top;
  const blank = (body.bottom - bottom) / (body.bottom - body.top);
  const first = found.parts[0];
  if (blank <= theme.max_blank + 0.001 || !first || first.page !== next.number) return [];
  const space = isOpening(next)
    ? Math.max(theme.space.goal ?? 0, theme.space.measure ?? 0) * PT + found.above
    : 0;
  const room =
    body.bottom - bottom - space - 2 * theme.padding.vertical * PT - 2 * theme.rules.outer * PT - SLACK;
  const top = first.band.cells.filter((cell) => Math.abs(cell.top - first.band.top) < 1);
  const flows = proven.flows.map((chunks) =>
    chunks.find(({ part, cell }) => part === 0 && top.includes(cell)),
  );
  const cells = top.filter((cell) => !flows.some((chunk) => chunk?.cell === cell));
  const whole = cells.every((cell) => contentOf(cell) <= room);
  const divided = flows.filter((chunk) => chunk && contentOf(chunk.cell) > room);
  const used = divided.map((chunk) => chunk && usedBy(chunk, room));
  if (!whole || used.length === 0 || used.includes(undefined)) return [];
  // Torn and still too blank would be no better.
  const left = room - Math.max(...used.map((each) => each ?? 0)) + 20;
  if (left / (body.bottom - body.top) > theme.max_blank) return [];
  return [
    `page ${number}: 3: ${(100 * blank).toFixed(1)} % stay blank though the next program could be torn`,
  ];
}

/** Whether a page begins with a section of its own: its measure line is no reprint. */
function isOpening({ blocks }: PageModel): boolean {
  const lines = blocks.slice(
    0,
    blocks.findIndex(({ kind }) => kind === 'band'),
  );
  const text = lines.map((block) => (block.kind === 'line' ? block.line.text : '')).join('');
  return !text.endsWith('（続き）');
}

function contentOf({ lines }: Cell): number {
  const [first, last] = [lines[0], lines.at(-1)];
  return first && last ? last.bottom - first.top + 4 : 0;
}

/**
 * How much room the most lines take that may stand above a tear: three or more above, three or more below, no heading
 * last. Undefined where there is no such tear.
 */
function usedBy({ lines, cell }: Chunk, room: number): number | undefined {
  const top = cell.lines[0]?.top ?? 0;
  const legal = lines.filter(({ line, paragraph }, index) => {
    const enough = index + 1 >= LEAST_LINES && lines.length - index - 1 >= LEAST_LINES;
    return enough && paragraph.kind !== 'heading' && line.bottom - top + 4 <= room;
  });
  const last = legal.at(-1);
  return last && last.line.bottom - top;
}

/** Spare height goes to the last row beside a description: every other row is as high as its own texts. */
export function rowFaults(found: FoundProgram, { rows }: ProvenProgram, theme: ThemeFile): string[] {
  if (found.parts.length > 1) return [];
  const band = found.parts[0]?.band;
  const [, , description, , ...rest] = found.headers;
  if (!band || !description) return [];
  const beside = band.cells.filter(({ left }) => Math.abs(left - description.left) < 1);
  const years = rest.slice(0, -2);
  return (rows[0] ?? []).flatMap((name) => {
    if (beside.some(({ bottom }) => Math.abs(bottom - name.bottom) < 1)) return [];
    const cells = [
      name,
      ...band.cells.filter(
        (cell) => sameRow(cell, name) && years.some(({ left }) => Math.abs(left - cell.left) < 1),
      ),
    ];
    const lines = Math.max(...cells.map((cell) => cell.lines.length));
    const needed =
      lines * (theme.styles.body?.leading ?? 0) + (2 * theme.padding.vertical + theme.rules.outer) * PT;
    const high = name.bottom - name.top;
    return high > needed + SLACK
      ? [`3: the row 「${name.lines[0]?.text}」 is ${(high - needed).toFixed(1)} pt too high`]
      : [];
  });
}

function sameRow(a: Box, b: Box): boolean {
  return Math.abs(a.top - b.top) < 1 && Math.abs(a.bottom - b.bottom) < 1;
}
