import { describe, expect, it } from 'vitest';
import { mergeRules } from '../../src/boxes/rules.ts';

const rule = (x1: number, y1: number, x2: number, y2: number, weight = 1) => ({ x1, y1, x2, y2, weight });

describe('mergeRules', () => {
  it('joins what touches on one line', () => {
    const merged = mergeRules([rule(0, 5, 10, 5), rule(10, 5, 30, 5), rule(40, 5, 50, 5)]);
    expect(merged).toEqual([
      {
        weight: 1,
        segments: [
          { x1: 0, y1: 5, x2: 30, y2: 5 },
          { x1: 40, y1: 5, x2: 50, y2: 5 },
        ],
      },
    ]);
  });

  it('joins what overlaps, in either direction, vertical too', () => {
    const merged = mergeRules([rule(3, 20, 3, 8), rule(3, 0, 3, 10)]);
    expect(merged[0]?.segments).toEqual([{ x1: 3, y1: 0, x2: 3, y2: 20 }]);
  });

  it('keeps other lines and other weights apart, thin ones first', () => {
    const merged = mergeRules([rule(0, 5, 10, 5, 2), rule(10, 5, 20, 5, 1), rule(0, 6, 10, 6, 1)]);
    expect(merged.map(({ weight, segments }) => [weight, segments.length])).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });
});
