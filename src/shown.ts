/** How numbers, characters and paths are shown in messages. */

/** What arithmetic leaves behind a length that was typed in tenths, as a part of a tenth. */
const ROUNDING = 1e-6;

/**
 * What exceeds something, with one decimal. Rounded up, and never `0.0`: whoever takes away what is shown has taken
 * away enough, and a file that is too large is never shown as large as it may be.
 */
export function roundedUp(value: number): string {
  return (Math.max(1, Math.ceil(value * 10 - ROUNDING)) / 10).toFixed(1);
}

/** `U+200B`: a character that is not seen, or that no font has. */
export function unicodeName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A path as it is typed on a command line: with quotation marks where a console would take it for several words. */
export function typedPath(path: string): string {
  return /[\s&()^=;,'`~]/.test(path) ? `"${path}"` : path;
}
