/** The names of extracts: safe on every system, never the whole booklet's. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outputName } from '../../src/cli/commands/output-name.ts';
import type { Selection } from '../../src/content/index.ts';
import { runs } from '../helpers/chance.ts';

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
  [{ departments: ['Print'] }, 'booklet-Print-230aae20.pdf'],
  [{ departments: ['DX推進課'] }, 'booklet-DX推進課.pdf'],
  [{ departments: ['ＤＸ推進課'] }, 'booklet-ＤＸ推進課.pdf'],
])('%o → %s', (selection, expected) => {
  expect(name(selection)).toBe(expected);
});

test.each<[string, Partial<Selection>, Partial<Selection>]>([
  ['two departments and one with a line', { departments: ['A', 'B'] }, { departments: ['A_B'] }],
  ['a goal and a department', { goals: ['1'] }, { departments: ['目標1'] }],
  ['a measure and a department', { measures: ['1-1'] }, { departments: ['1-1'] }],
  ['a program and a department', { programs: ['1-1#2'] }, { departments: ['1-1事業2'] }],
  ['what comes first and a department', { priority: true }, { departments: ['重点事業'] }],
])('%s have names of their own', (_, one, other) => {
  expect(name(one)).toMatch(/^booklet-[^-]+(-1)?[^-]*\.pdf$/);
  expect(name(other)).toMatch(/-[0-9a-f]{8}\.pdf$/);
});

test('a department called print is not the other profile', () => {
  expect(name({ departments: ['print'] })).not.toBe(outputName(NOTHING, 'print'));
  expect(name({ departments: ['print-保育課'] })).not.toBe(
    outputName({ ...NOTHING, departments: ['保育課'] }, 'print'),
  );
});

/** As disks of Windows and macOS compare names. */
const onDisk = (made: string) => made.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');

test.each([
  ['DX推進課', 'dx推進課', 'Dx推進課'],
  ['ＤＸ推進課', 'ｄｘ推進課'],
  ['K課', '\u212a課', 'k課'],
  ['神田課', '\ufa19田課'],
  ['がく課', 'か\u3099く課'],
  ['Å課', '\u212b課', 'å課'],
  ['STRASSE', 'straße', 'STRAẞE'],
])('%s and what a disk takes for it have names of their own', (...departments) => {
  const made = departments.map((department) => onDisk(name({ departments: [department] })));
  expect(new Set(made).size).toBe(departments.length);
});

test('goals, measures and programs whose letters differ in case only have names of their own', () => {
  const made = [
    { goals: ['A'] },
    { goals: ['a'] },
    { measures: ['A-1'] },
    { measures: ['a-1'] },
    { programs: ['A-1#1'] },
    { programs: ['a-1#1'] },
  ];
  expect(new Set(made.map((one) => onDisk(name(one)))).size).toBe(made.length);
});

describe('whatever is selected', () => {
  const odd = [
    'A',
    'a',
    'B',
    'A_B',
    'Ａ',
    'ａ',
    '1',
    '目標1',
    '1-1',
    '1-1#2',
    '1-1事業2',
    '重点事業',
    'print',
    'print-A',
    '',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('../../x', 'a/b', 'a\\b', 'con', 'x:y', '課'.repeat(300), '…. ', ...odd),
  );
  const texts = fc.uniqueArray(text, { maxLength: 3 });
  const selection: fc.Arbitrary<Selection> = fc.record({
    goals: texts,
    measures: texts,
    programs: texts,
    departments: texts,
    priority: fc.boolean(),
  });
  const profile = fc.constantFrom('screen' as const, 'print' as const);

  test('the name is one Windows takes, in the edition’s own folder', () => {
    fc.assert(
      fc.property(selection, profile, (asked, which) => {
        const made = outputName(asked, which);
        expect(made).toMatch(/^booklet[^<>:"/\\|?*\u0000-\u001f\u007f]*\.pdf$/u);
        expect(Buffer.byteLength(made)).toBeLessThanOrEqual(225);
      }),
    );
  });

  test('two selections never share a name', () => {
    const few = fc.uniqueArray(fc.constantFrom(...odd), { maxLength: 2 });
    const short = fc.record({
      goals: few,
      measures: few,
      programs: few,
      departments: few,
      priority: fc.boolean(),
    });
    const one = fc.tuple(fc.oneof(selection, short), profile);
    fc.assert(
      fc.property(one, one, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(onDisk(outputName(...a))).not.toBe(onDisk(outputName(...b)));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('two names of one or two odd things never meet', () => {
    const asked = odd.flatMap((first) =>
      [[first], ...odd.filter((second) => second !== first).map((second) => [first, second])].flatMap(
        (names) =>
          (['goals', 'measures', 'programs', 'departments'] as const).flatMap((key) =>
            ([true, false] as const).map((priority) => ({ ...NOTHING, [key]: names, priority })),
          ),
      ),
    );
    const made = asked.flatMap((one) => [outputName(one), outputName(one, 'print')]);
    expect(new Set(made).size).toBe(made.length);
  });
});
