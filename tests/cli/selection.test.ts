/** The names of extracts: safe on every system, never the whole booklet's. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outputName } from '../../src/commands/build.ts';
import type { Selection } from '../../src/content/index.ts';

const NOTHING: Selection = { goals: [], measures: [], programs: [], departments: [], priority: false };
const name = (selection: Partial<Selection>) => outputName({ ...NOTHING, ...selection });

test.each<[Partial<Selection>, string]>([
  [{}, 'booklet.pdf'],
  [{ goals: ['1'] }, 'booklet-目標1.pdf'],
  [{ measures: ['1-1', '6-3'] }, 'booklet-1-1_6-3.pdf'],
  [{ programs: ['1-1#2'] }, 'booklet-1-1事業2.pdf'],
  [{ departments: ['児童青少年課'] }, 'booklet-児童青少年課.pdf'],
  [{ goals: ['1'], departments: ['保育課'], priority: true }, 'booklet-目標1_保育課_重点事業.pdf'],
  [{ goals: ['1', '1'] }, 'booklet-目標1.pdf'],
  [{ departments: ['Print'] }, 'booklet-Print-df0fe798.pdf'],
])('%o → %s', (selection, expected) => {
  expect(name(selection)).toBe(expected);
});

describe('whatever a department is called', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('../../x', 'a/b', 'a\\b', 'con', 'x:y', '課'.repeat(300), '…. '),
  );
  const texts = fc.array(text, { minLength: 1, maxLength: 5 });

  test('the name is one Windows takes, in the edition’s own folder', () => {
    fc.assert(
      fc.property(texts, (departments) => {
        const made = name({ departments });
        expect(made).toMatch(/^booklet-[^<>:"/\\|?*\u0000-\u001f\u007f]+\.pdf$/u);
        expect(Buffer.byteLength(made)).toBeLessThanOrEqual(225);
      }),
    );
  });

  test('two selections never share a name', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        fc.pre(a !== b);
        expect(name({ departments: [a] })).not.toBe(name({ departments: [b] }));
      }),
    );
  });
});
