import { expect, test } from 'vitest';
import { setText } from '../../src/typeset/index.ts';
import type { Face, TextStyle } from '../../src/typeset/types.ts';

test('marks without end are looked up a few at a time, and all of them are printed', () => {
  let lookUps = 0;
  const face: Face = {
    name: 'Counting',
    bytes: new Uint8Array(),
    glyph: (id) => {
      lookUps++;
      return { id, advance: 1 };
    },
  };
  const style: TextStyle = {
    size: 10,
    regular: [face],
    bold: [face],
    align: 'left',
    stretch: 0,
    wrap: 'text',
    latinGap: 0,
  };
  const text = `か${'\u20dd'.repeat(50_000)}き`;
  const spans = [{ text, bold: false }];
  const { lines } = setText([{ spans, hang: false, keepWithNext: false }], style, 400);
  const printed = lines.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
  expect(printed).toBe(text);
  expect(lookUps).toBeLessThan(100);
});
