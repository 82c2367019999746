/** How deep JSON goes, told from its text. Pure. */

/** Brackets in brackets that a block may have; real ones have some 15. */
export const MOST_DEPTH = 100;

const QUOTE = 0x22;
const ESCAPE = 0x5c;

/** Where a text, which need not be JSON, goes deeper than a block may: the offset of the bracket. */
export function deepOffset(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = endOfString(text, at);
    // [ and {, ] and }: they differ in one bit.
    else if ((unit | 0x20) === 0x7b) {
      if (++depth > MOST_DEPTH) return at;
    } else if ((unit | 0x20) === 0x7d) depth--;
  }
  return undefined;
}

/** Where the string ends that begins at a quotation mark. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === ESCAPE) before--;
  return (at - before) % 2 === 1;
}
