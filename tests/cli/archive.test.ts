/** What a clerk sees of sealing and verifying. */
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BagInfo, readBagInfo } from '../../src/archive/bag-info.ts';
import MANUALS from '../../src/archive/manuals.json' with { type: 'json' };
import { TOOL_CONTENTS } from '../../src/archive/sources.ts';
import { bagOf } from '../../src/archive/tag-files.ts';
import { readAttached } from '../helpers/pdf-attached.ts';
import { printedObjects } from '../helpers/pdf-file.ts';
import {
  changeIn,
  copyProgram,
  filesBelow,
  reportedErrors,
  runProgram,
  STACK_TRACE,
  temporaryFolder,
  workspace,
  writeInto,
} from '../helpers/program.ts';
import { sharedFolder } from '../helpers/shared-folder.ts';
import { ROOT } from '../helpers/sources.ts';

const run = (line: string, cwd: string) => runProgram(line.split(' '), { cwd });
const BAG = 'out/archive/R6/v1';

/** A workspace in which the sample edition is sealed; no test may change it. */
const sealed = sharedFolder();

beforeAll(async () => {
  cpSync(`${ROOT}content`, join(sealed, 'content'), { recursive: true });
  const { code, stdout, stderr } = await run('archive', sealed);
  expect([code, reportedErrors(stderr)]).toEqual([0, []]);
  expect(stdout).toMatch(
    /^out\/archive\/R6\/v1（\d+\.\d MB）\n保存しました。確かめるには: hyokahyo verify out\/archive\/R6\/v1\n$/,
  );
});

/** A copy of the sealed workspace. */
function copy(): string {
  const folder = temporaryFolder();
  cpSync(sealed, folder, { recursive: true });
  return folder;
}

describe('archive', () => {
  test('writes one folder and nothing beside it', () => {
    expect(filesBelow(join(sealed, 'out')).every((file) => file.startsWith('archive/R6/v1/'))).toBe(true);
  });

  test('seals the pages that build writes, along with what they were made from', async () => {
    const cwd = copy();
    const sources = filesBelow(join(cwd, 'content/R6')).filter((name) => !name.startsWith('agendas/'));
    expect(sources).toContain('measures/1-1.yaml');
    for (const [line, name] of [
      ['build R6', 'booklet.pdf'],
      ['build R6 --profile print', 'booklet-print.pdf'],
    ] as const) {
      await run(line, cwd);
      const built = readFileSync(join(cwd, 'out/R6', name));
      const archived = readFileSync(join(cwd, BAG, 'data/booklet', name));
      expect(printedObjects(archived)).toEqual(printedObjects(built));
      expect(await readAttached(built)).toEqual([]);
      const attached = await readAttached(archived);
      expect(attached.map((one) => [one.name, Buffer.from(one.content)])).toEqual(
        sources.map((source) => [source, readFileSync(join(cwd, 'content/R6', source))]),
      );
      expect(attached.map(({ description }) => description)).toContain('施策1-1の文章と数値');
    }
  });

  test('seals the program with its documents and pictures, byte for byte', () => {
    const tool = join(sealed, BAG, 'data/tool');
    expect(filesBelow(tool).sort()).toEqual([...TOOL_CONTENTS].sort());
    const written = (folder: string) => MANUALS.map((name) => readFileSync(join(folder, name), 'base64'));
    expect(written(tool)).toEqual(written(ROOT));
  });

  test('seals the papers that agenda writes, byte for byte', async () => {
    const cwd = copy();
    await run('agenda R6 --meeting 2026-11-22', cwd);
    const papers = filesBelow(join(cwd, 'out/R6/agenda'));
    expect(papers.length).toBeGreaterThan(2);
    expect(papers).toEqual(filesBelow(join(cwd, BAG, 'data/agenda')));
    for (const name of papers) {
      const written = readFileSync(join(cwd, 'out/R6/agenda', name));
      expect([name, readFileSync(join(cwd, BAG, 'data/agenda', name)).equals(written)]).toEqual([name, true]);
    }
  });

  test('gives the same bag whatever the folder’s name, the clock’s zone or the place of the content', async () => {
    const cwd = workspace();
    renameSync(join(cwd, 'content'), join(cwd, '内容'));
    const { code } = await runProgram(['archive', '--content', '内容'], {
      cwd,
      env: { TZ: 'Pacific/Kiritimati' },
    });
    const tags = (folder: string) => readFileSync(join(folder, BAG, 'tagmanifest-sha512.txt'), 'utf8');
    expect([code, tags(cwd)]).toEqual([0, tags(sealed)]);
  });

  test('names wrong files as they lie on the disk', async () => {
    const cwd = workspace();
    renameSync(join(cwd, 'content'), join(cwd, 'papers'));
    const { stderr } = await run('archive R6 --content papers --strict', cwd);
    expect(reportedErrors(stderr)).toEqual(['unreported-figure papers/R6/measures/1-1.yaml:65:41']);
    cpSync(`${ROOT}templates`, join(cwd, 'sets'), { recursive: true });
    writeInto(cwd, 'sets/hyoka3/cover.hbs', '{{nothing}}');
    const answer = await run('archive R6 --content papers --templates sets', cwd);
    expect(reportedErrors(answer.stderr).join()).toMatch(/^template-\S+ sets\/hyoka3\/cover\.hbs:1:/);
  });

  test('never touches a sealed edition; a correction with a reason becomes a version of its own', async () => {
    const cwd = copy();
    const before = readFileSync(join(cwd, BAG, 'manifest-sha512.txt'));
    const again = await run('archive', cwd);
    expect([again.code, reportedErrors(again.stderr)]).toEqual([2, ['archive-sealed']]);
    expect(again.stderr).toContain('--reason');
    changeIn(cwd, 'content/R6/measures/1-1.yaml', 'actual: 1862', 'actual: 1863');
    const corrected = await run('archive --reason 数値の訂正', cwd);
    expect([corrected.code, reportedErrors(corrected.stderr)]).toEqual([0, []]);
    expect(readFileSync(join(cwd, BAG, 'manifest-sha512.txt')).equals(before)).toBe(true);
    const same = await run('archive --reason 再訂正', cwd);
    expect([same.code, reportedErrors(same.stderr)]).toEqual([1, ['archive-unchanged']]);
    changeIn(cwd, 'content/R6/measures/1-1.yaml', 'actual: 1863', 'actual: 1864');
    expect((await run('archive --reason 再訂正', cwd)).code).toBe(0);
    const { code, stdout } = await run('verify out/archive/R6/v3', cwd);
    expect([code, stdout]).toEqual([0, expect.stringContaining('2 個、正しくつながっています')]);
    writeInto(cwd, `${BAG}/manifest-sha512.txt`, '');
    const broken = await run('verify out/archive/R6/v3', cwd);
    expect([broken.code, reportedErrors(broken.stdout)]).toEqual([1, ['chain-changed']]);
    expect(broken.stdout).toContain('「R6/v1」');
  });

  test('--json tells of the folder', async () => {
    const { stdout } = await run('archive --json', workspace());
    expect(JSON.parse(stdout).outputs).toEqual([{ file: BAG, bytes: expect.any(Number) }]);
  });
});

describe('verify', () => {
  test('says what it has looked at', async () => {
    const { code, stdout, stderr } = await run(`verify ${BAG}`, sealed);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^R6 第1版を調べました（\d+ 個のファイル、\d+\.\d MB）。\n {2}ファイル: .+。\n {2}つながり: .+。\n {2}PDFの中の原稿: 冊子の PDF 2 個に.+同じです。\n {2}作り直し: .+。\n$/,
    );
    expect(filesBelow(join(sealed, BAG)).filter((file) => file.includes('cache-'))).toEqual([]);
  });

  test('--json has a result', async () => {
    const { stdout } = await run(`verify ${BAG} --json`, sealed);
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [],
      result: {
        edition: 'R6',
        version: 1,
        integrity: 'equal',
        chain: 'none',
        links: 0,
        attached: 'equal',
        rebuild: 'equal',
      },
    });
  });

  test('finds a change, a missing file and an added one, and makes nothing anew', async () => {
    const cwd = copy();
    writeInto(cwd, `${BAG}/data/open-data/評価表.json`, '{}');
    writeInto(cwd, `${BAG}/data/メモ.txt`, '');
    rmSync(join(cwd, BAG, 'data/目録.txt'));
    const { code, stdout, stderr } = await run(`verify ${BAG} --run-sealed-tool`, cwd);
    expect([code, stderr]).toEqual([1, '']);
    expect(reportedErrors(stdout)).toEqual(['bag-missing', 'bag-added', 'bag-changed']);
    for (const words of ['比較不能', '保存したときと違います']) expect(stdout).toContain(words);
  });

  test('finds content that its booklets contradict, though the manifests agree, and without making anything anew', async () => {
    const cwd = copy();
    const measure = 'data/content/R6/measures/1-1.yaml';
    changeIn(cwd, `${BAG}/${measure}`, 'actual: 1862', 'actual: 1863');
    const payload = new Map(
      filesBelow(join(cwd, BAG, 'data')).map((path) => [path, readFileSync(join(cwd, BAG, 'data', path))]),
    );
    const { info } = readBagInfo(readFileSync(join(cwd, BAG, 'bag-info.txt')));
    for (const [path, bytes] of bagOf(payload, info as BagInfo)) writeInto(cwd, `${BAG}/${path}`, bytes);
    const other = { cwd, program: copyProgram(cwd) };
    writeFileSync(join(cwd, 'dist/bundle.cjs'), '\n', { flag: 'a' });
    const { code, stdout, stderr } = await runProgram(['verify', BAG], other);
    expect([code, stderr]).toEqual([1, '']);
    expect(reportedErrors(stdout)).toEqual(['attached-differs', 'attached-differs']);
    for (const words of ['保存したときのままです', '保存された内容と違います', '比較不能'])
      expect(stdout).toContain(words);
    const { stdout: json } = await runProgram(['verify', BAG, '--json'], other);
    expect(JSON.parse(json).result).toMatchObject({ integrity: 'equal', attached: 'different' });
  });

  test('with another program of the same version compares only with the sealed one, and only when asked', async () => {
    const cwd = copy();
    const other = { cwd, program: copyProgram(cwd) };
    writeFileSync(join(cwd, 'dist/bundle.cjs'), '\n', { flag: 'a' });
    const plain = await runProgram(['verify', BAG], other);
    expect([plain.code, plain.stdout]).toEqual([0, expect.stringContaining('rebuild-program')]);
    expect((await runProgram(['verify', BAG, '--strict'], other)).code).toBe(1);
    const asked = await runProgram(['verify', BAG, '--run-sealed-tool'], other);
    expect([asked.code, asked.stderr, asked.stdout]).toEqual([
      0,
      '',
      expect.stringContaining('一バイトも違いません'),
    ]);
  });

  test('of a folder above the bag says where the bag is', async () => {
    const { code, stderr } = await run('verify out/archive/R6', sealed);
    expect([code, stderr]).toEqual([2, expect.stringContaining(BAG)]);
    expect(stderr).not.toMatch(STACK_TRACE);
  });
});
