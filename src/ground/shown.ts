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

const MAX_SHOWN = 40;

/** A text short enough for a message: its first line, and of a long one the beginning. */
export function shorten(text: string, most = MAX_SHOWN): string {
  const [line = ''] = text.slice(0, most * 2).split('\n');
  const shown = line.length <= most ? line : [...line].slice(0, most).join('');
  return shown.length === text.length ? text : `${shown}…`;
}
