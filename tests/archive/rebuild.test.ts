import { describe, expect, test } from 'vitest';
import type { BagInfo } from '../../src/archive/bag-info.ts';
import { readBagInfo } from '../../src/archive/bag-info.ts';
import { differenceHint } from '../../src/archive/difference.ts';
import type { Held } from '../../src/archive/held.ts';
import { compareFiles, rebuild, toolDifference } from '../../src/archive/rebuild.ts';
import { verdict } from '../../src/archive/verdict.ts';
import { bytesOf } from '../helpers/bag.ts';
import { diskWith, sampleBag, TEST_PRESS } from '../helpers/sealed.ts';

const PRESS = { ...TEST_PRESS, makers: [] };
const files = (await sampleBag()).value as Held;
const info = readBagInfo(files.get('bag-info.txt') as Uint8Array).info as BagInfo;
const changed = (path: string, text: string) => new Map([...files, [path, bytesOf(text)]]);
const anew = async (bag: Held, of: BagInfo = info) => {
  const { state, diagnostics } = await rebuild(bag, of, PRESS);
  return [state, diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n')];
};

describe('making anew', () => {
  test('gives the bag', async () => {
    expect(await rebuild(files, info, PRESS)).toEqual({ state: 'equal', compared: 9, diagnostics: [] });
  });

  test('of a correction as well', async () => {
    const identity = { version: 2, reason: '訂正', previous: { bag: 'R6/v1', sha512: 'a'.repeat(128) } };
    const bag = (await sampleBag(identity)).value as Held;
    expect(await anew(bag, { ...info, ...identity })).toEqual(['equal', '']);
  });

  test('shows open data that does not follow from the content', async () => {
    const [state, messages] = await anew(changed('data/open-data/評価表.json', '{}'));
    expect([state, messages]).toEqual([
      'different',
      expect.stringMatching(/^rebuild-differs .*評価表\.json/),
    ]);
  });

  test('shows a file that nothing makes', async () => {
    const [state, messages] = await anew(changed('data/content/R6/notes.docx', ''));
    expect([state, messages]).toEqual(['different', expect.stringContaining('rebuild-missing')]);
    expect(messages).toContain('notes.docx');
  });

  test('shows content that is wrong', async () => {
    const [state, messages] = await anew(changed('data/content/R6/edition.yaml', 'format: 2\n'));
    expect([state, messages]).toEqual(['failed', expect.stringMatching(/^rebuild-errors /)]);
  });

  test('that is not possible is no difference: the verdict says that nothing was compared', async () => {
    const answer = await rebuild(changed('data/content/R6/edition.yaml', 'format: 2\n'), info, PRESS);
    const bag = { files, info, diagnostics: [] };
    const unknown = { chain: undefined, attached: undefined, copies: undefined };
    const { note, result } = verdict({ ...unknown, bag, rebuild: answer });
    expect(note).toContain('作り直し: 保存されたものに誤りがあり、作り直せないため、比べていません');
    expect(note).not.toContain('違います');
    expect(result).toMatchObject({ rebuild: 'failed', compared: 0 });
  });
});

/** Templates that would take all time and memory there is, in a bag whose manifests agree with them. */
describe('a stranger’s template', () => {
  const lists = (inner: string) => `{{#list @root.widths}}`.repeat(8) + inner + '{{/list}}'.repeat(8);
  const next = (index: number) => bytesOf(`{{> twice-${index + 1}}}{{> twice-${index + 1}}}`);
  const twice = Array.from({ length: 27 }, (_, index) => [`twice-${index}`, next(index)] as const);
  const bombs: readonly [string, string, Readonly<Record<string, Uint8Array>>, string][] = [
    ['of lists in lists', lists('{{json 1}}'), {}, 'template-too-large'],
    [
      'of partials that include the next one twice',
      '{{> twice-0}}',
      { ...Object.fromEntries(twice), 'twice-27': bytesOf('x') },
      'template-too-large',
    ],
    ['of 400,000 brackets', '['.repeat(200_000), {}, 'template-too-deep'],
    [
      'of stacks in stacks',
      `{ "content": ${'{ "stack": ['.repeat(1500)}${']}'.repeat(1500)} }`,
      {},
      'template-too-deep',
    ],
    [
      'of 20,000 lists',
      '{{#list widths}}'.repeat(10_000) + '{{/list}}'.repeat(10_000),
      {},
      'template-too-large',
    ],
  ];

  test.each(bombs)('%s is told in words', async (_, text, others, code) => {
    const templates = Object.entries({ ...others, 'goal-heading': bytesOf(text) });
    const spoilt = templates.map(([name, bytes]) => [`data/templates/hyoka3/${name}.hbs`, bytes] as const);
    const { state, diagnostics } = await rebuild(new Map([...files, ...spoilt]), info, TEST_PRESS);
    expect([state, ...diagnostics.map((each) => each.code)]).toEqual(['failed', 'rebuild-errors', code]);
  });
});

test('both directions are compared', () => {
  const [a, b] = [bytesOf('a'), bytesOf('b')];
  const sealed = new Map([
    ['x.txt', a],
    ['y', a],
  ]);
  const made = new Map([
    ['x.txt', b],
    ['z', a],
  ]);
  expect(compareFiles(sealed, made).diagnostics.map(({ code }) => code)).toEqual([
    'rebuild-differs',
    'rebuild-missing',
    'rebuild-surplus',
  ]);
});

test.each([
  ['a.csv', '一\n二\n三', '一\n二\n四', /^3 行目から/],
  ['a.pdf', 'abc', 'abd', /^3 バイト目から/],
  ['a.txt', 'a', 'a\nb', /^1 行目から.*1 バイト.*3 バイト/],
])('where %s begins to differ', (file, sealed, made, words) => {
  expect(differenceHint(file, bytesOf(sealed), bytesOf(made))).toMatch(words);
});

describe('this program', () => {
  const difference = (installed: string, disk = diskWith()) =>
    toolDifference(disk, files, info, 'tool', installed)?.code;

  test('is the sealed one where version and bundle are', () => {
    expect(difference('hyokahyo test')).toBeUndefined();
  });

  test('is another where the version differs, or the bundle, or where there is none', () => {
    expect(difference('hyokahyo 9.9.9')).toBe('rebuild-version');
    expect(difference('hyokahyo test', diskWith({ 'tool/bundle.cjs': 'x' }))).toBe('rebuild-program');
    expect(difference('hyokahyo test', diskWith({ 'tool/hyokahyo.js': undefined }))).toBe('rebuild-program');
  });
});
