/** What may come between a temporary file and its name. */
import crypto from 'node:crypto';
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Draft, publish } from '../../../src/ground/outputs/draft.ts';
import { temporaryName } from '../../../src/ground/outputs/temporary-names.ts';
import { writeFolder, writeWhole } from '../../../src/ground/outputs.ts';
import { temporaryFolder } from '../../helpers/program.ts';

/** What chance will give next; by itself where there is nothing more. */
const chances: Buffer[] = [];
const realBytes = crypto.randomBytes;

beforeAll(() => {
  const chosen = (size: number) => chances.shift() ?? realBytes(size);
  crypto.randomBytes = chosen as typeof crypto.randomBytes;
  syncBuiltinESMExports();
});

afterAll(() => {
  crypto.randomBytes = realBytes;
  syncBuiltinESMExports();
});

const bytes = (text: string) => new TextEncoder().encode(text);
let folder: string;
let path: string;

beforeEach(() => {
  chances.length = 0;
  folder = temporaryFolder();
  path = join(folder, 'booklet.pdf');
  writeFileSync(path, 'the last good booklet');
});

/** The next so many temporary names. */
function foretold(count: number): string[] {
  const next = Array.from({ length: count }, (_, index) => Buffer.alloc(8, index + 1));
  chances.push(...next);
  const names = next.map(temporaryName);
  if (chances.length > 0) throw new Error('names are not made by the chance that is chosen here');
  chances.push(...next);
  return names;
}

/** A draft of a text; `meanwhile` happens when it is half written. */
function draftOf(text: string, meanwhile: (temporary: string) => void = () => {}): Draft<string> {
  return {
    make: (temporary) => closeSync(openSync(temporary, 'wx')),
    fill: (temporary) => {
      writeFileSync(temporary, text.slice(0, 3));
      meanwhile(temporary);
      writeFileSync(temporary, text, { flag: 'r+' });
      return undefined;
    },
  };
}

describe('a link that lies where a temporary file will', () => {
  test.each<[string, (victim: string) => void]>([
    ['to a file of somebody', (victim) => writeFileSync(victim, 'precious')],
    ['to nothing', () => {}],
  ])('%s is not followed and stays: another name is taken', (_, prepare) => {
    const victim = join(temporaryFolder(), 'victim');
    prepare(victim);
    const [name = ''] = foretold(1);
    symlinkSync(victim, join(folder, name));
    expect(writeWhole(path, bytes('new'))).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(existsSync(victim) && readFileSync(victim, 'utf8')).toBe(existsSync(victim) && 'precious');
    expect(readdirSync(folder).sort()).toEqual([name, 'booklet.pdf'].sort());
  });

  test('at every name: nothing is written anywhere, and the last good file stays', () => {
    const victim = join(temporaryFolder(), 'victim');
    writeFileSync(victim, 'precious');
    const names = foretold(3);
    for (const name of names) symlinkSync(victim, join(folder, name));
    expect(writeWhole(path, bytes('new'))?.code).toBe('output-in-the-way');
    expect(readFileSync(victim, 'utf8')).toBe('precious');
    expect(readFileSync(path, 'utf8')).toBe('the last good booklet');
    expect(readdirSync(folder).sort()).toEqual([...names, 'booklet.pdf'].sort());
  });

  test('where a folder is to be made', () => {
    const victim = temporaryFolder();
    const [name = ''] = foretold(1);
    symlinkSync(victim, join(folder, name));
    expect(writeFolder(join(folder, 'v1'), new Map([['a/b', bytes('x')]]), () => undefined)).toBeUndefined();
    expect(readdirSync(victim)).toEqual([]);
    expect(readFileSync(join(folder, 'v1/a/b'), 'utf8')).toBe('x');
  });
});

describe('two runs with one process number on machines of one name', () => {
  test('write one file at once: both are done, and the file is whole', () => {
    publish(
      path,
      draftOf('the outer text', () => void publish(path, draftOf('the inner text'))),
    );
    expect(readFileSync(path, 'utf8')).toBe('the outer text');
    expect(readdirSync(folder)).toEqual(['booklet.pdf']);
  });

  test('and one fails: the other’s file is whole', () => {
    const failing = draftOf('half', () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
    publish(
      path,
      draftOf('the outer text', () => expect(() => publish(path, failing)).toThrow('full')),
    );
    expect(readFileSync(path, 'utf8')).toBe('the outer text');
    expect(readdirSync(folder)).toEqual(['booklet.pdf']);
  });

  test('and the one that began first fails: the other’s file stays', () => {
    const outer = draftOf('half', () => {
      publish(path, draftOf('the inner text'));
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
    expect(() => publish(path, outer)).toThrow('full');
    expect(readFileSync(path, 'utf8')).toBe('the inner text');
    expect(readdirSync(folder)).toEqual(['booklet.pdf']);
  });
});

describe('a draft that somebody takes away', () => {
  const takingAway = (times: number) => {
    let count = 0;
    return draftOf('the new text', (temporary) => {
      if (count++ < times) rmSync(temporary);
    });
  };

  test('is written again', () => {
    publish(path, takingAway(2));
    expect(readFileSync(path, 'utf8')).toBe('the new text');
    expect(readdirSync(folder)).toEqual(['booklet.pdf']);
  });

  test('again and again is given up, and the last good file stays', () => {
    expect(() => publish(path, takingAway(100))).toThrow('ENOENT');
    expect(readFileSync(path, 'utf8')).toBe('the last good booklet');
    expect(readdirSync(folder)).toEqual(['booklet.pdf']);
  });
});

test('a draft that may not get its name leaves nothing', () => {
  const unfit: Draft<string> = { make: mkdirSync, fill: () => 'unfit' };
  expect(publish(join(folder, 'v1'), unfit)).toBe('unfit');
  expect(readdirSync(folder)).toEqual(['booklet.pdf']);
});

test('a link at the path itself gives way; what it leads to stays as it was', () => {
  const elsewhere = join(temporaryFolder(), 'elsewhere.pdf');
  writeFileSync(elsewhere, 'precious');
  rmSync(path);
  symlinkSync(elsewhere, path);
  expect(writeWhole(path, bytes('new'))).toBeUndefined();
  expect(lstatSync(path).isSymbolicLink()).toBe(false);
  expect([readFileSync(path, 'utf8'), readFileSync(elsewhere, 'utf8')]).toEqual(['new', 'precious']);
});
