/** A meeting's life as a clerk goes through it, and what may happen to what was handed out. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBag } from '../../src/archive/check-bag.ts';
import { treeOf } from '../helpers/bag.ts';
import { mutate } from '../helpers/bag-mutations.ts';
import { readNavigation } from '../helpers/pdf-navigation.ts';
import {
  changeIn,
  filesBelow,
  reportedErrors,
  runProgram,
  temporaryFolder,
  workspace,
} from '../helpers/program.ts';
import { randomFrom } from '../helpers/random.ts';

const DAY = '2026-11-22';
const PAPERS = `out/R6/agenda/${DAY}`;
const BAGS = `out/archive/R6/agenda/${DAY}`;
const MEASURE = 'content/R6/measures/1-1.yaml';

/** A program that takes part in 参考資料1 but not in 資料3. */
const CORRECTION = ['actual: 1862', 'actual: 1863'] as const;

const at = (cwd: string) => async (line: string) => {
  const { code, stdout, stderr } = await runProgram(line.split(' '), { cwd });
  return { code, stdout, stderr, errors: reportedErrors(stderr + stdout) };
};

/** A workspace without a booklet, in which papers were made. */
async function withPapers() {
  const cwd = workspace();
  rmSync(join(cwd, 'out'), { recursive: true });
  const run = at(cwd);
  expect((await run(`agenda R6 --meeting ${DAY}`)).code).toBe(0);
  return { cwd, run };
}

/** Files by path below a folder. */
function bytesBelow(folder: string): Map<string, string> {
  return new Map(filesBelow(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

test('a meeting’s life', async () => {
  const { cwd, run } = await withPapers();
  const first = bytesBelow(join(cwd, PAPERS));
  expect([...first.keys()]).toEqual(['会議資料.pdf', '参考資料1.pdf', '次第.pdf', '資料3.pdf']);
  const handedOut = await run(`hand-out R6 --meeting ${DAY}`);
  expect([handedOut.code, handedOut.errors]).toEqual([0, []]);
  expect(handedOut.stdout).toContain(`hyokahyo verify ${BAGS}/v1`);
  expect(await run(`hand-out R6 --meeting ${DAY}`)).toMatchObject({
    code: 1,
    errors: ['hand-out-unchanged'],
  });
  expect(await run(`agenda R6 --meeting ${DAY} --revised`)).toMatchObject({
    code: 1,
    errors: ['agenda-unchanged'],
  });

  changeIn(cwd, MEASURE, ...CORRECTION);
  changeIn(cwd, 'content/R6/measures/1-2.yaml', '    opinion: ""', '    opinion: 会議で出た意見。');
  const refused = await run(`agenda R6 --meeting ${DAY}`);
  expect([refused.code, refused.errors]).toEqual([1, ['agenda-handed-out']]);
  for (const words of ['資料3', '参考資料1', '次第', '会議資料', '--revised', `${BAGS}/v1`])
    expect(refused.stderr).toContain(words);
  expect(await run(`agenda R6 --meeting ${DAY} --check`)).toMatchObject({ code: 0 });
  expect(bytesBelow(join(cwd, PAPERS))).toEqual(first);

  expect(await run(`agenda R6 --meeting ${DAY} --revised`)).toMatchObject({ code: 0, errors: [] });
  const both = bytesBelow(join(cwd, PAPERS));
  const added = [...both.keys()].filter((name) => !first.has(name));
  expect(added).toEqual(['会議資料（修正）.pdf', '参考資料1（修正）.pdf', '次第（修正）.pdf']);
  expect(new Map([...both].filter(([name]) => first.has(name)))).toEqual(first);
  expect(await run('archive R6')).toMatchObject({ code: 1, errors: ['handed-out-pending'] });
  expect(await run(`agenda R6 --meeting ${DAY} --revised --check`)).toMatchObject({ code: 0 });
  expect(await run(`hand-out R6 --meeting ${DAY}`)).toMatchObject({ code: 0, errors: [] });

  // A third version changes the other paper: what the second replaced keeps its mark, and is not handed out again.
  changeIn(cwd, `content/R6/agendas/${DAY}.yaml`, '（子育て支援課）', '（子育て支援課分）');
  expect(await run(`agenda R6 --meeting ${DAY} --revised`)).toMatchObject({ code: 0 });
  expect(await run(`hand-out R6 --meeting ${DAY}`)).toMatchObject({ code: 0 });
  const third = bytesBelow(join(cwd, PAPERS));
  expect([...third.keys()].filter((name) => !both.has(name))).toEqual([
    '会議資料（修正2）.pdf',
    '次第（修正2）.pdf',
    '資料3（修正2）.pdf',
  ]);
  const all = await readNavigation(readFileSync(join(cwd, PAPERS, '会議資料（修正2）.pdf')));
  expect(all.bookmarks.filter(({ depth }) => depth === 1).map(({ title }) => title)).toEqual([
    '次第（修正2）',
    '資料3（修正2）　事業進捗状況評価（子育て支援課分）',
    '参考資料1（修正）　事業進捗状況評価（目標1）',
  ]);
  expect(all.labels[0]).toBe('次第（修正2）-1');
  expect(all.lines[1]?.join('')).toContain('資料3（修正2）');

  // The meeting's file may go: what was handed out is sealed, and no single paper takes its place.
  rmSync(join(cwd, 'content/R6/agendas'), { recursive: true });
  expect(await run(`agenda R6 --name 資料3 --date ${DAY}`)).toMatchObject({
    code: 1,
    errors: ['paper-handed-out'],
  });
  expect(await run('archive R6')).toMatchObject({ code: 0, errors: [] });
  const sealed = bytesBelow(join(cwd, 'out/archive/R6/v1/data/agenda', DAY));
  const expected = [...third].map(([name, bytes]) => {
    const version = name.includes('（修正2）') ? 'v3' : name.includes('（修正）') ? 'v2' : 'v1';
    return [`${version}/${name}`, bytes] as const;
  });
  expect([...sealed].sort()).toEqual(expected.sort());
  for (const bag of [`${BAGS}/v1`, `${BAGS}/v2`, `${BAGS}/v3`, 'out/archive/R6/v1']) {
    const { code, stdout, stderr } = await run(`verify ${bag}`);
    expect([bag, code, stderr, stdout]).toEqual([
      bag,
      0,
      '',
      expect.stringContaining('一バイトも違いません'),
    ]);
  }
  const { stdout } = await run('verify out/archive/R6/v1 --json');
  expect(JSON.parse(stdout).result).toMatchObject({ handedOut: 'equal', rebuild: 'equal' });
  expect(JSON.parse((await run(`verify ${BAGS}/v2 --json`)).stdout).result).toMatchObject({
    ...{
      edition: 'R6',
      meeting: DAY,
      version: 2,
      chain: 'equal',
      links: 1,
      rebuild: 'equal',
      handedOut: 'none',
    },
  });
  await tellsOfBrokenBags(cwd);
  tellsOfMutations(join(cwd, BAGS, 'v2'));
});

/** A bag that was changed after it was sealed is told by the edition that names it, and is not sealed again. */
async function tellsOfBrokenBags(cwd: string) {
  const other = temporaryFolder();
  cpSync(join(cwd, 'out'), join(other, 'out'), { recursive: true });
  cpSync(join(cwd, 'content'), join(other, 'content'), { recursive: true });
  const run = at(other);
  writeFileSync(join(other, BAGS, 'v1/manifest-sha512.txt'), '\n', { flag: 'a' });
  const { code, errors } = await run('verify out/archive/R6/v1');
  expect([code, errors]).toEqual([1, ['handed-out-changed']]);
  changeIn(other, 'content/R6/measures/1-1.yaml', 'actual: 1863', 'actual: 1864');
  expect(await run('archive --reason 訂正')).toMatchObject({ code: 1, errors: ['handed-out-broken'] });
  rmSync(join(other, BAGS), { recursive: true });
  const alone = await run('verify out/archive/R6/v1');
  expect([alone.code, alone.stdout]).toEqual([0, expect.stringContaining('handed-out-unchecked')]);
}

const MUTATIONS = 200;

function tellsOfMutations(bag: string) {
  const random = randomFrom(2026);
  const files = new Map(filesBelow(bag).map((path) => [path, readFileSync(join(bag, path))] as const));
  expect(checkBag(treeOf(files), 'bag')?.diagnostics).toEqual([]);
  for (let run = 0; run < MUTATIONS; run++) {
    const { what, touched, entries } = mutate(files, run, random);
    const messages = (checkBag(treeOf(entries), 'bag')?.diagnostics ?? []).map(({ message }) => message);
    const named = touched.some((path) => messages.some((message) => message.includes(path)));
    expect([run, what, touched, messages, named]).toEqual([run, what, touched, messages, true]);
  }
}
