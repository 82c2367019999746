/**
 * Installs the packages when they are missing or older than the lock file, so that the two commands of the
 * README work on a fresh clone. Plain JavaScript without dependencies: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a Node script of a package or of this project; ends the process with its exit code when it fails. */
export function runNode(script, args = [], options = {}) {
  const done = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit', ...options });
  if (done.error) throw done.error;
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Makes sure that `node_modules` fits `package-lock.json`. */
export function prepare() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`Node.js 20.19 以上が必要です（今の版は ${process.versions.node}）。\n`);
    process.exit(3);
  }
  if (isInstalled()) return;
  process.stderr.write('必要な部品を入れています（最初の一度だけ）…\n');
  const npm = process.env.npm_execpath;
  if (!npm) {
    // Started without npm: whoever installed the packages by hand may go on.
    if (existsSync(`${root}node_modules`)) return;
    process.stderr.write('「npm start」「npm test」のように npm から実行してください。\n');
    process.exit(2);
  }
  runNode(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(stamp, lockHash());
}

/** Holds the lock file's hash, as of the last install: file times do not survive copying a folder. */
const stamp = `${root}node_modules/.hyokahyo-installed`;

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();
}
