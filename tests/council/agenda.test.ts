/** Council papers as a clerk makes them: files, numbers, page references, bookmarks, read from outside. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadEdition } from '../../src/content/index.ts';
import { disk } from '../../src/ground/world.ts';
import { withoutSpaces } from '../helpers/cells.ts';
import { type Navigation, readNavigation } from '../helpers/pdf-navigation.ts';
import {
  type Answer,
  buildOnce,
  changeIn,
  filesBelow,
  LAST_GOOD,
  reportedErrors,
  runProgram,
  workspace,
  writeInto,
} from '../helpers/program.ts';
import { ROOT } from '../helpers/sources.ts';

const edition = loadEdition(disk, `${ROOT}content/R6`).value?.edition;
if (!edition) throw new Error('the real edition cannot be read');

/** Every program's anchor words as a bookmark says them, `2 虐待対応事業`, by its measure. */
const programs = edition.measures.flatMap(({ measure, programs }) =>
  programs.map((program) => ({ measure, ...program, title: `${program.number} ${program.name}` })),
);

function meeting(date: string, papers: string): string {
  return `format: 1\ndate: ${date}\nmeeting: 小金井市子ども・子育て会議\nitems: [開会]\npapers:\n${papers}`;
}

function agenda(cwd: string, ...args: string[]): Promise<Answer> {
  return runProgram(['agenda', 'R6', ...args], { cwd });
}

function read(cwd: string, path: string): Promise<Navigation> {
  return readNavigation(readFileSync(join(cwd, path)));
}

/** The programs of a paper, by its bookmarks below the paper's own and the goals' and measures'. */
function programsIn({ bookmarks }: Navigation): string[] {
  return bookmarks.filter(({ depth }) => depth === 4).map(({ title }) => title);
}

describe('a meeting', () => {
  test('makes a sheet, each paper and all in one file, and says so', async () => {
    const cwd = workspace();
    const { code, stdout } = await agenda(cwd, '--meeting', '2026-11-22');
    expect(code).toBe(0);
    const folder = 'out/R6/agenda/2026-11-22';
    const names = ['会議資料', '参考資料1', '次第', '資料3'].map((name) => `${name}.pdf`);
    expect(readdirSync(join(cwd, folder)).sort()).toEqual(names.sort());
    for (const name of names) expect(stdout).toContain(`${folder}/${name}（`);
    expect(readFileSync(join(cwd, 'out/R6/booklet.pdf'), 'utf8')).toBe(LAST_GOOD);
  });

  test('numbers the pages of a paper by its own number, as labels and in print', async () => {
    const cwd = workspace();
    await agenda(cwd, '--meeting', '2026-11-22');
    const { labels, lines } = await read(cwd, 'out/R6/agenda/2026-11-22/資料3.pdf');
    expect(labels).toEqual(labels.map((_, index) => `資料3-${index + 1}`));
    lines.forEach((page, index) => {
      expect(page.at(-1)).toContain(`資料3-${index + 1}/${labels.length}`);
      expect(page.at(-1)).toContain('令和8年11月22日（日）');
    });
    const first = (lines[0] ?? []).map(withoutSpaces);
    for (const words of ['資料3', '小金井市子ども・子育て会議', '事業進捗状況評価（子育て支援課）']) {
      expect(
        first.some((line) => line.includes(words)),
        words,
      ).toBe(true);
    }
  });

  test('says of every program where it stands in the printed booklet', async () => {
    const cwd = workspace();
    await agenda(cwd, '--meeting', '2026-11-22');
    const booklet = await readNavigation(await buildOnce('--profile', 'print'));
    const paper = await read(cwd, 'out/R6/agenda/2026-11-22/資料3.pdf');
    const cited = paper.lines
      .flat()
      .flatMap((line) =>
        [...line.matchAll(/冊子p\.(\d+)/g), ...line.matchAll(/冊子 p\.(\d+)/g)].map(([, page]) => page),
      );
    const expected = programsIn(paper).map((title) => {
      const mark = booklet.bookmarks.find((bookmark) => bookmark.title === title);
      return booklet.labels[mark?.page ?? -1];
    });
    expect(cited).toEqual(expected);
  });

  test('marks drafts, and adds a page to write on, only where asked', async () => {
    const cwd = workspace();
    await agenda(cwd, '--meeting', '2026-11-22');
    const draft = await read(cwd, 'out/R6/agenda/2026-11-22/参考資料1.pdf');
    const plain = await read(cwd, 'out/R6/agenda/2026-11-22/資料3.pdf');
    expect(draft.lines.every((page) => page.some((line) => line.includes('案')))).toBe(true);
    expect(plain.lines.flat().some((line) => /^案$/.test(line))).toBe(false);
    expect(draft.lines.at(-1)?.some((line) => line.includes('意見記入用紙'))).toBe(true);
    expect(plain.lines.flat().some((line) => line.includes('意見記入用紙'))).toBe(false);
    await agenda(cwd, '--meeting', '2026-11-22', '--with-form');
    const formed = await read(cwd, 'out/R6/agenda/2026-11-22/資料3.pdf');
    expect(formed.lines.length).toBe(plain.lines.length + 1);
  });

  test('names meeting and writer on every page to write on', async () => {
    const cwd = workspace();
    writeInto(
      cwd,
      'content/R6/agendas/2026-11-23.yaml',
      meeting('2026-11-23', '  - { number: 資料1, title: すべて, form: true }\n'),
    );
    await agenda(cwd, '--meeting', '2026-11-23');
    const { lines } = await read(cwd, 'out/R6/agenda/2026-11-23/資料1.pdf');
    const forms = lines
      .map((page) => withoutSpaces(page.join('')))
      .filter((page) => page.includes('資料1意見記入用紙'));
    expect(forms.length).toBeGreaterThan(1);
    expect(forms[1]).toContain('意見記入用紙（続き）');
    for (const page of forms) {
      expect(page).toContain('氏名（');
      expect(page).toContain('小金井市子ども・子育て会議令和8年11月23日（月）');
    }
  });

  test('goes on with its sheet below a heading that says so', async () => {
    const cwd = workspace();
    const items = Array.from({ length: 60 }, (_, index) => `議題${index}`).join(', ');
    const papers = Array.from(
      { length: 40 },
      (_, index) => `  - { number: 資料${index + 1}, title: 題, programs: [1-1#2] }\n`,
    ).join('');
    writeInto(
      cwd,
      'content/R6/agendas/2026-11-23.yaml',
      meeting('2026-11-23', papers).replace('items: [開会]', `items: [${items}]`),
    );
    expect((await agenda(cwd, '--meeting', '2026-11-23')).code).toBe(0);
    const { lines } = await read(cwd, 'out/R6/agenda/2026-11-23/次第.pdf');
    expect(lines[1]?.join('')).toContain('次第（続き）');
    expect(lines.at(-1)?.join('')).toContain('配付資料（続き）');
  });

  test('binds all papers in one file with a bookmark each', async () => {
    const cwd = workspace();
    await agenda(cwd, '--meeting', '2026-11-22');
    const all = await read(cwd, 'out/R6/agenda/2026-11-22/会議資料.pdf');
    const top = all.bookmarks.filter(({ depth }) => depth === 1);
    expect(top.map(({ title }) => title)).toEqual([
      '次第',
      '資料3　事業進捗状況評価（子育て支援課）',
      '参考資料1　事業進捗状況評価（目標1）',
    ]);
    expect(top.map(({ page }) => all.labels[page])).toEqual(['次第-1', '資料3-1', '参考資料1-1']);
    const single = await read(cwd, 'out/R6/agenda/2026-11-22/資料3.pdf');
    const from = top[1]?.page ?? 0;
    expect(all.lines.slice(from, from + single.lines.length)).toEqual(single.lines);
    const links = all.links.filter(({ onPage }) => onPage === 0).map(({ page }) => all.labels[page]);
    expect([...new Set(links)]).toEqual(['資料3-1', '参考資料1-1']);
  });

  test('papers of all goals together hold every program exactly once', async () => {
    const cwd = workspace();
    const goals = edition.goals.map(({ number }) => number);
    const papers = goals.map(
      (goal, index) => `  - { number: 資料${index + 1}, title: 題, goals: ["${goal}"] }\n`,
    );
    writeInto(cwd, 'content/R6/agendas/2026-11-23.yaml', meeting('2026-11-23', papers.join('')));
    expect((await agenda(cwd, '--meeting', '2026-11-23')).code).toBe(0);
    const found = await Promise.all(
      goals.map(async (_, index) =>
        programsIn(await read(cwd, `out/R6/agenda/2026-11-23/資料${index + 1}.pdf`)),
      ),
    );
    expect(found.flat().sort()).toEqual(programs.map(({ title }) => title).sort());
  });

  test('papers of all departments hold every program once for each of its departments', async () => {
    const cwd = workspace();
    const { departments } = edition;
    const papers = departments.map(
      (name, index) => `  - { number: 資料${index + 1}, title: 題, departments: [${name}] }\n`,
    );
    writeInto(cwd, 'content/R6/agendas/2026-11-23.yaml', meeting('2026-11-23', papers.join('')));
    expect((await agenda(cwd, '--meeting', '2026-11-23')).code).toBe(0);
    for (const [index, department] of departments.entries()) {
      const found = programsIn(await read(cwd, `out/R6/agenda/2026-11-23/資料${index + 1}.pdf`));
      const own = programs.filter((program) => program.departments.includes(department));
      expect(found).toEqual(own.map(({ title }) => title));
    }
  });

  test('leaves the papers of another meeting alone', async () => {
    const cwd = workspace();
    writeInto(
      cwd,
      'content/R6/agendas/2026-11-23.yaml',
      meeting('2026-11-23', '  - { number: 資料3, title: 別 }\n'),
    );
    await agenda(cwd, '--meeting', '2026-11-22');
    const before = readFileSync(join(cwd, 'out/R6/agenda/2026-11-22/資料3.pdf'));
    expect((await agenda(cwd, '--meeting', '2026-11-23')).code).toBe(0);
    expect(readFileSync(join(cwd, 'out/R6/agenda/2026-11-22/資料3.pdf')).equals(before)).toBe(true);
    expect(readFileSync(join(cwd, 'out/R6/agenda/2026-11-23/資料3.pdf')).equals(before)).toBe(false);
  });

  test('tells of papers in its folder that it does not have', async () => {
    const cwd = workspace();
    writeInto(cwd, 'out/R6/agenda/2026-11-22/資料4.pdf', LAST_GOOD);
    const { code, stderr } = await agenda(cwd, '--meeting', '2026-11-22');
    expect(code).toBe(0);
    expect(stderr).toContain('agenda-stray');
    expect(readFileSync(join(cwd, 'out/R6/agenda/2026-11-22/資料4.pdf'), 'utf8')).toBe(LAST_GOOD);
  });

  test('with --strict is not written beside papers that it does not have', async () => {
    const cwd = workspace();
    writeInto(cwd, 'out/R6/agenda/2026-11-22/資料4.pdf', LAST_GOOD);
    changeIn(cwd, 'content/R6/measures/1-1.yaml', 'plan: null, actual: null', 'plan: 継続, actual: 1');
    changeIn(cwd, 'content/R6/measures/1-1.yaml', 'result: ""', 'result: "増えた。"');
    const { code, stderr } = await agenda(cwd, '--meeting', '2026-11-22', '--strict');
    expect(code).toBe(1);
    expect(reportedErrors(stderr)).toEqual(['agenda-stray']);
    expect(filesBelow(join(cwd, 'out/R6/agenda'))).toEqual(['2026-11-22/資料4.pdf']);
  });

  test('of a file elsewhere has a folder of its own', async () => {
    const cwd = workspace();
    const text = meeting('2026-11-22', '  - { number: 資料3, title: 別, goals: ["1"] }\n');
    writeInto(cwd, '部会/2026-11-22.yaml', text);
    writeInto(cwd, '分科会/2026-11-22.yaml', text);
    for (const folder of ['部会', '分科会', 'content/R6/agendas']) {
      expect((await agenda(cwd, '--meeting', `${folder}/2026-11-22.yaml`)).code).toBe(0);
    }
    const made = readdirSync(join(cwd, 'out/R6/agenda')).sort();
    expect(made).toEqual([
      '2026-11-22',
      expect.stringMatching(/^2026-11-22-[0-9a-f]{8}$/),
      expect.stringMatching(/^2026-11-22-[0-9a-f]{8}$/),
    ]);
    for (const folder of made) expect(filesBelow(join(cwd, 'out/R6/agenda', folder))).toContain('資料3.pdf');
  });

  test('tells that files before the one that cannot be written are new', async () => {
    const cwd = workspace();
    writeInto(cwd, 'out/R6/agenda/2026-11-22/会議資料.pdf/x', LAST_GOOD);
    const { code, stderr } = await agenda(cwd, '--meeting', '2026-11-22');
    expect(code).toBe(3);
    expect(reportedErrors(stderr)).toEqual(['output-in-the-way']);
    expect(stderr).toContain('先に書いたファイルは新しくなっています');
  });

  test('with a mistake leaves every file as it was', async () => {
    const cwd = workspace();
    writeInto(
      cwd,
      'content/R6/agendas/2026-11-23.yaml',
      meeting('令和8年11月23日（日）', '  - { number: 資料3, title: 題, programs: ["1-1#9"] }\n'),
    );
    const { code, stderr } = await agenda(cwd, '--meeting', '2026-11-23');
    expect(code).toBe(1);
    expect(reportedErrors(stderr)).toEqual([
      'wrong-weekday content/R6/agendas/2026-11-23.yaml:2:7',
      'unknown-selection content/R6/agendas/2026-11-23.yaml:6:41',
    ]);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['R6/booklet.pdf']);
  });
});

describe('one paper by the command line', () => {
  test('is made alone', async () => {
    const cwd = workspace();
    const { code } = await agenda(
      cwd,
      '--name',
      '資料1-2',
      '--date',
      '令和8年11月22日（日）',
      '--department',
      '保育課',
    );
    expect(code).toBe(0);
    expect(filesBelow(join(cwd, 'out/R6/agenda'))).toEqual(['2026-11-22/資料1-2.pdf']);
    const { labels } = await read(cwd, 'out/R6/agenda/2026-11-22/資料1-2.pdf');
    expect(labels[0]).toBe('資料1-2-1');
  });

  test.each([
    [['--name', '資料3'], 'agenda-which'],
    [[], 'agenda-which'],
    [['--meeting', '2026-11-22', '--name', '資料3'], 'agenda-both'],
    [['--meeting', '2026-11-22', '--goal', '1'], 'agenda-both'],
    [['--name', '資料3', '--date', '令和8年11月22日（土）'], 'wrong-weekday'],
    [['--name', '資料３', '--date', '2026-11-22'], 'paper-number'],
    [['--name', '資料3', '--date', '2026-11-22'], 'paper-taken'],
    [['--name', '資料3', '--date', '2026-11-24', '--goal', '9'], 'unknown-selection'],
    [['--meeting', '2026-01-01'], 'unknown-meeting'],
  ])('%j is %s', async (args, expected) => {
    const cwd = workspace();
    const { code, stderr } = await agenda(cwd, ...args);
    expect(code).toBe(2);
    expect(reportedErrors(stderr).map((error) => error.split(' ')[0])).toEqual([expected]);
  });
});
