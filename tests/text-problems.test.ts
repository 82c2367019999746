import { expect, test } from 'vitest';
import type { Span } from '../src/diagnostic.ts';
import { tooTallDiagnostic } from '../src/text-problems.ts';

const start = { line: 1, column: 1 };

/** A span that shows which text was looked for. */
function locate(origin: string): Span {
  return { file: origin, start, end: start };
}

test.each([
  ['program', 'この事業は'],
  ['cover', '表紙は'],
  ['colophon', '奥付は'],
  ['paper-heading', '資料の見出しは'],
  ['agenda-heading', '次第の見出しは'],
  ['legend', 'この部分は'],
])('a %s that is higher than a page is called by its name', (template, words) => {
  const data = { title: { text: '題', origin: 'a#title' } };
  const { code, message, span, hints } = tooTallDiagnostic({ template, data }, 1.25, locate);
  expect(code).toBe('block-too-tall');
  expect(message).toMatch(new RegExp(`^${words}`));
  expect(span?.file).toBe('a#title');
  expect(hints).toHaveLength(1);
});

test('of the colophon the notes are shown', () => {
  const data = {
    title: { text: '題', origin: 'a#title' },
    notes: [{ paragraphs: [], origin: 'edition.yaml#booklet/colophon/notes' }],
  };
  const { span } = tooTallDiagnostic({ template: 'colophon', data }, 1, locate);
  expect(span?.file).toBe('edition.yaml#booklet/colophon/notes');
});
