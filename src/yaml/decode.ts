/**
 * Bytes → text. UTF-8 only, with or without a BOM, lines ended by LF or CRLF (given back as LF). Other
 * encodings that Windows programs save are recognised, so that the clerk learns how to save the file again.
 */
import { type Diagnostic, diagnose, type Result } from '../ground/diagnostic.ts';
import { roundedUp } from '../ground/shown.ts';
import { codePointName } from './quote.ts';
import { Source } from './source.ts';

/** Larger files are not read at all. The largest measure of a real plan has some 100 KB. */
export const MAX_YAML_BYTES = 2 * 1024 * 1024;

/** White space other than space and line end, NUL, escape sequences: nothing a YAML file may hold as it is. */
const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g;

const SAVE_AS_UTF8 = [
  'メモ帳なら「名前を付けて保存」で、文字コードに「UTF-8」を選んで保存してください。',
  'Excel なら「CSV UTF-8」の形式で書き出してください。',
];

/**
 * @param bytes the whole file
 * @param file the name to show
 * @returns the text, or where and why it is none: wrong encoding, control characters, empty
 */
export function decode(bytes: Uint8Array, file: string): Result<string> {
  if (bytes.length > MAX_YAML_BYTES) return failed(tooLarge(file, bytes.length));
  if (isUtf16(bytes))
    return failed(diagnose('utf-16', undefined, { span: topOf(file), hints: SAVE_AS_UTF8 }));
  const text = decodeUtf8(bytes);
  if (text === undefined) return failed(explainBadUtf8(bytes, file));
  const lines = text.replaceAll('\r\n', '\n');
  const controls = controlCharacters(lines, file);
  if (controls.length > 0) return { diagnostics: controls };
  if (lines.trim() === '') return failed(emptyFile(file));
  return { value: lines, diagnostics: [] };
}

/**
 * A file that is not read.
 *
 * @param size its bytes
 * @param limit how many would have been read
 */
export function tooLarge(file: string, size: number, limit = MAX_YAML_BYTES): Diagnostic {
  const megabyte = 1024 * 1024;
  return diagnose(
    'file-too-large',
    { file, size: roundedUp(size / megabyte), limit: (limit / megabyte).toFixed(1) },
    { hints: ['別のファイルを置いていないか、確かめてください。'] },
  );
}

/** Nothing in it, or nothing but comments. */
export function emptyFile(file: string): Diagnostic {
  return diagnose('empty-file', { file }, { span: topOf(file) });
}

function failed(diagnostic: Diagnostic): Result<never> {
  return { diagnostics: [diagnostic] };
}

function topOf(file: string) {
  return { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

/** A byte order mark, or the zeros that ASCII letters leave in every other byte. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const head = bytes.subarray(0, 4096);
  if (!head.includes(0)) return false;
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) > Math.max(4, head.length / 16) && Math.min(even, odd) * 8 < Math.max(even, odd);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function explainBadUtf8(bytes: Uint8Array, file: string): Diagnostic {
  const isJapanese = isShiftJis(bytes);
  const encoding = isJapanese ? 'shift_jis' : 'utf-8';
  // The line is shown as it was typed, not as what is left of it in another encoding.
  const decodeIn = (part: Uint8Array) => new TextDecoder(encoding).decode(part).replaceAll('\r\n', '\n');
  const offset = decodeIn(bytes.subarray(0, firstBadByte(bytes))).length;
  const span = new Source(file, decodeIn(bytes)).span(offset, offset + 1);
  return diagnose(isJapanese ? 'shift-jis' : 'broken-utf-8', undefined, { span, hints: SAVE_AS_UTF8 });
}

function isShiftJis(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Decoding leniently and encoding again gives the same bytes up to the first bad one. */
function firstBadByte(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  const encoded = new TextEncoder().encode(lenient.decode(bytes));
  return encoded.findIndex((byte, index) => byte !== bytes[index]);
}

/** The first of each kind: a binary file has thousands. */
function controlCharacters(text: string, file: string): Diagnostic[] {
  const source = new Source(file, text);
  const found = new Map<string, number>();
  for (const match of text.matchAll(CONTROL)) {
    if (!found.has(match[0])) found.set(match[0], match.index);
  }
  return [...found].map(([character, offset]) =>
    diagnose(
      'control-character',
      { character: codePointName(character) },
      { span: source.span(offset, offset + 1), hints: ['この文字を消してください。'] },
    ),
  );
}
