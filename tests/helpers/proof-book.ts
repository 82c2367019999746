/** (d) (e) (i): the blocks of all pages in order: headings, headers, programs and their parts; furniture. */
import { type PlacedLine, Reading } from './align-lines.ts';
import { type ExpectedSection, line } from './expected-text.ts';
import type { Band, Box, HeadingLine, PageModel, TextLine } from './page-model.ts';
import type { Part } from './proof-program.ts';
import type { ThemeFile } from './sample.ts';

/** A program where it was found. */
export type FoundProgram = {
  readonly section: number;
  readonly parts: readonly Part[];
  /** Columns as the header above the first part shows them; the last one in two. */
  readonly headers: readonly Box[];
  /** Upper edge of what must stay with the first part: its headings, or itself. */
  readonly top: number;
  /** How high headings are that a page of its own would begin with. */
  readonly above: number;
};

export type FoundBook = {
  readonly faults: readonly string[];
  readonly programs: readonly FoundProgram[];
  readonly headings: readonly PlacedLine[];
};

type Texts = {
  readonly continued: string;
  readonly years: readonly string[];
  readonly baseline: string;
  readonly reporting: string;
};

/** Follows the book through its pages. */
export function followBook(
  models: readonly PageModel[],
  sections: readonly ExpectedSection[],
  texts: Texts,
  theme: ThemeFile,
): FoundBook {
  const walk = new Walk(sections, texts, theme);
  for (const model of models) walk.page(model);
  return walk.finish();
}

type Open = { section: number; parts: Part[]; headers: readonly Box[]; top: number; above: number };

class Walk {
  readonly #faults: string[] = [];
  readonly #programs: Open[] = [];
  readonly #headings: PlacedLine[] = [];
  readonly #sections: readonly ExpectedSection[];
  readonly #texts: Texts;
  readonly #theme: ThemeFile;
  #section = -1;
  /** Programs of the section found so far. */
  #count = 0;
  #headers: readonly Box[] = [];
  /** Height of measure line and header, once seen. */
  #reopening = 0;

  constructor(sections: readonly ExpectedSection[], texts: Texts, theme: ThemeFile) {
    this.#sections = sections;
    this.#texts = texts;
    this.#theme = theme;
  }

  page(model: PageModel): void {
    const { blocks, number } = model;
    const last = blocks.at(-1);
    let index = 0;
    if (last?.kind !== 'band' || isHeader(last)) this.#fault(number, 'd: the last block is no program');
    while (index < blocks.length) {
      const begin = index;
      while (blocks[index]?.kind === 'line') index++;
      const lines = blocks.slice(begin, index) as HeadingLine[];
      const header = blocks[index];
      if (lines.length === 0 || header?.kind !== 'band' || !isHeader(header)) {
        this.#fault(number, 'd: a table has no heading or no header');
        return;
      }
      this.#heading(lines, header, begin === 0, number);
      index++;
      const first = index;
      for (; blocks[index]?.kind === 'band'; index++) {
        const above = index === first ? begin : index;
        this.#part(blocks[index] as Band, blocks[above] as Box, number, index === first && begin === 0);
      }
      if (index === first) this.#fault(number, 'd: a header has no program below it');
    }
  }

  finish(): FoundBook {
    const whole = this.#section === this.#sections.length - 1 && this.#isComplete();
    if (!whole)
      this.#faults.push(`e: the book ends in section ${this.#section + 1} of ${this.#sections.length}`);
    return { faults: this.#faults, programs: this.#programs, headings: this.#headings };
  }

  #isComplete(): boolean {
    return this.#section < 0 || this.#count === this.#sections[this.#section]?.programs.length;
  }

  #fault(page: number, fault: string): void {
    this.#faults.push(`page ${page}: ${fault}`);
  }

  /** Heading lines and the header below them: a section's beginning, or the reprint that opens a page. */
  #heading(lines: readonly HeadingLine[], header: Band, opensPage: boolean, page: number): void {
    const goesOn = opensPage && this.#section >= 0 && lines.at(-1)?.line.text.includes(this.#texts.continued);
    if (!goesOn) {
      if (!this.#isComplete()) this.#fault(page, 'd: a section begins before the last one has ended');
      this.#section++;
      this.#count = 0;
    }
    const section = this.#sections[this.#section];
    if (!section) {
      this.#fault(page, 'e: a section too many');
      return;
    }
    const expected = goesOn
      ? [line(section.measure + this.#texts.continued, { bold: true })]
      : [...(section.goal === undefined ? [] : [section.goal]), section.measure].map((text) =>
          line(text, { bold: true }),
        );
    const reading = new Reading(`heading of ${section.measure}`, expected);
    for (const each of lines) reading.take(each.line, undefined, page, this.#faults);
    reading.finish(this.#faults);
    this.#headings.push(...reading.placed);
    const measureLine = reading.placed.find(
      ({ paragraph, from }) => paragraph === expected.at(-1) && from === 0,
    );
    if (measureLine) this.#reopening = header.bottom - topOfLine(measureLine.line, this.#theme);
    this.#headers = this.#header(header, page);
  }

  /** The header's texts, and the columns they name. */
  #header(header: Band, page: number): Box[] {
    const { baseline, years, reporting } = this.#texts;
    const expected = [
      [
        '番号',
        '事業名称(担当課)',
        '事業の内容',
        '参考指標',
        '実績',
        '計画(年度)/実績(数値があるもののみ)',
        '結果(年度)',
      ],
      [baseline, ...years, reporting],
    ];
    const rows = [header.top, ...header.cells.map(({ top }) => top)].filter(
      (top, index, all) => all.findIndex((other) => Math.abs(other - top) < 1) === index,
    );
    const cellsOf = (row: number) =>
      header.cells.filter(({ top }) => Math.abs(top - (rows[row] ?? 0)) < 1).sort((a, b) => a.left - b.left);
    const shown = [0, 1].map((row) =>
      cellsOf(row).map(({ lines }) =>
        lines
          .map(({ text }) => text)
          .join('')
          .replace(/\s/gu, ''),
      ),
    );
    if (JSON.stringify(shown) !== JSON.stringify(expected)) this.#fault(page, `d: the header reads ${shown}`);
    return [...cellsOf(0).slice(0, 4), ...cellsOf(1)];
  }

  #part(band: Band, above: Box, page: number, opensPage: boolean): void {
    const name = band.cells.filter(({ left }) => Math.abs(left - (this.#headers[1]?.left ?? 0)) < 1)[0];
    const text = name?.lines.map((each) => each.text).join('') ?? '';
    const continued = text.endsWith(this.#texts.continued);
    const headers = splitLast(this.#headers, band);
    const open = this.#programs.at(-1);
    if (continued) {
      if (!opensPage || open?.parts.at(-1)?.page !== page - 1)
        this.#fault(page, `d: 「${text}」 goes on in the middle of a page`);
      open?.parts.push({ band, page, continued });
      return;
    }
    this.#count++;
    const top = above.top === band.top ? band.top : topOf(above, this.#theme);
    const headings = above.top === band.top ? this.#reopening : band.top - top;
    this.#programs.push({
      section: this.#section,
      parts: [{ band, page, continued }],
      headers,
      top,
      above: headings,
    });
  }
}

/** Where the leading of a heading's first line begins. */
function topOf(block: Box, theme: ThemeFile): number {
  return 'line' in block ? topOfLine(block.line as TextLine, theme) : block.top;
}

function topOfLine({ baseline, size }: TextLine, { styles }: ThemeFile): number {
  const leading = size === styles.goal?.size ? styles.goal.leading : (styles.measure?.leading ?? 0);
  return baseline - 0.88 * size - (leading - size) / 2;
}

function isHeader(band: Band): boolean {
  return band.cells[0]?.lines.map(({ text }) => text).join('') === '番号';
}

/** 結果(年度) stands above two columns of a program: label and text. */
function splitLast(headers: readonly Box[], band: Band): Box[] {
  const last = headers.at(-1);
  const middle = band.cells.find(
    ({ left, right }) => last && left > last.left + 1 && right <= last.right + 1,
  )?.left;
  if (!last || middle === undefined) return [...headers];
  return [...headers.slice(0, -1), { ...last, right: middle }, { ...last, left: middle }];
}
