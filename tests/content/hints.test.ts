/** Slips in what the content says: one message a cause, and what is left after its hint is followed. */
import { describe, expect, test } from 'vitest';
import { loadEdition } from '../../src/content/index.ts';
import type { Diagnostic } from '../../src/ground/diagnostic.ts';
import { baseFiles, worldOf } from './memory.ts';

const E = 'edition.yaml';
const M = 'measures/1-1.yaml';

type Edit = readonly [file: string, typed: string, instead: string];

function problemsOf(...edits: readonly Edit[]): Diagnostic[] {
  const files = baseFiles((text, file) =>
    edits.reduce((now, [where, typed, instead]) => {
      if (where !== file) return now;
      expect(now).toContain(typed);
      return now.replace(typed, () => instead);
    }, text),
  );
  return [...loadEdition(worldOf(files), 'content/R6').diagnostics];
}

const summary = ({ code, span }: Diagnostic) =>
  `${code} ${span?.file.replace('content/R6/', '')}:${span?.start.line}`;

const YEAR = 'R6: { plan: 漸増, actual: 44 }';
const FIGURE = 'R5: { plan: 漸増, actual: 45 }';

/** The slip, what is told of it, and what its hint says to type there. */
const SLIPS: readonly (readonly [name: string, edit: Edit, told: string, typed: string])[] = [
  ...['令和6', 'Ｒ６', 'r6', '2024', 'R06', '令和6年度', '6', 'R66'].map(
    (year) =>
      [`the year ${year}`, [M, YEAR, YEAR.replace('R6', year)], `unknown-year ${M}:17`, 'R6'] as const,
  ),
  ['several years in one', [E, 'plan: [R5, R6]', 'plan: [R5～R6]'], `year-name ${E}:13`, 'plan: [R5, R6]'],
  ['years divided by 、', [E, 'plan: [R5, R6]', 'plan: [R5、R6]'], `year-name ${E}:13`, 'plan: [R5, R6]'],
  [
    'departments divided by 、',
    [M, '[保育課, 子育て支援課]', '[保育課、子育て支援課]'],
    `unknown-department ${M}:25`,
    '保育課, 子育て支援課',
  ],
  ...['未定', 'なし', '－', '調査中', '（未報告）'].map(
    (word) =>
      [
        `${word} for a figure`,
        [M, FIGURE, FIGURE.replace('45', word)],
        `not-a-figure ${M}:16`,
        'null',
      ] as const,
  ),
  ['なし for a baseline', [M, 'baseline: 615', 'baseline: なし'], `not-a-figure ${M}:14`, 'null'],
  ['なし for a word', [M, 'R5: { plan: 継続 }', 'R5: { plan: なし }'], `unknown-plan-word ${M}:33`, 'null'],
  ['a division', [M, FIGURE, FIGURE.replace('45', '12.3333333333333')], `long-decimal ${M}:16`, '12.33'],
  ['a bullet out of Word', [M, '関係機関と', '\uf0b7関係機関と'], `private-character ${M}:10`, '・'],
  [
    'a word in no list',
    [M, 'R5: { plan: 継続 }', 'R5: { plan: 検討中 }'],
    `unknown-plan-word ${M}:33`,
    '検討',
  ],
];

describe('a slip is told once', () => {
  test.each(SLIPS)('%s', (_, edit, told, typed) => {
    const problems = problemsOf(edit).filter(({ severity }) => severity === 'error');
    expect(problems.map(summary)).toEqual([told]);
    expect(problems[0]?.hints.join()).toMatch(new RegExp(`「?${typed.replaceAll(/[[\]]/g, '\\$&')}[」 ]`));
  });

  test.each(SLIPS)('%s: what the hint says to type is right', (_, edit, __, right) => {
    const [error] = problemsOf(edit).filter(({ severity }) => severity === 'error');
    const mended: Edit = [edit[0], edit[1], retyped(edit[2], error as Diagnostic, right)];
    expect(problemsOf(mended).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  /** What is marked, typed as the hint says. */
  function retyped(slip: string, { span }: Diagnostic, right: string): string {
    if (right.startsWith('plan: ')) return right;
    const marked = [...(span?.sourceLine ?? '')].slice(
      (span?.start.column ?? 1) - 1,
      (span?.end.column ?? 1) - 1,
    );
    expect(slip).toContain(marked.join(''));
    return slip.replace(marked.join(''), () => right);
  }
});

describe('what is wrong in edition.yaml is told there', () => {
  test.each<[string, Edit, string[]]>([
    ['years that are none', [E, 'plan: [R5, R6]', 'plan: [R5～R6]'], [`year-name ${E}:13`]],
    ['years out of order', [E, 'plan: [R5, R6]', 'plan: [R6, R5]'], [`years-order ${E}:13`]],
    ['a department with a space too many', [E, '保育課', '"保育課 "'], [`outer-space ${E}:15`]],
  ])('%s', (_, edit, told) => {
    const errors = problemsOf(edit).filter(({ severity }) => severity === 'error');
    expect(errors.map(summary)).toEqual(told);
  });

  test('the words of one item are one cause', () => {
    const errors = problemsOf([E, '保育課, 子育て支援課', '保育課、子育て支援課']).filter(
      ({ code }) => code === 'unknown-department',
    );
    expect(errors.length).toBeGreaterThan(1);
    expect(new Set(errors.map(({ cause }) => cause)).size).toBe(1);
    expect(errors[0]?.hints.join()).toContain('「保育課, 子育て支援課」');
  });

  test('a word that is missing in a list is told with the list', () => {
    const [error] = problemsOf([E, '継続, ', '']).filter(({ code }) => code === 'unknown-plan-word');
    expect(error?.related?.map(({ span }) => span.file)).toEqual(['content/R6/edition.yaml']);
    expect(error?.hints.join()).toContain('plan_words に足して');
  });
});

test('one figure in an indicator of words is what is told', () => {
  const errors = problemsOf(
    [E, 'plan: [R5, R6]', 'plan: [R3, R4, R5, R6]'],
    [
      M,
      'R5: { plan: 継続 }\n',
      'R3: { plan: 継続 }\n              R4: { plan: 継続 }\n              R5: { plan: 継続, actual: 3 }\n',
    ],
  ).filter(({ code }) => code !== 'missing-year');
  expect(errors.map(({ code }) => code)).toContain('lone-figure');
  expect(errors.map(({ code }) => code)).not.toContain('missing-actual');
});

test('an indicator that begins later is not called unreported', () => {
  const [error] = problemsOf([M, FIGURE, 'R5: { plan: 検討 }']);
  expect(error?.code).toBe('missing-actual');
  expect(error?.hints[0]).toContain('今の版にはありません');
  expect(error?.hints[0]).not.toContain('null');
});

test.each<[string, Edit, string]>([
  ['a list with bullets', [M, 'parts: [訪問, 面談]', 'parts:\n      ・訪問\n      ・面談'], '「- 」'],
  [
    'a year that slipped out of its map',
    [M, '  R6: { plan: 漸増', 'R6: { plan: 漸増'],
    '「years」の中の行なら',
  ],
])('%s', (_, edit, words) => {
  expect(problemsOf(edit)[0]?.hints[0]).toContain(words);
});

test('many decimals are a warning', () => {
  const [warning] = problemsOf([M, FIGURE, FIGURE.replace('45', '12.34567')]);
  expect([warning?.code, warning?.severity]).toEqual(['many-decimals', 'warning']);
  expect(problemsOf([M, FIGURE, FIGURE.replace('45', '12.345')])).toEqual([]);
});

test('an emoji is told once, with all its code points', () => {
  const problems = problemsOf([M, '関係機関と', '👨\u200d👩\u200d👧🇯🇵👍🏽関係機関と']);
  expect(problems.map(({ code }) => code)).toEqual(['emoji-sequence', 'emoji-sequence', 'emoji-sequence']);
  expect(problems[0]?.message).toContain('U+1F468 U+200D U+1F469 U+200D U+1F467');
});

test.each([
  ['a flag', '🇯🇵', 'U+1F1EF U+1F1F5'],
  ['a hue of skin', '👍🏽', 'U+1F44D U+1F3FD'],
  ['a keycap', '1\ufe0f\u20e3', 'U+0031 U+FE0F U+20E3'],
  ['a keycap without a selector', '1\u20e3', 'U+0031 U+20E3'],
])('%s alone in a text is one emoji', (_, emoji, codes) => {
  const problems = problemsOf([M, '関係機関と', `${emoji}関係機関と`]);
  expect(problems.map(({ code, message }) => [code, message.includes(`（${codes}）`)])).toEqual([
    ['emoji-sequence', true],
  ]);
});

describe('what is right beside an error', () => {
  const soundOf = (...edits: readonly Edit[]) => {
    const files = baseFiles((text, file) =>
      edits.reduce(
        (now, [where, typed, instead]) => (where === file ? now.replace(typed, instead) : now),
        text,
      ),
    );
    return loadEdition(worldOf(files), 'content/R6');
  };

  test('is whole programs, at their places', () => {
    const { value, sound } = soundOf([M, FIGURE, FIGURE.replace('漸増', '漸増加')]);
    expect(value).toBeUndefined();
    const programs = sound?.edition.measures.map(({ measure, programs }) => [
      measure,
      programs.map(({ index }) => index),
    ]);
    expect(programs).toEqual([
      ['1-1', [1]],
      ['2-1', [0]],
    ]);
  });

  test('is checked further where the shape of another program is wrong', () => {
    const { diagnostics } = soundOf(
      [M, 'priority: true', 'priority: yes'],
      [M, 'R5: { plan: 継続 }', 'R5: { plan: 継続中 }'],
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(summary)).toEqual([
      `wrong-type ${M}:8`,
      `unknown-plan-word ${M}:33`,
    ]);
  });

  test('is nothing where the edition itself is wrong', () => {
    expect(soundOf([E, 'plan: [R5, R6]', 'plan: [R6, R5]']).sound).toBeUndefined();
  });
});
