/** Other versions of Node, pinned in `nodes/package.json` and installed there on demand. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ROOT } from '../helpers/sources.ts';

const FOLDER = `${ROOT}tests/long/nodes/`;

/** The packages are built for one system only. */
export const HAS_OTHER_NODES = process.platform === 'linux' && process.arch === 'x64';

/**
 * @returns the path of the program `node` of a major version
 * @throws where it cannot be installed: a test that would pass without it would prove nothing
 */
export function nodeOf(major: 22 | 24): string {
  const path = `${FOLDER}node_modules/node-${major}/bin/node`;
  if (!existsSync(path)) install();
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (!stdout?.startsWith(`v${major}.`))
    throw new Error(`${path} does not answer as Node ${major}: ${stdout}`);
  return path;
}

function install(): void {
  const { npm_execpath: npm } = process.env;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, ...rest] = npm === undefined ? ['npm', ...args] : [process.execPath, npm, ...args];
  const { status, stderr, error } = spawnSync(command as string, rest, { cwd: FOLDER, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the other versions of Node cannot be had: ${error ?? stderr}`);
}
