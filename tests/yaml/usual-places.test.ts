/** Places found the short way are those that the library's tree tells. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateIn } from '../../src/yaml/locate.ts';
import { Source } from '../../src/yaml/source.ts';
import { parseTree } from '../../src/yaml/tree.ts';
import type { Path, Tree, Where } from '../../src/yaml/types.ts';
import { readUsual } from '../../src/yaml/usual.ts';
import { UsualPlaces } from '../../src/yaml/usual-places.ts';
import type { YamlValue } from '../../src/yaml/value.ts';
import { runs } from '../helpers/chance.ts';
import { FILES, usualDocument } from './usual-texts.ts';

test('in every file that the booklet is made of', () => {
  for (const text of FILES) expect(comparePlaces(text)).toBeGreaterThan(10);
});

test('in right documents, however they are spelt', { timeout: 300_000 + 20 * runs(250) }, () => {
  fc.assert(
    fc.property(usualDocument(), (text) => {
      expect(comparePlaces(text)).toBeGreaterThan(0);
    }),
    { numRuns: runs(250) },
  );
});

/** @returns how many places the short way knows */
function comparePlaces(text: string): number {
  const places = new UsualPlaces();
  const value = readUsual(text, places);
  if (value === undefined) return 0;
  const source = new Source('a.yaml', text);
  const tree = parseTree(source).tree as Tree;
  let found = 0;
  for (const path of pathsIn(value)) {
    for (const where of ['key', 'value', { character: 'a' }, { character: '文' }] satisfies Where[]) {
      const range = places.find(path, where, text);
      if (!range) continue;
      found += 1;
      expect(source.span(...range), JSON.stringify({ text, path, where })).toEqual(
        locateIn(source, tree, path, where),
      );
    }
  }
  return found;
}

function* pathsIn(value: YamlValue, path: Path = []): Generator<Path> {
  yield path;
  yield [...path, 'nothing'];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* pathsIn(inner as YamlValue, [...path, name]);
}
