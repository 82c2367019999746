/** The judged files as a table of plain text. */
import type { Judged } from './judge.ts';

const HEADS = ['file', 'pages', 'rules', 'checks', 'failures'];

/** Lines of an example are cut: the whole is in the report of the failing test. */
const LONGEST = 160;

/** A row a file, rules and checks those that passed; below a row, what is said against the file. */
export function describeTable(rows: readonly (Judged & { readonly name: string })[]): string {
  const cells = rows.map(({ name, pages, counts, complaints }) => [
    name,
    String(pages),
    String(counts.rulesPassed),
    String(counts.checksPassed),
    String(complaints.length),
  ]);
  const widths = HEADS.map((head, column) =>
    Math.max(...[head, ...cells.map((row) => row[column] ?? '')].map(widthOf)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] as number) - widthOf(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join('  ');
  const body = cells.flatMap((row, index) => [
    line(row),
    ...(rows[index]?.complaints ?? []).map(({ judge, text }) => `    ${judge} ${text}`.slice(0, LONGEST)),
  ]);
  return `${[line(HEADS), ...body].join('\n')}\n`;
}

/** Columns of a terminal: full-width characters take two. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2000' ? 2 : 1), 0);
}
