import { describe, expect, test } from 'vitest';
import * as yaml from '../../src/yaml/index.ts';
import { counted } from '../helpers/steps.ts';
import { HOSTILE } from './hostile-texts.ts';
import { bytesOf, documentOf } from './read.ts';

const { readYaml } = yaml;

describe('hostile files', () => {
  const { module, stepsOf } = counted<typeof yaml>('src/yaml/index.ts');

  /** Reads a text of some length, whatever comes of it. */
  function stepsFor(text: string): number {
    return stepsOf(() => {
      const { value, diagnostics } = module.readYaml('a.yaml', bytesOf(text));
      expect(value !== undefined || diagnostics.length > 0).toBe(true);
      expect(diagnostics.length + (value?.problems.length ?? 0)).toBeLessThanOrEqual(200);
    });
  }

  test.each(Object.entries(HOSTILE))('%s twice as long take about twice the steps at most', (_, text) => {
    const [steps, twice] = [stepsFor(text(10_000)), stepsFor(text(20_000))];
    expect(steps).toBeGreaterThan(20);
    expect(twice).toBeLessThanOrEqual(2.1 * steps + 100);
  });

  test.each([
    ['brackets', '['.repeat(10_000), 'yaml-too-deep'],
    ['dashes', '- '.repeat(10_000), 'yaml-too-deep'],
    ['too many items', '- 1\n'.repeat(100_000), 'yaml-too-many'],
  ])('%s', (_, text, code) => {
    expect(readYaml('a.yaml', bytesOf(text)).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([
      code,
    ]);
  });

  test('64 levels are no problem of ours', () => {
    expect(readYaml('a.yaml', bytesOf(`${'['.repeat(60)}${']'.repeat(60)}`)).diagnostics).toEqual([]);
  });

  test('a few aliases are fine', () => {
    const { value, problems } = documentOf('a: &a [1, 2]\nb: *a\nc: *a\n');
    expect(problems).toEqual([]);
    const { a, c } = value as Record<string, unknown>;
    expect(c).toEqual(a);
  });
});
