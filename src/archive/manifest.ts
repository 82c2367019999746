/**
 * Manifests of a bag (RFC 8493, 2.1.3 and 2.2.1): a line for each file, its SHA-512 and its path. We write one form
 * only: lower-case digits, two spaces as `sha512sum` does, lines by path, each ended by a line feed.
 */
import { createHash } from 'node:crypto';
import { encode, type Held } from './held.ts';

export type ManifestEntry = { readonly path: string; readonly sha512: string };

/** SHA-512 in lower-case hexadecimal digits. */
export function sha512(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('hex');
}

/** The manifest of files, in its one form. */
export function manifestOf(files: Held): Uint8Array {
  return writeManifest([...files].map(([path, bytes]) => ({ path, sha512: sha512(bytes) })));
}

/** Entries in the one form: by path, each path once. */
export function writeManifest(entries: readonly ManifestEntry[]): Uint8Array {
  const byPath = new Map(entries.map(({ path, sha512 }) => [path, sha512]));
  const lines = [...byPath].sort(([a], [b]) => (a < b ? -1 : 1));
  return encode(lines.map(([path, sum]) => `${sum}  ${path}\n`).join(''));
}

/** What any program that writes bags may have written: blanks, a mark for binary files, `./`, digits of either case. */
const LINE = /^([0-9A-Fa-f]{128})[ \t]+\*?(?:\.\/)?(.+)$/u;

/**
 * Reads a manifest in whatever form.
 *
 * @returns the entries as they would stand in our form, and the numbers (from 1) of the lines that are none
 */
export function readManifest(bytes: Uint8Array): {
  readonly entries: readonly ManifestEntry[];
  readonly broken: readonly number[];
} {
  const entries: ManifestEntry[] = [];
  const broken: number[] = [];
  let number = 0;
  for (const line of linesOf(new TextDecoder('utf-8').decode(bytes))) {
    number++;
    if (line.trim() === '') continue;
    const [, sum, path = ''] = LINE.exec(line.trim()) ?? [];
    if (sum === undefined) broken.push(number);
    else entries.push({ path, sha512: sum.toLowerCase() });
  }
  return { entries, broken };
}

/** One line at a time: a manifest may be nothing but line ends. */
function* linesOf(text: string): Generator<string> {
  let from = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
    yield text.slice(from, index);
    from = index + end.length;
  }
  yield text.slice(from);
}
