/** `--check`: a fresh run against the files on disk. */
import { appendFileSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  changeIn,
  filesBelow,
  LAST_GOOD,
  reportedErrors,
  runProgram,
  workspace,
} from '../helpers/program.ts';

const run = (line: string, cwd: string) => runProgram(line.split(' '), { cwd });
const booklet = (cwd: string) => join(cwd, 'out/R6/booklet.pdf');

describe('build --check', () => {
  test.each([
    ['', 'booklet.pdf'],
    [' --profile print', 'booklet-print.pdf'],
    [' --goal 1', 'booklet-目標1.pdf'],
  ])('build%s: just built is the same', async (flags, name) => {
    const cwd = workspace();
    await run(`build${flags}`, cwd);
    const { code, stdout } = await run(`build --check${flags}`, cwd);
    expect([code, stdout]).toEqual([0, `out/R6/${name}: 同じです。\n`]);
  });

  test('a changed figure makes a difference, and the file stays as it was', async () => {
    const cwd = workspace();
    await run('build', cwd);
    const before = readFileSync(booklet(cwd));
    changeIn(cwd, 'content/R6/measures/1-1.yaml', 'actual: 1091', 'actual: 1092');
    const { code, stdout, stderr } = await run('build --check', cwd);
    expect([code, reportedErrors(stdout), reportedErrors(stderr)]).toEqual([1, ['output-differs'], []]);
    expect(stdout).toContain('「out/R6/booklet.pdf」は、今の内容から作るものと違います。');
    expect(readFileSync(booklet(cwd)).equals(before)).toBe(true);
  });

  test('one byte more is a difference; another date of the file is none', async () => {
    const cwd = workspace();
    await run('build', cwd);
    utimesSync(booklet(cwd), 0, 0);
    expect((await run('build --check', cwd)).code).toBe(0);
    appendFileSync(booklet(cwd), '\n');
    expect((await run('build --check', cwd)).code).toBe(1);
  });

  test('another profile’s file is not there, and none is made', async () => {
    const cwd = workspace();
    const { code, stdout } = await run('build --check --profile print', cwd);
    expect([code, reportedErrors(stdout)]).toEqual([1, ['output-missing']]);
    expect(stdout).toContain('「out/R6/booklet-print.pdf」がありません。');
    expect(filesBelow(join(cwd, 'out'))).toEqual(['R6/booklet.pdf']);
  });

  test('wrong content is said as ever, and nothing is compared', async () => {
    const cwd = workspace();
    changeIn(cwd, 'content/R6/edition.yaml', 'format: 1', 'format: 2');
    const { code, stderr } = await run('build --check', cwd);
    expect([code, reportedErrors(stderr)]).toEqual([1, ['unsupported-format content/R6/edition.yaml:4:9']]);
    expect(readFileSync(booklet(cwd), 'latin1')).toBe(LAST_GOOD);
  });

  test('--json tells by its code', async () => {
    const cwd = workspace();
    const { code, stdout } = await run('build --check --json', cwd);
    const { diagnostics, outputs } = JSON.parse(stdout);
    expect([code, outputs]).toEqual([1, []]);
    expect(diagnostics.map((found: { code: string }) => found.code)).toContain('output-differs');
  });
});

describe('agenda --check', () => {
  const MEETING = 'agenda R6 --meeting 2026-11-22';
  const folder = (cwd: string) => join(cwd, 'out/R6/agenda/2026-11-22');

  test('names every document that is the same', async () => {
    const cwd = workspace();
    await run(MEETING, cwd);
    const { code, stdout } = await run(`${MEETING} --check`, cwd);
    const names = filesBelow(folder(cwd)).map((name) => `out/R6/agenda/2026-11-22/${name}: 同じです。`);
    expect([code, stdout.trim().split('\n').sort()]).toEqual([0, names.sort()]);
  });

  test('names the one that differs, those that are not there, and writes none', async () => {
    const cwd = workspace();
    await run(MEETING, cwd);
    const [first = ''] = filesBelow(folder(cwd));
    appendFileSync(join(folder(cwd), first), '\n');
    const { size } = statSync(join(folder(cwd), first));
    const { code, stdout } = await run(`${MEETING} --check`, cwd);
    expect([code, reportedErrors(stdout)]).toEqual([1, ['output-differs']]);
    expect([stdout.includes(`/${first}」`), stdout.includes(`/${first}:`)]).toEqual([true, false]);
    expect(statSync(join(folder(cwd), first)).size).toBe(size);
    const other = await run(`${MEETING} --check --out papers`, cwd);
    expect([other.code, new Set(reportedErrors(other.stdout))]).toEqual([1, new Set(['output-missing'])]);
    expect(filesBelow(join(cwd, 'papers'))).toEqual([]);
  });
});
