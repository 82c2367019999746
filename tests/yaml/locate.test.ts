import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { runs } from '../helpers/chance.ts';
import { documentOf } from './read.ts';

const TEXT = `title: 𠮷野の「題」
list:
  - name: "か\u3099く"
    flow: { R2: { plan: 漸増, actual: 45 } }
  - text: |
      一行目
      葛\u{e0100}城
    empty:
shared: &s 共有
again: *s
`;
const at = (...args: Parameters<ReturnType<typeof documentOf>['locate']>) => {
  const { start, end } = documentOf(TEXT).locate(...args);
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
};

describe('locate', () => {
  test.each([
    [['title'], 'value', '1:8-1:14'],
    [['title'], 'key', '1:1-1:6'],
    [['title'], { character: '「' }, '1:11-1:12'],
    [['list', 0, 'name'], { character: '\u3099' }, '3:13-3:14'],
    [['list', '0', 'flow', 'R2', 'plan'], 'value', '4:25-4:27'],
    [['list', 0, 'flow', 'R2', 'actual'], 'key', '4:29-4:35'],
    [['list', 1, 'text'], 'value', '5:11-5:12'],
    [['list', 1, 'text'], { character: '葛\u{e0100}' }, '7:7-7:9'],
    [['list', 1, 'text'], { character: '無' }, '5:11-5:12'],
    [['list', 1], 'value', '5:5-5:9'],
    [['again'], 'value', '9:12-9:14'],
    [['again'], 'key', '10:1-10:6'],
    [['list', 0, 'nothing', 'here'], 'value', '3:5-3:9'],
    [['nothing'], 'value', '1:1-1:6'],
    [[], 'value', '1:1-1:6'],
  ] as const)('%j %j', (path, where, expected) => {
    expect(at(path, where)).toBe(expected);
  });

  test('an empty value has a place right after its key', () => {
    expect(documentOf(TEXT).locate(['list', 1, 'empty']).start.line).toBe(8);
  });

  test('the source line comes along', () => {
    expect(documentOf(TEXT).locate(['again'], 'key').sourceLine).toBe('again: *s');
  });

  test('finds every text of a random document', () => {
    const word = fc
      .string({ unit: fc.constantFrom('漢', '字', 'a', '𠮷', '1'), minLength: 1, maxLength: 6 })
      .map((text) => `x${text}`);
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
        fc.dictionary(word, tie('node'), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
      ),
    })).node;
    fc.assert(
      fc.property(fc.record({ root: tree }), fc.boolean(), (value, flow) => {
        const text = flow ? JSON.stringify(value) : stringify(value, { lineWidth: 0 });
        const document = documentOf(text);
        const lines = text.split('\n').map((line) => [...line]);
        for (const [path, expected] of textsOf(value)) {
          const { start, end } = document.locate(path);
          const found = lines[start.line - 1]?.slice(start.column - 1, end.column - 1).join('');
          expect(found?.replaceAll('"', '')).toBe(expected);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

function* textsOf(value: unknown, path: (string | number)[] = []): Iterable<[(string | number)[], string]> {
  if (typeof value === 'string') yield [path, value];
  else for (const [key, inner] of Object.entries(value as object)) yield* textsOf(inner, [...path, key]);
}
