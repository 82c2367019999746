/** How values are named in messages. */
import { shorten, unicodeName } from '../ground/shown.ts';

export { shorten };

/** `U+200B` */
export function codePointName(character: string): string {
  return unicodeName(character.codePointAt(0) ?? 0);
}

/** 「検討」「準備」: the first few of a list, with a mark where more follow. */
export function listed(names: readonly string[], most = 12): string {
  const shown = names.slice(0, most).map((name) => `「${shorten(name)}」`);
  return shown.join('') + (names.length > most ? ` ほか ${names.length - most} 件` : '');
}
