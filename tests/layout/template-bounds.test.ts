/** Templates made to harm, and such as only real ones come near: bounded before the time and the memory are spent. */
import { describe, expect, test } from 'vitest';
import { layoutOf, shippedSet, templateProblems } from '../helpers/layout.ts';

const title = { text: '題', origin: 'edition.yaml#plan/title' };
const LINES = '{{lines @root.title "page"}}';
const twelve = Array.from({ length: 12 }, (_, index) => index);

/** `name` → a template that includes the next one so many times, round what the last one holds. */
function chain(length: number, times: number, last: string): Record<string, string> {
  const names = Array.from({ length }, (_, index) => `part-${index}`);
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      index === length - 1
        ? last
        : Array(times)
            .fill(`\n{{> part-${index + 1}}}`)
            .join(''),
    ]),
  );
}

/** A text with lists around it. */
function inLists(levels: number, list: string, inner: string): string {
  return `${`{{#list ${list}}}`.repeat(levels)}${inner}${'{{/list}}'.repeat(levels)}`;
}

describe('what shows before anything is written', () => {
  test.each([
    ['20,000 lists in lists', inLists(20_000, 'xs', ''), 'template-too-deep main.hbs:1:385'],
    ['33 lists in lists', inLists(33, 'xs', ''), 'template-too-deep main.hbs:1:385'],
    ['a name of 5,000 parts', `{{json a${'.a'.repeat(5000)}}}`, 'template-too-deep main.hbs:1:8'],
    ['a value 5,000 levels out', `{{json ${'../'.repeat(5000)}a}}`, 'template-too-deep main.hbs:1:8'],
    ['10,000 arguments', `{{json ${'a '.repeat(10_000)}}}`, 'template-too-large main.hbs:1:1'],
    ['1,000 values for a partial', `{{> x ${'a=1 '.repeat(1000)}}}`, 'template-too-large main.hbs:1:1'],
    ['11,000 mustaches', '{{json 1}}\n'.repeat(11_000), 'template-too-large main.hbs:10001:1'],
  ])('%s', (_, text, problem) => {
    expect(templateProblems(text, { xs: [] }, { x: '' })).toEqual([problem]);
  });

  test('a chain of 300 partials, once, where it is too long', () => {
    const parts = chain(300, 1, '{}');
    expect(templateProblems('{{> part-0}}', {}, parts)).toEqual(['template-too-deep part-266.hbs:2:1']);
  });

  test('300 partials that include each other all round', () => {
    const parts = { ...chain(300, 2, ''), 'part-299': '{{> part-0}}' };
    const problems = templateProblems('{{> part-0}}', {}, parts);
    expect([problems.length, problems[0]]).toEqual([599, 'template-endless part-0.hbs:2:1']);
  });

  test.each([
    ['a block in a comment', '{{!-- {{#list}} --}}'],
    ['a block in a short comment', '{{! {{#list }}'],
    ['what only looks like a block', '\\{{#list xs}}'],
  ])('%s does not count', (_, each) => {
    const problems = templateProblems(`${each.repeat(50)}{{json gone}}`);
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['template-undefined']);
  });

  test('lists may stand in 32 lists', () => {
    expect(templateProblems(`{ "content": ${inLists(32, 'xs', '')} }`, { xs: [] })).toEqual([
      expect.stringMatching(/^template-json/),
    ]);
  });
});

describe('what shows while it is written', () => {
  test('27 partials that include the next one twice', () => {
    expect(templateProblems('{{> part-0}}', {}, chain(27, 2, 'x'))).toEqual([
      expect.stringMatching(/^template-too-large part-\d+\.hbs:[23]:1$/),
    ]);
  });

  test('lists of lists of lists, with nothing in them', () => {
    expect(templateProblems(inLists(8, '@root.xs', ''), { xs: twelve })).toEqual([
      'template-too-large main.hbs:1:127',
    ]);
  });

  test('few steps that write much', () => {
    const text = `${inLists(3, '@root.xs', 'x'.repeat(100_000))}`;
    expect(templateProblems(text, { xs: twelve })).toEqual(['template-too-large main.hbs:1:37']);
  });

  test('much data, written again and again', () => {
    const big = 'あ'.repeat(100_000);
    expect(templateProblems(inLists(3, '@root.xs', '{{json @root.big}}'), { xs: twelve, big })).toEqual([
      'template-too-large main.hbs:1:55',
    ]);
  });

  test('partials that write much together, though none does alone', () => {
    const parts = { ...chain(10, 2, 'x'.repeat(100_000)) };
    expect(templateProblems('{{> part-0}}', {}, parts)).toEqual([
      expect.stringMatching(/^template-too-large part-\d\.hbs:[23]:1$/),
    ]);
  });

  test('the template that ships with 3,000 indicators in one program does not come near', () => {
    const program = shippedSet().files.find(({ name }) => name === 'program');
    // A row of it holds an indicator with its cells for all years.
    expect((program?.text.length ?? 0) * 3_000).toBeLessThan(16_000_000);
  });
});

describe('JSON', () => {
  test.each([
    [
      '1,500 stacks in stacks',
      `{ "content": ${'{ "stack": [\n'.repeat(1500)}${'] }'.repeat(1500)} }`,
      '50:12',
    ],
    ['400,000 brackets', '['.repeat(400_000), '1:101'],
    ['brackets from a list', `{ "content":\n{{#list xs}}${'['.repeat(60)}{{/list}} }`, '2:52'],
    ['braces in text', `{ "content": {{json brackets}}, "x": ${'['.repeat(200)}`, '1:137'],
  ])('%s', (_, text, place) => {
    const data = { xs: [1, 2], brackets: '[{"\\\\['.repeat(100) };
    expect(templateProblems(text, data).map((each) => each.replace('main.hbs:', ''))).toEqual([
      expect.stringMatching(new RegExp(`^template-(too-deep|json) ${place}$`)),
    ]);
  });

  test('400,000 faults are one', () => {
    expect(templateProblems(','.repeat(400_000))).toEqual(['template-json main.hbs:1:1']);
  });

  test('a fault behind a great deal that is right', () => {
    const text = `{ "content": { "stack": [${Array(1000).fill('{{lines title "page"}}').join(',\n')}, 5] } }`;
    expect(templateProblems(text, { title })).toEqual(['template-node main.hbs:1000:25']);
  });
});

describe('what is too much for a page', () => {
  const rows = (count: number) => Array(count).fill('[]').join(',');
  const table = (widths: number, count: number) =>
    `{ "content": { "table": { "widths": [${Array(widths).fill(1)}], "body": [${rows(count)}] } } }`;
  const chart = (points: number) => {
    const point = `{ "value": 1, "year": ${LINES}, "word": { "stack": [] }, "figure": { "stack": [] } }`;
    const others = `{{#list xs}}${point}{{/list}}`;
    return [
      `{ "content": { "chart": { "alt": "図", "height": 20, "baseline": ${point}, "points": [${others}] } } }`,
      points,
    ] as const;
  };

  test.each([
    ['columns', table(201, 1), '並べられるのは 200 までです。'],
    ['rows', table(1, 10_001), '並べられるのは 10000 までです。'],
    ['columns times rows', table(100, 601), '表の行と列を掛けた数は 60000 までです。'],
  ])('%s', (_, text, detail) => {
    expect(messagesOf(text)).toEqual([expect.stringContaining(detail)]);
  });

  test('years of a chart', () => {
    const [text, points] = chart(101);
    const xs = Array.from({ length: points }, () => 1);
    expect(messagesOf(text, { title, xs })).toEqual([
      expect.stringContaining('並べられるのは 100 までです。'),
    ]);
  });

  function messagesOf(text: string, data: object = {}): (string | undefined)[] {
    const { layout } = layoutOf({ main: text });
    return (layout?.block({ template: 'main', data: { ...data } }).diagnostics ?? []).map(
      ({ message }) => message,
    );
  }
});
