/** Keys that every object has are keys like any others: said to be wrong where they are, never looked up, never lost. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseCommandLine } from '../../src/cli/arguments.ts';
import { COMMANDS } from '../../src/cli/commands/rows.ts';
import { loadEdition, loadMeeting } from '../../src/content/index.ts';
import { baseFiles, worldOf } from './memory.ts';

const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const MEETING = 'content/R6/agendas/2026-11-22.yaml';

/** Keys on the way to each map of the content that a clerk writes. */
const MAPS: readonly (readonly [file: string, path: readonly (string | number)[]])[] = [
  ['content/R6/edition.yaml', []],
  ['content/R6/edition.yaml', ['plan']],
  ['content/R6/edition.yaml', ['years']],
  ['content/R6/edition.yaml', ['labels']],
  ['content/R6/edition.yaml', ['goals', 0]],
  ['content/R6/edition.yaml', ['booklet']],
  ['content/R6/edition.yaml', ['booklet', 'legend']],
  ['content/R6/edition.yaml', ['booklet', 'legend', 'plan_words']],
  ['content/R6/measures/1-1.yaml', []],
  ['content/R6/measures/1-1.yaml', ['programs', 0]],
  ['content/R6/measures/1-1.yaml', ['programs', 0, 'activities', 0]],
  ['content/R6/measures/1-1.yaml', ['programs', 0, 'activities', 0, 'indicators', 0]],
  ['content/R6/measures/1-1.yaml', ['programs', 0, 'activities', 0, 'indicators', 0, 'years']],
  ['content/R6/measures/1-1.yaml', ['programs', 0, 'activities', 0, 'indicators', 0, 'years', 'R6']],
  ['content/R6/measures/1-1.yaml', ['programs', 0, 'opinion', 0]],
  [MEETING, []],
  [MEETING, ['papers', 0]],
];

const VALUES = ['1', '"前後 "', '{ "plan": "継続", "actual": 5 }', '["a"]'];

/** The base, with a meeting, the parts of the booklet and an opinion written out, as JSON. */
function jsonFiles(): Record<string, string> {
  const files = baseFiles((text, file) => {
    const value = parse(text);
    if (file === 'edition.yaml') value.booklet = { legend: { plan_words: { 継続: '続ける' } } };
    if (file === 'measures/1-1.yaml') value.programs[0].opinion = [{ text: '続けられたい。' }];
    return JSON.stringify(value, undefined, 1);
  });
  const meeting = {
    format: 1,
    date: '令和8年11月22日（日）',
    meeting: '会議',
    papers: [{ number: '資料1', title: '評価' }],
  };
  return { ...files, [MEETING]: JSON.stringify(meeting, undefined, 1) };
}

/** The text of a map begins with one key more. */
function withKey(text: string, path: readonly (string | number)[], key: string, value: string): string {
  const root = JSON.parse(text, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.assign(Object.create(null), inner)
      : inner,
  );
  let map = root;
  for (const part of path) map = map[part];
  map['+'] = '+';
  return JSON.stringify(root, undefined, 1).replace('"+": "+"', `"${key}": ${value}`);
}

function problems(files: Record<string, string>) {
  const world = worldOf(files);
  const { value, diagnostics } = loadEdition(world, 'content/R6');
  return value ? loadMeeting(world, 'content/R6', value, MEETING).diagnostics : diagnostics;
}

test('the files to begin with are right', () => {
  expect(problems(jsonFiles())).toEqual([]);
});

describe.each(KEYS)('%s', (key) => {
  test.each(MAPS)('in %s at %j is an error at its place', (file, path) => {
    const files = jsonFiles();
    for (const value of VALUES) {
      const changed = withKey(files[file] ?? '', path, key, value);
      const line = changed.split('\n').findIndex((one) => one.includes(`"${key}": `)) + 1;
      const errors = problems({ ...files, [file]: changed }).filter(({ severity }) => severity === 'error');
      expect(errors.length, value).toBeGreaterThan(0);
      expect(errors.map(({ span }) => [span?.file, span?.start.line])).toContainEqual([file, line]);
    }
  });

  test('as a year of the plan, a word, a flag and a command is no more than a word', () => {
    const files = baseFiles((text) =>
      text.replaceAll('[R5, R6]', `[${key}, R6]`).replaceAll('plan: 継続', `plan: ${key}`),
    );
    const codes = loadEdition(worldOf(files), 'content/R6').diagnostics.map(({ code }) => code);
    expect(codes).toContain('year-name');
    expect(codes).toContain('unknown-plan-word');
    // What measures lack is told of once the plan's years are right.
    expect(codes).not.toContain('missing-year');
    expect(codes).not.toContain('missing-actual');
    expect(parseCommandLine([key], COMMANDS).diagnostics.map(({ code }) => code)).toEqual([
      'command-unknown',
    ]);
    expect(parseCommandLine(['build', `--${key}=1`], COMMANDS).diagnostics.map(({ code }) => code)).toEqual([
      'flag-unknown',
    ]);
    expect(parseCommandLine(['build', '--goal', key, '--profile', key], COMMANDS).diagnostics).toHaveLength(
      1,
    );
  });
});
