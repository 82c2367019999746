/** Papers that were handed out, as a clerk sees them. The whole life of a meeting: tests/long/hand-out.long.ts. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  changeIn,
  filesBelow,
  reportedErrors,
  runFresh,
  runProgram,
  workspace,
  writeInto,
} from '../helpers/program.ts';

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

test('what was handed out is neither made again nor lost: a 差し替え takes its place, and both are sealed', async () => {
  const { cwd, run } = await withPapers();
  const first = bytesBelow(join(cwd, PAPERS));
  expect(await run(`hand-out R6 --meeting ${DAY}`)).toMatchObject({ code: 0, errors: [] });
  changeIn(cwd, MEASURE, ...CORRECTION);
  const refused = await run(`agenda R6 --meeting ${DAY}`);
  expect([refused.code, refused.errors]).toEqual([1, ['agenda-handed-out']]);
  for (const words of ['資料3', '参考資料1', '次第', '会議資料', '--revised', `${BAGS}/v1`])
    expect(refused.stderr).toContain(words);
  expect(bytesBelow(join(cwd, PAPERS))).toEqual(first);
  await takesTheMeetingBack(cwd);
  expect(await run(`agenda R6 --meeting ${DAY} --revised`)).toMatchObject({ code: 0, errors: [] });
  expect(await run('archive R6')).toMatchObject({ code: 1, errors: ['handed-out-pending'] });
  expect(await run(`hand-out R6 --meeting ${DAY}`)).toMatchObject({ code: 0, errors: [] });
  expect(await run('archive R6')).toMatchObject({ code: 0, errors: [] });
  const all = bytesBelow(join(cwd, PAPERS));
  const sealed = bytesBelow(join(cwd, 'out/archive/R6/v1/data/agenda', DAY));
  const revised = [...all.keys()].filter((name) => !first.has(name));
  expect(revised).toEqual(['会議資料（修正）.pdf', '参考資料1（修正）.pdf', '次第（修正）.pdf']);
  const expected = [...all].map(([name, bytes]) => [`${first.has(name) ? 'v1' : 'v2'}/${name}`, bytes]);
  expect([...sealed].sort()).toEqual(expected.sort());
  const again = await run(`agenda R6 --meeting ${DAY}`);
  for (const version of ['v1', 'v2']) expect(again.stderr).toContain(`${BAGS}/${version}/data/agenda/${DAY}`);
  cpSync(join(cwd, BAGS), join(cwd, '控え'), { recursive: true });
  rmSync(join(cwd, BAGS), { recursive: true });
  for (const line of [
    `agenda R6 --meeting ${DAY}`,
    `agenda R6 --meeting ${DAY} --check`,
    `agenda R6 --meeting ${DAY} --revised`,
    `hand-out R6 --meeting ${DAY}`,
  ]) {
    const stopped = await run(line);
    expect([line, stopped.code, stopped.errors]).toEqual([line, 1, ['handed-out-gap']]);
    for (const version of ['v1', 'v2'])
      expect(stopped.stderr).toContain(`out/archive/R6/v1/data/agenda/${DAY}/${version}`);
  }
  rmSync(join(cwd, 'content/R6/agendas'), { recursive: true });
  const single = await run(`agenda R6 --name 資料3 --date ${DAY} --department 保育課`);
  expect([single.code, single.errors]).toEqual([1, ['handed-out-gap']]);
  expect(bytesBelow(join(cwd, PAPERS))).toEqual(all);
  await carriesCopiesOn(cwd);
}, 240_000);

/** The file of a meeting that was handed out is not written a second time: it lies in the bag. */
async function takesTheMeetingBack(cwd: string) {
  const own = `content/R6/agendas/${DAY}.yaml`;
  const kept = `${BAGS}/v1/data/${own}`;
  rmSync(join(cwd, own));
  for (const line of [`agenda R6 --meeting ${DAY} --revised`, `hand-out R6 --meeting ${DAY}`]) {
    const { code, errors, stderr } = await at(cwd)(line);
    expect([line, code, errors]).toEqual([line, 2, ['unknown-meeting']]);
    expect(stderr).toContain(`${kept} にあります。${own} に写して`);
    expect(stderr).not.toContain('作ってください');
  }
  cpSync(join(cwd, kept), join(cwd, own));
}

/** An edition whose hand-out bags are gone is sealed with the copies of the version before. */
async function carriesCopiesOn(cwd: string) {
  const run = at(cwd);
  const archived = (version: string) => join(cwd, 'out/archive/R6', version);
  changeIn(cwd, MEASURE, 'actual: 1863', 'actual: 1864');
  const strict = await run('archive R6 --reason 訂正 --strict');
  expect(strict.code).toBe(1);
  expect(strict.errors.filter((code) => code === 'handed-out-carried')).toHaveLength(2);
  const copy = join(archived('v1'), `data/agenda/${DAY}/v1/資料3.pdf`);
  const bytes = readFileSync(copy);
  writeFileSync(copy, 'x');
  expect(await run('archive R6 --reason 訂正')).toMatchObject({ code: 1, errors: ['bag-changed'] });
  writeFileSync(copy, bytes);
  const carried = await run('archive R6 --reason 訂正');
  expect([carried.code, carried.stderr]).toEqual([0, expect.stringContaining('警告 handed-out-carried')]);
  for (const words of [`「R6/agenda/${DAY}/v2」`, '控えから元に戻して'])
    expect(carried.stderr).toContain(words);
  expect(bytesBelow(join(archived('v2'), 'data/agenda'))).toEqual(
    bytesBelow(join(archived('v1'), 'data/agenda')),
  );
  const { code, stdout } = await run('verify out/archive/R6/v2');
  expect([code, stdout]).toEqual([0, expect.stringContaining('handed-out-unchecked')]);
  cpSync(join(cwd, '控え/v1'), join(cwd, BAGS, 'v1'), { recursive: true });
  changeIn(cwd, MEASURE, 'actual: 1864', 'actual: 1865');
  const half = await run('archive R6 --reason 訂正');
  expect([half.code, half.stderr]).toEqual([
    0,
    expect.stringContaining(`「R6/agenda/${DAY}/v2」がありません`),
  ]);
  expect(half.stderr).not.toContain(`「R6/agenda/${DAY}/v1」がありません`);
  expect(bytesBelow(join(archived('v3'), 'data/agenda'))).toEqual(
    bytesBelow(join(archived('v1'), 'data/agenda')),
  );
  writeInto(cwd, `${PAPERS}/資料3.pdf`, 'x');
  changeIn(cwd, MEASURE, 'actual: 1865', 'actual: 1866');
  const pending = await run('archive R6 --reason 訂正');
  expect([pending.code, pending.errors]).toEqual([1, ['handed-out-pending']]);
  expect(pending.stderr).toContain(`${BAGS}/v1/data/agenda/${DAY}`);
  writeInto(cwd, `${BAGS}/v1/manifest-sha512.txt`, 'x');
  expect(await run('archive R6 --reason 訂正')).toMatchObject({ code: 1, errors: ['handed-out-broken'] });
  expect(readdirSync(join(cwd, 'out/archive/R6'))).not.toContain('v4');
}

describe('hand-out', () => {
  test('finds out how the papers were made, and takes them from an older content', async () => {
    const { cwd, run } = await withPapers();
    expect(await run(`agenda R6 --meeting ${DAY} --with-form --profile screen`)).toMatchObject({ code: 0 });
    cpSync(join(cwd, 'content'), join(cwd, '控え'), { recursive: true });
    changeIn(cwd, MEASURE, ...CORRECTION);
    const before = bytesBelow(join(cwd, PAPERS));
    const refused = await run(`hand-out R6 --meeting ${DAY}`);
    expect([refused.code, refused.errors]).toEqual([1, ['output-differs']]);
    expect(refused.stderr).toContain('output-differs（2 か所）');
    for (const paper of ['参考資料1', '会議資料']) expect(refused.stderr).toContain(`${PAPERS}/${paper}.pdf`);
    for (const way of [`agenda R6 --meeting ${DAY}`, '--content 控え']) expect(refused.stderr).toContain(way);
    const stopped = await run('archive R6');
    expect([stopped.code, stopped.errors]).toEqual([1, ['handed-out-papers']]);
    for (const way of [`agenda R6 --meeting ${DAY}`, `hand-out R6 --meeting ${DAY}`])
      expect(stopped.stderr).toContain(way);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['R6']);
    writeInto(cwd, `${PAPERS}/別紙.pdf`, 'x');
    const sealed = await run(`hand-out R6 --meeting ${DAY} --content 控え`);
    expect(sealed.code).toBe(0);
    for (const words of [`${PAPERS}/別紙.pdf`, '配ったものの保存には入りません'])
      expect(sealed.stderr).toContain(words);
    rmSync(join(cwd, PAPERS, '別紙.pdf'));
    expect(bytesBelow(join(cwd, BAGS, 'v1/data/agenda', DAY))).toEqual(before);
    const info = readFileSync(join(cwd, BAGS, 'v1/bag-info.txt'), 'utf8');
    expect(info).toContain('Hyokahyo-Paper-Form: screen with-form\n');
    expect(await run('archive R6')).toMatchObject({ code: 0, errors: [] });
    expect(bytesBelow(join(cwd, 'out/archive/R6/v1/data/agenda', DAY, 'v1'))).toEqual(before);
  });

  test.each([
    ['without a meeting', 'hand-out R6', 2, 'operand-missing'],
    ['of a meeting without papers', `hand-out R6 --meeting ${DAY}`, 1, 'output-missing'],
    ['of no meeting', 'hand-out R6 --meeting 2026-11-23', 2, 'unknown-meeting'],
    ['that nothing came before', `agenda R6 --meeting ${DAY} --revised`, 1, 'agenda-not-handed-out'],
    ['of a single paper', `agenda R6 --name 資料9 --date ${DAY} --revised`, 2, 'agenda-revised'],
  ])('%s is refused', async (_, line, code, error) => {
    const cwd = workspace();
    expect(await at(cwd)(line)).toMatchObject({ code, errors: [error] });
    expect(filesBelow(join(cwd, 'out'))).toEqual(['R6/booklet.pdf']);
  });

  test('of a meeting whose file lies elsewhere has a bag of its own, and is sealed too', async () => {
    const cwd = workspace();
    rmSync(join(cwd, 'out'), { recursive: true });
    const run = at(cwd);
    cpSync(join(cwd, `content/R6/agendas/${DAY}.yaml`), join(cwd, `部会/${DAY}.yaml`));
    const meeting = `--meeting 部会/${DAY}.yaml`;
    expect(await run(`agenda R6 ${meeting}`)).toMatchObject({ code: 0 });
    expect(await run(`hand-out R6 ${meeting}`)).toMatchObject({ code: 0 });
    const [folder = ''] = readdirSync(join(cwd, 'out/archive/R6/agenda'));
    expect(folder).toMatch(/^2026-11-22-[0-9a-f]{8}$/);
    expect(await run(`agenda R6 ${meeting}`)).toMatchObject({ code: 1, errors: ['agenda-handed-out'] });
    expect(await run(`agenda R6 --meeting ${DAY}`)).toMatchObject({ code: 0 });
    expect(await run(`verify out/archive/R6/agenda/${folder}/v1`)).toMatchObject({ code: 0 });
    expect(await run('archive R6')).toMatchObject({ code: 0, errors: [] });
    expect(readdirSync(join(cwd, 'out/archive/R6/v1/data/agenda')).sort()).toEqual([
      DAY,
      folder,
      '配付の記録.txt',
    ]);
  }, 240_000);

  test('two at a time: one seals, the other says so', async () => {
    const { cwd, run } = await withPapers();
    const answers = await Promise.all(
      [1, 2].map(() => runFresh(['hand-out', 'R6', '--meeting', DAY], { cwd })),
    );
    const codes = answers.map(({ code }) => code ?? 70).sort();
    expect(codes[0]).toBe(0);
    expect([1, 3]).toContain(codes[1]);
    expect(readdirSync(join(cwd, BAGS))).toEqual(['v1']);
    expect((await run(`verify ${BAGS}/v1`)).code).toBe(0);
    writeInto(cwd, `${BAGS}/v1/data/agenda/${DAY}/資料3.pdf`, 'x');
    const damaged = await run(`verify ${BAGS}/v1`);
    expect([damaged.code, damaged.errors]).toEqual([1, ['bag-changed']]);
    expect(damaged.stdout).toContain('PDFの中の原稿: 読めない PDF があるため、確かめていません');
    expect(damaged.stdout).not.toContain('保存された内容と違います');
  });
});

test('archive tells of a booklet and of papers that are not sealed', async () => {
  const cwd = workspace();
  writeInto(cwd, `${PAPERS}/資料9.pdf`, 'x');
  const run = at(cwd);
  const { code, stderr } = await run('archive R6');
  expect([code, stderr]).toEqual([0, expect.stringContaining('警告 booklet-unsealed')]);
  expect(stderr).toContain('警告 paper-unsealed');
  changeIn(cwd, MEASURE, 'plan: null, actual: null', 'plan: 継続, actual: 1');
  const measure = readFileSync(join(cwd, MEASURE), 'utf8');
  writeInto(cwd, MEASURE, measure.replace(/result: "".*$/m, 'result: 説明。'));
  expect(await run('archive R6 --reason 訂正 --strict')).toMatchObject({
    ...{ code: 1, errors: ['paper-unsealed', 'booklet-unsealed'] },
  });
});
