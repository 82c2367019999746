/** What a clerk sees of the compiled program: answers, silence, exit codes, and the files it leaves. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/rows.ts';
import { objectsOfType, pdfObjects } from '../helpers/pdf-file.ts';
import {
  answerOf,
  changeIn,
  filesBelow,
  LAST_GOOD,
  PROGRAM,
  reportedErrors,
  runFresh,
  STACK_TRACE,
  temporaryFolder,
  workspace,
  writeInto,
} from '../helpers/program.ts';
import { ROOT } from '../helpers/sources.ts';

const run = (line: string, cwd = temporaryFolder()) => runFresh(line.split(' '), { cwd });
const booklet = (cwd: string) => readFileSync(join(cwd, 'out/R6/booklet.pdf'), 'latin1');

describe('help', () => {
  const LEVELS = ['--help', ...COMMANDS.map(({ name }) => `${name} --help`)];

  test.each(LEVELS)('%s is an answer', async (line) => {
    const { code, stdout, stderr } = await run(line);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^hyokahyo/);
  });

  test('each level says something of its own', async () => {
    const answers = await Promise.all(LEVELS.map((line) => run(line)));
    expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(LEVELS.length);
  });

  test('without a word the overview is shown', async () => {
    const bare = await runFresh([], { cwd: temporaryFolder() });
    expect([bare.code, bare.stdout]).toEqual([0, (await run('--help')).stdout]);
  });

  test('--version is the package’s', async () => {
    const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    expect(await run('--version')).toMatchObject({ code: 0, stdout: `hyokahyo ${version}\n`, stderr: '' });
  });
});

describe('build', () => {
  test('writes the newest edition and says where, how many pages and how large', async () => {
    const cwd = workspace();
    const { code, stdout } = await run('build', cwd);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^out\/R6\/booklet\.pdf（\d+ ページ、\d+ KB）\n$/);
    expect(booklet(cwd)).toMatch(/^%PDF-1\.7[\s\S]+%%EOF\s*$/);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['R6/booklet.pdf']);
  });

  test('in a pipe: no progress, no colour', async () => {
    const { stdout, stderr } = await run('build', workspace());
    expect(stdout + stderr).not.toMatch(/[\u001b\r]/);
  });

  test('--quiet says nothing where nothing is wrong', async () => {
    expect(await run('build --quiet', workspace())).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  test('--quiet says what is wrong', async () => {
    const cwd = workspace();
    changeIn(cwd, 'content/R6/edition.yaml', 'format: 1', 'format: 2');
    const { code, stderr } = await run('build --quiet', cwd);
    expect([code, reportedErrors(stderr)]).toEqual([1, ['unsupported-format content/R6/edition.yaml:4:9']]);
  });

  test('--strict makes of the sample’s warning an error: no PDF', async () => {
    const cwd = workspace();
    rmSync(join(cwd, 'out'), { recursive: true });
    const { code, stdout, stderr } = await run('build --strict', cwd);
    expect([code, stdout, existsSync(join(cwd, 'out'))]).toEqual([1, '', false]);
    expect(reportedErrors(stderr)).toEqual(['unreported-figure content/R6/measures/1-1.yaml:65:41']);
  });

  test('folders are taken with and without a slash at the end', async () => {
    const cwd = workspace();
    const { stdout } = await run('build R6 --content content/ --out papers//', cwd);
    expect(stdout).toMatch(/^papers\/R6\/booklet\.pdf（/);
  });

  test('a set of templates beside the content is used before the program’s own', async () => {
    const cwd = workspace();
    writeInto(cwd, 'templates/hyoka3/theme.yaml', 'format: 1\n');
    expect((await run('build', cwd)).code).toBe(1);
  });
});

describe('check', () => {
  test('does the same and writes nothing', async () => {
    const cwd = workspace();
    const { code, stdout } = await run('check R6', cwd);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n警告 1 件\nR6: 誤りはありません（\d+ ページ）。\n$/);
    expect([booklet(cwd), filesBelow(join(cwd, 'out'))]).toEqual([LAST_GOOD, ['R6/booklet.pdf']]);
  });

  test('answers on standard output, which a file can hold', async () => {
    const cwd = workspace();
    changeIn(cwd, 'content/R6/measures/1-1.yaml', 'plan: 維持, actual: 1091', 'plan: 維待, actual: 1091');
    const { code, stdout, stderr } = await run('check R6', cwd);
    expect([code, stderr]).toEqual([1, '']);
    expect(reportedErrors(stdout).map((error) => error.split(' ')[0])).toEqual(['unknown-plan-word']);
    expect(stdout).toMatch(/\nエラー 1 件、警告 1 件\n$/);
    expect(stdout).not.toContain('\u001b');
  });

  test('a wrong command line is no answer', async () => {
    const { code, stdout, stderr } = await run('check R5', workspace());
    expect([code, stdout, reportedErrors(stderr)]).toEqual([2, '', ['unknown-edition']]);
  });

  test('says a cause once, with three of its places; all of them on demand', async () => {
    const cwd = workspace();
    changeIn(cwd, 'content/R6/edition.yaml', '継続, ', '');
    const short = await run('check R6', cwd);
    const long = await run('check R6 --all', cwd);
    const [, count] = /^エラー (\d+) 件（原因ごとに 1 つ）/m.exec(short.stdout) ?? [];
    expect(Number(count)).toBeGreaterThan(20);
    expect(reportedErrors(short.stdout)).toHaveLength(3);
    expect(short.stdout).toContain(`  ほかに ${Number(count) - 3} か所あります。`);
    expect(reportedErrors(long.stdout)).toHaveLength(Number(count));
  });
});

describe('an extract', () => {
  test.each([
    ['--goal 1', 'booklet-目標1.pdf'],
    ['--measure 1-1 --measure 6-3', 'booklet-1-1_6-3.pdf'],
    ['--program 2-3#2', 'booklet-2-3事業2.pdf'],
    ['--department 保育課', 'booklet-保育課.pdf'],
    ['--priority --goal 6', 'booklet-目標6_重点事業.pdf'],
  ])('%s → %s, beside the booklet', async (flags, name) => {
    const cwd = workspace();
    expect((await run(`build ${flags}`, cwd)).code).toBe(0);
    expect(filesBelow(join(cwd, 'out/R6'))).toEqual([name, 'booklet.pdf'].sort());
    expect(booklet(cwd)).toBe(LAST_GOOD);
  });

  test('that holds nothing lists what there is', async () => {
    const { code, stderr } = await run('build --measure 1-1 --department 保育課', workspace());
    expect([code, reportedErrors(stderr)]).toEqual([2, ['empty-selection']]);
    for (const existing of ['1-1#2', '6-3', 'こども家庭センター']) expect(stderr).toContain(existing);
  });
});

describe('--json', () => {
  type Report = { diagnostics: Record<string, unknown>[]; outputs: Record<string, unknown>[] };

  test.each(['build', 'check'])('%s answers with one object and nothing beside', async (command) => {
    const { code, stdout, stderr } = await run(`${command} --json`, workspace());
    const report = JSON.parse(stdout) as Report;
    expect([code, stderr, Object.keys(report)]).toEqual([0, '', ['diagnostics', 'outputs']]);
    expect(report.diagnostics).toMatchObject([
      { severity: 'warning', code: 'unreported-figure', span: { start: { line: 65, column: 41 } } },
    ]);
    expect(report.outputs.map(({ file }) => file)).toEqual(command === 'build' ? ['out/R6/booklet.pdf'] : []);
  });

  test('tells pages and bytes of what was written', async () => {
    const cwd = workspace();
    const { outputs } = JSON.parse((await run('build --json', cwd)).stdout) as Report;
    expect(outputs[0]?.bytes).toBe(booklet(cwd).length);
    expect(outputs[0]?.pages).toBe(
      objectsOfType(pdfObjects(Buffer.from(booklet(cwd), 'latin1')), 'Page').length,
    );
  });

  test.each([
    ['build --stric --json', 2, 'flag-unknown'],
    ['build R5 --json', 2, 'unknown-edition'],
    ['build --json --strict', 1, 'unreported-figure'],
  ])('%s answers so too', async (line, exit, expected) => {
    const { code, stdout, stderr } = await run(line, workspace());
    const { diagnostics, outputs } = JSON.parse(stdout) as Report;
    expect([code, stderr, outputs]).toEqual([exit, '', []]);
    expect(diagnostics.map(({ code: found }) => found)).toEqual([expected]);
  });
});

describe('wrong content', () => {
  test.each([
    [
      'content/R6/measures/1-1.yaml',
      'R2: { plan: 維持, actual: 1091 }',
      'R2: { plan: 維持, actual: 1,091 }',
      'grouped-figure',
    ],
    [
      'content/R6/measures/2-3.yaml',
      'departments: [児童青少年課]',
      'departments: [児童青年課]',
      'unknown-department',
    ],
    ['content/R6/measures/3-3.yaml', 'measure: "3-3"', 'measure: 3-3\nmeasure: 4', 'duplicate-key'],
    ['content/R6/edition.yaml', 'plan: [R2, R3, R4, R5, R6]', 'plan: [R2, R3, R4, R5, R6', 'yaml-bracket'],
    ['content/R6/edition.yaml', 'issued: 2025-07-29', 'issued: 2025-02-29', 'not-a-date'],
  ])('%s: %s → %s', async (path, typed, instead, expected) => {
    const cwd = workspace();
    changeIn(cwd, path, typed, instead);
    const { code, stdout, stderr } = await run('build', cwd);
    expect([code, stdout]).toEqual([1, '']);
    expect(reportedErrors(stderr).map((error) => error.replace(/:\d+:\d+$/, ''))).toContain(
      `${expected} ${path}`,
    );
    expect(stderr).not.toMatch(STACK_TRACE);
    expect([booklet(cwd), filesBelow(join(cwd, 'out'))]).toEqual([LAST_GOOD, ['R6/booklet.pdf']]);
  });

  test('a folder meant as an edition is warned of, though another is built', async () => {
    const cwd = workspace();
    writeInto(cwd, 'content/Ｒ７/edition.yaml', '');
    const { code, stdout } = await run('check', cwd);
    expect([code, stdout.includes('edition-name')]).toEqual([0, true]);
  });
});

describe('schema', () => {
  test('writes what the repository holds', async () => {
    const cwd = workspace();
    rmSync(join(cwd, 'content/.schema'), { recursive: true });
    expect((await run('schema', cwd)).code).toBe(0);
    const written = filesBelow(join(cwd, 'content/.schema'));
    expect(written).toEqual(filesBelow(`${ROOT}content/.schema`));
    for (const file of written)
      expect(readFileSync(join(cwd, 'content/.schema', file), 'utf8')).toBe(
        readFileSync(`${ROOT}content/.schema/${file}`, 'utf8'),
      );
  });
});

describe('a reader that has gone', () => {
  test('ends the program without a word', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'build', '--json'], { cwd: workspace() });
    child.stdout.destroy();
    const { code, stderr } = await answerOf(child);
    expect([code, stderr]).toEqual([0, '']);
  });
});
