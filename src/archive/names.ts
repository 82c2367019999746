/** File names that every system of today and tomorrow can keep: Windows, macOS, Linux, zip, DVDs. */
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';

/** Longest path in a bag, in characters: with the folders above it, Windows takes 260. */
const LONGEST_PATH = 200;
/** Longest name, in bytes of UTF-8. */
const LONGEST_NAME = 255;

/** Device names of Windows, which no file may have, whatever follows the first dot. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** Each rule: which names break it, and what to do instead. */
const RULES: readonly { readonly breaks: (name: string) => boolean; readonly hint: string }[] = [
  {
    breaks: (name) => name === '' || name === '.' || name === '..',
    hint: '「.」や「..」で、ほかのフォルダーを指すことはできません。',
  },
  { breaks: (name) => /[<>:"\\|?*%]/.test(name), hint: '名前に < > : " \\ | ? * % は使えません。' },
  {
    breaks: (name) => /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.test(name),
    hint: '名前に、目に見えない文字や外字は使えません。',
  },
  { breaks: (name) => /[. ]$/.test(name), hint: '名前の終わりに、点や空白は使えません。' },
  { breaks: (name) => DEVICE.test(name), hint: 'CON や AUX などは Windows が使う名前です。' },
  {
    breaks: (name) => name !== name.normalize('NFC'),
    hint: '濁点などが分かれた文字があります。名前を打ち直してください。',
  },
  {
    breaks: (name) => Buffer.byteLength(name) > LONGEST_NAME,
    hint: '名前が長すぎます。短くしてください。',
  },
];

/** A diagnostic for each path in a bag that some system could not keep, or would take for another one. */
export function nameProblems(paths: readonly string[]): Diagnostic[] {
  return [...paths.flatMap(ownProblems), ...clashes(paths)];
}

function ownProblems(path: string): Diagnostic[] {
  const names = path.split('/');
  const hints = RULES.filter(({ breaks }) => names.some(breaks)).map(({ hint }) => hint);
  if (path.length > LONGEST_PATH)
    hints.push(`フォルダーも含めて ${LONGEST_PATH} 字までの名前にしてください。`);
  return hints.length > 0 ? [diagnose('archive-name', { path }, { hints })] : [];
}

/** Files or folders whose names differ in case only: most systems would keep one of them. */
function clashes(paths: readonly string[]): Diagnostic[] {
  const seen = new Map<string, string>();
  const found = new Map<string, Diagnostic>();
  for (const path of paths.flatMap(withFolders)) {
    const other = seen.get(folded(path)) ?? path;
    seen.set(folded(path), other);
    if (other === path) continue;
    const hints = [`「${other}」と、大文字と小文字のほかは同じ名前です。`];
    found.set(path, diagnose('archive-name', { path }, { hints }));
  }
  return [...found.values()];
}

/** `a/b/c` → `a`, `a/b`, `a/b/c` */
function withFolders(path: string): string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function folded(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase();
}
