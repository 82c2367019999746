/** How large and how deep templates may be, as far as it shows without data. */
import { type Diagnostic, diagnose, type Span } from '../ground/diagnostic.ts';
import type { TemplateFile } from './template-problem.ts';
import { BEYOND_BOUNDS, templateSpan } from './template-problem.ts';

/** Texts, mustaches and blocks of a set; the largest real one has some 1,000. */
export const MOST_STATEMENTS = 20_000;

/** Lists in lists, partials in partials, parts of a value's name. */
export const MOST_LEVELS = 32;

/** What one mustache may be given. */
export const MOST_ARGUMENTS = 32;

/** Something of a template is nested too deeply. */
export function tooDeep(what: string, limit: number, span: Span): Diagnostic {
  return diagnose('template-too-deep', { what, limit }, { span, hints: BEYOND_BOUNDS });
}

/** There is too much of something in a template. */
export function tooMany(what: string, limit: number, span?: Span): Diagnostic {
  return diagnose('template-too-large', { what, limit }, { span, hints: BEYOND_BOUNDS });
}

/** The first block that is nested too deeply: looked for before Handlebars, which goes down into blocks, reads the text. */
export function findDeepList({ file, text }: TemplateFile): Diagnostic | undefined {
  let level = 0;
  for (const { index, 0: opening, 1: kind } of text.matchAll(BLOCK_OR_COMMENT)) {
    if (kind === '/') level = Math.max(0, level - 1);
    else if (kind !== undefined && ++level > MOST_LEVELS) return deepList(file, text, index, opening);
  }
  return undefined;
}

/** A comment, what only looks like a mustache, or the beginning of a block or of its end. */
const BLOCK_OR_COMMENT =
  /\{\{~?!--[\s\S]*?(?:--~?\}\}|$)|\{\{~?![\s\S]*?(?:\}\}|$)|\\\{\{|\{\{\{*~?\s*([#^/])/g;

function deepList(file: string, text: string, at: number, opening: string): Diagnostic {
  const before = text.slice(0, at).split('\n');
  const start = { line: before.length, column: (before.at(-1) as string).length };
  const end = { ...start, column: start.column + opening.length };
  return tooDeep(LISTS, MOST_LEVELS, templateSpan(file, text, { start, end }));
}

/** What is too deep, in words. */
export const LISTS = '繰り返し（#list）の入れ子';
