/** Says on a terminal what takes longer than a second; silent everywhere else. */

const PATIENCE_MS = 1000;
const INTERVAL_MS = 200;

export type Progress = {
  readonly step: (name: string, done: number, total: number) => void;
  /** Wipes the progress line before anything else is written. */
  readonly end: () => void;
};

type Terminal = { write(text: string): unknown };

/** Does work that says how far it is; the line is gone before anything else is written, even where the work throws. */
export async function withProgress<T>(
  terminal: Terminal | undefined,
  work: (step: Progress['step']) => Promise<T>,
  now?: () => number,
): Promise<T> {
  const progress = createProgress(terminal, now);
  try {
    return await work(progress.step);
  } finally {
    progress.end();
  }
}

/**
 * @param terminal where to write, or undefined for silence
 * @param now milliseconds; a clock that is set meanwhile only changes when something is shown
 */
export function createProgress(
  terminal: Terminal | undefined,
  // Not performance.now(), for which Node loads a module that nothing else here needs.
  now: () => number = Date.now,
): Progress {
  const start = now();
  let shown = Number.NEGATIVE_INFINITY;
  return {
    step(name, done, total) {
      const time = now();
      if (!terminal || time - start < PATIENCE_MS || time - shown < INTERVAL_MS) return;
      shown = time;
      terminal.write(`\r\u001b[K${name}… ${done} / ${total}`);
    },
    end() {
      if (terminal && shown > 0) terminal.write('\r\u001b[K');
    },
  };
}
