/**
 * A text with a name: turns offsets into spans. Lines and columns are 1-based, columns count code points.
 */
import type { Position, Span } from '../ground/diagnostic.ts';

/** A file's text, in which offsets become places. */
export class Source {
  readonly file: string;
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** The span between two offsets (UTF-16 units); `end` is exclusive. */
  span(start: number, end: number): Span {
    const line = this.#lineAt(start);
    return {
      file: this.file,
      start: this.#position(start),
      end: this.#position(Math.max(start, end)),
      sourceLine: this.#lineText(line),
    };
  }

  /** The text of the line that holds an offset, and of the one before it. */
  linesAround(offset: number): { line: string; before: string } {
    const line = this.#lineAt(offset);
    return { line: this.#lineText(line), before: line > 0 ? this.#lineText(line - 1) : '' };
  }

  #position(offset: number): Position {
    const line = this.#lineAt(offset);
    const before = this.text.slice(this.#starts()[line] ?? 0, offset);
    const pairs = before.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
    return { line: line + 1, column: before.length - pairs + 1 };
  }

  #lineText(line: number): string {
    const starts = this.#starts();
    const next = starts[line + 1];
    return this.text.slice(starts[line] ?? 0, next === undefined ? undefined : next - 1);
  }

  /** 0-based number of the last line that starts at or before the offset. */
  #lineAt(offset: number): number {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #starts(): readonly number[] {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts;
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
