/**
 * The properties of `npm test`, each tried with more examples and from another seed:
 *
 *     HYOKAHYO_RUNS=20000 HYOKAHYO_SEED=7 npm run test:long -- tests/long/hunt.long.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../helpers/sources.ts';

process.env.HYOKAHYO_RUNS ??= '500';
process.env.HYOKAHYO_SEED ??= '20261128';
fc.configureGlobal({
  seed: Number(process.env.HYOKAHYO_SEED),
  numRuns: Number(process.env.HYOKAHYO_RUNS),
});

/** Files of properties alone or nearly so: importing one runs its tests here. */
const hunted = readdirSync(`${ROOT}tests`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !/program|archive/.test(name))
  .filter((name) => readFileSync(`${ROOT}tests/${name}`, 'utf8').includes('fc.assert('));

test('the properties are found', () => {
  expect(hunted.length).toBeGreaterThan(10);
});

for (const name of hunted) describe(name, async () => void (await import(`${ROOT}tests/${name}`)));
