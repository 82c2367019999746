/**
 * (k): the text layer is the text. What each element of the structure says, and what stands in bookmarks, heads and
 * feet, is what the edition says, space for space; two readers find the same characters in the file.
 */
import type { Edition } from '../../src/content/edition.ts';
import {
  type ExpectedProgram,
  type ExpectedSection,
  expectedSections,
  line,
  type Paragraph,
} from './expected-text.ts';
import { elementsIn, readStructure, type Structure, type StructureNode, textOf } from './pdf-structure.ts';
import type { TracedPage } from './trace.ts';

/** @param pages the same file as MuPDF sees it */
export async function textFaults(
  bytes: Uint8Array,
  edition: Edition,
  pages: readonly TracedPage[],
): Promise<string[]> {
  const structure = await readStructure(bytes);
  const sections = expectedSections(edition);
  return [
    ...structure.faults,
    ...headingFaults(structure.root, sections),
    ...headerFaults(structure.root, edition),
    ...programFaults(structure.root, edition, sections),
    ...bookmarkFaults(structure, sections),
    ...furnitureFaults(structure, edition, sections),
    ...readerFaults(structure, pages),
  ].map((fault) => `k: ${fault}`);
}

function compare(name: string, found: string, expected: string): string[] {
  if (found === expected) return [];
  const at = [...found].findIndex((character, index) => character !== [...expected][index]);
  const from = Math.max(0, at < 0 ? found.length - 10 : at - 10);
  const shown = (text: string) => JSON.stringify([...text].slice(from, from + 30).join(''));
  return [`${name}: ${shown(found)} where ${shown(expected)} is meant`];
}

/** Compares things in a row, as many as there are. */
function compareAll(name: string, found: readonly string[], expected: readonly string[]): string[] {
  const length = Math.max(found.length, expected.length);
  return Array.from({ length }, (_, index) =>
    compare(`${name} ${index + 1}`, found[index] ?? '', expected[index] ?? ''),
  ).flat();
}

function headingFaults(root: StructureNode, sections: readonly ExpectedSection[]): string[] {
  const texts = (type: string) => elementsIn(root, type).map(textOf);
  const goals = sections.flatMap(({ goal }) => goal ?? []);
  return [
    ...compareAll('goal', texts('H1'), goals),
    ...compareAll(
      'measure',
      texts('H2'),
      sections.map(({ measure }) => measure),
    ),
  ];
}

const HEADER = [
  '番号',
  '事業名称(担当課)',
  '事業の内容',
  '参考指標',
  '実績',
  '計画(年度)/実績(数値があるもののみ)',
  '結果(年度)',
];

function headerFaults(root: StructureNode, { years }: Edition): string[] {
  const expected = [...HEADER, years.baseline, ...years.plan, years.reporting];
  return elementsIn(root, 'THead').flatMap((head) =>
    compareAll('header', elementsIn(head, 'TH').map(textOf), expected),
  );
}

function programFaults(
  root: StructureNode,
  { labels }: Edition,
  sections: readonly ExpectedSection[],
): string[] {
  const bodies = elementsIn(root, 'TBody');
  const programs = sections.flatMap((section) => section.programs);
  if (bodies.length !== programs.length) return [`${bodies.length} bodies for ${programs.length} programs`];
  return programs.flatMap((program, index) => {
    const cells = elementsIn(bodies[index] as StructureNode).filter(
      ({ type }) => type === 'TD' || type === 'TH',
    );
    const expected = expectedCells(program, [labels.result, labels.opinion]);
    const name = `事業${program.number}`;
    if (cells.length !== expected.length) return [`${name}: ${cells.length} of ${expected.length} cells`];
    return expected.flatMap((paragraphs, at) =>
      cellFaults(`${name} cell ${at + 1}`, cells[at] as StructureNode, paragraphs),
    );
  });
}

/** A program's cells in reading order: a row for each indicator, and one for the opinion. */
function expectedCells(
  { number, identity, activities, result, opinion }: ExpectedProgram,
  labels: readonly [string, string],
): (readonly Paragraph[])[] {
  const cells: (readonly Paragraph[])[] = [[line(number)], identity];
  activities.forEach(({ description, indicators }, activity) => {
    cells.push(description);
    indicators.forEach(({ name, cells: years }, indicator) => {
      cells.push(name, ...years);
      if (activity === 0 && indicator === 0) cells.push([line(labels[0])], result);
    });
  });
  return [...cells, [line(labels[1])], opinion];
}

/** A text of one paragraph is the cell's own; the others have elements of theirs. */
function cellFaults(name: string, cell: StructureNode, paragraphs: readonly Paragraph[]): string[] {
  const expected = paragraphs.map(({ text }) => text);
  const inside = elementsIn(cell).filter(({ type }) => type === 'P' || type === 'LBody');
  return inside.length > 0
    ? compareAll(name, inside.map(textOf), expected)
    : compare(name, textOf(cell), expected.join(''));
}

function bookmarkFaults({ marked }: Structure, sections: readonly ExpectedSection[]): string[] {
  const expected = sections.flatMap(({ goal, measure, programs }) => [
    ...(goal === undefined ? [] : [goal]),
    measure,
    ...programs.map(({ number, identity }) => `${number} ${identity[0]?.text}`),
  ]);
  return compareAll('bookmark', marked.bookmarks, expected);
}

/** Heads and feet end each page's content. */
function furnitureFaults(
  { marked }: Structure,
  edition: Edition,
  sections: readonly ExpectedSection[],
): string[] {
  const { title, subtitle } = edition.plan;
  const head = `${title}${subtitle === '' ? '' : `（${subtitle}）`}${edition.table.title}`;
  const goals = new Set(sections.map(({ runningGoal }) => runningGoal));
  return marked.artifacts.flatMap((texts, index) => {
    const foot = `${edition.city}${index + 1} / ${marked.pages.length}令和7年7月29日`;
    const shown = texts.join('');
    const whole = [...goals].some((goal) => shown.endsWith(head + goal + foot));
    return whole ? [] : [`head and foot of page ${index + 1}: ${JSON.stringify(shown.slice(-120))}`];
  });
}

/** pdfjs and MuPDF read the same characters in the same order. */
function readerFaults({ marked }: Structure, pages: readonly TracedPage[]): string[] {
  return compareAll(
    'page',
    pages.map(({ glyphs }) => glyphs.map(({ text }) => text).join('')),
    marked.pages,
  );
}
