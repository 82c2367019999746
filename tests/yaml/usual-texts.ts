/** YAML texts in the forms that people type. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const root = new URL('../../', import.meta.url);
/** The files that the booklet is made of. */
export const FILES = [
  'content/R6/edition.yaml',
  ...readdirSync(new URL('content/R6/measures/', root)).map((name) => `content/R6/measures/${name}`),
  'templates/hyoka3/theme.yaml',
  'fonts/manifest.yaml',
].map((name) => readFileSync(new URL(name, root), 'utf8'));

export const USUAL_VALUES = [
  ...[
    'a',
    '1',
    '-1',
    '1.50',
    '.5',
    '1e3',
    '0x1F',
    '１',
    '市　',
    'a b  ',
    'a:b',
    'a#b',
    'a # c',
    '-a',
    '---',
    '...',
  ],
  ...['""', '"x y"', "'it''s'", '"a" # c', '~', 'null', 'true', '[a, b]', '[]', '[-1,-a]', '[[a], {b: 1}]'],
  ...['[a , b ]', '{ a: 1, b: "c" }', '{}', '{a: [1, -2]}'],
];

const FIRST_LITERAL_LINES = ['本文', '# not', '・a: b', '- x', 'a'];
const LITERAL_LINES = [...FIRST_LITERAL_LINES, '', '  deeper', '   '];

/** Documents of maps, lists, literal blocks and values on one line, indented as people do. */
export function anyDocument(): fc.Arbitrary<string> {
  return documentsOf(USUAL_VALUES, fc.array(fc.constantFrom(...LITERAL_LINES), { maxLength: 5 }));
}

/** Of these documents, those without marks between documents and with a text in every literal block. */
export function usualDocument(): fc.Arbitrary<string> {
  const values = USUAL_VALUES.filter((value) => value !== '---' && value !== '...');
  const first = fc.constantFrom(...FIRST_LITERAL_LINES);
  const others = fc.array(fc.constantFrom(...LITERAL_LINES), { maxLength: 4 });
  return documentsOf(
    values,
    fc.tuple(first, others).map(([line, lines]) => [line, ...lines]),
  );
}

function documentsOf(
  values: readonly string[],
  literalLines: fc.Arbitrary<readonly string[]>,
): fc.Arbitrary<string> {
  const comment = fc.constantFrom('', '', '', ' # c');
  const { block } = fc.letrec<{ value: string[]; literal: string[]; block: string[]; entry: string[] }>(
    (tie) => ({
      value: fc.tuple(fc.constantFrom(...values), comment).map((parts) => [parts.join('')]),
      literal: fc
        .tuple(fc.constantFrom('|', '|-', '| # c'), literalLines)
        .map(([sign, lines]) => [sign, ...lines.map((line) => (line === '' ? '' : `  ${line}`))]),
      entry: fc.oneof({ maxDepth: 4 }, tie('value'), tie('literal'), tie('block')),
      block: fc.oneof(
        fc
          .array(fc.tuple(tie('entry'), fc.boolean()), { minLength: 1, maxLength: 4 })
          .map((entries) => entries.flatMap(([lines, below], at) => keyed(`k${at}:`, lines, below))),
        fc
          .array(fc.tuple(tie('entry'), fc.boolean()), { minLength: 1, maxLength: 4 })
          .map((entries) => entries.flatMap(([lines, below]) => keyed('-', lines, below))),
      ),
    }),
  );
  return block.map((lines) => `${lines.join('\n')}\n`);
}

/** Lines behind a key or a dash, or below it: what takes several lines stands below a key. */
function keyed(sign: string, lines: readonly string[], below: boolean): string[] {
  const [first = '', ...rest] = lines;
  const inner = (line: string) => (line === '' ? '' : `  ${line}`);
  const isBlock = /^(?:-|k\d:)(?: |$)/.test(first);
  const isBelow = first[0] !== '|' && isBlock && (below || sign !== '-');
  return isBelow ? [sign, ...lines.map(inner)] : [`${sign} ${first}`, ...rest.map(inner)];
}
