/** Signals that end this program wait until what it has begun is cleaned up. */

/** What ends a program that does not listen. */
const ENDING: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @param work is given what says that such a signal has come, and ends soon after
 * @returns what `work` returns; after a signal this program ends by it instead
 */
export async function beforeEnding<T>(work: (stopped: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = (signal: NodeJS.Signals) => stopping.abort(signal);
  for (const signal of ENDING) process.on(signal, stop);
  try {
    return await work(stopping.signal);
  } finally {
    for (const signal of ENDING) process.off(signal, stop);
    if (stopping.signal.aborted) process.kill(process.pid, stopping.signal.reason);
  }
}
