import { expect, test } from 'vitest';
import type { BagInfo } from '../../src/archive/bag-info.ts';
import { checkChain } from '../../src/archive/chain.ts';
import { sha512 } from '../../src/archive/manifest.ts';
import { bytesOf, INFO, treeOf } from '../helpers/bag.ts';

const manifest = bytesOf('manifest\n');
const archive = treeOf(
  new Map([
    ['R5/v2/manifest-sha512.txt', manifest],
    ['R6/v1/manifest-sha512.txt', manifest],
    ['R6/v2/bagit.txt', bytesOf('')],
  ]),
  'archive',
);
const info = (bag: string, sum = sha512(manifest)): BagInfo => ({
  ...INFO,
  oxum: '0.0',
  previous: { bag, sha512: sum },
});

test.each([
  ['R6/v1', undefined, 'equal', []],
  ['R5/v2', undefined, 'equal', []],
  ['R5/v2', '0'.repeat(128), 'different', ['chain-changed']],
  ['R5/v1', undefined, 'unchecked', ['chain-unchecked']],
])('%s', (bag, sum, state, codes) => {
  const answer = checkChain(archive, 'archive/R6/v2', info(bag, sum));
  expect([answer.state, answer.diagnostics.map(({ code }) => code)]).toEqual([state, codes]);
});

test('a first bag has none before it', () => {
  expect(checkChain(archive, 'archive/R5/v2', { ...INFO, oxum: '0.0' }).state).toBe('none');
});
