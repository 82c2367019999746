/** The same content gives the same bytes: whatever the machine, the clock, the folder, and how the files are saved. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildOnce, filesBelow, runProgram, workspace } from './helpers/program.ts';

let booklet: Buffer;

beforeAll(async () => {
  booklet = await buildOnce();
});

/** The booklet of a workspace whose content files were all saved in another way. */
async function built(
  save: (text: string) => string | Buffer = (text) => text,
  env?: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const cwd = workspace();
  for (const file of filesBelow(join(cwd, 'content/R6'))) {
    const path = join(cwd, 'content/R6', file);
    writeFileSync(path, save(readFileSync(path, 'utf8')));
  }
  const { code, stderr } = await runProgram(['build'], { cwd, ...(env && { env }) });
  expect([code, stderr.match(/エラー/g)]).toEqual([0, null]);
  return readFileSync(join(cwd, 'out/R6/booklet.pdf'));
}

test('in another folder, a second time', async () => {
  expect((await built()).equals(booklet)).toBe(true);
});

test('in a process of its own', async () => {
  expect((await built(undefined, {})).equals(booklet)).toBe(true);
});

test.each([
  [{ TZ: 'Pacific/Kiritimati', LANG: 'ja_JP.UTF-8' }],
  [{ TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' }],
  [{ TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
])('in the time zone and language %o', async (env) => {
  expect((await built(undefined, env)).equals(booklet)).toBe(true);
});

test.each<[string, (text: string) => string | Buffer]>([
  ['with Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['with a byte order mark', (text) => `\ufeff${text}`],
  ['with both', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ['as JSON', (text) => JSON.stringify(parse(text), null, 2)],
  ['as JSON on one line', (text) => JSON.stringify(parse(text))],
  ['without a line end at the end', (text) => text.trimEnd()],
  ['without comments', (text) => text.replace(/^ *#.*\n| +#.*$/gm, '')],
])('saved %s', async (_, save) => {
  expect((await built(save)).equals(booklet)).toBe(true);
});
