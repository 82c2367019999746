/**
 * The ledger: what the view asked to be printed against what stands on the pages. Counted in code points other than
 * spaces, a base with its variation selector as one. A book whose ledger does not balance is never written.
 */
import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { Leaf } from './layout/block.ts';
import type { Locate } from './text-problems.ts';
import type { BlockView, BookView, Narrative, ViewText } from './view/types.ts';

/** What the view holds and a page shows. */
type Asked = ViewText | Narrative;

/**
 * @param book every text of its sections' openings and bodies must be printed exactly once
 * @param leaves what stands on the pages, in order, but for whole blocks that are only printed again
 * @param locate finds where a text was typed
 * @returns an error for each text that is missing, cut, altered, out of order or printed more than once
 */
export function checkLedger(book: BookView, leaves: readonly Leaf[], locate: Locate): Diagnostic[] {
  const printed = new Map<unknown, string>();
  for (const leaf of leaves) {
    if (leaf.reprint) continue;
    printed.set(leaf.source, (printed.get(leaf.source) ?? '') + leafText(leaf));
  }
  const asked = new Set(book.sections.flatMap(({ opening, body }) => [...opening, ...body]).flatMap(textsOf));
  const diagnostics: Diagnostic[] = [];
  for (const text of asked) {
    const expected = withoutSpaces(askedText(text));
    const found = printed.get(text) ?? '';
    if (found === expected) continue;
    const detail = { text: shorten(expected), asked: count(expected), printed: count(found) };
    diagnostics.push(diagnose('ledger-unbalanced', detail, { span: locate(text.origin) }));
  }
  return diagnostics;
}

/** Every text in a block's data. */
function textsOf({ data }: BlockView): Asked[] {
  return collect(data);
}

function collect(value: unknown): Asked[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(collect);
  if ('origin' in value) return 'reprint' in value ? [] : [value as Asked];
  return Object.values(value).flatMap(collect);
}

function askedText(asked: Asked): string {
  if ('text' in asked) return asked.text;
  return asked.paragraphs
    .flatMap((paragraph) => (paragraph.kind === 'space' ? [] : paragraph.spans.map(({ text }) => text)))
    .join('');
}

function leafText({ lines }: Leaf): string {
  return withoutSpaces(lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join(''));
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '');
}

/** Variation selectors belong to the character before them. */
const SELECTOR = /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/u;

function count(text: string): number {
  return [...text].filter((character) => !SELECTOR.test(character)).length;
}

const SHOWN = 20;

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text;
}
