/** Every PDF as a screen reader reads it: structure tree, heads of cells, lists, links, figures, artifacts. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadEdition } from '../src/content/index.ts';
import { disk } from '../src/ground/world.ts';
import { withoutSpaces } from './helpers/cells.ts';
import { readNavigation } from './helpers/pdf-navigation.ts';
import {
  elementsIn,
  pagesOf,
  readStructure,
  type Structure,
  type StructureNode,
  textOf,
  wordsOf,
} from './helpers/pdf-structure.ts';
import { buildOnce, buildTables } from './helpers/program.ts';
import { TABLE, type TableRow, YEARS } from './helpers/r6-table.ts';
import { ROOT } from './helpers/sources.ts';
import { composeBytes } from './long/compose-folder.ts';

const edition = loadEdition(disk, `${ROOT}content/R6`).value?.edition;
const programs = (edition?.measures ?? []).flatMap((measure) => measure.programs);

describe.each([['screen'], ['print']])('the %s booklet', (profile) => {
  let structure: Structure;

  beforeAll(async () => {
    structure = await readStructure(await buildOnce('--profile', profile));
  });

  test('hangs together: every mark has one element, and leads back to it', () => {
    expect(structure.faults).toEqual([]);
    expect(structure.root.type).toBe('Document');
  });

  test('is marked, says its language and shows its title', () => {
    const { MarkInfo, Lang, ViewerPreferences } = structure.catalogue;
    expect(MarkInfo).toEqual({ Marked: true });
    expect(Lang).toEqual({ text: 'ja-JP' });
    expect(ViewerPreferences).toMatchObject({ DisplayDocTitle: true });
  });

  test('has headings that begin with the first level and skip none', () => {
    const levels = elementsIn(structure.root).flatMap(({ type }) => /^H(\d)$/.exec(type)?.[1] ?? []);
    expect(levels[0]).toBe('1');
    levels.forEach((level, index) => {
      expect(Number(level)).toBeLessThanOrEqual(Number(levels[index - 1] ?? 0) + 1);
    });
  });

  test('has a heading for every goal, measure and part, once', () => {
    const headings = elementsIn(structure.root)
      .filter(({ type }) => /^H\d$/.test(type))
      .map(wordsOf);
    for (const { measure, title } of edition?.measures ?? [])
      expect(
        headings.filter((words) => words === withoutSpaces(`${measure}.${title}`)).length,
      ).toBeGreaterThan(0);
    expect(headings.filter((words) => words.endsWith('（続き）'))).toEqual([]);
    expect(headings.filter((words) => words === '目次')).toEqual(['目次']);
  });

  test('has nothing between rows and cells but cells, and each row is whole', () => {
    for (const table of elementsIn(structure.root, 'Table')) {
      expect(table.kids.map(typeOf).filter((type) => !['THead', 'TBody'].includes(type))).toEqual([]);
      const widths = new Set(gridOf(table).map((row) => row.length));
      expect(widths.size).toBe(1);
      expect(gridOf(table).flat().includes(undefined)).toBe(false);
    }
  });

  test('has a sentence and a box for every chart', () => {
    const figures = elementsIn(structure.root, 'Figure');
    expect(figures.length).toBeGreaterThan(5);
    for (const { alt, attributes, kids } of figures) {
      expect(alt).toMatch(/[。）]$/);
      const [left, bottom, right, top] = attributes.BBox as number[] as [number, number, number, number];
      expect([left > 0, bottom > 0, right > left, top > bottom, right < 900]).toEqual(Array(5).fill(true));
      expect(kids.length).toBe(1);
    }
  });

  test('names a department, its programs and their pages in the index', () => {
    const [index] = elementsIn(structure.root, 'Table').filter((table) =>
      wordsOf(table).startsWith('担当課施策番号'),
    );
    const names = elementsIn(index as StructureNode, 'TH').map(wordsOf);
    for (const department of new Set(programs.flatMap(({ departments }) => departments)))
      expect(names).toContain(department);
  });
});

describe('links of the screen booklet', () => {
  test('are one an entry of the contents, with the page it names', async () => {
    const bytes = await buildOnce();
    const { root } = await readStructure(bytes);
    const { bookmarks } = await readNavigation(bytes);
    const entries = elementsIn(root, 'TOCI').map((entry) => elementsIn(entry, 'Link'));
    expect(entries.length).toBe(bookmarks.filter(({ title }) => !['目次', '奥付'].includes(title)).length);
    for (const links of entries) {
      expect(links.length).toBe(1);
      const [link] = links as [StructureNode];
      expect(link.annotations.map(({ Dest }) => JSON.stringify(Dest)).length).toBe(2);
      const [words, again] = link.annotations.map(({ Dest }) => JSON.stringify(Dest));
      expect(again).toBe(words);
    }
  });

  test('say where they lead, print, and are reached in the order of the text', async () => {
    const { root } = await readStructure(await buildOnce());
    const annotations = elementsIn(root, 'Link').flatMap((link) => link.annotations);
    expect(annotations.length).toBeGreaterThan(50);
    for (const { Contents, F } of annotations) {
      expect((Contents as { text: string }).text).not.toBe('');
      expect(F).toBe(4);
    }
  });

  test('are texts like any where the book is printed', async () => {
    const { root } = await readStructure(await buildOnce('--profile', 'print'));
    expect(elementsIn(root, 'Link')).toEqual([]);
    expect(elementsIn(root, 'TOCI').length).toBeGreaterThan(20);
  });
});

describe('the tables', () => {
  let tables: readonly StructureNode[];
  let structure: Structure;

  beforeAll(async () => {
    structure = await readStructure(await buildTables());
    tables = elementsIn(structure.root, 'Table');
  });

  test('are one a measure, with a head, and a body a program', () => {
    expect(tables.length).toBe(edition?.measures.length);
    tables.forEach(({ kids }, index) => {
      const bodies = edition?.measures[index]?.programs.map(() => 'TBody') ?? [];
      expect(kids.map(typeOf)).toEqual(['THead', ...bodies]);
    });
  });

  test.each(TABLE)('$measure #$number $indicator: each figure has its heads', (row) => {
    const figures = figuresOf(tables, row);
    expect(figures.map(({ words }) => words)).toEqual(row.cells);
    figures.forEach(({ heads }, index) => {
      const years =
        index === 0 ? ['実績', 'H30'] : ['計画(年度)/実績(数値があるもののみ)', YEARS[index] as string];
      const name = heads.find((words) => words.startsWith(row.name));
      expect(name).toBeDefined();
      expect([...heads].sort()).toEqual([...years, name, row.indicator].sort());
    });
  });

  test('are read from number to opinion', () => {
    const [body] = elementsIn(tables[0] as StructureNode, 'TBody');
    const columns = elementsIn(body as StructureNode)
      .filter(({ type }) => type === 'TD' || type === 'TH')
      .map(wordsOf);
    expect(columns.slice(0, 4)).toEqual([
      '1',
      expect.stringContaining('子どもオンブズパーソン'),
      expect.stringContaining('子どもの声に耳を傾け'),
      expect.stringContaining('設置後の実施状況も含む'),
    ]);
    expect(columns.slice(4, 10)).toEqual(TABLE[0]?.cells);
    expect(columns[10]).toContain('結果の説明');
    expect(columns.at(-2)).toBe('子ども・子育て会議意見');
  });

  test('give the opinion a row of its own, under the program and its own head', () => {
    for (const table of tables) {
      const named = headWords(table);
      for (const body of elementsIn(table, 'TBody')) {
        const last = elementsIn(body, 'TR').at(-1) as StructureNode;
        const [label, opinion, ...rest] = last.kids as StructureNode[];
        expect([label?.type, wordsOf(label as StructureNode), rest]).toEqual([
          'TH',
          '子ども・子育て会議意見',
          [],
        ]);
        const heads = headsOf(opinion as StructureNode, named);
        expect(heads.slice(-1)).toEqual(['子ども・子育て会議意見']);
        expect(heads.length).toBe(4);
      }
    }
  });

  test('hold every narrative as paragraphs and items of lists, as typed', () => {
    const typed = programs.flatMap(({ result, opinion }) =>
      [result, typeof opinion === 'string' ? opinion : ''].flatMap((text) => text.split('\n')),
    );
    const lines = typed.filter((line) => line !== '');
    const read = tables.flatMap((table) =>
      elementsIn(table).flatMap((node) => (['P', 'LBody'].includes(node.type) ? [textOf(node)] : [])),
    );
    expect(lines.filter((line) => !read.includes(line))).toEqual([]);
    const items = tables.flatMap((table) => elementsIn(table, 'LBody')).map(wordsOf);
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter((words) => !/^[・①-⑳]/u.test(words))).toEqual([]);
  });

  test('keep the spaces at which lines end', () => {
    const cells = tables.flatMap((table) => elementsIn(table).map(textOf));
    const label = edition?.labels.result as string;
    expect(label).toContain('説明 及び 次年度');
    expect(cells.filter((text) => text === label)).toHaveLength(programs.length);
    expect(textOf(structure.root)).toContain('（機関数）　77機関');
    for (const { activities } of programs)
      for (const { description } of activities) expect(cells).toContain(description);
  });

  test('leave heads, feet and everything printed again to the eye', () => {
    const words = wordsOf(structure.root);
    expect(words).not.toContain('（続き）');
    expect(words).not.toContain('/7');
    expect(words.split('参考指標').length - 1).toBe(tables.length);
    structure.marked.artifacts.forEach((texts, page) => {
      expect(texts.join('')).toContain('小金井市');
      expect(texts.join('').includes('事業名称')).toBe(page > 0 && texts.join('').includes('（続き）'));
    });
  });
});

test('a program over three pages is one body, its texts whole', async () => {
  const { root, faults } = await readStructure(await composeBytes('three-pages'));
  expect(faults).toEqual([]);
  const { edition: long } = loadEdition(disk, `${ROOT}tests/golden/three-pages/R6`).value ?? {};
  const all = (long?.measures ?? []).flatMap((measure) => measure.programs);
  const bodies = elementsIn(root, 'TBody');
  expect(bodies.length).toBe(all.length);
  expect(Math.max(...bodies.map((body) => pagesOf(body).length))).toBeGreaterThanOrEqual(3);
  bodies.forEach((body, index) => {
    const { number, name, activities, result } = all[index] as (typeof all)[number];
    const cells = elementsIn(body).filter(({ type }) => type === 'TD' || type === 'TH');
    const words = cells.map(wordsOf);
    expect(words[0]).toBe(String(number));
    expect(words[1]?.startsWith(withoutSpaces(name))).toBe(true);
    expect(words).toContain(withoutSpaces(result));
    for (const { description } of activities) expect(words).toContain(withoutSpaces(description));
  });
});

function typeOf(kid: StructureNode | string): string {
  return typeof kid === 'string' ? 'words' : kid.type;
}

/** The rows of a table, each column with the cell that covers it. */
function gridOf(table: StructureNode): (StructureNode | undefined)[][] {
  const groups = table.kids as StructureNode[];
  return groups.flatMap((group) => {
    const rows = (group.kids as StructureNode[]).map((): (StructureNode | undefined)[] => []);
    (group.kids as StructureNode[]).forEach((row, top) => {
      for (const cell of row.kids as StructureNode[]) {
        const grid = rows[top] as (StructureNode | undefined)[];
        const free = grid.indexOf(undefined);
        const left = free < 0 ? grid.length : free;
        const { RowSpan = 1, ColSpan = 1 } = cell.attributes as { RowSpan?: number; ColSpan?: number };
        for (const line of rows.slice(top, top + RowSpan)) {
          for (let column = line.length; column < left; column++) line[column] = undefined;
          line.splice(left, ColSpan, ...Array<StructureNode>(ColSpan).fill(cell));
        }
      }
    });
    return rows;
  });
}

/** The words of a table's heads by identifier, with those of the heads above them. */
function headWords(table: StructureNode): ReadonlyMap<string, readonly string[]> {
  const heads = new Map<string, readonly string[]>();
  for (const head of elementsIn(table, 'TH')) {
    if (head.id !== undefined) heads.set(head.id, [...headsOf(head, heads), wordsOf(head)]);
  }
  return heads;
}

/** What a screen reader says before a cell's own words. */
function headsOf(
  { attributes: { Headers = [] } }: StructureNode,
  heads: ReadonlyMap<string, readonly string[]>,
): string[] {
  return (Headers as readonly { text: string }[]).flatMap(({ text }) => heads.get(text) ?? ['?']);
}

/** The cells whose heads are an indicator and its program, without those of other columns. */
function figuresOf(tables: readonly StructureNode[], { name, indicator }: TableRow) {
  return tables.flatMap((table) => {
    const named = headWords(table);
    return elementsIn(table, 'TD')
      .map((cell) => ({ words: wordsOf(cell), heads: headsOf(cell, named) }))
      .filter(({ heads }) => heads.includes(indicator) && heads.some((words) => words.startsWith(name)));
  });
}
