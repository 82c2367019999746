/** What the benchmark measures is valid content of the size it says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Edition, Program } from '../../src/content/edition.ts';
import { loadEdition } from '../../src/content/index.ts';
import { disk } from '../../src/ground/world.ts';
import { ROOT } from '../helpers/sources.ts';
import { multiplyEdition } from './editions.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hyokahyo-editions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const original = load(`${ROOT}content/R6`);

describe.each([
  { copies: 1, varied: false },
  { copies: 3, varied: false },
  { copies: 10, varied: true },
])('$copies copies, varied: $varied', ({ copies, varied }) => {
  const target = `${folder}/${copies}-${varied}/R6`;
  multiplyEdition(`${ROOT}content/R6`, target, copies, varied);

  test('are valid and hold every program as often', () => {
    expect(programs(load(target))).toHaveLength(programs(original).length * copies);
  });

  test(`have ${varied ? 'different' : 'the same'} texts in every copy`, () => {
    const different = new Set(programs(load(target)).map(printed));
    expect(different.size).toBe(programs(original).length * (varied ? copies : 1));
  });
});

test('a line comes back neither as it was nor broken', () => {
  const target = `${folder}/many/R6`;
  multiplyEdition(`${ROOT}content/R6`, target, 60, true);
  const first = load(target).measures.filter(({ measure }) => /^1-\d*4$/.test(measure));
  const descriptions = first.flatMap((measure) => measure.programs.map(({ activities }) => activities[0]));
  expect(new Set(descriptions.map((activity) => activity?.description)).size).toBe(60);
});

test('varied texts are warned of for nothing that the sample is not', () => {
  const target = `${folder}/quiet/R6`;
  multiplyEdition(`${ROOT}content/R6`, target, 10, true);
  const codes = (path: string) => new Set(loadEdition(disk, path).diagnostics.map(({ code }) => code));
  expect(codes(target)).toEqual(codes(`${ROOT}content/R6`));
});

function load(path: string): Edition {
  const { value, diagnostics } = loadEdition(disk, path);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return (value as NonNullable<typeof value>).edition;
}

function programs({ measures }: Edition): Program[] {
  return measures.flatMap((measure) => measure.programs);
}

/** What a reader sees of a program. */
function printed({ name, activities, result }: Program): string {
  return JSON.stringify([name, activities, result]);
}
