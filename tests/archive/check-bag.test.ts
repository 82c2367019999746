import { describe, expect, test } from 'vitest';
import { checkBag } from '../../src/archive/check-bag.ts';
import { bytesOf, type Entries, type Entry, forged, smallBag, textOf, treeOf } from '../helpers/bag.ts';
import { mutate } from '../helpers/bag-mutations.ts';
import { randomFrom } from '../helpers/random.ts';

const bag = smallBag();
const check = (entries: Entries) => checkBag(treeOf(entries), 'bag');
const found = (entries: Entries) =>
  check(entries)?.diagnostics.map(({ code, message }) => ({ code, message }));
const codes = (entries: Entries) => check(entries)?.diagnostics.map(({ code }) => code);
const changed = (change: Readonly<Record<string, Entry | undefined>>) => {
  const entries = new Map<string, Entry>(bag);
  for (const [path, entry] of Object.entries(change)) {
    if (entry === undefined) entries.delete(path);
    else entries.set(path, entry);
  }
  return entries;
};
const rewritten = (path: string, change: (text: string) => string) =>
  changed({ [path]: bytesOf(change(textOf(bag.get(path)))) });

describe('a whole bag', () => {
  test('has nothing to report', () => {
    expect(check(bag)).toMatchObject({ diagnostics: [], info: { edition: 'R6', version: 1 } });
  });

  test('may lie on a disk that takes letters and sound marks apart', () => {
    const apart = new Map([...bag].map(([path, bytes]) => [path.normalize('NFD'), bytes]));
    expect([...apart.keys()]).not.toEqual([...bag.keys()]);
    expect(codes(apart)).toEqual([]);
  });

  test('may name the bag before it', () => {
    const previous = { bag: 'R6/v1', sha512: '0'.repeat(128) };
    expect(codes(smallBag({ version: 2, reason: '訂正', previous }))).toEqual([]);
  });
});

test.each<[string, Entries]>([
  ['an empty folder', new Map<string, Entry>([['data', 'folder']])],
  ['files that are no bag', new Map([['data/x.txt', bytesOf('x')]])],
  ['nothing', new Map()],
])('%s is no bag', (_, entries) => {
  expect(check(entries)).toBeUndefined();
});

describe('every change is found and named', () => {
  const edition = 'data/content/R6/edition.yaml';

  test.each<[string, Entries, string, string]>([
    ['changed', changed({ [edition]: bytesOf('format: 2\n') }), 'bag-changed', edition],
    ['missing', changed({ [edition]: undefined }), 'bag-missing', edition],
    ['added', changed({ 'data/メモ.txt': bytesOf('x') }), 'bag-added', 'data/メモ.txt'],
    ['added beside data', changed({ 'fetch.txt': bytesOf('x') }), 'bag-added', 'fetch.txt'],
    ['a link', changed({ 'data/link': 'link' }), 'bag-link', 'data/link'],
    ['a pipe', changed({ 'data/pipe': 'other' }), 'bag-link', 'data/pipe'],
    ['an empty folder', changed({ 'data/empty': 'folder' }), 'bag-empty-folder', 'data/empty'],
    ['no manifest of tags', changed({ 'tagmanifest-sha512.txt': undefined }), 'bag-missing', 'tagmanifest'],
    ['no declaration', changed({ 'bagit.txt': undefined }), 'bag-missing', 'bagit.txt'],
    [
      'a rewritten manifest',
      rewritten('manifest-sha512.txt', (text) => text.toUpperCase()),
      'bag-tag-form',
      'manifest-sha512.txt',
    ],
    [
      'line ends',
      rewritten('tagmanifest-sha512.txt', (text) => text.replaceAll('\n', '\r\n')),
      'bag-tag-form',
      'tagmanifest',
    ],
    [
      'letters in place of digits',
      rewritten('tagmanifest-sha512.txt', (text) => `x${text}`),
      'bag-tag-broken',
      '1 行目',
    ],
    [
      'a path outside',
      rewritten('manifest-sha512.txt', (text) => `${text}${'0'.repeat(128)}  ../x\n`),
      'bag-tag-entry',
      '../x',
    ],
    [
      'a foreign tag',
      rewritten('tagmanifest-sha512.txt', (text) => `${text}${'0'.repeat(128)}  x.txt\n`),
      'bag-tag-entry',
      'x.txt',
    ],
    [
      'a wrong field',
      rewritten('bag-info.txt', (text) => text.replace('Version: 1', 'Version: 0')),
      'bag-info-field',
      'Bag-Version',
    ],
  ])('%s', (_, entries, code, name) => {
    const match = found(entries)?.find((one) => one.code === code && one.message.includes(name));
    expect([found(entries), match]).toEqual([found(entries), expect.anything()]);
  });

  test('a file under another name is one finding', () => {
    const entries = changed({
      [edition]: undefined,
      'data/content/R6/edition.yml': bag.get(edition) as Entry,
    });
    expect(codes(entries)).toEqual(['bag-renamed']);
  });

  test('two files exchanged know of each other', () => {
    const [one, other] = [edition, 'data/目録.txt'];
    const entries = changed({ [one]: bag.get(other) as Entry, [other]: bag.get(one) as Entry });
    expect(check(entries)?.diagnostics.map(({ code, hints }) => [code, hints[0]])).toEqual([
      ['bag-changed', `「${other}」の中身と入れ替わっています。`],
      ['bag-changed', `「${one}」の中身と入れ替わっています。`],
    ]);
  });

  test('a wrong count in an otherwise consistent bag', () => {
    const lying = forged(bag, 'bag-info.txt', (text) => text.replace(/Oxum: \d+/, 'Oxum: 1'));
    expect(codes(lying)).toEqual(['bag-oxum']);
  });

  test('what cannot be read is said', () => {
    const tree = treeOf(bag);
    const denied = {
      ...tree,
      read: (path: string) =>
        path.endsWith('目録.txt') ? ({ failure: 'denied' } as const) : tree.read(path),
    };
    expect(checkBag(denied, 'bag')?.diagnostics.map(({ code }) => code)).toContain('bag-unreadable');
  });

  test('what systems leave behind is called by its name', () => {
    const entries = changed({ 'data/.DS_Store': bytesOf('x') });
    expect(check(entries)?.diagnostics[0]?.hints.join()).toContain('自動で作った');
  });
});

test('random mutations of a small bag are all reported', () => {
  const random = randomFrom(8493);
  for (let run = 0; run < 2000; run++) {
    const { what, touched, entries } = mutate(bag, run, random);
    const messages = (found(entries) ?? []).map(({ message }) => message).join('\n');
    expect([run, what, messages]).toEqual([run, what, expect.stringMatching(/./)]);
    expect([run, what, touched, messages, touched.some((path) => messages.includes(path))]).toEqual([
      run,
      what,
      touched,
      messages,
      true,
    ]);
  }
});
