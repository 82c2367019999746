import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropMarks, markMargin } from '../../src/pdf/crop-marks.ts';

test('marks point at the corners, stay off the bleed and on the paper', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), (bleed) => {
      const [width, height] = [842, 595];
      const margin = markMargin(bleed);
      const marks = cropMarks(width, height, bleed);
      expect(marks).toHaveLength(8);
      for (const mark of marks) {
        if (mark.kind !== 'rule') throw new Error('a mark is a rule');
        const { x1, x2, y1, y2 } = mark;
        const alongEdge = y1 === y2 ? [0, height].includes(y1) : [0, width].includes(x1);
        expect(alongEdge).toBe(true);
        const outside =
          y1 === y2 ? x2 <= -bleed || x1 >= width + bleed : y2 <= -bleed || y1 >= height + bleed;
        expect(outside).toBe(true);
        expect(Math.min(x1, y1)).toBeGreaterThanOrEqual(-margin - 0.001);
        expect(Math.max(x2 - width, y2 - height)).toBeLessThanOrEqual(margin + 0.001);
      }
    }),
  );
});
