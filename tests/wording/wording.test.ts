import { expect, test } from 'vitest';
import { diagnose } from '../../src/ground/diagnostic.ts';

test('words of half width keep a space before what follows, others do not', () => {
  expect(diagnose('wrong-type', { expected: 'true か false', found: '数値 1' }).message).toBe(
    'true か false を書くところに、数値 1 があります。',
  );
  expect(diagnose('wrong-type', { expected: '文字列', found: '空（null）' }).message).toBe(
    '文字列を書くところに、空（null）があります。',
  );
});
