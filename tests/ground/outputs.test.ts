import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { diagnose } from '../../src/ground/diagnostic.ts';
import { withTemporaryFiles, writeFolder, writeWhole } from '../../src/ground/outputs.ts';
import { filesBelow, temporaryFolder } from '../helpers/program.ts';
import { another, NOBODY, nameOf } from './outputs/names.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a file is written with the folders it needs', () => {
  const folder = temporaryFolder();
  expect(writeWhole(join(folder, 'out/R6/booklet.pdf'), bytes('neu'))).toBeUndefined();
  expect(readFileSync(join(folder, 'out/R6/booklet.pdf'), 'utf8')).toBe('neu');
});

test('an earlier file is replaced, and nothing else is left', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'booklet.pdf');
  writeWhole(path, bytes('a long earlier file'));
  writeWhole(path, bytes('new'));
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['booklet.pdf']);
});

test('an empty file and a large one', () => {
  const path = join(temporaryFolder(), 'booklet.pdf');
  expect(writeWhole(path, new Uint8Array())).toBeUndefined();
  expect(readFileSync(path)).toHaveLength(0);
  const large = new Uint8Array(20_000_000).fill(7);
  expect(writeWhole(path, large)).toBeUndefined();
  expect(readFileSync(path).equals(large)).toBe(true);
});

test('what killed runs left is swept away, and only that', () => {
  const folder = temporaryFolder();
  const litter = nameOf({ processId: NOBODY });
  const kept = [
    nameOf({ processId: process.ppid }),
    nameOf({}),
    another(NOBODY),
    litter.replace('.tmp', '.pdf'),
    'booklet.pdf.tmp',
    'メモ.txt',
  ];
  for (const name of [litter, ...kept]) writeFileSync(join(folder, name), '');
  expect(writeWhole(join(folder, 'booklet.pdf'), bytes('new'))).toBeUndefined();
  expect(filesBelow(folder)).toEqual(['booklet.pdf', ...kept].sort());
});

test('what another machine left is swept away when by the disk’s own clock it is older than a week', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'clock'), '');
  const now = statSync(join(folder, 'clock')).mtimeMs / 1000;
  const old = another(NOBODY);
  const young = another(NOBODY);
  for (const [name, days] of [
    [old, 8],
    [young, 6],
  ] as const) {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), now, now - days * 24 * 60 * 60);
  }
  expect(writeWhole(join(folder, 'booklet.pdf'), bytes('new'))).toBeUndefined();
  expect(filesBelow(folder)).toEqual(['booklet.pdf', 'clock', young].sort());
});

test('what is swept away is a link, not what it leads to', () => {
  const folder = temporaryFolder();
  const elsewhere = temporaryFolder();
  writeFileSync(join(elsewhere, 'precious'), '');
  symlinkSync(elsewhere, join(folder, nameOf({ processId: NOBODY })));
  expect(writeWhole(join(folder, 'booklet.pdf'), bytes('new'))).toBeUndefined();
  expect(filesBelow(folder)).toEqual(['booklet.pdf']);
  expect(filesBelow(elsewhere)).toEqual(['precious']);
});

test('an earlier file under another name stays as it is', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'booklet.pdf'), 'earlier');
  linkSync(join(folder, 'booklet.pdf'), join(folder, 'handed-out.pdf'));
  expect(writeWhole(join(folder, 'booklet.pdf'), bytes('new'))).toBeUndefined();
  expect(readFileSync(join(folder, 'handed-out.pdf'), 'utf8')).toBe('earlier');
});

test('a name as long as the disk takes', () => {
  const folder = temporaryFolder();
  const name = `${'x'.repeat(251)}.pdf`;
  expect(writeWhole(join(folder, name), bytes('new'))).toBeUndefined();
  expect(readdirSync(folder)).toEqual([name]);
});

test.each<[string, (folder: string) => string]>([
  [
    'a folder of the file’s name',
    (folder) => {
      mkdirSync(join(folder, 'booklet.pdf/inside'), { recursive: true });
      return join(folder, 'booklet.pdf');
    },
  ],
  [
    'a file where the folder should be',
    (folder) => {
      writeFileSync(join(folder, 'out'), 'text');
      return join(folder, 'out/booklet.pdf');
    },
  ],
  [
    'a file above the folder',
    (folder) => {
      writeFileSync(join(folder, 'out'), 'text');
      return join(folder, 'out/R6/2025/booklet.pdf');
    },
  ],
])('%s is in the way', (_, prepare) => {
  const folder = temporaryFolder();
  const path = prepare(folder);
  const before = filesBelow(folder);
  expect(writeWhole(path, bytes('new'))?.code).toBe('output-in-the-way');
  expect(filesBelow(folder)).toEqual(before);
});

test.skipIf(process.platform !== 'linux')(
  'a place that takes no new folder is told, not tried for ever',
  () => {
    expect(writeWhole('/proc/hyokahyo/R6/booklet.pdf', bytes('new'))?.code).toBe('output-failed');
  },
);

test('a name no disk takes', () => {
  const folder = temporaryFolder();
  expect(writeWhole(join(folder, `${'x'.repeat(300)}.pdf`), bytes('new'))?.code).toBe('output-failed');
  expect(readdirSync(folder)).toEqual([]);
});

describe('a folder', () => {
  const fine = () => undefined;
  const files = new Map([
    ['data/目録.txt', bytes('a')],
    ['bagit.txt', bytes('b')],
  ]);

  test('is written with the folders it needs, and what a killed run left is swept away', () => {
    const folder = temporaryFolder();
    const litter = nameOf({ processId: NOBODY });
    mkdirSync(join(folder, litter, 'data'), { recursive: true });
    writeFileSync(join(folder, litter, 'data/x'), '');
    expect(writeFolder(join(folder, 'v1'), files, fine)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['v1']);
    expect(filesBelow(folder)).toEqual(['v1/bagit.txt', 'v1/data/目録.txt']);
    expect(readFileSync(join(folder, 'v1/data/目録.txt'), 'utf8')).toBe('a');
  });

  test.each<[string, (path: string) => void]>([
    ['a folder with files', (path) => writeFolder(path, new Map([['x', bytes('x')]]), fine)],
    ['an empty folder', (path) => mkdirSync(path)],
    ['a file', (path) => writeFileSync(path, 'x')],
    ['a link that leads nowhere', (path) => symlinkSync(`${path}-nowhere`, path)],
  ])('never takes the place of %s', (_, prepare) => {
    const folder = temporaryFolder();
    prepare(join(folder, 'v1'));
    const before = filesBelow(folder);
    expect(writeFolder(join(folder, 'v1'), files, fine)?.code).toBe('output-in-the-way');
    expect(filesBelow(folder)).toEqual(before);
  });

  test('starts empty, whatever a killed run of this number left', () => {
    const folder = temporaryFolder();
    const litter = join(folder, nameOf({}));
    mkdirSync(join(litter, 'data'), { recursive: true });
    writeFileSync(join(litter, 'data/withdrawn.yaml'), 'x');
    expect(writeFolder(join(folder, 'v1'), files, fine)).toBeUndefined();
    expect(filesBelow(join(folder, 'v1'))).toEqual(['bagit.txt', 'data/目録.txt']);
  });

  test('gets its name only once it is looked at', () => {
    const folder = temporaryFolder();
    const wrong = writeFolder(join(folder, 'v1'), files, (written) => {
      expect(filesBelow(written)).toEqual(['bagit.txt', 'data/目録.txt']);
      return diagnose('archive-unwritten', { folder: 'v1' });
    });
    expect([wrong?.code, readdirSync(folder)]).toEqual(['archive-unwritten', []]);
  });

  test('that cannot be written leaves nothing', () => {
    const folder = temporaryFolder();
    const impossible = new Map([...files, [`data/${'x'.repeat(300)}`, bytes('x')]]);
    expect(writeFolder(join(folder, 'v1'), impossible, fine)?.code).toBe('output-failed');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('temporary files', () => {
  test('are there while they are used, and gone afterwards', async () => {
    const { value } = await withTemporaryFiles(new Map([['a/b', bytes('x')]]), async (folder) => ({
      folder,
      text: readFileSync(join(folder, 'a/b'), 'utf8'),
    }));
    expect([value?.text, existsSync(value?.folder as string)]).toEqual(['x', false]);
  });

  test('without a place for them are a matter of the machine', async () => {
    const nowhere = join(temporaryFolder(), 'nowhere');
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, nowhere);
    const { value, diagnostics } = await withTemporaryFiles(new Map(), async () => 'used');
    vi.unstubAllEnvs();
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['output-failed']]);
  });

  test('that cannot be written are a matter of the machine', async () => {
    const impossible = new Map([['x'.repeat(300), bytes('x')]]);
    const { value, diagnostics } = await withTemporaryFiles(impossible, async () => 'used');
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['output-failed']]);
  });
});
