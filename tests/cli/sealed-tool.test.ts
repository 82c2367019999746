/** The program in a bag runs only where everything else agrees, not for ever, and leaves nothing behind. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type BagInfo, readBagInfo } from '../../src/archive/bag-info.ts';
import { bagOf } from '../../src/archive/tag-files.ts';
import {
  answerOf,
  changeIn,
  filesBelow,
  runProgram,
  startProgram,
  temporaryFolder,
  writeInto,
} from '../helpers/program.ts';
import { sharedFolder } from '../helpers/shared-folder.ts';
import { ROOT } from '../helpers/sources.ts';
import { ENDLESS, saidIn } from '../helpers/until.ts';

const EDITION = 'out/archive/R6/v1';
const HAND_OUT = 'out/archive/R6/agenda/2026-11-22/v1';

/** A workspace in which papers were handed out and the edition is sealed; no test may change it. */
const sealed = sharedFolder();

beforeAll(async () => {
  cpSync(`${ROOT}content`, join(sealed, 'content'), { recursive: true });
  for (const line of ['agenda R6 --meeting 2026-11-22', 'hand-out R6 --meeting 2026-11-22', 'archive R6'])
    expect([line, (await runProgram(line.split(' '), { cwd: sealed })).code]).toEqual([line, 0]);
}, 240_000);

/** A copy of the edition's bag whose program is another, and whose manifests agree with that. */
function forged(program: string, change: (folder: string) => void = () => {}): string {
  const folder = temporaryFolder();
  const bag = join(folder, EDITION);
  cpSync(join(sealed, EDITION), bag, { recursive: true });
  writeInto(bag, 'data/tool/hyokahyo.js', program);
  change(bag);
  const payload = filesBelow(join(bag, 'data')).map(
    (path) => [path, readFileSync(join(bag, 'data', path))] as const,
  );
  const { info } = readBagInfo(readFileSync(join(bag, 'bag-info.txt')));
  for (const [path, bytes] of bagOf(new Map(payload), info as BagInfo)) writeInto(bag, path, bytes);
  return folder;
}

test.each([EDITION, HAND_OUT])('%s is made again by the program in it', async (bag) => {
  const { code, stdout, stderr } = await runProgram(['verify', bag, '--run-sealed-tool'], { cwd: sealed });
  expect([code, stderr, stdout]).toEqual([0, '', expect.stringContaining('一バイトも違いません')]);
});

test('a program does not run where the booklets contradict the content', async () => {
  const mark = join(temporaryFolder(), 'ran');
  const evil = `require('fs').writeFileSync(${JSON.stringify(mark)}, '')`;
  const cwd = forged(evil, (bag) =>
    changeIn(bag, 'data/content/R6/measures/1-1.yaml', 'actual: 1862', 'actual: 1863'),
  );
  const { code, stdout } = await runProgram(['verify', EDITION, '--run-sealed-tool'], { cwd });
  expect([code, existsSync(mark)]).toEqual([1, false]);
  for (const words of ['attached-differs', 'rebuild-distrusted', '保存したときのままです'])
    expect(stdout).toContain(words);
});

test('a signal ends program and verify, and removes the copy', async () => {
  const mark = join(temporaryFolder(), 'pid');
  const endless = `require('fs').writeFileSync(${JSON.stringify(mark)}, String(process.pid)); ${ENDLESS}`;
  const cwd = forged(endless);
  const places = join(cwd, 'temporary');
  mkdirSync(places);
  const env = { TMPDIR: places, TEMP: places, TMP: places };
  const verify = startProgram(['verify', EDITION, '--run-sealed-tool'], { cwd, env });
  const answer = answerOf(verify);
  const pid = Number(await saidIn(mark));
  expect(readdirSync(places)).toHaveLength(1);
  verify.kill('SIGTERM');
  expect(await answer).toMatchObject({ code: null, signal: 'SIGTERM' });
  expect(readdirSync(places)).toEqual([]);
  expect(() => process.kill(pid, 0)).toThrow();
});
