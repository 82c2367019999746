/**
 * Who is measured, and how each is called. A peer finds out whether it can run here, and says which command makes
 * `output` from what stands in a load's `folder`: the edition below `content/` (tables only) and `whole/`, `table.typ`,
 * `table.html`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installPeers } from './install.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FONTS = `${ROOT}fonts`;
const UNTAGGED = fileURLToPath(new URL('untagged/', import.meta.url));
const TYPST_PACKAGE = '@myriaddreamin/typst-ts-node-compiler';

/** hyokahyo, compiled into `dist`, on one of a load's contents. */
function ours(id, { dist = `${ROOT}dist`, content = 'content', find = findOurs } = {}) {
  return {
    id,
    find,
    output: (folder) => `${folder}/${id}/R6/booklet.pdf`,
    command: ({ folder }) => ({
      script: `${dist}/hyokahyo.js`,
      args: [
        ...['build', '--quiet', '--content', `${folder}/${content}`, '--out', `${folder}/${id}`],
        ...['--templates', `${ROOT}templates`, '--fonts', FONTS],
      ],
    }),
  };
}

const hyokahyo = ours('hyokahyo');

/** The same without tags, which is not made but to be measured. */
const untagged = ours('untagged', { dist: `${UNTAGGED}dist`, find: findUntagged });

/** The tables with everything before and behind them, which no peer makes. */
const booklet = ours('booklet', { content: 'whole' });

const typst = {
  id: 'typst',
  find: findTypst,
  output: (folder) => `${folder}/typst.pdf`,
  command: ({ folder, output }) => ({
    script: fileURLToPath(new URL('typst/run.mjs', import.meta.url)),
    args: [folder, FONTS, output],
  }),
};

const chromium = {
  id: 'chromium',
  find: () =>
    findProgram('BENCH_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
  output: (folder) => `${folder}/chromium.pdf`,
  command: ({ folder, output, program }) => ({
    program,
    args: [
      ...['--headless', '--disable-gpu', '--no-first-run', '--allow-file-access-from-files'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...[`--user-data-dir=${folder}/chromium`, '--no-pdf-header-footer', `--print-to-pdf=${output}`],
      pathToFileURL(`${folder}/table.html`).href,
    ],
  }),
};

const weasyprint = {
  id: 'weasyprint',
  find: findWeasyprint,
  output: (folder) => `${folder}/weasyprint.pdf`,
  command: ({ folder, output, program, tags }) => ({
    program,
    args: ['--quiet', ...(tags ? ['--pdf-tags'] : []), `${folder}/table.html`, output],
  }),
};

const PEERS = [hyokahyo, untagged, booklet, typst, chromium, weasyprint];

/**
 * The peers that were asked for and can run here, each with `version` and, unless it is Node's, `program`.
 *
 * @param {readonly string[] | undefined} ids all of them when undefined
 * @param {(line: string) => void} tell of those that are left out
 */
export function findPeers(ids, tell) {
  const unknown = ids?.filter((id) => !PEERS.some((peer) => peer.id === id)) ?? [];
  if (unknown.length > 0) throw new Error(`--peers: there is no ${unknown.join(', ')}`);
  return PEERS.filter(({ id }) => ids?.includes(id) ?? true).flatMap((peer) => {
    const found = peer.find();
    if (found.missing) tell(`${peer.id} is skipped: ${found.missing}`);
    return found.missing ? [] : [{ ...peer, ...found }];
  });
}

function findOurs() {
  return { version: readJson(`${ROOT}package.json`).version };
}

function findUntagged() {
  const { status, stderr } = spawnSync(process.execPath, [`${UNTAGGED}compile.mjs`], { encoding: 'utf8' });
  return status === 0 ? findOurs() : { missing: `it could not be compiled: ${stderr}` };
}

function findTypst() {
  const missing = installPeers();
  if (missing) return { missing };
  const require = createRequire(import.meta.url);
  const loaded = spawnSync(process.execPath, [
    '--eval',
    `require(${JSON.stringify(require.resolve(TYPST_PACKAGE))})`,
  ]);
  if (loaded.status !== 0)
    return { missing: `the lock file has no build of it for ${process.platform}-${process.arch}` };
  return { version: `${readJson(require.resolve(`${TYPST_PACKAGE}/package.json`)).version} (npm compiler)` };
}

/** Versions before 66 write no tags, and do not know the option that asks for them. */
function findWeasyprint() {
  const found = findProgram('BENCH_WEASYPRINT', ['weasyprint']);
  if (found.missing) return found;
  const { stdout } = spawnSync(found.program, ['--help'], { encoding: 'utf8' });
  return { ...found, tags: stdout.includes('--pdf-tags') };
}

/** The program a variable names, or the first that stands in the search path. */
function findProgram(variable, names) {
  const program = process.env[variable] ?? names.flatMap(inPath)[0];
  if (!program) return { missing: `not installed (${variable} can name it)` };
  const { stdout, error } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (error) return { missing: error.message };
  return { program, version: /\d[\d.]*/.exec(stdout)?.[0] ?? 'unknown' };
}

function inPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, file)).filter((path) => existsSync(path));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
