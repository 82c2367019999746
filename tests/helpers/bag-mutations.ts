/** Everything that may happen to a sealed bag in ten years, at random. */
import { bytesOf, type Entries, type Entry, textOf } from './bag.ts';

export type Mutation = {
  readonly what: string;
  /** Names of which at least one must be in the report. */
  readonly touched: readonly string[];
  readonly entries: Entries;
};

type Random = () => number;
type Files = ReadonlyMap<string, Uint8Array>;

const TAG_FILES = ['bagit.txt', 'bag-info.txt', 'manifest-sha512.txt', 'tagmanifest-sha512.txt'];

/** A mutation that changes the bag; kinds take turns. @param run counts the mutations */
export function mutate(files: Files, run: number, random: Random): Mutation {
  const [what, change] = KINDS[run % KINDS.length] as (typeof KINDS)[number];
  for (;;) {
    const { touched, entries } = change(files, random);
    if (!sameEntries(files, entries)) return { what, touched, entries };
  }
}

type Changed = Omit<Mutation, 'what'>;
type Change = (files: Files, random: Random) => Changed;

/** A mutation of one file's bytes. */
function ofBytes(change: (bytes: Uint8Array, random: Random) => Uint8Array): Change {
  return (files, random) => {
    const [path, bytes] = pick([...files], random);
    return { touched: [path], entries: new Map<string, Entry>([...files, [path, change(bytes, random)]]) };
  };
}

/** A rewriting of one tag file's text. */
function ofTag(change: (text: string, random: Random) => string): Change {
  return (files, random) => {
    const path = pick(TAG_FILES, random);
    const bytes = bytesOf(change(textOf(files.get(path)), random));
    return { touched: [path], entries: new Map<string, Entry>([...files, [path, bytes]]) };
  };
}

function ofLines(change: (lines: string[], random: Random) => string[]): Change {
  return ofTag((text, random) => `${change(text.trimEnd().split('\n'), random).join('\n')}\n`);
}

const BYTES: readonly [string, Change][] = [
  ['a flipped bit', ofBytes(flipped)],
  [
    'a flipped bit in a tag file',
    (files, random) => {
      const path = pick(TAG_FILES, random);
      const bytes = flipped(files.get(path) as Uint8Array, random);
      return { touched: [path], entries: new Map<string, Entry>([...files, [path, bytes]]) };
    },
  ],
  ['a truncated file', ofBytes((bytes, random) => bytes.subarray(0, below(bytes.length, random)))],
  ['an appended byte', ofBytes((bytes, random) => joined(bytes, pick([' ', '\n', '\0', 'x'], random)))],
  ['an emptied file', ofBytes(() => new Uint8Array())],
  [
    'a byte less',
    ofBytes((bytes, random) => {
      const at = below(bytes.length, random);
      return joined(bytes.subarray(0, at), bytes.subarray(at + 1));
    }),
  ],
  ['a mark at the beginning', ofBytes((bytes) => joined('\ufeff', bytes))],
];

const NAMES: readonly [string, Change][] = [
  [
    'a deletion',
    (files, random) => {
      const [path] = pick([...files], random);
      return { touched: [path], entries: without(files, path) };
    },
  ],
  ['a new name', (files, random) => moved(files, random, (path) => path.replace(/[^/]+$/, 'new-name.txt'))],
  ['another case', (files, random) => moved(files, random, (path) => path.toUpperCase())],
  [
    'another folder',
    (files, random) => moved(files, random, (path) => `data/elsewhere/${path.split('/').at(-1)}`),
  ],
  [
    'a copy',
    (files, random) => {
      const [path, bytes] = pick([...files], random);
      return added(files, `${path}.copy`, bytes);
    },
  ],
  [
    'a strange file',
    (files, random) => {
      const folder = pick(['', 'data/', 'data/content/R6/', 'data/open-data/', 'more/'], random);
      const name = pick(
        ['.DS_Store', 'Thumbs.db', 'fetch.txt', 'manifest-md5.txt', 'メモ.txt', '~$x.docx'],
        random,
      );
      return added(files, folder + name, bytesOf(pick(['', 'text'], random)));
    },
  ],
  [
    'an empty folder',
    (files, random) => added(files, pick(['empty', 'data/empty', 'data/a/b'], random), 'folder'),
  ],
  [
    'a link',
    (files, random) =>
      added(files, pick(['link', 'data/link', 'data/fonts/x.ttf'], random), pick(['link', 'other'], random)),
  ],
  ['a link in place of a file', (files, random) => added(files, pick([...files.keys()], random), 'link')],
  [
    'two files exchanged',
    (files, random) => {
      const [[one, first], [other, second]] = [pick([...files], random), pick([...files], random)];
      const entries = new Map<string, Entry>([...files, [one, second], [other, first]]);
      return { touched: [one, other], entries };
    },
  ],
  [
    'one file over another',
    (files, random) => {
      const [[one], [, second]] = [pick([...files], random), pick([...files], random)];
      return { touched: [one], entries: new Map<string, Entry>([...files, [one, second]]) };
    },
  ],
];

const TAGS: readonly [string, Change][] = [
  ['lines turned round', ofLines((lines) => lines.reverse())],
  [
    'two lines exchanged',
    ofLines((lines, random) => {
      const [a, b] = [below(lines.length, random), below(lines.length, random)];
      return lines.map((line, index) => (index === a ? lines[b] : index === b ? lines[a] : line) as string);
    }),
  ],
  ['a line twice', ofLines((lines, random) => [...lines, pick(lines, random)])],
  ['a line less', ofLines((lines, random) => lines.toSpliced(below(lines.length, random), 1))],
  ['an empty line', ofLines((lines, random) => lines.toSpliced(below(lines.length + 1, random), 0, ''))],
  ['line ends of Windows', ofTag((text) => text.replaceAll('\n', '\r\n'))],
  ['line ends of old', ofTag((text) => text.replaceAll('\n', '\r'))],
  ['no last line end', ofTag((text) => text.trimEnd())],
  ['upper case', ofTag((text) => text.toUpperCase())],
  ['upper-case digits', ofTag((text) => text.replace(/^[0-9a-f]{128}/gm, (sum) => sum.toUpperCase()))],
  ['tabs', ofTag((text) => text.replaceAll('  ', '\t').replaceAll(': ', ':\t'))],
  ['one space', ofTag((text) => text.replaceAll('  ', ' ').replaceAll(': ', ':'))],
  ['marks of binary files', ofTag((text) => text.replaceAll('  ', ' *'))],
  ['paths from here', ofTag((text) => text.replaceAll('  ', '  ./'))],
  ['spaces at line ends', ofTag((text) => text.replaceAll('\n', ' \n'))],
  ['a mark of byte order', ofTag((text) => `\ufeff${text}`)],
  ['folded values', ofTag((text) => text.replace(/(: .{5})/g, '$1\n  '))],
  ['a field more', ofTag((text) => `${text}Contact-Name: x\n`)],
];

const KINDS = [...BYTES, ...NAMES, ...TAGS];

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = new Uint8Array(bytes);
  const at = below(bytes.length, random);
  if (bytes.length > 0) copy[at] = (copy[at] as number) ^ (1 << below(8, random));
  return copy;
}

function joined(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? bytesOf(part) : part)));
}

function moved(files: Files, random: Random, rename: (path: string) => string): Changed {
  const [path, bytes] = pick([...files], random);
  return { touched: [path], entries: new Map([...without(files, path), [rename(path), bytes]]) };
}

function added(files: Files, path: string, entry: Entry): Changed {
  return { touched: [path], entries: new Map<string, Entry>([...files, [path, entry]]) };
}

function without(files: Files, path: string): Map<string, Entry> {
  return new Map([...files].filter(([other]) => other !== path));
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[below(from.length, random)] as T;
}

function sameEntries(files: Files, entries: Entries): boolean {
  if (files.size !== entries.size) return false;
  return [...entries].every(([path, entry]) => {
    const bytes = files.get(path);
    return bytes && entry instanceof Uint8Array && Buffer.compare(bytes, entry) === 0;
  });
}
