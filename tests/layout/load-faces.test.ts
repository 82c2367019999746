import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/ground/diagnostic.ts';
import type { ReadFailure } from '../../src/ground/world.ts';
import { loadFaces } from '../../src/layout/load-faces.ts';
import { ROOT } from '../helpers/sources.ts';
import { changedDisk, failingDisk } from '../helpers/world.ts';

const FOLDER = `${ROOT}fonts`;
const MANIFEST = `${FOLDER}/manifest.yaml`;
const REGULAR = `${FOLDER}/BIZUDPGothic-Regular.ttf`;
const BOLD = `${FOLDER}/BIZUDPGothic-Bold.ttf`;
const NAMES = ['BIZUDPGothic-Regular', 'BIZUDPGothic-Bold'];
const manifest = readFileSync(MANIFEST, 'utf8');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function load(change: Readonly<Record<string, string | Uint8Array | undefined>>, names = NAMES) {
  const faces = { names, spare: new Set(['NotoSansJP-Regular']) };
  return loadFaces(changedDisk(change), FOLDER, faces, (name) => diagnose('theme-face-unknown', { name }));
}

function problems(
  change: Readonly<Record<string, string | Uint8Array | undefined>>,
  names = NAMES,
): string[] {
  return load(change, names).diagnostics.map(({ code, span }) =>
    span ? `${code} ${span.start.line}:${span.start.column}` : code,
  );
}

test('the shipped faces open under the names of the manifest', () => {
  const { value, diagnostics } = load({});
  expect(diagnostics).toEqual([]);
  expect([...(value?.keys() ?? [])]).toEqual(NAMES);
  expect(value?.get('BIZUDPGothic-Bold')?.glyph('亜'.codePointAt(0) as number)?.advance).toBeGreaterThan(0);
});

describe('a face', () => {
  test('that is not in the manifest is the theme’s mistake', () => {
    expect(problems({}, ['BIZUDPGothic-Regular', 'Helvetica'])).toEqual(['theme-face-unknown']);
  });

  test('whose file is gone', () => {
    expect(problems({ [REGULAR]: undefined })).toEqual(['font-missing 6:11']);
  });

  test('whose file was replaced', () => {
    expect(problems({ [BOLD]: readFileSync(REGULAR) })).toEqual(['font-changed 12:11']);
  });

  test('whose hash was typed wrong', () => {
    const typed = manifest.replace('22f41ce6', '22f41ce7');
    expect(problems({ [MANIFEST]: typed })).toEqual(['font-changed 6:11']);
  });

  test.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['empty', () => new Uint8Array()],
    ['cut short', (bytes) => bytes.subarray(0, 1000)],
    ['a web font', (bytes) => Buffer.concat([Buffer.from('wOF2'), bytes.subarray(4)])],
    ['a text', () => Buffer.from('this is no font at all, whatever its name says')],
    ['with a table directory of rubbish', (bytes) => Buffer.from(bytes).fill(0xff, 12, 300)],
  ])('whose file is %s, its hash in the manifest', (_, damage) => {
    const bytes = damage(readFileSync(REGULAR));
    const typed = manifest.replace(sha256(readFileSync(REGULAR)), sha256(bytes));
    expect(problems({ [REGULAR]: bytes, [MANIFEST]: typed })).toEqual(['font-unusable 6:11']);
  });

  test('all that is wrong in one run', () => {
    expect(problems({ [REGULAR]: undefined, [BOLD]: new Uint8Array() }, [...NAMES, 'None'])).toEqual([
      'font-missing 6:11',
      'font-changed 12:11',
      'theme-face-unknown',
    ]);
  });
});

describe('what is wrong inside a font', () => {
  const whole = readFileSync(REGULAR);
  /** The face of a file with a table changed, its hash in the manifest. */
  const spoilt = (change: (bytes: Buffer, offset: (tag: string) => number) => void) => {
    const bytes = Buffer.from(whole);
    change(bytes, (tag) => bytes.readUInt32BE(bytes.indexOf(tag, 12, 'latin1') + 8));
    return load({ [REGULAR]: bytes, [MANIFEST]: manifest.replace(sha256(whole), sha256(bytes)) });
  };

  test('is told with the table', () => {
    const { diagnostics } = spoilt((bytes, offset) => bytes.writeUInt32BE(0, offset('head') + 12));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `書体のファイル「${REGULAR}」は使えません。ファイルの中の表「head」が壊れています。`,
    ]);
  });

  test('shows when a glyph is asked for, at the file’s name in the manifest', () => {
    const wanted = 'あ'.codePointAt(0) as number;
    const id = load({}).value?.get('BIZUDPGothic-Regular')?.glyph(wanted)?.id as number;
    const { value, diagnostics } = spoilt((bytes, offset) =>
      bytes.writeUInt32BE(0xfffffff0, offset('loca') + id * 4),
    );
    expect(diagnostics).toEqual([]);
    const face = value?.get('BIZUDPGothic-Regular');
    expect(face?.glyph('亜'.codePointAt(0) as number)?.id).toBeGreaterThan(0);
    expect(() => face?.glyph(wanted)).toThrow(
      expect.objectContaining({
        diagnostic: expect.objectContaining({
          code: 'font-unusable',
          message: expect.stringContaining('「loca」が壊れています'),
          span: expect.objectContaining({ start: { line: 6, column: 11 } }),
        }),
      }),
    );
  });
});

describe('a spare face', () => {
  const spare = 'NotoSansJP-Regular';
  const file = `${FOLDER}/${spare}.ttf`;
  const rare = '𠮷'.codePointAt(0) as number;

  test('opens when it is asked for a glyph', () => {
    const face = load({}, [spare]).value?.get(spare);
    expect(face?.glyph(rare)?.id).toBeGreaterThan(0);
    expect(face?.bytes.length).toBe(readFileSync(file).length);
  });

  test.each([
    ['gone', undefined, 'font-missing'],
    ['replaced', readFileSync(BOLD), 'font-changed'],
  ])('that is %s says so when it is used', (_, bytes, code) => {
    const { value, diagnostics } = load({ [file]: bytes }, [spare]);
    expect(diagnostics).toEqual([]);
    try {
      value?.get(spare)?.glyph(rare);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ diagnostic: { code, span: { start: { line: 18, column: 11 } } } });
    }
  });
});

test.each<[ReadFailure['failure'], string]>([
  ['denied', 'file-denied'],
  ['unreadable', 'file-unreadable'],
  ['broken-link', 'broken-link'],
  ['not-a-file', 'not-a-file'],
])('the manifest, or a face, that is %s says so', (failure, code) => {
  const found = (path: string) =>
    loadFaces(failingDisk({ [path]: { failure } }), FOLDER, { names: NAMES, spare: new Set() }, (name) =>
      diagnose('theme-face-unknown', { name }),
    ).diagnostics.map((one) => [one.code, one.span?.start.line]);
  expect(found(MANIFEST)).toEqual([[code, undefined]]);
  expect(found(BOLD)).toEqual([[code, 12]]);
});

describe('the manifest', () => {
  test.each([
    ['gone', undefined, ['font-missing']],
    ['empty', '', ['empty-file 1:1']],
    ['without faces', 'faces: []\n', ['too-few 1:8']],
    [
      'with a key of another name',
      manifest.replace('    license: OFL-N', '    licence: OFL-N'),
      ['unknown-key 21:5'],
    ],
    [
      'with a file in another folder',
      manifest.replace('file: BIZUDPGothic-Regular.ttf', 'file: ../x.ttf'),
      ['wrong-value 6:11'],
    ],
    [
      'with a file that is no font',
      manifest.replace('file: BIZUDPGothic-Regular.ttf', 'file: a.woff2'),
      ['wrong-value 6:11'],
    ],
    ['with a short hash', manifest.replace(/sha256: 22f41c\w+/, 'sha256: 22f41c'), ['wrong-value 7:13']],
    [
      'with a version that is a number',
      manifest.replace('version: "1.051"', 'version: 1.051'),
      ['wrong-type 8:14'],
    ],
  ])('%s', (_, typed, expected) => {
    expect(problems({ [MANIFEST]: typed })).toEqual(expected);
  });
});
