/**
 * The proof from outside: whether a finished PDF keeps the page rules, told from its traced glyphs and rules and from
 * the edition it should show. Nothing of the program's own arithmetic is used.
 */
import type { Diagnostic } from '../../src/ground/diagnostic.ts';
import { expectedSections } from './expected-text.ts';
import { modelPage } from './page-model.ts';
import { blankFaults, rowFaults } from './proof-blank.ts';
import { followBook } from './proof-book.ts';
import { boxFaults } from './proof-boxes.ts';
import { furnitureFaults } from './proof-furniture.ts';
import { columnFaults, lineFaults } from './proof-lines.ts';
import { proveProgram } from './proof-program.ts';
import { tearFaults } from './proof-tears.ts';
import { type Sample, themeFile } from './sample.ts';
import type { TracedPage } from './trace.ts';

/**
 * @param pages the finished PDF, traced
 * @returns every fault found, each beginning with the letter or rule it breaks; empty is the proof
 */
export function pageFaults(
  pages: readonly TracedPage[],
  { edition, theme: change }: Sample,
  diagnostics: readonly Diagnostic[],
): string[] {
  const theme = themeFile(change);
  const sections = expectedSections(edition);
  const models = pages.map((page, index) => modelPage(page, index + 1, theme));
  const { labels, years } = edition;
  const book = followBook(
    models,
    sections,
    { continued: labels.continued, ...years, years: years.plan },
    theme,
  );
  const programs = sections.flatMap(({ programs: all }) => all);
  const proven = book.programs.map(({ parts, headers }, index) => {
    const expected = programs[index];
    return expected ? proveProgram(expected, parts, headers, [labels.result, labels.opinion]) : undefined;
  });
  const forced = forcedPieces(diagnostics);
  return [
    ...models.flatMap((model) => boxFaults(model, theme)),
    ...book.faults,
    ...(book.programs.length === programs.length
      ? []
      : [`e: ${book.programs.length} of ${programs.length} programs`]),
    ...proven.flatMap((each) => [...(each?.faults ?? []), ...lineFaults(each?.placed ?? [], theme, forced)]),
    ...proven.flatMap((each) =>
      columnFaults(
        (each?.flows ?? []).flat().flatMap(({ lines }) => lines),
        theme,
      ),
    ),
    ...lineFaults(book.headings, theme, forced),
    ...book.programs.flatMap((found, index) => {
      const each = proven[index];
      const name = `事業${programs[index]?.number}`;
      return each ? [...tearFaults(name, found, each, models, theme), ...rowFaults(found, each, theme)] : [];
    }),
    ...models.slice(-2, -1).flatMap((model) => {
      const next = models.at(-1);
      const at = book.programs.findIndex(({ parts }) => parts.some(({ page }) => page === next?.number));
      const [found, each] = [book.programs[at], proven[at]];
      return next && found && each ? blankFaults(model, found, each, next, theme) : [];
    }),
    ...models.flatMap((model) => furnitureFaults(model, furnitureOf(model.number))),
  ];

  function furnitureOf(number: number) {
    const first =
      book.programs.findLast(({ parts }) => parts.some(({ page }) => page < number))?.section ?? 0;
    const opening =
      book.programs.find(({ parts }) => parts.some(({ page }) => page === number))?.section ?? first;
    const { title, subtitle } = edition.plan;
    return {
      title: `${title}${subtitle === '' ? '' : `（${subtitle}）`}${edition.table.title}`,
      goal: sections[opening]?.runningGoal ?? '',
      city: edition.city,
      pages: models.length,
      issued: '令和7年7月29日',
    };
  }
}

/** What was reported as broken because it is wider than its column, without white space. */
function forcedPieces(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .filter(({ code }) => code === 'forced-break')
    .flatMap(forcedPiece)
    .map((piece) => piece.replace(/\s/gu, ''));
}

/**
 * As the message quotes it; where that is shortened, as it was typed too (a unit is not), with the mark all the same: of
 * pieces that begin alike in one text only one is told.
 */
function forcedPiece({ message, span }: Diagnostic): string[] {
  const quoted = /^「([\s\S]*)」は列の幅より長いため/u.exec(message)?.[1] ?? '';
  if (!quoted.endsWith('…') || !span) return [quoted];
  const typed = [...(span.sourceLine ?? '')].slice(span.start.column - 1, span.end.column - 1).join('');
  return [quoted, `${typed}…`];
}
