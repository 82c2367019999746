/** Bags that somebody made to be too large: one answer, and nothing of them is read. */
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MOST_ENTRIES } from '../../src/archive/bounds.ts';
import { checkChain } from '../../src/archive/chain.ts';
import { checkBag } from '../../src/archive/check-bag.ts';
import { disk, type Tree } from '../../src/ground/world.ts';
import { bytesOf, type Entry, INFO, smallBag, treeOf } from '../helpers/bag.ts';
import { temporaryFolder } from '../helpers/program.ts';

/** A small bag on the disk, with files of zeros that take no room. */
function bagWith(sparse: Readonly<Record<string, number>>): string {
  const folder = temporaryFolder();
  const files = new Map([
    ...smallBag(),
    ...Object.keys(sparse).map((path) => [path, new Uint8Array()] as const),
  ]);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    if (sparse[path] !== undefined) truncateSync(join(folder, path), sparse[path]);
  }
  return folder;
}

/** The disk, and how much is read of it. */
function counted(): { readonly tree: Tree; readonly read: () => number } {
  let bytes = 0;
  const read: Tree['read'] = (path, limit) => {
    const answer = disk.read(path, limit);
    if (answer instanceof Uint8Array) bytes += answer.length;
    return answer;
  };
  return { tree: { ...disk, read }, read: () => bytes };
}

const found = (tree: Tree, folder: string) =>
  checkBag(tree, folder)?.diagnostics.map(({ code, message }) => [code, message]);

test.each<[string, Readonly<Record<string, number>>, string]>([
  ['a manifest', { 'manifest-sha512.txt': 600_000_000 }, '「manifest-sha512.txt」'],
  ['a manifest of 20 MB', { 'manifest-sha512.txt': 20_000_000 }, '「manifest-sha512.txt」'],
  ['a manifest of the tags', { 'tagmanifest-sha512.txt': 20_000 }, '「tagmanifest-sha512.txt」'],
  ['a tag file', { 'bag-info.txt': 10_000_000 }, '「bag-info.txt」'],
  ['a declaration', { 'bagit.txt': 1_000_000 }, '「bagit.txt」'],
  ['a file', { 'data/目録.txt': 1_900_000_000 }, '「data/目録.txt」'],
  ['a file that nobody knows', { 'data/x': 1_900_000_000 }, '「data/x」'],
])('%s that is too large is told alone', (_, sparse, name) => {
  const { tree, read } = counted();
  expect(found(tree, bagWith(sparse))).toEqual([['bag-too-large', expect.stringContaining(name)]]);
  expect(read()).toBe(0);
});

test('so is what is too large together', () => {
  const { tree, read } = counted();
  const folder = bagWith(
    Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`data/${at}`, 120_000_000])),
  );
  expect(found(tree, folder)).toEqual([['bag-too-large', expect.stringContaining(folder)]]);
  expect(read()).toBe(0);
});

test('so are too many files', () => {
  const files = Array.from({ length: MOST_ENTRIES }, (_, at) => [`data/x/${at}`, bytesOf('x')] as const);
  const entries = new Map<string, Entry>([...smallBag(), ...files]);
  expect(found(treeOf(entries), 'bag')).toEqual([['bag-too-many', expect.anything()]]);
});

describe('within the bounds, work grows with what there is', () => {
  test('thousands of changed files are each told', () => {
    const names = Array.from({ length: 9_000 }, (_, at) => `data/${at}/x`);
    const bag = smallBag({}, Object.fromEntries(names.map((name) => [name.slice('data/'.length), name])));
    const changed = names.map((name) => [name, bytesOf(`${name}!`)] as const);
    const codes = found(treeOf(new Map<string, Entry>([...bag, ...changed.slice(0, 6_000)])), 'bag');
    expect(codes?.length).toBe(6_000);
  });

  test('a manifest of line ends alone is one fault of form beside the files it no longer names', () => {
    const lines = bytesOf('\n'.repeat(2_000_000));
    const codes = found(
      treeOf(new Map<string, Entry>([...smallBag(), ['manifest-sha512.txt', lines]])),
      'bag',
    );
    expect(new Set(codes?.map(([code]) => code))).toEqual(
      new Set(['bag-tag-form', 'bag-changed', 'bag-added']),
    );
  });

  test('a manifest of broken lines shows the first of them', () => {
    const lines = bytesOf('x\n'.repeat(500_000));
    const codes = found(
      treeOf(new Map<string, Entry>([...smallBag(), ['manifest-sha512.txt', lines]])),
      'bag',
    );
    expect(codes?.filter(([code]) => code === 'bag-tag-broken')).toHaveLength(20);
  });
});

test('an earlier bag whose manifest is too large is not read either', () => {
  const folder = temporaryFolder();
  for (const name of ['v1', 'v2']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'v1/manifest-sha512.txt'), '');
  truncateSync(join(folder, 'v1/manifest-sha512.txt'), 600_000_000);
  const previous = { bag: 'R6/v1', sha512: '0'.repeat(128) };
  const info = { ...INFO, version: 2, reason: '訂正', previous, oxum: '0.0' };
  expect(checkChain(disk, join(folder, 'v2'), info).diagnostics).toMatchObject([
    { code: 'chain-unreadable' },
  ]);
});
