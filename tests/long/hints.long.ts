/** Every line of a sample spoilt in each of many ways: one message, and its hint, followed literally, mends it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measureSchema } from '../../src/content/schemas.ts';
import { checkSchema, readYaml } from '../../src/yaml/index.ts';
import { followed } from '../helpers/follow.ts';
import { ROOT } from '../helpers/sources.ts';

const LINES = readFileSync(`${ROOT}content/R6/measures/1-1.yaml`, 'utf8').split('\n').slice(20);

/** Ways to spoil a line, and how many of the lines may be answered otherwise. */
const WAYS: readonly (readonly [name: string, spoil: (line: string) => string, others: number])[] = [
  ['one space too many', (line) => ` ${line}`, 0],
  ['one space too few', (line) => line.replace(/^ /, ''), 0],
  ['two spaces too many', (line) => `  ${line}`, 1],
  ['two spaces too few', (line) => line.replace(/^ {2}/, ''), 3],
  ['at the margin', (line) => line.trimStart(), 1],
  ['indented with a tab', (line) => line.replace(/^ +/, '\t'), 0],
  ['indented with full-width spaces', (line) => line.replace(/^ +/, '　　'), 0],
  ['a colon of full width', (line) => line.replace(': ', '：'), 0],
  ['no colon', (line) => line.replace(': ', ' '), 0],
  ['no space behind the colon', (line) => line.replace(': ', ':'), 0],
  ['a full-width space behind the colon', (line) => line.replace(': ', ':　'), 0],
  ['no comma', (line) => line.replace(', ', ' '), 0],
  ['a comma of Japanese text', (line) => line.replace(', ', '、'), 0],
  ['no closing brace', (line) => line.replace(' }', ''), 1],
  ['no quote', (line) => line.replace('"', ''), 0],
];

function errorsOf(lines: readonly string[]) {
  const { value, diagnostics } = readYaml('1-1.yaml', Buffer.from(lines.join('\n')), measureSchema);
  const found = value ? checkSchema(value, measureSchema).diagnostics : diagnostics;
  return found.filter(({ severity }) => severity === 'error');
}

/** What is wrong with the answer to a text; undefined where it is as it should be, or the text is right. */
function fault(lines: readonly string[]): string | undefined {
  const [error, ...more] = errorsOf(lines);
  if (!error) return undefined;
  const what = `${error.code} ${error.span?.start.line}: ${error.hints.join(' ')}`;
  if (more.length > 0) return `${more.length + 1} messages: ${what}`;
  const mended = followed(lines.join('\n'), error);
  if (mended === undefined) return `no hint to follow: ${what}`;
  return errorsOf(mended.split('\n')).length > 0 ? `not mended: ${what}` : undefined;
}

test.each(WAYS)('%s', (_, spoil, others) => {
  const faults = LINES.flatMap((line, index) => {
    if (line.trim() === '' || spoil(line) === line) return [];
    const found = fault(LINES.with(index, spoil(line)));
    return found === undefined ? [] : [`${line.trim().slice(0, 20)} → ${found}`];
  });
  expect(faults.slice(others)).toEqual([]);
});
