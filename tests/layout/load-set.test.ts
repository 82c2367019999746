import { expect, test } from 'vitest';
import { loadTemplateSet } from '../../src/layout/load-set.ts';
import { ROOT } from '../helpers/sources.ts';
import { changedDisk } from '../helpers/world.ts';

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
  expect(diagnostics[0]?.hints).toHaveLength(1);
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

test('a template with a byte order mark and Windows line ends reads the same', () => {
  const files = (text: string) =>
    loadTemplateSet(
      changedDisk({ [`${FOLDER}/hyoka3/extra.hbs`]: text }),
      FOLDER,
      'hyoka3',
    ).value?.files.find(({ name }) => name === 'extra')?.text;
  expect(files('\ufeff{\r\n}\r\n')).toBe('{\n}\n');
});
