import { describe, expect, test } from 'vitest';
import { BlockTexts } from '../../src/layout/block-texts.ts';

const WRITTEN = '{ "content": { "stack": [] } }';

describe('what a template writes', () => {
  test('is read once where it is written alike', () => {
    const texts = new BlockTexts();
    expect(texts.read(WRITTEN)).toEqual({ json: { content: { stack: [] } } });
    expect(texts.read(WRITTEN)).toBe(texts.read(WRITTEN));
  });

  test('has a fault where its shape is wrong, and none to show where it is no JSON', () => {
    const texts = new BlockTexts();
    expect(texts.read('{ "content": 1 }')).toMatchObject({ fault: { path: ['content'] } });
    expect(texts.read('{')).toEqual({ fault: undefined });
  });

  test('is forgotten before there is too much of it', () => {
    const texts = new BlockTexts();
    const first = texts.read(WRITTEN);
    for (let margin = 0; margin < 200; margin++)
      texts.read(`{ "content": { "stack": [], "margin": [${margin}, 0, 0, 0] } }`);
    expect(texts.read(WRITTEN)).not.toBe(first);
    expect(texts.read(WRITTEN)).toEqual(first);
  });
});
