import { describe, expect, test } from 'vitest';
import type { BagInfo, Previous } from '../../src/archive/bag-info.ts';
import { readBagInfo } from '../../src/archive/bag-info.ts';
import { checkChain } from '../../src/archive/chain.ts';
import { sha512 } from '../../src/archive/manifest.ts';
import { bytesOf, type Entries, smallBag, treeOf } from '../helpers/bag.ts';

type Bag = ReadonlyMap<string, Uint8Array>;

/** What a bag says of the one before it. */
function previousOf(name: string, bag: Bag): Previous {
  return { bag: name, sha512: sha512(bag.get('manifest-sha512.txt') as Uint8Array) };
}

/** Bags sealed one after the other, each with a payload of its own; `names` as in `R6/v2`. */
function sealed(...names: string[]): Map<string, Bag> {
  const bags = new Map<string, Bag>();
  let previous: Previous | undefined;
  for (const name of names) {
    const [edition = '', version = ''] = name.split('/v');
    const bag = smallBag({ edition, version: Number(version), previous }, { '目録.txt': name });
    bags.set(name, bag);
    previous = previousOf(name, bag);
  }
  return bags;
}

function entriesOf(bags: ReadonlyMap<string, Bag>): Entries {
  return new Map(
    [...bags].flatMap(([name, bag]) => [...bag].map(([path, bytes]) => [`${name}/${path}`, bytes] as const)),
  );
}

/** State, links and what is said, of the chain that ends in a bag. */
function walked(bags: ReadonlyMap<string, Bag>, name: string, entries = entriesOf(bags)) {
  const info = readBagInfo(bags.get(name)?.get('bag-info.txt') as Uint8Array).info as BagInfo;
  const { state, links, diagnostics } = checkChain(treeOf(entries, 'archive'), `archive/${name}`, info);
  return [state, links, ...diagnostics.map(({ code, message }) => `${code} ${message}`)];
}

const CHAIN = ['R4/v1', 'R5/v1', 'R5/v2', 'R6/v1', 'R6/v2', 'R6/v3'];
const bags = sealed(...CHAIN);
const without = (...names: string[]) =>
  new Map([...entriesOf(bags)].filter(([path]) => !names.some((name) => path.startsWith(name))));

describe('a chain that is as it was', () => {
  test.each(CHAIN.map((name, links) => [name, links] as const))('from %s has %i links', (name, links) => {
    expect(walked(bags, name)).toEqual([links === 0 ? 'none' : 'equal', links]);
  });

  test('is looked at as far as it is there', () => {
    expect(walked(bags, 'R6/v3', without('R5/v1/', 'R4'))).toEqual([
      'unchecked',
      3,
      expect.stringMatching(/^chain-unchecked .*R5\/v1/),
    ]);
    expect(walked(bags, 'R6/v1', without('R5'))).toEqual([
      'unchecked',
      0,
      expect.stringMatching(/^chain-unchecked .*R5\/v2/),
    ]);
  });

  test('of one edition may lie below any folder', () => {
    const own = sealed('R6/v1', 'R6/v2', 'R6/v3');
    const moved = new Map([...entriesOf(own)].map(([path, entry]) => [path.replace('R6', '控え'), entry]));
    const info = readBagInfo(own.get('R6/v3')?.get('bag-info.txt') as Uint8Array).info as BagInfo;
    expect(checkChain(treeOf(moved), 'bag/控え/v3', info)).toMatchObject({ state: 'equal', links: 2 });
  });
});

describe('the first break is named', () => {
  const changed = (...paths: string[]) =>
    new Map([...entriesOf(bags), ...paths.map((path) => [path, bytesOf('x')] as const)]);

  test.each([
    ['R6/v2', 0, 'R6/v3'],
    ['R5/v2', 2, 'R6/v1'],
    ['R4/v1', 4, 'R5/v1'],
  ])('where the manifest of %s is another', (bag, links, next) => {
    const entries = changed(`${bag}/manifest-sha512.txt`, 'R4/v1/manifest-sha512.txt');
    const [state, count, message = '', ...more] = walked(bags, 'R6/v3', entries);
    expect([state, count, more]).toEqual(['different', links, []]);
    expect(message).toMatch(/^chain-changed /);
    expect(message).toContain(`「${bag}」`);
    expect(message).toContain(`「${next}」`);
  });

  test.each([
    ['is not there', without('R5/v2/manifest-sha512.txt')],
    ['is no file', new Map([...entriesOf(bags), ['R5/v2/manifest-sha512.txt', 'link' as const]])],
    ['is gone with everything else', new Map([...without('R5/v2/'), ['R5/v2', 'folder' as const]])],
  ] as [string, Entries][])('where the manifest of an earlier bag %s', (_, entries) => {
    expect(walked(bags, 'R6/v3', entries)).toEqual([
      'different',
      2,
      expect.stringMatching(/^chain-unreadable .*R5\/v2/),
    ]);
    expect(walked(bags, 'R6/v1', entries).slice(0, 2)).toEqual(['different', 0]);
  });

  test.each([
    ['cannot be read', changed('R5/v2/bag-info.txt')],
    ['is not there', without('R5/v2/bag-info.txt')],
    [
      'is another bag’s',
      new Map([...entriesOf(bags), ['R5/v2/bag-info.txt', bags.get('R5/v1')?.get('bag-info.txt') ?? 'link']]),
    ],
  ] as [string, Entries][])('where bag-info.txt of an earlier bag %s', (_, entries) => {
    expect(walked(bags, 'R6/v3', entries)).toEqual([
      'different',
      3,
      expect.stringMatching(/^chain-broken .*R5\/v2/),
    ]);
  });
});

describe('a chain that leads nowhere earlier ends', () => {
  /** A bag that names any other; sums cannot agree all the way round, so the manifests of all are the same. */
  const naming = (name: string, before: string): [string, Bag] => {
    const [edition = '', version = ''] = name.split('/v');
    const previous = previousOf(before, smallBag());
    return [name, smallBag({ edition, version: Number(version), previous })];
  };

  test.each([
    ['itself', [naming('R6/v1', 'R6/v1')], 'R6/v1', 0],
    ['a later version', [naming('R6/v1', 'R6/v2'), naming('R6/v2', 'R6/v1')], 'R6/v2', 1],
    ['a later edition', [naming('R5/v1', 'R6/v1'), naming('R6/v1', 'R5/v1')], 'R6/v1', 1],
    ['a year that is none', [naming('H31/v1', 'S64/v1'), naming('S64/v1', 'H31/v1')], 'H31/v1', 0],
  ] as [string, [string, Bag][], string, number][])('at %s', (_, circle, name, links) => {
    expect(walked(new Map(circle), name)).toEqual([
      'different',
      links,
      expect.stringMatching(/^chain-order /),
    ]);
  });
});
