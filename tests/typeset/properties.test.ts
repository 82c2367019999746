import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, setText, type TextStyle } from '../../src/typeset/index.ts';
import { runs } from '../helpers/chance.ts';
import { body, grid, texts } from './helpers.ts';

const pieces = [
  ...'あいうえおっゃーカタナャー々児童館数、。，．「」（）()［］・！？…—〜',
  ...'0123456789０１２％%¥第約年月日人,. 　"\'-/',
  ...[
    '12,345人',
    '令和6年度',
    '125 %',
    '……',
    '——',
    'NPO',
    'https://www.example.jp/a/b?c=d',
    'R6',
    'オンブズパーソン',
  ],
  ...[
    '𠮷',
    '葛\u{e0100}',
    '辻\u{e0100}',
    'ｶﾞ',
    'ﾊﾟ',
    'か\u3099',
    '髙',
    '﨑',
    '鷗',
    '塡',
    '\ufe0f',
    '\u{1f9a6}',
    '\ue000',
  ],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join(''));
const style: fc.Arbitrary<TextStyle> = fc.record({
  size: fc.constantFrom(7.5, 8, 10),
  regular: fc.constant(body.regular),
  bold: fc.constant(body.bold),
  align: fc.constantFrom('left', 'center', 'right'),
  stretch: fc.constantFrom(0, 0.02, 0.05),
  wrap: fc.constantFrom('text', 'phrase'),
  latinGap: fc.constantFrom(0, 0.25),
});
const em = fc.double({ min: 1.5, max: 40, noNaN: true });

/** Independent of the code's own tables: what most styles forbid at a line's start and end. */
/** What is told where even one character does not fit. */
const TOO_WIDE: readonly string[] = ['too-wide', 'wide-indent'];
const NOT_STARTING = /^[、。，．,.）」』］)\]〜・！？!?%％ーっゃャ々]/u;
const NOT_ENDING = /[（「『［([¥]$/u;

const isBlank = (string: string) => string.trim() === '';
/** How far the spaces at a full line's end may leave the column, em. */
const END_SPACES = 0.004;

describe('whatever is typed', () => {
  const set = (typed: string, hang: boolean, typeStyle: TextStyle, width: number) =>
    setText(
      [
        {
          spans: [
            { text: typed.slice(0, typed.length >> 1), bold: false },
            { text: typed.slice(typed.length >> 1), bold: true },
          ],
          hang,
          keepWithNext: false,
        },
      ],
      typeStyle,
      width,
    );

  it('loses nothing, doubles nothing, stays inside the column, breaks no rule unless told', () => {
    fc.assert(
      fc.property(text, fc.boolean(), style, em, (typed, hang, typeStyle, columnEm) => {
        const width = columnEm * typeStyle.size;
        const setting = set(typed, hang, typeStyle, width);
        const lines = texts(setting);
        const told = setting.problems.map((problem) => problem.kind);
        expect(lines.join('')).toBe(typed);

        for (const [index, line] of setting.lines.entries()) {
          const rightOf = (runs: readonly Run[]) =>
            line.x + Math.max(line.width, ...runs.map((run) => run.x + run.width));
          if (!told.some((kind) => TOO_WIDE.includes(kind))) {
            expect(rightOf(line.runs.filter(({ text: words }) => !isBlank(words)))).toBeLessThanOrEqual(
              width + 1e-4,
            );
            expect(rightOf(line.runs)).toBeLessThanOrEqual(width + END_SPACES * typeStyle.size + 1e-4);
          }
          for (const run of line.runs) {
            expect(run.spacing).toBeGreaterThanOrEqual(0);
            expect(run.spacing).toBeLessThanOrEqual(typeStyle.stretch * typeStyle.size + 1e-4);
            if (line.last) expect(run.spacing).toBe(0);
          }
          if (told.some((kind) => kind === 'forced-break' || TOO_WIDE.includes(kind))) continue;
          if (index > 0) expect(lines[index]).not.toMatch(NOT_STARTING);
          if (!line.last) expect(lines[index]?.trimEnd()).not.toMatch(NOT_ENDING);
          if (index > 0) expect(lines[index]).not.toMatch(/^\s/u);
        }
        expect(set(typed, hang, typeStyle, width)).toEqual(setting);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('fills every line of plain kanji to the last em', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), (columns) => {
        const { lines } = set('児童館'.repeat(40), false, grid, columns * grid.size);
        for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(columns * grid.size, 6);
      }),
    );
  });
});
