/** Waiting for what another process does: no clock decides, only whether it has happened. */
import { existsSync, readFileSync } from 'node:fs';

const BETWEEN_LOOKS = 20;

/** Looks again and again until it holds; what never does, ends in the test's own time limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
}

/** What a file says that another process writes at one stroke: it is there a moment before its words are. */
export async function saidIn(path: string): Promise<string> {
  const said = () => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  await until(() => said() !== '');
  return said();
}

/** The text of a script that never ends. */
export const ENDLESS = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';
