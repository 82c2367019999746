import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadTemplateSet } from '../../src/layout/load-set.ts';
import { bodyBox, PAPER, pageGeometry } from '../../src/layout/theme.ts';
import { mm } from '../../src/layout/units.ts';
import { shippedSet } from '../helpers/layout.ts';
import { ROOT } from '../helpers/sources.ts';
import { changedDisk } from '../helpers/world.ts';

const shipped = readFileSync(`${ROOT}templates/hyoka3/theme.yaml`, 'utf8');

/** What goes wrong when one piece of the shipped theme is typed otherwise: `code` and the text it points at. */
function problems(typed: string, instead: string): string[] {
  expect(shipped.split(typed)).toHaveLength(2);
  const path = `${ROOT}templates/hyoka3/theme.yaml`;
  const { diagnostics } = loadTemplateSet(
    changedDisk({ [path]: shipped.replace(typed, instead) }),
    `${ROOT}templates`,
    'hyoka3',
  );
  return diagnostics.map(({ code, span }) => {
    const line = [...(span?.sourceLine ?? '')];
    return `${code} ${line.slice((span?.start.column ?? 1) - 1, (span?.end.column ?? 1) - 1).join('')}`;
  });
}

describe('bounds', () => {
  test.each([
    ['format: 1', 'format: 2', ['not-one-of 2']],
    ['view: hyoka3', 'view: hyoka4', ['not-one-of hyoka4']],
    ['size: A4', 'size: B4', ['not-one-of B4']],
    ['top: 17', 'top: -1', ['wrong-value -1']],
    ['top: 17', 'top: 401', ['wrong-value 401']],
    ['top: 17', 'top: 17mm', ['not-a-figure 17mm']],
    ['top: 17, ', '', ['missing-key margin']],
    ['side: left', 'side: bottom', ['not-one-of bottom']],
    ['name: 27', 'na me: 27', ['wrong-value na me']],
    ['name: 27', 'name: -27', ['wrong-value -27']],
    ['result: rest', 'result: restt', ['not-a-figure restt']],
    ['padding: { horizontal: 1', 'padding: { horizontal: 1e1', ['not-a-figure 1e1']],
    ['greys: { header: 0.87', 'greys: { header: 1.1', ['wrong-value 1.1']],
    ['regular: [BIZUDPGothic-Regular, NotoSansJP-Regular]', 'regular: []', ['too-few []']],
    ['body: { size: 7.5', 'body: { size: 3.9', ['wrong-value 3.9']],
    ['body: { size: 7.5', 'body: { size: 301', ['wrong-value 301']],
    ['stretch: 0.05', 'stretch: 0.06', ['wrong-value 0.06']],
    ['stretch: 0.05', 'strech: 0.05', ['unknown-key strech']],
    [
      'number: { size: 7.5, leading: 11.25, align: center',
      'number: { size: 7.5, leading: 11.25, align: middle',
      ['not-one-of middle'],
    ],
    ['wrap: never }\n  goal', 'wrap: nowhere }\n  goal', ['not-one-of nowhere']],
    ['bold: true }\n  label', 'bold: はい }\n  label', ['wrong-type はい']],
    ['latin_gap: 0 ', 'latin_gap: 0.6 ', ['wrong-value 0.6']],
    ['max_blank: 0.35', 'max_blank: 35', ['wrong-value 35']],
    ['max_blank: 0.35', 'max-blank: 0.35', ['unknown-key max-blank']],
  ])('%s → %s', (typed, instead, expected) => {
    expect(problems(typed, instead)).toEqual(expected);
  });

  test.each([
    ['size: A4', 'size: A3'],
    ['stretch: 0.05', 'stretch: 0'],
    ['latin_gap: 0 ', 'latin_gap: 0.25 '],
    ['top: 17', 'top: 17.5'],
    ['greys: { header: 0.87', 'greys: { header: 0'],
  ])('%s → %s is fine', (typed, instead) => {
    expect(problems(typed, instead)).toEqual([]);
  });
});

describe('geometry', () => {
  const { theme } = shippedSet();

  test('is A4 landscape with a wider margin to bind', () => {
    const { width, height, body } = pageGeometry(theme);
    expect([mm(width), mm(height)].map((length) => length.toFixed(3))).toEqual(['297.000', '210.000']);
    expect(mm(body.left)).toBeCloseTo(15, 6);
    expect(mm(body.left + body.width)).toBeCloseTo(287, 6);
    expect(mm(body.top + body.height)).toBeCloseTo(197, 6);
  });

  test.each(['left', 'right', 'top'] as const)('binding at the %s takes from the body there', (side) => {
    const page = (extra: number) => ({ ...theme, page: { ...theme.page, binding: { side, extra } } });
    const [plain, bound] = [bodyBox(page(0)), bodyBox(page(8))];
    expect(bound.left - plain.left).toBe(side === 'left' ? 8 : 0);
    expect(bound.top - plain.top).toBe(side === 'top' ? 8 : 0);
    expect(plain.width - bound.width).toBe(side === 'top' ? 0 : 8);
    expect(plain.height - bound.height).toBe(side === 'top' ? 8 : 0);
    const geometry = pageGeometry(page(8), 'print');
    expect(mm(geometry.headTop)).toBeCloseTo(theme.page.head + (side === 'top' ? 8 : 0), 6);
    expect(geometry.boundAtTop).toBe(side === 'top');
  });

  test('A3 is twice the paper', () => {
    expect(PAPER.A3.width * PAPER.A3.height).toBe(PAPER.A4.width * PAPER.A4.height * 2);
  });
});
