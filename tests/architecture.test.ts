/** The walls of the house: one direction, one owner for each dependency, pure rooms. */
import { builtinModules } from 'node:module';
import { describe, expect, test } from 'vitest';
import { roomOf, type SourceFile, sourceFiles } from './helpers/sources.ts';

const files = sourceFiles();
const program = files.filter(({ room }) => room !== 'tools');

/** The storeys of the house, top to bottom: a room imports from lower ones only, types included. */
const STOREYS: readonly string[] = [
  'launcher',
  'cli',
  'archive',
  'council',
  'book',
  'pages',
  'pdf',
  'boxes',
  'layout',
  'view',
  'content',
  'yaml',
  'ground',
  // What needs nothing of the program; pdf-reader, which checks the files, must know nothing of what writes them.
  'wording',
  'typeset',
  'chart',
  'pdf-reader',
];

/** Files that only some rooms may import, though others are above them too. */
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  'ground/child-program.ts': ['cli'],
  'ground/outputs.ts': ['cli'],
  'pdf-reader/carried-files.ts': ['archive'],
  'ground/progress.ts': ['cli'],
  'ground/report.ts': ['cli'],
  'ground/world.ts': ['archive', 'book', 'cli', 'content', 'council', 'layout'],
};

/** The files through which other rooms enter; rooms that are not listed stand open. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  yaml: ['yaml/index.ts'],
  content: ['content/index.ts', 'content/cell-state.ts', 'content/edition.ts'],
  typeset: ['typeset/index.ts', 'typeset/types.ts'],
  view: ['view/book.ts', 'view/format.ts', 'view/registry.ts', 'view/types.ts', 'view/view-text.ts'],
  ground: [
    'ground/child-program.ts',
    'ground/diagnostic.ts',
    'ground/outputs.ts',
    'ground/progress.ts',
    'ground/report.ts',
    'ground/shown.ts',
    'ground/text-memory.ts',
    'ground/world.ts',
  ],
  wording: ['wording/index.ts'],
  boxes: ['boxes/box.ts', 'boxes/fragment.ts', 'boxes/measurer.ts', 'boxes/rules.ts'],
  'pdf-reader': ['pdf-reader/carried-files.ts'],
};

/** Packages and the rooms that own them. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  yaml: ['yaml'],
  'fastest-levenshtein': ['yaml'],
  zod: ['yaml', 'content', 'layout'],
  handlebars: ['layout'],
  'jsonc-parser': ['layout'],
  budoux: ['typeset'],
  pdfmake: ['boxes'],
  'd3-scale': ['chart'],
  'd3-shape': ['chart'],
};

/** What a file may use of Node. Everything else is pure. */
const NODE: Readonly<Record<string, readonly string[]>> = {
  'archive/manifest.ts': ['node:crypto'],
  'cli/arguments.ts': ['node:util'],
  'ground/child-program.ts': ['node:child_process'],
  'launcher.ts': ['node:fs', 'node:path', 'node:v8', 'node:vm', 'node:zlib'],
  'layout/load-faces.ts': ['node:crypto'],
  'content/content-hash.ts': ['node:crypto'],
  'cli/commands/meeting-place.ts': ['node:crypto', 'node:path'],
  'cli/commands/output-name.ts': ['node:crypto'],
  'ground/outputs.ts': ['node:fs', 'node:os', 'node:path'],
  'ground/outputs/draft.ts': ['node:fs', 'node:path'],
  'ground/outputs/temporary-names.ts': ['node:crypto', 'node:fs', 'node:os'],
  'pdf/attachments.ts': ['node:crypto'],
  'pdf/compressor.ts': ['node:worker_threads', 'node:zlib'],
  'pdf/file.ts': ['node:crypto'],
  'pdf-reader/objects.ts': ['node:zlib'],
  'ground/world.ts': ['node:fs'],
};

/** Lines that tell where something outside the program is touched, and the files that may. */
const TOUCHES: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly allowed: readonly string[];
}[] = [
  { what: 'console', pattern: /\bconsole\b/, allowed: [] },
  {
    what: 'process',
    pattern: /\bprocess\b/,
    allowed: [
      'ground/child-program.ts',
      'cli/main.ts',
      'cli/commands/run.ts',
      'launcher.ts',
      'ground/outputs/signals.ts',
      'ground/outputs/temporary-names.ts',
    ],
  },
  { what: 'clock', pattern: /\bDate\.now\b|\bnew Date\(\)|\bperformance\b/, allowed: ['ground/progress.ts'] },
  {
    what: 'local time',
    pattern: /\.get(FullYear|Month|Date|Day|Hours)\(|toLocale\w+\(|\bIntl\./,
    allowed: [],
  },
  { what: 'chance', pattern: /\bMath\.random\b|\brandomUUID\b/, allowed: [] },
  { what: 'environment', pattern: /\.env\b/, allowed: ['cli/main.ts'] },
  { what: 'network', pattern: /\bfetch\(/, allowed: [] },
  { what: 'running text', pattern: /\beval\(|\bnew Function\(/, allowed: [] },
];

describe('one direction', () => {
  test('every room is a storey, and every storey a room', () => {
    expect([...new Set(program.map(({ room }) => room))].sort()).toEqual([...STOREYS].sort());
  });

  test('every file imports from the storeys below only', () => {
    const isAbove = (file: SourceFile, target: string) =>
      isFile(target) &&
      roomOf(target) !== file.room &&
      STOREYS.indexOf(roomOf(target)) <= STOREYS.indexOf(file.room);
    expect(importsWhere(program, isAbove)).toEqual([]);
  });

  test('what touches the world outside is entered by those who may', () => {
    const isBarred = (file: SourceFile, target: string) =>
      roomOf(target) !== file.room && ONLY_FOR[target]?.includes(file.room) === false;
    expect(importsWhere(program, isBarred)).toEqual([]);
  });

  test('other rooms are entered through their doors', () => {
    const isInside = (file: SourceFile, target: string) =>
      isFile(target) && roomOf(target) !== file.room && DOORS[roomOf(target)]?.includes(target) === false;
    expect(importsWhere(program, isInside)).toEqual([]);
  });

  test('the paginator knows nothing but heights', () => {
    const isMore = ({ path }: SourceFile, target: string) =>
      path.startsWith('pages/paginate/') &&
      target !== 'boxes/box.ts' &&
      !target.startsWith('pages/paginate/');
    expect(importsWhere(program, isMore)).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    expect(circles()).toEqual([]);
  });
});

describe('one owner for each dependency', () => {
  test('every room uses its own packages only', () => {
    const isForeign = (file: SourceFile, target: string) =>
      !isFile(target) && !isNode(target) && !OWNERS[packageOf(target)]?.includes(file.room);
    expect(importsWhere(program, isForeign)).toEqual([]);
  });

  test('every file uses of Node what the table allows', () => {
    const isTooMuch = (file: SourceFile, target: string) =>
      isNode(target) && !NODE[file.path]?.includes(target);
    expect(importsWhere(program, isTooMuch)).toEqual([]);
  });

  test('the tools need nothing but Node, what compiles, and a reader of pictures', () => {
    const isSurplus = (_: SourceFile, target: string) =>
      !isFile(target) && !isNode(target) && !['esbuild', 'handlebars', 'pngjs'].includes(target);
    const tools = files.filter(({ room }) => room === 'tools');
    expect(importsWhere(tools, isSurplus)).toEqual([]);
  });
});

describe('pure steps', () => {
  test.each(TOUCHES)('$what is touched where it may be', ({ pattern, allowed }) => {
    const touching = program.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
    expect(touching.filter((path) => !allowed.includes(path))).toEqual([]);
  });
});

describe('every allowance is used', () => {
  const entered = new Set(
    program.flatMap(({ room, imports }) =>
      imports.filter(({ target }) => isFile(target) && roomOf(target) !== room).map(({ target }) => target),
    ),
  );
  const importsOf = (matches: (file: SourceFile) => boolean) =>
    new Set(program.filter(matches).flatMap(({ imports }) => imports.map(({ target }) => target)));

  test('every file that is kept for some rooms is imported by each of them', () => {
    const idle = Object.entries(ONLY_FOR).flatMap(([path, rooms]) =>
      rooms
        .filter((room) => !importsOf((file) => file.room === room).has(path))
        .map((room) => `${room} → ${path}`),
    );
    expect(idle).toEqual([]);
  });

  test('every door is entered', () => {
    expect(
      Object.values(DOORS)
        .flat()
        .filter((door) => !entered.has(door)),
    ).toEqual([]);
  });

  test('every package is used by every owner', () => {
    const idle = Object.entries(OWNERS).flatMap(([name, rooms]) =>
      rooms
        .filter((room) => ![...importsOf((file) => file.room === room)].map(packageOf).includes(name))
        .map((room) => `${room} → ${name}`),
    );
    expect(idle).toEqual([]);
  });

  test('every file uses of Node all it may', () => {
    const idle = Object.entries(NODE).flatMap(([path, modules]) => {
      const used = importsOf((file) => file.path === path);
      return modules.filter((name) => !used.has(name)).map((name) => `${path} → ${name}`);
    });
    expect(idle).toEqual([]);
  });

  test.each(TOUCHES)('$what is touched wherever it may be', ({ pattern, allowed }) => {
    const touching = program.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
    expect(allowed.filter((path) => !touching.includes(path))).toEqual([]);
  });
});

test('every file fits on a few screens', () => {
  expect(files.filter(({ lineCount }) => lineCount > 250).map(({ path }) => path)).toEqual([]);
});

/** `file → target` for every import a wall forbids. */
function importsWhere(
  among: readonly SourceFile[],
  forbidden: (file: SourceFile, target: string) => boolean,
): string[] {
  return among.flatMap((file) =>
    file.imports
      .filter(({ target }) => forbidden(file, target))
      .map(({ target }) => `${file.path} → ${target}`),
  );
}

function isNode(target: string): boolean {
  return target.startsWith('node:') || builtinModules.includes(target);
}

function isFile(target: string): boolean {
  return /\.(ts|mjs|json)$/.test(target);
}

/** `pdfmake/js/LayoutBuilder.js` → `pdfmake` */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Chains of imports, of types too, that come back to where they began. */
function circles(): string[][] {
  const byPath = new Map<string, SourceFile>(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, chain: readonly string[]) => {
    if (chain.includes(path)) found.push([...chain.slice(chain.indexOf(path)), path]);
    if (chain.includes(path) || done.has(path)) return;
    for (const { target } of byPath.get(path)?.imports ?? [])
      if (isFile(target)) visit(target, [...chain, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}
