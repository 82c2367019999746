/**
 * The same content, templates, fonts and version give the same bytes: whatever the folder, the time zone, the
 * language, the day, the version of Node, and whether compiled code is at hand.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerOf, copyProgram, filesBelow, PROGRAM, temporaryFolder } from '../helpers/program.ts';
import { ROOT } from '../helpers/sources.ts';
import { HAS_OTHER_NODES, nodeOf } from './other-nodes.ts';

const RUNS = 20;

/** Both profiles, an extract, and a meeting's papers. */
const COMMANDS = [
  ['build'],
  ['build', '--profile', 'print'],
  ['build', '--goal', '1'],
  ['agenda', 'R6', '--meeting', '2026-11-22', '--with-form'],
];

type Surroundings = {
  readonly node?: string;
  readonly program?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that is to hold `content/`. */
  readonly cwd?: string;
  readonly commands?: readonly (readonly string[])[];
};

/** Name and hash of every document. */
type Documents = Readonly<Record<string, string>>;

let expected: Documents;

beforeAll(async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
  try {
    expected = await documents({ cwd: workspaceIn(cwd) });
  } finally {
    rmSync(cwd, { recursive: true });
  }
  expect(Object.keys(expected).length).toBeGreaterThanOrEqual(7);
});

/** Makes the documents in surroundings of their own. */
async function documents({
  node = process.execPath,
  program = PROGRAM,
  env = {},
  cwd = workspaceIn(temporaryFolder()),
  commands = COMMANDS,
}: Surroundings): Promise<Documents> {
  const { NODE_OPTIONS, TZ, LANG, LC_ALL, ...rest } = process.env;
  for (const args of commands) {
    const { code, stderr } = await answerOf(
      spawn(node, [program, ...args], { cwd, env: { ...rest, ...env } }),
    );
    // What is not hyokahyo's own words is V8's or Node's complaint.
    expect([args, code, stderr.match(/エラー|Error|Warning/g)]).toEqual([args, 0, null]);
  }
  const out = join(cwd, 'out');
  return Object.fromEntries(filesBelow(out).map((path) => [path, sha256(readFileSync(join(out, path)))]));
}

function workspaceIn(folder: string): string {
  cpSync(`${ROOT}content`, join(folder, 'content'), { recursive: true });
  return folder;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('folders', () => {
  test('deep, with spaces and Japanese names', async () => {
    const folder = join(temporaryFolder(), '評価 R6', '子ども・子育て', 'Ａ', 'b c');
    mkdirSync(folder, { recursive: true });
    expect(await documents({ cwd: workspaceIn(folder) })).toEqual(expected);
  });

  test('whose files were written in another order', async () => {
    const folder = workspaceIn(temporaryFolder());
    const measures = join(folder, 'content/R6/measures');
    const texts = readdirSync(measures).map((name) => [
      join(measures, name),
      readFileSync(join(measures, name)),
    ]);
    for (const [path] of texts) rmSync(path as string);
    for (const [path, text] of texts.reverse()) writeFileSync(path as string, text as Buffer);
    expect(await documents({ cwd: folder })).toEqual(expected);
  });
});

describe('time zones and languages', () => {
  const pairs = [
    ['Asia/Tokyo', 'ja_JP.UTF-8'],
    ['America/Los_Angeles', 'C'],
    ['Pacific/Kiritimati', 'tr_TR.UTF-8'],
    ['America/Los_Angeles', 'ja_JP.UTF-8'],
    ['Asia/Tokyo', 'ar_SA.UTF-8'],
  ] as const;

  test.each(pairs)('%s, %s', async (TZ, language) => {
    const env = { TZ, LANG: language, LC_ALL: language, LANGUAGE: language };
    expect(await documents({ env })).toEqual(expected);
  });
});

test('ten years later, by another throw of the dice', async () => {
  const later = `
    const Now = Date, shift = 3653 * 86400e3;
    globalThis.Date = class extends Now {
      constructor(...given) { if (given.length) super(...given); else super(Now.now() + shift); }
      static now() { return Now.now() + shift; }
    };
    Math.random = () => 0.125;`;
  const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(later)}`;
  expect(await documents({ env: { NODE_OPTIONS } })).toEqual(expected);
});

describe('versions of Node', () => {
  test.each([22, 24] as const)('Node %i', async (major) => {
    if (!HAS_OTHER_NODES) throw new Error('other versions of Node are there for 64-bit Linux only');
    expect(await documents({ node: nodeOf(major) })).toEqual(expected);
  });
});

describe('compiled code', () => {
  /** A copy of the program that has never run. */
  function freshProgram(): { program: string; cache: string } {
    const home = temporaryFolder();
    for (const part of ['templates', 'fonts'])
      cpSync(`${ROOT}${part}`, join(home, part), { recursive: true });
    const program = copyProgram(home);
    const cache = join(home, 'dist', `cache-${process.version}-${process.arch}.bin`);
    return { program, cache };
  }

  test('first without, then with what the first run has stored', async () => {
    const { program, cache } = freshProgram();
    expect(await documents({ program })).toEqual(expected);
    const stored = readFileSync(cache);
    expect(await documents({ program })).toEqual(expected);
    expect(readFileSync(cache).equals(stored)).toBe(true);
  });

  test('never stored, as in a folder that cannot be written', async () => {
    const { program, cache } = freshProgram();
    mkdirSync(cache);
    expect(await documents({ program })).toEqual(expected);
  });

  test('stored, but damaged', async () => {
    const { program, cache } = freshProgram();
    await documents({ program, commands: [['build']] });
    const stored = readFileSync(cache);
    stored.fill(0, stored.length / 2, stored.length / 2 + 64);
    writeFileSync(cache, stored);
    expect(await documents({ program })).toEqual(expected);
  });
});

test(`${RUNS} runs`, async () => {
  const cwd = workspaceIn(temporaryFolder());
  for (let run = 0; run < RUNS; run++) {
    rmSync(join(cwd, 'out'), { recursive: true, force: true });
    expect([run, await documents({ cwd })]).toEqual([run, expected]);
  }
});
