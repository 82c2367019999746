/** Installs the peers' packages on demand, apart from the project's own. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));

/** @returns {string | undefined} why the packages are not there */
export function installPeers() {
  if (isInstalled()) return undefined;
  const npm = process.env.npm_execpath;
  if (!npm) return 'to install it, run the bench by npm: npm run bench';
  // Not `npm ci`: that insists on every system's build of Typst, and not every registry has all of them.
  const args = [
    npm,
    'install',
    '--no-save',
    '--prefix',
    FOLDER,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  process.stderr.write('installing the peers …\n');
  const { status } = spawnSync(process.execPath, args, {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0 ? undefined : 'it could not be installed';
}

function isInstalled() {
  const installed = `${FOLDER}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(`${FOLDER}package-lock.json`).mtimeMs;
}
