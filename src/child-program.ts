/** Runs a script with the Node that runs this program. The only room that starts other programs. */
import { spawn } from 'node:child_process';

export type Ended = {
  /** The exit code, or the signal that ended it, or why it could not start. */
  readonly code: number | string;
  readonly stderr: string;
};

/** How much of what a script says is kept, in characters. */
const MOST_SAID = 10_000;

/**
 * @param cwd the folder it runs in
 * @returns once it has ended; it is given neither input nor this program's environment
 */
export function runScript(script: string, args: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env: {},
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(0, MOST_SAID);
    });
    child.on('error', ({ message }) => resolve({ code: message, stderr }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? 'ended', stderr }));
  });
}
