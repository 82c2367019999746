/** How values are named in messages. */
import { unicodeName } from '../shown.ts';

const MAX_SHOWN = 40;

/** A text short enough for a message: its first line, and of a long one the beginning. */
export function shorten(text: string, most = MAX_SHOWN): string {
  const [line = ''] = text.slice(0, most * 2).split('\n');
  const shown = line.length <= most ? line : [...line].slice(0, most).join('');
  return shown.length === text.length ? text : `${shown}…`;
}

/** `U+200B` */
export function codePointName(character: string): string {
  return unicodeName(character.codePointAt(0) ?? 0);
}

/** 「検討」「準備」: the first few of a list, with a mark where more follow. */
export function listed(names: readonly string[], most = 12): string {
  const shown = names.slice(0, most).map((name) => `「${shorten(name)}」`);
  return shown.join('') + (names.length > most ? ` ほか ${names.length - most} 件` : '');
}
