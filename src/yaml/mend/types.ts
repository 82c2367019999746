/** What the mending of broken YAML is made of. Lines are counted from 0 here, columns in UTF-16 units from 0. */
import type { Diagnostic, Span } from '../../ground/diagnostic.ts';

/** A stretch of one line. */
export type LinePlace = { readonly line: number; readonly from: number; readonly to: number };

/** A change of a few lines that may be what the clerk meant, and what to say where it is. */
export type Mend = {
  /** The first line to replace, and how many; none where lines are added. */
  readonly line: number;
  readonly count: number;
  readonly lines: readonly string[];
  readonly at: LinePlace;
  /**
   * @param span the place in the file as typed
   * @param plain what there was to say without the mend
   */
  say(span: Span, plain: Diagnostic): Diagnostic;
};

/** A text that is broken at a line. */
export type Broken = {
  readonly lines: readonly string[];
  readonly line: number;
  /** The file's line number, from 1, of a line. */
  numberOf(line: number): number;
  readonly headings: readonly Heading[];
};

/** A key that has lines below it, as a schema knows it. */
export type Heading = {
  readonly name: string;
  /** `list` of maps, `map` of known keys, `record` of any keys, or `text`. */
  readonly kind: 'list' | 'map' | 'record' | 'text';
  /** The keys of what is below it; none of a record or a text. */
  readonly children: readonly string[];
  /** The keys beside it. */
  readonly siblings: readonly string[];
};

/** How far a line stands in: white space of any kind, and the dashes of list items. */
export function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** Where things may begin below or beside a line: at its dashes and at what follows them. */
export function levelsOf(line: string): number[] {
  const levels = [indentOf(line)];
  for (let dash = /^ *-( +)/.exec(line); dash; dash = /^ *-( +)/.exec(line)) {
    levels.push(dash[0].length);
    line = ' '.repeat(dash[0].length) + line.slice(dash[0].length);
  }
  return levels;
}

export function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** The nearest line with something in it, from a line on in steps; undefined beyond the text. */
export function nearLine(lines: readonly string[], from: number, step: 1 | -1): number | undefined {
  for (let at = from; at >= 0 && at < lines.length; at += step) {
    if (!isBlank(lines[at] as string)) return at;
  }
  return undefined;
}

/** The nearest line above that stands less far in: what stands wrong itself may show only behind all that is in it. */
export function outerLine(lines: readonly string[], line: number): number | undefined {
  const here = indentOf(lines[line] ?? '');
  let at = nearLine(lines, line - 1, -1);
  while (at !== undefined && indentOf(lines[at] as string) >= here) at = nearLine(lines, at - 1, -1);
  return at;
}
