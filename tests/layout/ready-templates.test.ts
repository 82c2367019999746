/** Templates compiled before: they stand for their texts, and for nothing else. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import OPTIONS from '../../src/layout/template-options.json' with { type: 'json' };
import { compileTemplates } from '../../src/layout/templates.ts';
import { changeIn, reportedErrors, runProgram, workspace } from '../helpers/program.ts';
import { ROOT } from '../helpers/sources.ts';

const HELPERS = {
  json: JSON.stringify,
  list: () => '',
  lines: () => '',
  include: (_: string, write: () => string) => write(),
};

/** A template that was ready for a text, but says something else. */
function readyFor(text: string) {
  const code = Handlebars.precompile('READY', OPTIONS as object);
  return new Map([['main', { text, specification: new Function(`return ${code}`)() }]]);
}

function rendered(files: Record<string, string>, ready: ReturnType<typeof readyFor>): string | undefined {
  const list = Object.entries(files).map(([name, text]) => ({ name, file: `${name}.hbs`, text }));
  return compileTemplates(list, HELPERS, ready).value?.render('main', { title: 1 });
}

describe('a template that is ready', () => {
  test('is used where every text of the set is the same', () => {
    expect(rendered({ main: '{{json title}}' }, readyFor('{{json title}}'))).toBe('READY');
  });

  test('is compiled anew where its text was changed', () => {
    expect(rendered({ main: '{{json title}}' }, readyFor('{{json title}} '))).toBe('1');
  });

  test('is compiled anew along with one that is not: they may include each other', () => {
    const files = { main: '{{json title}}', other: '{{> main}}' };
    expect(rendered(files, readyFor('{{json title}}'))).toBe('1');
  });
});

describe('the recipe of the bundle', () => {
  test.each(['/opt/hyokahyo/', 'D:\\hyokahyo\\'])('finds the module below %s', async (root) => {
    const { href } = new URL('../../src/tools/ready-templates.mjs', import.meta.url);
    const { readyTemplates } = await import(/* @vite-ignore */ href);
    const filters: RegExp[] = [];
    readyTemplates.setup({ onLoad: ({ filter }: { filter: RegExp }) => filters.push(filter) });
    const path = 'src/layout/ready-templates.ts'.replaceAll('/', root.includes('\\') ? '\\' : '/');
    expect(filters.map((filter) => filter.test(root + path))).toEqual([true]);
  });
});

describe('the compiled program', () => {
  test('holds every template, compiled', () => {
    const bundle = readFileSync(`${ROOT}dist/bundle.cjs`, 'utf8');
    const shipped = readdirSync(`${ROOT}templates/hyoka3`).filter((file) => file.endsWith('.hbs'));
    // What Handlebars says of itself in each template that it has compiled.
    expect(bundle.match(/\bcompiler:\s*\[\d+,/g)).toHaveLength(shipped.length);
  });

  test('makes the same booklet of templates that it compiles itself', async () => {
    const folder = workspaceWithTemplates();
    const made = await build(folder);
    const foot = join(folder, 'templates/hyoka3/page-foot.hbs');
    writeFileSync(foot, `${readFileSync(foot, 'utf8')}\n`);
    expect(await build(folder)).toEqual({ ...made, code: 0 });
    expect(made.pdf.length).toBeGreaterThan(100_000);
  });

  test('shows a mistake of the theme in the template that is ready', async () => {
    const folder = workspaceWithTemplates();
    changeIn(folder, 'templates/hyoka3/theme.yaml', '  word: {', '  words: {');
    const { code, stderr } = await build(folder);
    expect([code, reportedErrors(stderr)]).toEqual([
      1,
      ['template-style-unknown templates/hyoka3/program.hbs:41:44'],
    ]);
  });
});

function workspaceWithTemplates(): string {
  const folder = workspace();
  cpSync(`${ROOT}templates`, join(folder, 'templates'), { recursive: true });
  return folder;
}

async function build(folder: string) {
  const args = ['build', '--fonts', `${ROOT}fonts`, '--templates', 'templates'];
  const { code, stderr } = await runProgram(args, { cwd: folder });
  return { code, stderr, pdf: readFileSync(join(folder, 'out/R6/booklet.pdf')) };
}
