import { describe, expect, test } from 'vitest';
import { sha512 } from '../../src/archive/manifest.ts';
import { nextBag, versionsOf } from '../../src/archive/versions.ts';
import { bytesOf } from '../helpers/bag.ts';
import { worldOf } from '../helpers/world.ts';

const sealed = (...bags: string[]) =>
  worldOf(Object.fromEntries(bags.map((bag) => [`archive/${bag}/manifest-sha512.txt`, `${bag}\n`])));
const next = (bags: string[], edition: string, reason?: string) =>
  nextBag(sealed(...bags), 'archive', edition, reason);
const previous = (bag: string) => ({ bag, sha512: sha512(bytesOf(`${bag}\n`)) });

test('versions count as numbers, and only versions', () => {
  const world = sealed('R6/v10', 'R6/v2', 'R6/.v3.00-1.tmp', 'R6/v01', 'R6/v2のコピー', 'R5/v4');
  expect(versionsOf(world, 'archive', 'R6')).toEqual([2, 10]);
});

describe('the next bag', () => {
  test('is the first where there is none', () => {
    expect(next([], 'R6').value).toEqual({ edition: 'R6', version: 1 });
  });

  test('follows the newest bag of the newest earlier edition', () => {
    const bags = ['H30/v1', 'R5/v1', 'R5/v2', 'R7/v1', 'メモ/v9'];
    expect(next(bags, 'R6').value).toEqual({ edition: 'R6', version: 1, previous: previous('R5/v2') });
    expect(next(['H30/v1', 'R4/none'], 'R6').value?.previous).toEqual(previous('H30/v1'));
  });

  test('of a sealed edition needs a reason, and follows its newest version', () => {
    expect(next(['R6/v1', 'R6/v2'], 'R6').diagnostics).toMatchObject([{ code: 'archive-sealed' }]);
    expect(next(['R6/v1', 'R6/v2'], 'R6', '訂正').value).toEqual({
      edition: 'R6',
      version: 3,
      reason: '訂正',
      previous: previous('R6/v2'),
    });
  });

  test.each([
    ['a reason without anything to correct', [], '訂正', 'archive-first'],
    ['a reason of two lines', ['R6/v1'], '一\n二', 'archive-reason'],
    ['a reason of nothing', ['R6/v1'], ' ', 'archive-reason'],
  ])('refuses %s', (_, bags, reason, code) => {
    expect(next(bags, 'R6', reason).diagnostics).toMatchObject([{ code }]);
  });

  test('is refused where the bag before has no manifest', () => {
    const world = worldOf({ 'archive/R6/v1/bagit.txt': '' });
    expect(nextBag(world, 'archive', 'R6', '訂正').diagnostics).toMatchObject([{ code: 'archive-previous' }]);
  });
});
