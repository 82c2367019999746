/** Runs a script with the Node that runs this program. The only room that starts other programs. */
import { type ChildProcess, spawn } from 'node:child_process';

export type Ended = {
  /** The exit code, or the signal that ended it, or why it could not start. */
  readonly code: number | string;
  readonly stderr: string;
};

/** How much of what a script says is kept, in characters. */
const MOST_SAID = 10_000;

/** How long after its end a script's last words are waited for, in ms: what it left running may hold them back. */
const LAST_WORDS = 1_000;

/** On Windows there are no groups of processes to be ended together. */
const HAS_GROUPS = process.platform !== 'win32';

/**
 * @param cwd the folder it runs in
 * @param stop ends it, with everything that it has started
 * @returns once it has ended; it is given neither input nor this program's environment
 */
export function runScript(
  script: string,
  args: readonly string[],
  cwd: string,
  stop: AbortSignal,
): Promise<Ended> {
  if (stop.aborted) return Promise.resolve({ code: 'stopped', stderr: '' });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env: {},
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: HAS_GROUPS,
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(0, MOST_SAID);
    });
    const end = () => endGroup(child);
    const answer = (code: number | string) => {
      stop.removeEventListener('abort', end);
      child.stderr.destroy();
      resolve({ code, stderr });
    };
    stop.addEventListener('abort', end);
    child.on('error', ({ message }) => answer(message));
    child.on('exit', (code, signal) => {
      const ended = code ?? signal ?? 'ended';
      endGroup(child);
      child.on('close', () => answer(ended));
      setTimeout(() => answer(ended), LAST_WORDS).unref();
    });
  });
}

/** Ends a script and what it has started, as far as that has not left its group. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (HAS_GROUPS) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // All of them have ended.
  }
}
