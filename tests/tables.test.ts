/** The tables of the R6 edition, made by the compiled program and read back from the outside by pdfjs. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadEdition } from '../src/content/index.ts';
import { disk } from '../src/ground/world.ts';
import { type Cell, cellAt, cellsAlong, inReadingOrder, textIn, withoutSpaces } from './helpers/cells.ts';
import type { Pdf, PdfPage, Run } from './helpers/pdf.ts';
import { readPdf } from './helpers/pdf.ts';
import { contentOperators, objectsOfType, type PdfObject, pdfObjects } from './helpers/pdf-file.ts';
import { buildTables } from './helpers/program.ts';
import { TABLE, YEARS } from './helpers/r6-table.ts';
import { ROOT } from './helpers/sources.ts';

let bytes: Buffer;
let pdf: Pdf;
let objects: PdfObject[];

beforeAll(async () => {
  bytes = await buildTables();
  pdf = await readPdf(bytes);
  objects = pdfObjects(bytes);
});

const MM = 72 / 25.4;

describe('paper', () => {
  test('is A4 landscape', () => {
    for (const { width, height } of pdf.pages) {
      expect(width).toBeCloseTo(841.89, 1);
      expect(height).toBeCloseTo(595.28, 1);
    }
  });

  test('is a handful of sheets', () => {
    expect(pdf.pages.length).toBeGreaterThanOrEqual(4);
    expect(pdf.pages.length).toBeLessThanOrEqual(9);
  });

  test('has a margin all round, wider where it is bound', () => {
    for (const { runs, rules, fills, width, height } of pdf.pages) {
      const ink = [...rules, ...fills, ...runs.map(boxOf)];
      expect(Math.min(...ink.map(({ x1 }) => x1))).toBeGreaterThan(14.9 * MM);
      expect(Math.max(...ink.map(({ x2 }) => x2))).toBeLessThan(width - 9.9 * MM);
      expect(Math.min(...ink.map(({ y1 }) => y1))).toBeGreaterThan(5 * MM);
      expect(Math.max(...ink.map(({ y2 }) => y2))).toBeLessThan(height - 5 * MM);
    }
  });
});

describe('the table', () => {
  test('has its header on every page', () => {
    for (const page of pdf.pages) {
      const printed = page.runs.map(({ text }) => text);
      for (const word of [
        '番号',
        '事業名称',
        '(担当課)',
        '事業の内容',
        '参考指標',
        '実績',
        '結果(年度)',
        ...YEARS,
      ])
        expect(printed).toContain(word);
    }
  });

  test.each(TABLE)(
    '$measure #$number $indicator',
    ({ measure, number, name, departments, indicator, cells }) => {
      const [row, ...others] = cellsOf('参考指標').filter(
        ({ page, cell }) => textIn(page, cell) === indicator,
      );
      expect(others).toEqual([]);
      const { page, cell } = row as PlacedCell;
      const y = (cell.top + cell.bottom) / 2;
      const at = (header: string) => textIn(page, cellAt(page, columnMiddle(page, header), y) as Cell);
      expect(YEARS.map(at)).toEqual(cells);
      expect(at('番号')).toBe(number);
      const identity = at('事業名称');
      expect([`${name}(${departments})＜重点事業＞`, `${name.replace(/①.*/, '')}（続き）`]).toContain(
        identity,
      );
      expect(headingAbove(page, y)).toMatch(new RegExp(`^${measure}\\.`));
    },
  );

  test('holds these indicators and no others, in this order', () => {
    expect(
      cellsOf('参考指標')
        .map(({ page, cell }) => textIn(page, cell))
        .filter((text) => text !== ''),
    ).toEqual(TABLE.map(({ indicator }) => indicator));
  });

  test('names every program once, apart from reprints, with department and mark', () => {
    const printed = cellsOf('事業名称').map(({ page, cell }) => textIn(page, cell));
    const wanted = TABLE.map(({ name, departments }) => `${name}(${departments})＜重点事業＞`);
    expect(printed.filter((text) => !text.endsWith('（続き）'))).toEqual([...new Set(wanted)]);
  });
});

describe('prose', () => {
  const { edition } = loadEdition(disk, `${ROOT}content/R6`).value ?? {};
  const programs = (edition?.measures ?? []).flatMap((measure) => measure.programs);

  test('every 事業の内容 is there, whole and in order', () => {
    const typed = programs.flatMap(({ activities }) => activities.map(({ description }) => description));
    expect(textOfColumn('事業の内容')).toBe(withoutSpaces(typed.join('')));
  });

  test('every 結果の説明 and 会議意見 is there, whole and in order', () => {
    const typed = programs.map(({ result, opinion }) => result + opinion);
    expect(textOfColumn('結果(年度)')).toBe(withoutSpaces(typed.join('')));
  });

  test('every goal and measure has its heading, where it changes', () => {
    const headings = pdf.pages.flatMap(({ runs }) => lines(runs.filter(({ size }) => size > 8)));
    const wanted = (edition?.measures ?? []).flatMap(({ measure, title }, index, all) => {
      const goalOf = (one: string | undefined) => one?.split('-')[0];
      const goal = edition?.goals.find((one) => one.number === goalOf(measure));
      const opens = goalOf(measure) !== goalOf(all[index - 1]?.measure);
      return [...(opens ? [`目標${goal?.number}${goal?.title}`] : []), `${measure}.${title}`];
    });
    expect(headings.filter((heading) => !heading.endsWith('（続き）'))).toEqual(wanted.map(withoutSpaces));
  });
});

describe('head and foot', () => {
  test('count the pages', () => {
    const count = pdf.pages.length;
    pdf.pages.forEach(({ runs }, index) => {
      expect(lines(furniture(runs).foot)).toEqual([`小金井市${index + 1}/${count}令和7年7月29日`]);
    });
  });

  test('name plan, table and the goal the page begins with', () => {
    const title = 'のびゆくこどもプラン小金井（第2期小金井市子ども・子育て支援事業計画）事業進捗状況評価表3';
    for (const { runs } of pdf.pages)
      expect(lines(furniture(runs).head)[0]).toMatch(new RegExp(`^${title}目標[1236]`));
  });

  test('keep clear of the body', () => {
    for (const { runs, rules, fills } of pdf.pages) {
      const { head, foot, body } = furniture(runs);
      const ink = [...rules, ...fills, ...body.map(boxOf)];
      expect(Math.max(...head.map((run) => boxOf(run).y2))).toBeLessThan(
        Math.min(...ink.map(({ y1 }) => y1)),
      );
      expect(Math.min(...foot.map((run) => boxOf(run).y1))).toBeGreaterThan(
        Math.max(...ink.map(({ y2 }) => y2)),
      );
    }
  });
});

describe('ink', () => {
  test('every text in the table stays inside its cell', () => {
    for (const page of pdf.pages) {
      for (const run of page.runs) {
        const cell = cellAt(page, run.x + 0.1, run.y - run.size / 2);
        if (!cell || furniture([run]).body.length === 0 || run.size > 8) continue;
        const box = boxOf(run);
        expect([run.text, box.x2 <= cell.right && box.y1 >= cell.top && box.y2 <= cell.bottom]).toEqual([
          run.text,
          true,
        ]);
      }
    }
  });

  test('no two texts lie on each other', () => {
    for (const { runs } of pdf.pages) {
      const boxes = runs.filter(({ text }) => text.trim() !== '').map(boxOf);
      const clashes = boxes.filter((a, index) =>
        boxes
          .slice(index + 1)
          .some((b) => overlap(a.x1, a.x2, b.x1, b.x2) > 0.1 && overlap(a.y1, a.y2, b.y1, b.y2) > 0.1),
      );
      expect(clashes).toEqual([]);
    }
  });

  test('is black and grey, without transparency', () => {
    const allowed = [
      'BDC',
      'BMC',
      'BT',
      'EMC',
      'ET',
      'G',
      'S',
      'Tc',
      'Td',
      'Tf',
      'Tj',
      'Tz',
      'cm',
      'f',
      'g',
      'l',
      'm',
      'q',
      'Q',
      're',
      'w',
    ];
    expect([...contentOperators(objects)].filter((operator) => !allowed.includes(operator))).toEqual([]);
    expect(
      objects.filter(({ text }) => /\/(ca|CA|SMask|Group|Shading|Pattern|XObject)\b/.test(text)),
    ).toEqual([]);
  });
});

describe('fonts', () => {
  test('are embedded and hold only what is used', () => {
    const descriptors = objectsOfType(objects, 'FontDescriptor');
    expect(descriptors.length).toBeGreaterThanOrEqual(2);
    for (const { text } of descriptors) {
      expect(text).toMatch(/\/FontName \/[A-Z]{6}\+/);
      expect(text).toMatch(/\/FontFile[23] \d+ 0 R/);
    }
    expect(bytes.length).toBeLessThan(1_000_000);
  });

  test('have no letter that is not embedded', () => {
    const faces = objectsOfType(objects, 'Font').map(
      ({ text }) => /\/BaseFont \/(\S+)/.exec(text)?.[1] ?? '',
    );
    expect(faces.filter((name) => !/^[A-Z]{6}\+(BIZUDPGothic|NotoSansJP)-/.test(name))).toEqual([]);
  });

  test('never show a box for a missing letter', () => {
    const glyphs = pdf.pages.flatMap(({ runs }) => runs.flatMap((run) => run.glyphs));
    expect(glyphs.filter(({ code, text }) => code === 0 || text === '' || text === '\ufffd')).toEqual([]);
    expect(glyphs.filter(({ text, inFont }) => text.trim() !== '' && !inFont)).toEqual([]);
  });
});

describe('the file', () => {
  test('asks to be printed as it is', () => {
    expect(pdf.preferences).toMatchObject({
      PrintScaling: 'None',
      Duplex: 'DuplexFlipShortEdge',
      DisplayDocTitle: true,
    });
  });

  test('says what it is, and names no machine and no hour', () => {
    expect(pdf.info).toMatchObject({
      Title: 'のびゆくこどもプラン 小金井（第2期小金井市子ども・子育て支援事業計画）事業進捗状況評価表3',
      Author: '小金井市',
      Language: 'ja-JP',
      CreationDate: 'D:20250729000000Z',
      ModDate: 'D:20250729000000Z',
    });
    expect(bytes.includes(ROOT)).toBe(false);
  });
});

type PlacedCell = { readonly page: PdfPage; readonly cell: Cell };

/** The body cells of a column, by its header, in the order of the book. */
function cellsOf(header: string): PlacedCell[] {
  return pdf.pages.flatMap((page) => {
    const headers = headerCells(page, '参考指標');
    return cellsAlong(page, columnMiddle(page, header))
      .filter((cell) => !headers.some(({ top, bottom }) => cell.top < bottom - 1 && cell.bottom > top + 1))
      .map((cell) => ({ page, cell }));
  });
}

function headerCells(page: PdfPage, header: string): Cell[] {
  return page.runs
    .filter(({ text }) => text === header)
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .flatMap((run) => cellAt(page, run.x + 0.1, run.y - run.size / 2) ?? []);
}

/** Where a column stands; of the result's two, the text. */
function columnMiddle(page: PdfPage, header: string): number {
  const { left, right } = headerCells(page, header)[0] as Cell;
  return header === '結果(年度)' ? right - 5 : (left + right) / 2;
}

function textOfColumn(header: string): string {
  return cellsOf(header)
    .map(({ page, cell }) => textIn(page, cell))
    .join('');
}

/** The last heading above a height. */
function headingAbove({ runs }: PdfPage, y: number): string {
  const above = runs.filter((run) => run.size > 8 && run.y < y);
  const lowest = Math.max(...above.map((run) => run.y));
  return inReadingOrder(above.filter((run) => Math.abs(run.y - lowest) < 1));
}

/** Runs line by line. */
function lines(runs: readonly Run[]): string[] {
  const levels = [...new Set(runs.map(({ y }) => y.toFixed(1)))].sort((a, b) => Number(a) - Number(b));
  return levels.map((level) => inReadingOrder(runs.filter(({ y }) => y.toFixed(1) === level)));
}

/** What stands in the upper and lower margin, and the rest. */
function furniture(runs: readonly Run[]): { head: Run[]; foot: Run[]; body: Run[] } {
  const head = runs.filter(({ y }) => y < 17 * MM);
  const foot = runs.filter(({ y }) => y > (210 - 13) * MM);
  return { head, foot, body: runs.filter((run) => !head.includes(run) && !foot.includes(run)) };
}

/** The em boxes of a run. */
function boxOf({ x, y, width, size }: Run) {
  return { x1: x, x2: x + width, y1: y - 0.88 * size, y2: y + 0.12 * size };
}

function overlap(fromA: number, toA: number, fromB: number, toB: number): number {
  return Math.min(toA, toB) - Math.max(fromA, fromB);
}
