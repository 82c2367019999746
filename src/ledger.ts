/**
 * The ledger: what the view asked to be printed against what stands on the pages. Counted in code points other than
 * spaces, a base with its variation selector as one. A book whose ledger does not balance is never written.
 */
import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { Leaf } from './layout/block.ts';
import type { Settable } from './layout/set-leaf.ts';
import type { Locate } from './text-problems.ts';
import type { BlockView, Narrative, ViewText } from './view/types.ts';

/** A text of the view, which the pages must show exactly once. */
type Asked = ViewText | Narrative;

type Entry = {
  readonly expected: string;
  /** How often it is to be printed: more than once only in a block that several sections share. */
  asked: number;
  /** How often it was printed whole. */
  whole: number;
  /** What was printed of it since. */
  part: string;
};

export class Ledger {
  readonly #entries = new Map<Settable, Entry>();

  /** Enters every text of a block but those that only say again what another says. */
  ask({ data }: BlockView): void {
    for (const text of collect(data)) {
      const known = this.#entries.get(text);
      if (known) known.asked++;
      else
        this.#entries.set(text, { expected: withoutSpaces(askedText(text)), asked: 1, whole: 0, part: '' });
    }
  }

  /** Takes note of a text on paper. Reprints and a template's own words do not count. */
  place({ source, lines, reprint }: Leaf): void {
    const entry = this.#entries.get(source);
    if (reprint || !entry) return;
    entry.part += printedText(lines);
    if (entry.part !== entry.expected || entry.part === '') return;
    entry.whole++;
    entry.part = '';
  }

  /**
   * @param locate finds where a text was typed
   * @returns an error for each text that is missing, cut, altered, out of order or printed more than once
   */
  close(locate: Locate): Diagnostic[] {
    return [...this.#entries].flatMap(([text, entry]) =>
      balances(entry) ? [] : [unbalanced(text, entry, locate)],
    );
  }
}

function balances({ expected, asked, whole, part }: Entry): boolean {
  return part === '' && (expected === '' || whole === asked);
}

function unbalanced(text: Settable, { expected, asked, whole, part }: Entry, locate: Locate): Diagnostic {
  const characters = count(expected);
  const detail = {
    text: shorten(expected),
    asked: asked * characters,
    printed: whole * characters + count(part),
  };
  return diagnose('ledger-unbalanced', detail, {
    span: typeof text === 'string' ? undefined : locate(text.origin),
  });
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

function printedText(lines: Leaf['lines']): string {
  let text = '';
  for (const { runs } of lines) for (const run of runs) text += run.text;
  return withoutSpaces(text);
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
