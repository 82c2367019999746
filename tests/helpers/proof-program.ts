/** (e) and (h): what a program's parts show, column by column, is what the edition says, once and in order. */
import { type PlacedLine, Reading } from './align-lines.ts';
import { type ExpectedProgram, line, type Paragraph } from './expected-text.ts';
import type { Band, Box, Cell } from './page-model.ts';

/** A program's table on one page. */
export type Part = { readonly band: Band; readonly page: number; readonly continued: boolean };

/** The chunk of a long text that one part shows. */
export type Chunk = {
  readonly part: number;
  readonly cell: Cell;
  readonly lines: readonly PlacedLine[];
  readonly text: string;
};

export type ProvenProgram = {
  readonly faults: readonly string[];
  readonly placed: readonly PlacedLine[];
  /** The chunks of each 事業の内容, of 結果の説明 and of 会議意見. */
  readonly flows: readonly (readonly Chunk[])[];
  /** For each part the cells of indicators that begin in it. */
  readonly rows: readonly (readonly Cell[])[];
};

/** Columns before the first plan year, and after the last. */
const BEFORE_YEARS = 5;

/**
 * @param headers the middles of the header's columns, by which (h) is proved
 * @param labels of the two bands
 */
export function proveProgram(
  expected: ExpectedProgram,
  parts: readonly Part[],
  headers: readonly Box[],
  labels: readonly [string, string],
): ProvenProgram {
  const proof = new ProgramProof(expected, labels, headers);
  parts.forEach((part, index) => {
    proof.part(part, index);
  });
  return proof.finish(parts.length);
}

class ProgramProof {
  readonly #faults: string[] = [];
  readonly #placed: PlacedLine[] = [];
  readonly #expected: ExpectedProgram;
  readonly #labels: readonly [string, string];
  readonly #headers: readonly Box[];
  readonly #descriptions: Reading[];
  readonly #bands: readonly [Reading, Reading];
  readonly #flows = new Map<Reading, Chunk[]>();
  readonly #rows: Cell[][] = [];
  #activity = 0;
  #row = 0;
  #band = -1;

  constructor(expected: ExpectedProgram, labels: readonly [string, string], headers: readonly Box[]) {
    this.#expected = expected;
    this.#labels = labels;
    this.#headers = headers;
    const name = `事業${expected.number}`;
    this.#descriptions = expected.activities.map(
      ({ description }, index) => new Reading(`${name} 内容${index + 1}`, description),
    );
    this.#bands = [
      new Reading(`${name} 結果`, expected.result),
      new Reading(`${name} 意見`, expected.opinion),
    ];
  }

  part({ band, page, continued }: Part, index: number): void {
    const columns = this.#headers.map(({ left, right }) =>
      band.cells
        .filter((cell) => Math.abs(cell.left - left) < 1 && Math.abs(cell.right - right) < 1)
        .sort((a, b) => a.top - b.top),
    );
    const found = columns.reduce((sum, cells) => sum + cells.length, 0);
    if (found !== band.cells.length) this.#faults.push(`h: page ${page}: a cell stands under no header`);
    this.#identity(columns, page, continued);
    const rows = columns.slice(3, this.#headers.length - 2);
    this.#descriptionColumn(columns[2] as Cell[], rows, page, index);
    this.#bandColumns(columns.at(-2) as Cell[], columns.at(-1) as Cell[], page, index);
  }

  finish(parts: number): ProvenProgram {
    const { activities, number } = this.#expected;
    for (const reading of [...this.#descriptions, ...this.#bands]) {
      reading.finish(this.#faults);
      this.#placed.push(...reading.placed);
    }
    const rows = activities.reduce((sum, { indicators }) => sum + indicators.length, 0);
    if (this.#row !== rows) this.#faults.push(`e: 事業${number}: ${this.#row} of ${rows} indicators printed`);
    if (this.#band !== 1) this.#faults.push(`e: 事業${number}: a band is missing`);
    return {
      faults: this.#faults,
      placed: this.#placed,
      flows: [...this.#descriptions, ...this.#bands].map((reading) => this.#flows.get(reading) ?? []),
      rows: Array.from({ length: parts }, (_, index) => this.#rows[index] ?? []),
    };
  }

  /** Number and name, whole in the first part, （続き） in the others. */
  #identity(columns: readonly Cell[][], page: number, continued: boolean): void {
    const [numbers = [], names = []] = columns;
    const { number, identity, continued: again } = this.#expected;
    if (numbers.length !== 1 || names.length !== 1)
      this.#faults.push(
        `e: page ${page}: 事業${number} has ${numbers.length} numbers and ${names.length} names`,
      );
    this.#whole('番号', numbers[0], [line(number, { kind: 'figure' })], page);
    this.#whole('事業名称', names[0], continued ? again : identity, page);
  }

  /** A cell that shows all of its text at once. */
  #whole(name: string, cell: Cell | undefined, paragraphs: readonly Paragraph[], page: number): void {
    const reading = new Reading(`事業${this.#expected.number} ${name}`, paragraphs);
    if (cell) reading.takeCell(cell, page, this.#faults);
    reading.finish(this.#faults);
    this.#placed.push(...reading.placed);
    for (const { paragraph, from, to } of reading.placed) {
      const torn = paragraph.kind === 'figure' && (from > 0 || to < paragraph.characters.length);
      if (torn)
        this.#faults.push(`h: page ${page}: a figure of 事業${this.#expected.number} is not on one line`);
    }
  }

  /** Each 事業の内容 with the indicators beside it. */
  #descriptionColumn(cells: readonly Cell[], rows: readonly Cell[][], page: number, part: number): void {
    for (const cell of cells) {
      const filled = cell.lines.length > 0;
      if (filled && this.#descriptions[this.#activity]?.done) this.#activity++;
      const reading = this.#descriptions[this.#activity];
      if (filled && reading) this.#chunk(reading, cell, page, part);
      for (const name of rows[0] as Cell[]) {
        if (within(name, cell) && name.lines.length > 0) this.#indicator(name, rows, page, part);
      }
    }
    const loose = (rows[0] as Cell[]).filter((name) => !cells.some((cell) => within(name, cell)));
    if (loose.length > 0) this.#faults.push(`e: page ${page}: an indicator stands beside no description`);
  }

  #indicator(name: Cell, rows: readonly Cell[][], page: number, part: number): void {
    const before = this.#expected.activities.slice(0, this.#activity);
    const first = before.reduce((sum, { indicators }) => sum + indicators.length, 0);
    const expected = this.#expected.activities[this.#activity]?.indicators[this.#row - first];
    if (!expected) {
      this.#faults.push(`e: page ${page}: 「${name.lines[0]?.text}」 stands beside another description`);
      return;
    }
    this.#whole('参考指標', name, expected.name, page);
    expected.cells.forEach((paragraphs, index) => {
      const beside = rows[index + 1]?.find(
        (cell) => same(cell.top, name.top) && same(cell.bottom, name.bottom),
      );
      this.#whole(`指標${this.#row + 1} 列${index + BEFORE_YEARS - 1}`, beside, paragraphs, page);
    });
    this.#row++;
    this.#rows[part] = [...(this.#rows[part] ?? []), name];
  }

  /** Labels and long texts: each label once a part, in order. */
  #bandColumns(labels: readonly Cell[], texts: readonly Cell[], page: number, part: number): void {
    if (labels.length !== texts.length || labels.length === 0)
      this.#faults.push(`e: page ${page}: ${labels.length} labels beside ${texts.length} texts`);
    labels.forEach((label, index) => {
      const text = texts[index];
      if (!text || !same(text.top, label.top) || !same(text.bottom, label.bottom)) return;
      const shown = withoutSpaces(label.lines.map((each) => each.text).join(''));
      const at = this.#labels.findIndex((each) => withoutSpaces(each) === shown);
      const goesOn = part > 0 && index === 0;
      if (at !== this.#band + 1 && !(goesOn && at === this.#band)) {
        this.#faults.push(
          `e: page ${page}: 事業${this.#expected.number}: label 「${shown}」 is out of order`,
        );
        return;
      }
      if (at === 1 && !this.#bands[0].done)
        this.#faults.push(`e: page ${page}: 意見 begins before 結果 has ended`);
      this.#band = at;
      this.#whole('見出し', label, [line(this.#labels[at] as string)], page);
      this.#chunk(this.#bands[at] as Reading, text, page, part);
    });
  }

  #chunk(reading: Reading, cell: Cell, page: number, part: number): void {
    const before = reading.placed.length;
    reading.takeCell(cell, page, this.#faults);
    const lines = reading.placed.slice(before);
    const text = cell.lines.map((each) => each.text).join('');
    if (lines.length === 0) return;
    this.#flows.set(reading, [...(this.#flows.get(reading) ?? []), { part, cell, lines, text }]);
  }
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 1;
}

function within(inner: Box, outer: Box): boolean {
  return inner.top > outer.top - 1 && inner.bottom < outer.bottom + 1;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '');
}
