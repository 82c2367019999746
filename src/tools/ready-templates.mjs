/** The shipped templates as the module that stands for src/layout/ready-templates.ts in the bundle. */
import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { root } from './prepare.mjs';

const SET = `${root}templates/hyoka3/`;
const OPTIONS = JSON.parse(readFileSync(`${root}src/layout/template-options.json`, 'utf8'));

/** The module's file: the bundler asks with the system's own path, on Windows with `\`. */
const MODULE = /[\\/]src[\\/]layout[\\/]ready-templates\.ts$/;

/** A plugin of the bundler. */
export const readyTemplates = {
  name: 'ready-templates',
  setup(build) {
    build.onLoad({ filter: MODULE }, () => ({ contents: moduleText() }));
  },
};

function moduleText() {
  const files = readdirSync(SET).filter((file) => file.endsWith('.hbs'));
  return `export const readyTemplates = new Map([${files.sort().map(entry).join(',')}]);`;
}

function entry(file) {
  const name = file.replace(/\.hbs$/, '');
  const text = readFileSync(SET + file, 'utf8');
  const program = Handlebars.parse(text, { srcName: name });
  foldLines(program);
  const specification = Handlebars.precompile(program, OPTIONS);
  return `[${JSON.stringify(name)},{text:${JSON.stringify(text)},specification:${specification}}]`;
}

/** Takes the indentation out: it is half of what a template writes, and JSON needs none; no string of it goes over lines. */
function foldLines({ body }) {
  for (const statement of body) {
    if (statement.type === 'ContentStatement')
      statement.value = statement.value.replace(/[ \t]*\r?\n[ \t\r\n]*/g, '\n');
    for (const inner of [statement.program, statement.inverse]) if (inner) foldLines(inner);
  }
}
