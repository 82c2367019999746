/** Broken YAML: one message a cause, at the place of the cause, whose hint mends it and nothing else. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measureSchema } from '../../src/content/schemas.ts';
import { checkSchema, readYaml } from '../../src/yaml/index.ts';
import { followed } from '../helpers/follow.ts';
import { ROOT } from '../helpers/sources.ts';

const SAMPLE = readFileSync(`${ROOT}content/R6/measures/1-1.yaml`, 'utf8');

/** The second program, from its number to the next. */
const PROGRAM = /\n {2}- number: 2\n(?: {4}.*\n)+/;
const asPasted = (by: number) => (all: string) =>
  all.replaceAll('\n  ', by < 0 ? '\n' : `\n${' '.repeat(2 + by)}`);

function problemsOf(text: string) {
  const { value, diagnostics } = readYaml('1-1.yaml', Buffer.from(text), measureSchema);
  return value ? checkSchema(value, measureSchema).diagnostics : diagnostics;
}

const errorsOf = (text: string) => problemsOf(text).filter(({ severity }) => severity === 'error');

type Slip = readonly [
  name: string,
  typed: string | RegExp,
  instead: string | ((all: string) => string),
  expected: string,
];

const UNIT = '            unit: 件';
const NAME = '    name: 虐待対応事業';
const R3 = '              R3: { plan: 維持, actual: 1618 }';

const SLIPS: readonly Slip[] = [
  // Lines that are gone.
  ['- number:', '  - number: 2\n', '', 'missing-item-start 49:5'],
  ['- number: of the first', '  - number: 1\n', '', 'missing-item-start 24:5'],
  ['- name: of an indicator', '          - name: ケース検討会開催回数\n', '', 'missing-item-start 66:13'],
  ['- name: of the first indicator', '          - name: 虐待相談件数\n', '', 'missing-item-start 57:13'],
  [
    '- description:',
    /( {2}- number: 2\n(?:.*\n)*?) {6}- description: .*\n/,
    (all) => all.replace(/ {6}- desc.*\n$/, ''),
    'wrong-type 55:9',
  ],
  ['programs:', 'programs:\n', '', 'missing-heading 23:3'],
  ['activities:', '    activities:\n', '', 'missing-heading 29:7'],
  ['indicators:', '        indicators:\n', '', 'missing-heading 31:11'],
  ['years:', '            years:\n', '', 'missing-heading 34:15'],
  // Dashes that are gone.
  ['the dash before number', '  - number: 2\n', '    number: 2\n', 'missing-dash 49:5'],
  ['the dash before number, at its place', '  - number: 2\n', '  number: 2\n', 'yaml-indent 49:3'],
  // Indentation.
  ['pasted at the margin', PROGRAM, asPasted(-2), 'uneven-indent 49:1'],
  ['pasted one further in', PROGRAM, asPasted(1), 'uneven-indent 49:4'],
  ['pasted two further in', PROGRAM, asPasted(2), 'uneven-indent 49:5'],
  ['one space too few', UNIT, UNIT.slice(1), 'uneven-indent 58:12'],
  ['one space too many', UNIT, ` ${UNIT}`, 'uneven-indent 58:14'],
  ['one space too few before a name', NAME, NAME.slice(1), 'uneven-indent 50:4'],
  ['one space too many before a name', NAME, ` ${NAME}`, 'uneven-indent 50:6'],
  ['one space too few before a dash', '  - number: 2', ' - number: 2', 'uneven-indent 49:2'],
  ['one space too many before a dash', '  - number: 2', '   - number: 2', 'uneven-indent 49:4'],
  ['one space too few before a year', R3, R3.slice(1), 'uneven-indent 62:14'],
  ['one space too many before a year', R3, ` ${R3}`, 'uneven-indent 62:16'],
  ['a line of a text at the margin', '      【普及啓発】', '【普及啓発】', 'uneven-indent 43:1'],
  ['a line of a text one space short', '      【普及啓発】', '     【普及啓発】', 'uneven-indent 43:6'],
  ['no-break spaces', NAME, NAME.replaceAll(/^ +/g, (all) => '\u00a0'.repeat(all.length)), 'odd-indent 50:1'],
  ['no-break spaces behind others', NAME, NAME.replace('    ', '  \u00a0\u00a0'), 'odd-indent 50:1'],
  [
    'a program indented with no-break spaces',
    PROGRAM,
    (all) => all.replaceAll(/\n( +)/g, (_, run: string) => `\n${'\u00a0'.repeat(run.length)}`),
    'odd-indent 49:1',
  ],
  ['full-width spaces', NAME, NAME.replace('    ', '　　'), 'odd-indent 50:1'],
  ['a tab', NAME, NAME.replace('    ', '\t'), 'yaml-tab 50:1'],
  // Behind the colon.
  ['full-width space', 'name: 虐待', 'name:　虐待', 'space-after-colon 50:10'],
  ['no-break space', 'name: 虐待', 'name:\u00a0虐待', 'space-after-colon 50:10'],
  ['no space', 'name: 虐待', 'name:虐待', 'yaml-colon 50:5'],
  // Signs at the start of a text.
  ...[
    ['- 相談を受けた。', 'sign-at-start 50:11'],
    ['>100件の相談', 'sign-at-start 50:11'],
    ['? どうか', 'sign-at-start 50:11'],
    [': 相談', 'sign-at-start 50:11'],
    [']相談', 'sign-at-start 50:11'],
    ['}相談', 'sign-at-start 50:11'],
    ['@相談', 'yaml-sign 50:11'],
    ['`相談`', 'yaml-sign 50:11'],
    ['%を', 'yaml-sign 50:11'],
    ['!を', 'yaml-sign 50:12'],
    [', 相談', 'yaml-sign 50:11'],
    ['* 相談', 'yaml-anchor 50:11'],
    ['|相談', 'yaml-block-text 50:12'],
    ['"相談"を受けた', 'yaml-after-value 50:15'],
    ["'相談'を受けた", 'yaml-after-value 50:15'],
    ['[注]相談', 'yaml-after-value 50:14'],
    ['{注}相談', 'yaml-after-value 50:14'],
    ['相談: 48件', 'yaml-nested 50:11'],
    ['"相談', 'yaml-quote 50:11'],
    ['&Aを実施', 'sign-at-start 50:11'],
    ['&A を実施', 'sign-at-start 50:11'],
    ['#文', 'sign-at-start 50:11'],
  ].map(([text = '', expected = '']): Slip => [text, 'name: 虐待対応事業', `name: ${text}`, expected]),
  ['a text on the line of the bar', 'result: |\n      【', 'result: | 【', 'yaml-block-text 40:15'],
  // In braces.
  ['a brace without its colon', 'R2: { plan: 維持', 'R2 { plan: 維持', 'yaml-nested 61:26'],
  ['a semicolon before the brace', 'R2: { plan: 維持', 'R2; { plan: 維持', 'yaml-nested 61:27'],
  ['no space before the brace', 'R2: { plan: 維持', 'R2:{ plan: 維持', 'yaml-nested 61:26'],
  ['parentheses', '{ plan: 維持, actual: 1091 }', '( plan: 維持, actual: 1091 )', 'yaml-nested 61:19'],
  ['two years on a line', 'actual: 1091 }\n', 'actual: 1091 }', 'yaml-after-value 61:59'],
  ['a comment before the brace', 'actual: 1091 }', 'actual: 42 #訂正 }', 'hash-in-brackets 61:42'],
  ['a brace missing', 'actual: 1091 }', 'actual: 1091', 'yaml-bracket 61:19'],
  ['a brace too many', 'actual: 1091 }', 'actual: 1091 }}', 'yaml-bracket 61:45'],
  ['a dash for a figure', 'actual: 1091 }', 'actual: - }', 'wrong-value 61:39'],
];

describe('a slip is told once, and its hint mends it', () => {
  test.each(SLIPS)('%s', (_, typed, instead, expected) => {
    const text = SAMPLE.replace(typed, instead as string);
    expect(text).not.toBe(SAMPLE);
    const found = errorsOf(text);
    expect(
      found.map(({ code, span }) => `${code} ${span?.start.line}:${span?.start.column}`).join(),
    ).toContain(expected);
    expect(found).toHaveLength(1);
    const mended = followed(text, found[0] as (typeof found)[0]);
    expect(mended).toBeDefined();
    expect(errorsOf(mended as string)).toEqual([]);
  });
});

test('the line that is right is named', () => {
  const [uneven] = errorsOf(SAMPLE.replace(UNIT, UNIT.slice(1)));
  expect(uneven?.message).toContain('11 字');
  expect(uneven?.message).toContain('57 行目');
  expect(uneven?.message).toContain('12 字');
});

test('each of several causes is told, at its line as typed', () => {
  const text = SAMPLE.replace('        indicators:\n', '')
    .replace(NAME, NAME.replace(': ', ':　'))
    .replace('      【普及啓発】', '【普及啓発】');
  const found = errorsOf(text).map(({ code, span }) => `${code} ${span?.start.line}`);
  expect(found).toEqual(['missing-heading 31', 'uneven-indent 42', 'space-after-colon 49']);
});
