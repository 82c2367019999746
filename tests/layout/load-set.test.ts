import { describe, expect, test } from 'vitest';
import type { ReadFailure } from '../../src/ground/world.ts';
import { loadTemplateSet } from '../../src/layout/load-set.ts';
import { ROOT } from '../helpers/sources.ts';
import { changedDisk, FILE_FAILURES, failingDisk } from '../helpers/world.ts';

const FOLDER = `${ROOT}templates`;

/** `code` and place of what is wrong with the shipped set after a change. */
function problems(
  change: Readonly<Record<string, string | Uint8Array | undefined>>,
  name = 'hyoka3',
): string[] {
  const files = Object.fromEntries(
    Object.entries(change).map(([file, content]) => [`${FOLDER}/hyoka3/${file}`, content]),
  );
  const { diagnostics } = loadTemplateSet(changedDisk(files), FOLDER, name);
  return diagnostics.map(({ code, span }) =>
    span ? `${code} ${span.start.line}:${span.start.column}` : code,
  );
}

test('the shipped set has a theme and its templates', () => {
  const { value, diagnostics } = loadTemplateSet(changedDisk({}), FOLDER, 'hyoka3');
  expect(diagnostics).toEqual([]);
  expect(value?.theme.view).toBe('hyoka3');
  expect(value?.files.map(({ name }) => name)).toContain('program');
});

test('another set than there is', () => {
  const { diagnostics } = loadTemplateSet(changedDisk({}), FOLDER, 'hyoka33');
  expect(diagnostics.map(({ code }) => code)).toEqual(['template-folder-missing']);
  // The set that is nearly called so, and all there are.
  expect(diagnostics[0]?.hints.map((hint) => hint.includes('「hyoka3」'))).toEqual([true, true]);
});

test('no folder of sets at all', () => {
  const { diagnostics } = loadTemplateSet(changedDisk({}), `${ROOT}nowhere`, 'hyoka3');
  expect(diagnostics.map(({ code, hints }) => [code, hints])).toEqual([['template-folder-missing', []]]);
});

test.each([
  ['a theme that is gone', { 'theme.yaml': undefined }, ['theme-missing']],
  ['an empty theme', { 'theme.yaml': '' }, ['empty-file 1:1']],
  ['a theme of comments', { 'theme.yaml': '# 様式\n' }, ['empty-file 1:1']],
  ['a theme that is no YAML', { 'theme.yaml': 'format: 1\nview: [\n' }, ['yaml-bracket 2:7']],
  [
    'a template in Shift_JIS',
    { 'program.hbs': new Uint8Array([0x7b, 0x7b, 0x0a, 0x83, 0x65]) },
    ['shift-jis 2:1'],
  ],
  ['a template with NUL', { 'program.hbs': '{\n \u0000}' }, ['control-character 2:2']],
  ['an empty template', { 'program.hbs': '' }, ['empty-file 1:1']],
  [
    'several at once',
    { 'theme.yaml': undefined, 'program.hbs': '', 'page-foot.hbs': '' },
    ['theme-missing', 'empty-file 1:1', 'empty-file 1:1'],
  ],
])('%s', (_, change, expected) => {
  expect(problems(change)).toEqual(expected);
});

describe('a reason why not', () => {
  const reasons = (place: string, found: ReadFailure) =>
    loadTemplateSet(failingDisk({ [`${FOLDER}/hyoka3${place}`]: found }), FOLDER, 'hyoka3').diagnostics;

  test.each(FILE_FAILURES)('a theme or a template that is %s', (failure, code) => {
    for (const file of ['/theme.yaml', '/program.hbs'])
      expect(reasons(file, { failure }).map((found) => found.code)).toEqual([code]);
  });

  test.each<[ReadFailure['failure'], string]>([
    ['denied', 'file-denied'],
    ['not-a-folder', 'not-a-folder'],
  ])('a folder of the set that is %s', (failure, code) => {
    expect(reasons('', { failure }).map((found) => found.code)).toEqual([code]);
  });

  test('each kind of file has a limit of its own', () => {
    const limit = (file: string) => {
      const [found] = reasons(file, { failure: 'too-large', size: 3 * 1024 * 1024 });
      return found?.message.match(/\d\.\d(?= MB)/g);
    };
    expect(limit('/theme.yaml')).toEqual(['3.0', '2.0']);
    expect(limit('/program.hbs')).toEqual(['3.0', '1.0']);
  });
});

test('a template with a byte order mark and Windows line ends reads the same', () => {
  const files = (text: string) =>
    loadTemplateSet(
      changedDisk({ [`${FOLDER}/hyoka3/extra.hbs`]: text }),
      FOLDER,
      'hyoka3',
    ).value?.files.find(({ name }) => name === 'extra')?.text;
  expect(files('\ufeff{\r\n}\r\n')).toBe('{\n}\n');
});
