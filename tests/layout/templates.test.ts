import { describe, expect, test } from 'vitest';
import { layoutOf, templateProblems } from '../helpers/layout.ts';

const title = { text: '題', origin: 'edition.yaml#plan/title' };
const LINES = '{{lines title "page"}}';

describe('what Handlebars cannot read', () => {
  test.each([
    ['{\n  "content": {{json title}\n}', 'template-syntax main.hbs:2:26'],
    ['{\n  "content": {{{json title}}\n}', 'template-syntax main.hbs:2:27'],
    ['{{#list xs}}\n{{json this}}\n', 'template-syntax main.hbs:3:1'],
    ['{{#list xs}}\n  {{/lines}}', 'template-syntax main.hbs:1:4'],
    ['題：{{json', 'template-syntax main.hbs:1:5'],
    ['題：{{json )}}', 'template-syntax main.hbs:1:10'],
  ])('%j', (text, problem) => {
    expect(templateProblems(text, { title })).toEqual([problem]);
  });
});

describe('what templates may not do', () => {
  test.each([
    ['{\n\n  "content": {{title}} }', 'template-helper-unknown main.hbs:3:14'],
    ['{{#if title}}x{{/if}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{#each xs}}x{{/each}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{#unless title}}x{{/unless}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{#with title}}x{{/with}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{log title}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{lookup title "text"}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{#list xs}}x{{else}}y{{/list}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{#list xs}}\n{{foo this}}{{/list}}', 'template-helper-unknown main.hbs:2:1'],
    ['{{list xs}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{#json xs}}{{/json}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{json (foo title)}}', 'template-helper-unknown main.hbs:1:8'],
    ['{{lines title "page" share=(foo)}}', 'template-helper-unknown main.hbs:1:28'],
    ['{{> (lookup . "x")}}', 'template-helper-unknown main.hbs:1:5'],
    ['{{#list xs as |x|}}{{json x}}{{/list}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{> main title xs}}', 'template-arguments main.hbs:1:1'],
    ['{{> main text=xs}}', 'template-arguments main.hbs:1:1'],
    ['{{> main paragraphs=xs}}', 'template-arguments main.hbs:1:1'],
    ['{{> main origin="edition.yaml"}}', 'template-arguments main.hbs:1:1'],
    ['{{#> main}}{{/main}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{#*inline "x"}}{{/inline}}', 'template-helper-unknown main.hbs:1:1'],
    ['{{*decorate}}', 'template-helper-unknown main.hbs:1:1'],
  ])('%s', (text, problem) => {
    expect(templateProblems(text, { title, xs: [] })).toEqual([problem]);
  });

  test('all of a set at once, each in its file', () => {
    expect(templateProblems('{{a}}\n{{b}}', {}, { other: '{{> gone}}' })).toEqual([
      'template-helper-unknown main.hbs:1:1',
      'template-helper-unknown main.hbs:2:1',
      'template-missing other.hbs:1:1',
    ]);
  });

  test('reach for what every object has', () => {
    expect(templateProblems('{"content": {{json constructor}} }')).toEqual([
      'template-undefined main.hbs:1:13',
    ]);
    expect(templateProblems('{"content": {{json title.__proto__}} }', { title })).toEqual([
      'template-undefined main.hbs:1:13',
    ]);
  });
});

describe('partials', () => {
  test('an unknown one', () => {
    expect(templateProblems('{ "content":\n  {{> gone}} }')).toEqual(['template-missing main.hbs:2:3']);
  });

  test('a mistake inside one is shown there', () => {
    expect(templateProblems('{ "content": {{> part}} }', {}, { part: '\n{{json gone}}' })).toEqual([
      'template-undefined part.hbs:2:1',
    ]);
  });

  test.each([
    ['itself', '{{> main}}', {}, ['template-endless main.hbs:1:1']],
    [
      'two that include each other',
      '{{> part}}',
      { part: '\n {{> main}}' },
      ['template-endless main.hbs:1:1', 'template-endless part.hbs:2:2'],
    ],
  ])('%s: no end', (_, text, others, problems) => {
    expect(templateProblems(text, {}, others)).toEqual(problems);
  });

  test('may be included twice', () => {
    const text = '{ "content": { "stack": [{{> part}}, {{> part}}] } }';
    expect(templateProblems(text, { title }, { part: LINES })).toEqual([]);
  });
});

describe('values that are not there', () => {
  test.each([
    '{{json gone}}',
    '{{json gone.deeper.still}}',
    '{{json title.gone}}',
    '{{lines gone "page"}}',
    '{{lines title "page" style=gone}}',
    '{{#list gone}}{{/list}}',
  ])('%s', (mustache) => {
    expect(templateProblems(`{\n  "content": ${mustache} }`, { title })).toEqual([
      'template-undefined main.hbs:2:14',
    ]);
  });
});

describe('lengths of the theme', () => {
  const hints = (text: string) =>
    layoutOf({ main: text })
      .layout?.block({ template: 'main', data: { xs: [{}] } })
      .diagnostics.flatMap((each) => each.hints ?? []);

  test('are at hand in lists too', () => {
    expect(
      templateProblems(cellOf('{{#list xs}}"height": {{json @root.space.opinion}},{{/list}}'), { xs: [{}] }),
    ).toEqual([]);
  });

  test('that the theme does not have are named', () => {
    expect(hints('{ "spaceBefore": {{json space.gaol}} }')?.join()).toContain(
      'theme.yaml の space に「gaol」',
    );
    expect(hints(cellOf('{{#list xs}}"height": {{json space.opinion}},{{/list}}'))?.join()).toContain(
      '{{json @root.space.opinion}}',
    );
    expect(hints('{ "content": {{json gone}} }')).toEqual([]);
  });

  /** A table of one cell with a key more. */
  function cellOf(key: string): string {
    return `{ "content": { "table": { "widths": [40], "body": [[{ ${key} "stack": [] }]] } } }`;
  }
});

describe('arguments', () => {
  test.each([
    '{{json}}',
    '{{json title title}}',
    '{{json title x=1}}',
    '{{lines title}}',
    '{{lines title "page" "body"}}',
    '{{lines title 5}}',
    '{{lines 5 "page"}}',
    '{{lines null "page"}}',
    '{{lines title "page" stlye="body"}}',
    '{{lines title "page" style=5}}',
    '{{lines title "year" span="2"}}',
    '{{lines title "year" span=0}}',
    '{{lines title "year" span=1.5}}',
    '{{lines title "page" share="0.5"}}',
    '{{lines title "page" share=0}}',
    '{{lines title "page" share=2}}',
    '{{#list title}}{{/list}}',
    '{{#list}}{{/list}}',
    '{{#list xs xs}}{{/list}}',
  ])('%s', (mustache) => {
    expect(templateProblems(`{ "content": ${mustache} }`, { title, xs: [] })).toEqual([
      'template-arguments main.hbs:1:14',
    ]);
  });
});

describe('names of the theme', () => {
  test.each([
    ['{{lines title "yaer"}}', 'template-column-unknown main.hbs:1:14'],
    ['{{lines title "label+reslut"}}', 'template-column-unknown main.hbs:1:14'],
    ['{{lines title "year" span=99}}', 'template-column-unknown main.hbs:1:14'],
    ['{{lines title "page" style="bodi"}}', 'template-style-unknown main.hbs:1:14'],
    ['{{lines title "page" style="constructor"}}', 'template-style-unknown main.hbs:1:14'],
  ])('%s', (mustache, problem) => {
    expect(templateProblems(`{ "content": ${mustache} }`, { title })).toEqual([problem]);
  });
});

describe('output that is no JSON: the place in the template', () => {
  test.each([
    ['a missing comma', `{ "content":\n ${LINES}\n "abut": true }`, 'main.hbs:3:2'],
    ['a surplus comma', `{ "content":\n  ${LINES}, }`, 'main.hbs:2:27'],
    ['a missing colon', `{ "spaceBefore" {{json 1}},\n "content": ${LINES} }`, 'main.hbs:1:17'],
    ['a missing bracket', `{ "content": { "stack": [\n${LINES} } }`, 'main.hbs:2:24'],
    ['a missing quotation mark', `{ "content": ${LINES}, "abut: true }`, 'main.hbs:1:38'],
    ['something behind the end', `{ "content": ${LINES} } x`, 'main.hbs:1:39'],
    ['the end too early', `{ "content": ${LINES}`, 'main.hbs:1:14'],
    ['a fault before any mustache', `{ content: ${LINES} }`, 'main.hbs:1:3'],
    [
      'the second of two',
      `{ "content": { "stack": [{{json xs}},\n{{lines title "page"}} {{json xs}}] } }`,
      'main.hbs:2:24',
    ],
    ['nothing at all', '{{! only a comment }}', 'main.hbs:1:1'],
    [
      'behind a list on lines of its own',
      `{ "content": { "stack": [\n  {{#list xs}}\n  {{json this}}\n  {{/list}}\n  ] x } }`,
      'main.hbs:5:5',
    ],
    [
      'in an item of a list',
      `{ "content": { "stack": [\n  {{#list ones}}\n  {{json this}}\n  ; {{/list}}] } }`,
      'main.hbs:4:3',
    ],
    ['in lines ended by CR and LF', `{ "content":\r\n ${LINES}\r\n "abut": true }`, 'main.hbs:3:2'],
  ])('%s', (_, text, place) => {
    expect(templateProblems(text, { title, xs: [], ones: [1] })).toEqual([`template-json ${place}`]);
  });

  test('inside a partial', () => {
    const problems = templateProblems('{ "content": {{> part}} }', { title }, { part: `\n ${LINES} "x"` });
    expect(problems).toEqual(['template-json part.hbs:2:25']);
  });

  test('columns count characters, not units of UTF-16', () => {
    expect(templateProblems(`{ "𠮷𠮷": ${LINES} ]`, { title })).toEqual(['template-json main.hbs:1:32']);
  });
});

describe('JSON that is no block', () => {
  test.each([
    ['null', '1:1'],
    ['[]', '1:1'],
    ['{}', '1:1'],
    ['{ "content": 5 }', '1:14'],
    ['{ "content": {} }', '1:14'],
    [`{ "content": ${LINES}, "x": true }`, '1:43'],
    [`{ "content": ${LINES}, "abut": "yes" }`, '1:46'],
    [`{ "content": ${LINES},\n "spaceBefore": {{json title}} }`, '2:17'],
    [`{ "content": ${LINES}, "spaceBefore": -5 }`, '1:53'],
    [`{ "content": { "stack": 5 } }`, '1:25'],
    [`{ "content": { "stack": [\n${LINES}, null] } }`, '2:25'],
    [`{ "content": { "stack": [], "columns": [] } }`, '1:14'],
    [`{ "content": { "stack": [${LINES}], "margin": 5 } }`, '1:61'],
    [`{ "content": { "stack": [${LINES}], "margin": [1, 2, 3] } }`, '1:61'],
    ['{ "content": { "columns": [{ "stack": [] }] } }', '1:28'],
    ['{ "content": { "table": {} } }', '1:25'],
    ['{ "content": { "table": { "widths": [], "body": [[]] } } }', '1:37'],
    ['{ "content": { "table": { "widths": [9], "body": [] } } }', '1:50'],
    ['{ "content": { "table": { "widths": [-9], "body": [[]] } } }', '1:38'],
    ['{ "content": { "table": { "widths": [9], "body": [[{ "stack": [], "rowSpan": 0 }]] } } }', '1:78'],
    ['{ "content": { "table": { "widths": [9], "body": [[{ "stack": [], "flow": 1 }]] } } }', '1:75'],
  ])('%s', (text, place) => {
    expect(templateProblems(text, { title })).toEqual([`template-node main.hbs:${place}`]);
  });
});

describe('a block', () => {
  const block = (text: string, data: object) =>
    layoutOf({ main: text }).layout?.block({ template: 'main', data: { ...data } }).value?.block;

  test('points at its texts in the order they were set', () => {
    const other = { text: '副題', origin: 'edition.yaml#plan/subtitle' };
    const made = block('{ "content": { "stack": [{{lines title "page"}}, {{lines other "name"}}] } }', {
      title,
      other,
    });
    expect(made?.content).toEqual({ stack: [{ lines: 0 }, { lines: 1 }] });
    expect(made?.leaves.map(({ source }) => source)).toEqual([title, other]);
  });

  test('is measured in points', () => {
    expect(block(`{ "spaceBefore": 25.4, "abut": true, "content": ${LINES} }`, { title })).toMatchObject({
      spaceBefore: 72,
      abut: true,
    });
  });

  test('stands alone where it says nothing', () => {
    expect(block(`{ "content": ${LINES} }`, { title })).toMatchObject({ spaceBefore: 0, abut: false });
  });

  test('holds what was typed as text, never as template or JSON', () => {
    const evil = { text: '{{json secret}} "},{ </script>', origin: 'edition.yaml#plan/title' };
    const made = block('{ "content": {{lines title "page"}} }', { title: evil, secret: 1 });
    expect(made?.leaves[0]?.lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')).toBe(
      evil.text,
    );
  });

  test('a list joins its items with commas', () => {
    const made = block('{ "content": { "stack": [{{#list xs}}{{lines this "page"}}{{/list}}] } }', {
      xs: [title, title, title],
    });
    expect(made?.content).toEqual({ stack: [{ lines: 0 }, { lines: 1 }, { lines: 2 }] });
  });
});
