import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonSchemas, loadEdition } from '../../src/content/index.ts';
import { disk } from '../../src/ground/world.ts';

const loaded = loadEdition(disk, 'content/R6').value;
const schemas = loaded ? jsonSchemas(loaded.edition) : [];
const measure = schemas[1]?.schema as Parameters<typeof z.fromJSONSchema>[0];
const text = JSON.stringify(measure);

describe('jsonSchemas', () => {
  test('are named as the modelines of the content say', () => {
    expect(schemas.map(({ name }) => name)).toEqual(['edition.json', 'measure-R6.json', 'agenda.json']);
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

  test('the meeting file of the manual is accepted, a slip in it is not', () => {
    const check = z.fromJSONSchema(schemas[2]?.schema as Parameters<typeof z.fromJSONSchema>[0]);
    const paper = { number: '資料3', title: '題', departments: ['保育課'], form: true };
    const meeting = { format: 1, date: '令和8年11月22日（日）', meeting: '会議', papers: [paper] };
    expect(check.safeParse(meeting).success).toBe(true);
    const wrong = [{ departments: [] }, { departments: '保育課' }, { department: ['保育課'] }];
    for (const slip of wrong) {
      expect(check.safeParse({ ...meeting, papers: [{ ...paper, ...slip }] }).success).toBe(false);
    }
    expect(check.safeParse({ ...meeting, papers: [] }).success).toBe(false);
  });

  test('every key of a meeting file has a description', () => {
    const agenda = schemas[2]?.schema as { properties: { papers: { items: { properties: object } } } };
    const keys = [
      ...Object.values(agenda.properties),
      ...Object.values(agenda.properties.papers.items.properties),
    ];
    expect(keys.filter((key) => !key.description)).toEqual([]);
  });
});
