/** What steps do not count: patterns and searches of the engine. The bounds are a hundred times what it takes. */
import { expect, test } from 'vitest';
import { MAX_YAML_BYTES, readYaml } from '../../src/yaml/index.ts';
import { readUsual } from '../../src/yaml/usual.ts';
import { HOSTILE, TEMPTING } from '../yaml/hostile-texts.ts';
import { bytesOf } from '../yaml/read.ts';

/** Seconds of this process, whatever else the machine does. */
function secondsOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

test.each(Object.entries(TEMPTING))('usual texts: %s', (_, text) => {
  expect(secondsOf(() => void readUsual(text(120_000)))).toBeLessThan(2);
});

test.each(Object.entries(HOSTILE))('a long file: %s', (_, text) => {
  const bytes = bytesOf(text(MAX_YAML_BYTES / 4));
  expect(
    secondsOf(() => {
      const { value, diagnostics } = readYaml('a.yaml', bytes);
      expect(value !== undefined || diagnostics.length > 0).toBe(true);
      expect(diagnostics.length + (value?.problems.length ?? 0)).toBeLessThanOrEqual(200);
    }),
  ).toBeLessThan(60);
});
