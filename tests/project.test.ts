/** What a newcomer's clone must be: the same on Windows, pinned, tidy, and without traces of a machine. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonSchemas, loadEdition } from '../src/content/index.ts';
import { disk } from '../src/ground/world.ts';
import { themeJsonSchema } from '../src/layout/theme.ts';
import { ROOT } from './helpers/sources.ts';

/** Files that are, or will be, in the repository. */
const tracked = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').filter((path) =>
  existsSync(`${ROOT}${path}`),
);
const packageJson = JSON.parse(read('package.json'));

describe('package.json', () => {
  test.each(Object.entries<string>(packageJson.scripts))('script %s runs on every system', (_, command) => {
    expect(command).toMatch(/^node [\w./-]+( [\w./-]+)*$/);
  });

  test('every script is there', () => {
    const scripts = Object.values<string>(packageJson.scripts).map(
      (command) => command.split(' ')[1] as string,
    );
    expect(scripts.filter((script) => !tracked.includes(script))).toEqual([]);
  });

  test('every package is pinned to one version', () => {
    const versions = Object.entries<string>({ ...packageJson.dependencies, ...packageJson.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('what ships needs no package', () => {
    expect(packageJson.dependencies ?? {}).toEqual({});
    expect(packageJson.optionalDependencies ?? {}).toEqual({});
  });

  test('nothing runs by itself when it is installed', () => {
    expect(
      Object.keys(packageJson.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name)),
    ).toEqual([]);
  });
});

test('the lock file names no addresses', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
});

describe('paths', () => {
  /** Names of devices on Windows, and characters it does not take. */
  const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
  const FORBIDDEN = /[<>:"|?*\\\u0000-\u001f]|[. ]$/;

  test('can be written on Windows', () => {
    const wrong = tracked.filter((path) =>
      path.split('/').some((part) => RESERVED.test(part) || FORBIDDEN.test(part)),
    );
    expect(wrong).toEqual([]);
  });

  test('are plain ASCII and short', () => {
    expect(tracked.filter((path) => !/^[\x20-\x7e]{1,120}$/.test(path))).toEqual([]);
  });

  test('differ in more than case', () => {
    expect(new Set(tracked.map((path) => path.toLowerCase())).size).toBe(tracked.length);
  });

  test('are no links', () => {
    expect(tracked.filter((path) => lstatSync(`${ROOT}${path}`).isSymbolicLink())).toEqual([]);
  });

  test('the top level holds what a clerk needs to see, and little else', () => {
    const allowed = [
      'LICENSE',
      'README.md',
      'content',
      'fonts',
      'out',
      'package-lock.json',
      'package.json',
      'src',
      'templates',
      'tests',
      'tsconfig.json',
    ];
    const top = new Set(tracked.map((path) => path.split('/')[0] as string));
    expect([...top].filter((name) => !allowed.includes(name) && !name.startsWith('.'))).toEqual([]);
  });
});

describe('texts', () => {
  const texts = tracked.filter(
    (path) => !/\.(otf|ttf|png|pdf|bin)$/.test(path) && !path.startsWith('tests/rejects/'),
  );

  test('are UTF-8 with plain line ends', () => {
    const wrong = texts.filter((path) => {
      const bytes = readFileSync(`${ROOT}${path}`);
      return bytes.includes('\r') || !Buffer.from(bytes.toString('utf8')).equals(bytes);
    });
    expect(wrong).toEqual([]);
  });

  test('name no place on anyone’s machine', () => {
    const homes = ['work', 'root', 'home', 'Users', 'mnt', 'srv'].join('|');
    const place = new RegExp(`(^|[\\s"'\`(=:])(/(${homes})/\\w|[A-Z]:\\\\\\\\?(${homes})\\b)`, 'm');
    expect(texts.filter((path) => place.test(read(path)))).toEqual([]);
  });
});

describe('content', () => {
  const yaml = tracked.filter((path) => /^(content|templates)\/.*\.yaml$/.test(path));

  test.each(yaml)('%s tells editors its schema', (path) => {
    const [, schema] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(path)) ?? [];
    expect(tracked).toContain(posix.join(posix.dirname(path), schema ?? ''));
  });

  test('the schemas are those the program would write now', () => {
    const { value } = loadEdition(disk, `${ROOT}content/R6`);
    const schemas = value ? jsonSchemas(value.edition) : [];
    const written = [...schemas, { name: 'theme.json', schema: themeJsonSchema() }].map(
      ({ name, schema }) => [`content/.schema/${name}`, `${JSON.stringify(schema, null, 2)}\n`],
    );
    const stored = tracked.filter((path) => path.startsWith('content/.schema/'));
    expect(Object.fromEntries(stored.map((path) => [path, read(path)]))).toEqual(Object.fromEntries(written));
  });
});

function read(path: string): string {
  return readFileSync(`${ROOT}${path}`, 'utf8');
}

function git(...args: string[]): string[] {
  const { stdout, status } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.split('\0').filter((line) => line !== '');
}
