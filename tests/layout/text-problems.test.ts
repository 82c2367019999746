import { expect, test } from 'vitest';
import type { Span } from '../../src/ground/diagnostic.ts';
import { tooTallDiagnostic } from '../../src/layout/text-problems.ts';

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

test('the cell that cannot go on is named, along with those that can', () => {
  const text = (key: string) => ({ text: '文', origin: `measures/1-1.yaml#programs/0/${key}` });
  const cells = [
    {
      flows: false,
      texts: [
        { source: text('name'), height: 20 },
        { source: text('parts/0'), height: 300 },
        { source: text('parts/1'), height: 300 },
      ],
    },
    { flows: false, texts: [{ source: text('activities/0/indicators/0/name'), height: 10 }] },
    { flows: true, texts: [{ source: text('activities/0/description'), height: 900 }] },
    { flows: true, texts: [{ source: text('result'), height: 900 }] },
  ];
  const { message, span, hints } = tooTallDiagnostic(
    { template: 'program', data: {} },
    1,
    locate,
    cells,
    500,
  );
  expect(message).toMatch(/^この事業の「事業の内訳」の欄は/);
  expect(span?.file).toBe('measures/1-1.yaml#programs/0/parts/0');
  expect(hints).toEqual([expect.stringContaining('「事業の内容」「結果の説明」の欄に移して')]);
});
