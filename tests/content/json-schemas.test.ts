import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonSchemas, loadEdition } from '../../src/content/index.ts';
import { disk } from '../../src/world.ts';

const loaded = loadEdition(disk, 'content/R6').value;
const schemas = loaded ? jsonSchemas(loaded.edition) : [];
const measure = schemas[1]?.schema as Parameters<typeof z.fromJSONSchema>[0];
const text = JSON.stringify(measure);

describe('jsonSchemas', () => {
  test('are named as the modelines of the content say', () => {
    expect(schemas.map(({ name }) => name)).toEqual(['edition.json', 'measure-R6.json']);
  });

  test('know the words, departments and years of the edition', () => {
    expect(text).toContain('"enum":["検討","準備","実施","継続","拡充","維持","漸増"]');
    expect(text).toContain('"enum":["児童青少年課","こども家庭センター","子育て支援課","保育課"]');
    expect(text).toContain('"required":["R2","R3","R4","R5","R6"]');
  });

  test('require what the loader requires', () => {
    expect(text).toContain(
      '"required":["number","name","departments","priority","activities","result","opinion"]',
    );
  });

  test('every key of a measure has a description', () => {
    for (const match of text.matchAll(
      /"(number|name|parts|departments|priority|activities|result|opinion|unit|baseline|years|plan|actual)":\{(?!.*?"description")/g,
    )) {
      expect(match[0]).toBe('');
    }
  });

  test('accept the edition as other programs read it', () => {
    const check = z.fromJSONSchema(measure);
    const files = disk.list('content/R6/measures') as readonly string[];
    for (const file of files) {
      const content = parse(readFileSync(`content/R6/measures/${file}`, 'utf8'));
      expect(check.safeParse(content).success, file).toBe(true);
    }
    expect(check.safeParse({ measure: '1-1', title: 'x', programs: [{}] }).success).toBe(false);
  });
});
