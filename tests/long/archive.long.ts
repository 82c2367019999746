/** A sealed edition among other people's tools, on other disks, after accidents, and without the project. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkAttached } from '../../src/archive/check-attached.ts';
import { checkBag } from '../../src/archive/check-bag.ts';
import { treeOf } from '../helpers/bag.ts';
import { mutate } from '../helpers/bag-mutations.ts';
import { SEED } from '../helpers/chance.ts';
import { printedObjects } from '../helpers/pdf-file.ts';
import { mutatePdf } from '../helpers/pdf-mutations.ts';
import {
  answerOf,
  filesBelow,
  reportedErrors,
  runFresh,
  startProgram,
  temporaryFolder,
  workspace,
} from '../helpers/program.ts';
import { randomFrom } from '../helpers/random.ts';
import { sharedFolder } from '../helpers/shared-folder.ts';
import { ROOT } from '../helpers/sources.ts';

const BAG = 'out/archive/R6/v1';
const MUTATIONS = Number(process.env.HYOKAHYO_RUNS ?? 1000);

const home = sharedFolder();
const bag = join(home, BAG);

beforeAll(async () => {
  cpSync(`${ROOT}content`, join(home, 'content'), { recursive: true });
  expect((await runFresh(['archive', 'R6'], { cwd: home })).code).toBe(0);
});

/** Runs another program, whose absence is a failure. */
function judge(command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
    encoding: 'utf8',
  });
  if (error) throw new Error(`${command} is missing: ${error.message}. See tests/README.md.`);
  return { status, stdout, stderr };
}

/** Verifies a bag with the installed program, in an empty folder. */
function verify(path: string, ...flags: string[]) {
  return runFresh(['verify', path, ...flags], { cwd: temporaryFolder() });
}

async function expectWhole(path: string) {
  const { code, stdout, stderr } = await verify(path);
  expect([code, stderr, stdout]).toEqual([0, '', expect.stringContaining('一バイトも違いません')]);
}

/** A copy of the bag in a folder of its own. */
function copy(): string {
  const folder = join(temporaryFolder(), 'v1');
  cpSync(bag, folder, { recursive: true });
  return folder;
}

describe('other people’s judges', () => {
  test.each(['manifest-sha512.txt', 'tagmanifest-sha512.txt'])('sha512sum -c %s', (manifest) => {
    const { status, stdout, stderr } = judge('sha512sum', ['--strict', '-c', manifest], bag);
    expect([status, stderr]).toEqual([0, '']);
    expect(
      stdout
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': OK')),
    ).toBe(true);
  });

  test('bagit-python, the reference validator, accepts the bag and no other', () => {
    const env = { PYTHONPATH: `${ROOT}node_modules/.judges` };
    if (judge('python3', ['-c', 'import bagit'], bag, env).status !== 0)
      throw new Error(
        'bagit-python is missing: python3 -m pip install --target node_modules/.judges bagit==1.9.0',
      );
    const validate = (folder: string) => judge('python3', ['-m', 'bagit', '--validate', folder], home, env);
    const { status, stderr } = validate(bag);
    expect([status, stderr]).toEqual([0, expect.stringContaining('is valid')]);
    expect(stderr).not.toMatch(/WARNING|ERROR/);
    const other = copy();
    writeFileSync(join(other, 'data/目録.txt'), 'x');
    expect(validate(other).status).not.toBe(0);
  });
});

describe('untouched copies', () => {
  test('by zip', async () => {
    const folder = temporaryFolder();
    const zip = join(folder, 'v1.zip');
    expect(judge('zip', ['-q', '-r', zip, basename(bag)], dirname(bag)).status).toBe(0);
    expect(judge('unzip', ['-q', zip], folder).status).toBe(0);
    await expectWhole(join(folder, 'v1'));
  });

  test('on a disk that takes letters and sound marks apart', async () => {
    const folder = copy();
    const apart = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path !== path.normalize('NFD'),
    );
    expect(apart).toContain(join('data', 'open-data', '読み上げ用.txt'));
    for (const path of apart) renameSync(join(folder, path), join(folder, path.normalize('NFD')));
    await expectWhole(folder);
  });

  test('in a folder where nobody may write', async () => {
    const folder = copy();
    const everything = ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })];
    const before = filesBelow(folder);
    for (const path of everything.toReversed()) {
      const isFile = before.includes(path.replaceAll('\\', '/'));
      chmodSync(join(folder, path), isFile ? 0o444 : 0o555);
    }
    if (process.getuid?.() === 0)
      process.stdout.write('root may write everywhere: the modes of the read-only folder bind nobody here\n');
    await expectWhole(folder);
    expect(filesBelow(folder)).toEqual(before);
    for (const path of everything) chmodSync(join(folder, path), 0o755);
  });

  test('from within the bag', async () => {
    const { code, stdout } = await runFresh(['verify', '.'], { cwd: copy() });
    expect([code, stdout]).toEqual([0, expect.stringContaining('一バイトも違いません')]);
  });
});

describe('changed copies', () => {
  test(`${MUTATIONS} random mutations, each found and named`, () => {
    process.stdout.write(`seed ${SEED}\n`);
    const random = randomFrom(SEED);
    const files = new Map(filesBelow(bag).map((path) => [path, readFileSync(join(bag, path))] as const));
    expect(checkBag(treeOf(files), 'bag')?.diagnostics).toEqual([]);
    for (let run = 0; run < MUTATIONS; run++) {
      const { what, touched, entries } = mutate(files, run, random);
      const messages = (checkBag(treeOf(entries), 'bag')?.diagnostics ?? []).map(({ message }) => message);
      const named = touched.some((path) => messages.some((message) => message.includes(path)));
      expect([SEED, run, what, touched, messages, named]).toEqual([SEED, run, what, touched, messages, true]);
    }
  });

  test(`${MUTATIONS} random mutations of a booklet: an answer each time, and never other sources`, () => {
    const random = randomFrom(SEED);
    const files = new Map(filesBelow(bag).map((path) => [path, readFileSync(join(bag, path))] as const));
    expect(checkAttached(files, { edition: 'R6' }).diagnostics).toEqual([]);
    const path = 'data/booklet/booklet.pdf';
    for (let run = 0; run < MUTATIONS; run++) {
      const changed = mutatePdf(files.get(path) as Uint8Array, run, random);
      const { diagnostics } = checkAttached(new Map<string, Uint8Array>([...files, [path, changed]]), {
        edition: 'R6',
      });
      const strange = diagnostics.filter(
        ({ code, message }) => !code.startsWith('attached-') || !message.includes(path),
      );
      expect([SEED, run, strange]).toEqual([SEED, run, []]);
    }
  });

  test.each<[string, (folder: string) => void, readonly string[]]>([
    [
      'a byte more',
      (folder) => writeFileSync(join(folder, 'data/fonts/manifest.yaml'), ' ', { flag: 'a' }),
      ['bag-changed'],
    ],
    ['a file less', (folder) => rmSync(join(folder, 'data/目録.txt')), ['bag-missing']],
    ['a file more', (folder) => writeFileSync(join(folder, 'data/Thumbs.db'), ''), ['bag-added']],
    ['fetch.txt', (folder) => writeFileSync(join(folder, 'fetch.txt'), ''), ['bag-added']],
    [
      'another name',
      (folder) => renameSync(join(folder, 'data/目録.txt'), join(folder, 'data/目次.txt')),
      ['bag-renamed'],
    ],
    ['an empty folder', (folder) => mkdirSync(join(folder, 'data/empty')), ['bag-empty-folder']],
    ['a link to a file', (folder) => symlinkSync('目録.txt', join(folder, 'data/link.txt')), ['bag-link']],
    [
      'a link to a folder',
      (folder) => symlinkSync('..', join(folder, 'data/link'), 'junction'),
      ['bag-link'],
    ],
    [
      'a file in place of which a link leads to its like',
      (folder) => {
        renameSync(join(folder, 'data/目録.txt'), join(dirname(folder), 'x'));
        symlinkSync(join(dirname(folder), 'x'), join(folder, 'data/目録.txt'));
      },
      ['bag-missing', 'bag-link'],
    ],
    [
      'content that its booklets contradict',
      (folder) => writeFileSync(join(folder, 'data/content/R6/edition.yaml'), '\n', { flag: 'a' }),
      ['bag-changed', 'attached-differs', 'attached-differs'],
    ],
    [
      'a booklet in place of which another one lies',
      (folder) =>
        cpSync(join(folder, 'data/agenda/2026-11-22/資料3.pdf'), join(folder, 'data/booklet/booklet.pdf')),
      ['bag-changed', 'attached-none'],
    ],
    [
      'a manifest in other order',
      (folder) => {
        const path = join(folder, 'tagmanifest-sha512.txt');
        const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
        writeFileSync(path, `${lines.reverse().join('\n')}\n`);
      },
      ['bag-tag-form'],
    ],
  ])('%s', async (_, change, codes) => {
    const folder = copy();
    change(folder);
    const { code, stdout } = await verify(folder, '--run-sealed-tool');
    expect([code, reportedErrors(stdout)]).toEqual([1, codes]);
  });
});

test('killed while sealing at random moments: no bag or a whole one, and no litter in the end', async () => {
  process.stdout.write(`seed ${SEED}\n`);
  const random = randomFrom(SEED);
  const cwd = workspace();
  rmSync(join(cwd, 'out/R6'), { recursive: true });
  const start = performance.now();
  await runFresh(['archive'], { cwd });
  const duration = performance.now() - start;
  const manifest = readFileSync(join(cwd, BAG, 'tagmanifest-sha512.txt'));
  for (let kills = 0; kills < 40; ) {
    rmSync(join(cwd, BAG), { recursive: true, force: true });
    const child = startProgram(['archive'], { cwd });
    // Most of a run goes by before the first file is written.
    const timer = setTimeout(() => child.kill('SIGKILL'), (0.5 + random() / 2) * duration);
    const { signal } = await answerOf(child);
    clearTimeout(timer);
    if (signal !== null) kills++;
    const names = readdirSync(join(cwd, 'out')).length > 0 ? filesBelow(join(cwd, BAG)) : [];
    if (names.length === 0) continue;
    expect(names).toEqual(filesBelow(bag));
    expect(readFileSync(join(cwd, BAG, 'tagmanifest-sha512.txt')).equals(manifest)).toBe(true);
  }
  rmSync(join(cwd, BAG), { recursive: true, force: true });
  expect((await runFresh(['archive'], { cwd })).code).toBe(0);
  expect(readdirSync(join(cwd, dirname(BAG)))).toEqual(['v1']);
  await expectWhole(join(cwd, BAG));
});

test('two at a time: one seals, the other is told so', async () => {
  const cwd = workspace();
  const answers = await Promise.all([1, 2].map(() => runFresh(['archive'], { cwd })));
  const codes = answers.map(({ code }) => code).sort();
  expect(codes[0]).toBe(0);
  expect(codes[1]).toBeGreaterThan(1);
  await expectWhole(join(cwd, BAG));
});

describe('the bag alone', () => {
  /** Node's own guard: the program may touch the given folder only. */
  const guarded = (folder: string) => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const name = major > 22 || (major === 22 && minor >= 13) ? '--permission' : '--experimental-permission';
    return ['--no-warnings', name, `--allow-fs-read=${folder}/*`, `--allow-fs-write=${folder}/*`];
  };

  test('makes itself anew with the program in it, in reach of nothing else', () => {
    const folder = dirname(copy());
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const before = filesBelow(join(folder, 'v1'));
    const tool = (guard: readonly string[], ...args: string[]) =>
      judge(process.execPath, [...guard, '../v1/data/tool/hyokahyo.js', ...args], empty);
    const { status, stdout, stderr } = tool(guarded(folder), 'verify', '../v1');
    expect([status, stderr, stdout]).toEqual([0, '', expect.stringContaining('一バイトも違いません')]);

    const data = '../v1/data';
    const places = [
      '--content',
      `${data}/content`,
      '--templates',
      `${data}/templates`,
      '--fonts',
      `${data}/fonts`,
    ];
    // Files are on the disk before they get their names: to wait for that is what the guard forbids.
    expect(tool([], 'archive', 'R6', ...places, '--out', 'new')).toMatchObject({ status: 0 });
    for (const name of before)
      expect([
        name,
        readFileSync(join(empty, 'new/archive/R6/v1', name)).equals(readFileSync(join(folder, 'v1', name))),
      ]).toEqual([name, true]);
    expect(filesBelow(join(folder, 'v1'))).toEqual(before);
  });

  test('cannot reach the project', () => {
    const folder = temporaryFolder();
    const { status } = judge(
      process.execPath,
      [...guarded(folder), '-e', `require('fs').readFileSync(${JSON.stringify(`${ROOT}package.json`)})`],
      folder,
    );
    expect(status).not.toBe(0);
  });

  test('does as its catalogue says', () => {
    const cwd = copy();
    const text = readFileSync(join(cwd, 'data/目録.txt'), 'utf8');
    const out = temporaryFolder();
    const lines = [...text.matchAll(/^ {4}node (data\/tool\/hyokahyo\.js .+)\r$/gm)].map(
      ([, line = '']) => line,
    );
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      const args = line.replace('出力先', out).split(' ');
      expect([line, judge(process.execPath, args, cwd).status]).toEqual([line, 0]);
    }
    for (const name of ['booklet.pdf', 'booklet-print.pdf'])
      expect(printedObjects(readFileSync(join(out, 'R6', name)))).toEqual(
        printedObjects(readFileSync(join(cwd, 'data/booklet', name))),
      );
  });
});

test('the package that is installed from a file seals the same bag', async () => {
  const folder = temporaryFolder();
  expect(
    judge('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], ROOT).status,
  ).toBe(0);
  const [archive = ''] = readdirSync(folder);
  expect(judge('tar', ['-xzf', archive], folder).status).toBe(0);
  const cwd = workspace();
  const { code } = await runFresh(['archive'], { cwd, program: join(folder, 'package/dist/hyokahyo.js') });
  const tags = (root: string) => readFileSync(join(root, BAG, 'tagmanifest-sha512.txt'), 'utf8');
  expect([code, tags(cwd)]).toEqual([0, tags(home)]);
});
