/** Whatever a text of the content is, what is said of it stays short. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadEdition } from '../../src/content/index.ts';
import { reportText } from '../../src/ground/report.ts';
import { baseFiles, worldOf } from './memory.ts';

const HUGE = 50_000;
const LONG = '長'.repeat(HUGE);

/** Texts of a size no message may have, each wrong in its own way. */
const TEXTS = [
  LONG,
  `【${LONG}`,
  `${LONG} # ${LONG}`,
  `"${LONG}\n""${LONG}""。"`,
  `${LONG}、\n${LONG}`,
  `（${LONG}）`,
  `①${LONG}`,
  '長、'.repeat(HUGE / 2),
  `${LONG}\u200b\n`,
];

const paths = [...pathsIn(parse(baseFiles()['content/R6/measures/1-1.yaml'] ?? ''))];

test.each([...TEXTS.keys()])('text %i at every place', (index) => {
  const text = TEXTS[index] ?? '';
  for (const path of paths) {
    const files = baseFiles((typed, file) => {
      if (file !== 'measures/1-1.yaml') return typed;
      const content = parse(typed);
      put(content, path, text);
      return JSON.stringify(content, undefined, 1);
    });
    const { diagnostics } = loadEdition(worldOf(files), 'content/R6');
    for (const { message, hints, related = [] } of diagnostics) {
      const said = [message, ...hints, ...related.map((other) => other.message)];
      const longest = Math.max(...said.map(({ length }) => length));
      expect(longest, `${path.join('/')} ${message.slice(0, 99)}`).toBeLessThan(1500);
    }
    expect(reportText(diagnostics).length).toBeLessThan(5000 * (1 + diagnostics.length));
  }
});

/** One path of each kind: lists are the same all along. */
function* pathsIn(value: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
  if (typeof value === 'string') yield path;
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? value.slice(0, 1).entries() : Object.entries(value);
  for (const [key, inner] of entries) yield* pathsIn(inner, [...path, key as string | number]);
}

function put(content: unknown, path: readonly (string | number)[], text: string): void {
  const parent = path
    .slice(0, -1)
    .reduce((at, key) => (at as Record<string | number, unknown>)[key], content);
  (parent as Record<string | number, unknown>)[path.at(-1) as string] = text;
}
