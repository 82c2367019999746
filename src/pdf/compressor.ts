/**
 * Compresses streams (RFC 1950): a short file's in this thread, what follows in a long one in another thread, while
 * pages are laid out in this one. A tenth of the work on a long book; the bytes are the same.
 */
import { Worker } from 'node:worker_threads';
import { deflateSync } from 'node:zlib';

/** One step below zlib's default: a third less time for 1.4 % more bytes. */
const COMPRESSION = 5;

/** Before so many bytes a thread costs more than it saves: some hundred pages. */
const LONG = 2_000_000;

/** So many characters go to the thread at once: to send a page costs as much as to send ten. */
const PARCEL = 200_000;

/** What the thread holds is gone with the next stream. */
const LITTLE_MEMORY = { maxYoungGenerationSizeMb: 2 };

/** Takes streams in any number, and gives them back compressed at the end. Until then it may hold a thread. */
export class Compressor {
  readonly #packed: Uint8Array[] = [];
  readonly #start: () => CompressingThread | undefined;
  #taken = 0;
  #thread: CompressingThread | undefined;

  /** @param start gives another thread, where there may be one */
  constructor(start: () => CompressingThread | undefined = startThread) {
    this.#start = start;
  }

  /**
   * @param content bytes, or a string of which each character is one
   * @returns its place in what {@link finish} gives
   */
  add(content: string | Uint8Array): number {
    const place = this.#packed.push(NOTHING) - 1;
    const before = this.#taken;
    this.#taken += content.length;
    if (before <= LONG && this.#taken > LONG) this.#thread = this.#start();
    if (this.#thread && typeof content === 'string') {
      this.#thread.add(content, (packed) => {
        this.#packed[place] = packed;
      });
    } else this.#packed[place] = compressed(content);
    return place;
  }

  async finish(): Promise<readonly Uint8Array[]> {
    await this.#thread?.finish();
    return this.#packed;
  }
}

const NOTHING = new Uint8Array();

/** Compresses at once. A copy: what zlib gives is the used part of a larger buffer, which would be kept until the end. */
export function compressed(content: string | Uint8Array): Uint8Array {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return Buffer.from(deflateSync(bytes, { level: COMPRESSION }));
}

/** Node may be told to allow no threads (`--permission`): all is compressed in this one then. */
function startThread(): CompressingThread | undefined {
  try {
    return new CompressingThread();
  } catch {
    return undefined;
  }
}

/**
 * A thread that answers in the order in which it is asked. Until {@link finish} it does not keep the process alive: a
 * build that ends with an error leaves it as it is. A thread that fails is a bug, and ends the build.
 */
class CompressingThread {
  readonly #worker = new Worker(`(${answer})(require)`, {
    eval: true,
    workerData: { level: COMPRESSION },
    resourceLimits: LITTLE_MEMORY,
  });
  readonly #waiting: ((packed: Uint8Array) => void)[] = [];
  #parcel: string[] = [];
  #size = 0;
  readonly #failure: Promise<never>;
  #onDone = () => {};

  constructor() {
    this.#worker.on('message', (answers: readonly Uint8Array[]) => {
      for (const packed of answers) this.#waiting.shift()?.(packed);
      if (this.#waiting.length === 0) this.#onDone();
    });
    this.#failure = new Promise((_, reject) => {
      this.#worker.once('error', reject);
      this.#worker.once('exit', () => reject(new Error('the compressing thread has ended')));
    });
    this.#failure.catch(() => {});
    // A listener keeps the process alive again: this comes last.
    this.#worker.unref();
  }

  add(content: string, onPacked: (packed: Uint8Array) => void): void {
    this.#waiting.push(onPacked);
    this.#parcel.push(content);
    this.#size += content.length;
    if (this.#size >= PARCEL) this.#send();
  }

  #send(): void {
    this.#worker.postMessage(this.#parcel);
    this.#parcel = [];
    this.#size = 0;
  }

  /** Waits for all answers. */
  async finish(): Promise<void> {
    this.#worker.ref();
    this.#send();
    const done = new Promise<void>((resolve) => {
      this.#onDone = resolve;
      if (this.#waiting.length === 0) resolve();
    });
    await Promise.race([done, this.#failure]);
    await this.#worker.terminate();
  }
}

/** What runs in the thread: its text is all that gets there, so it names nothing of this module. */
function answer(require: NodeJS.Require): void {
  const { parentPort, workerData } = require('node:worker_threads') as typeof import('node:worker_threads');
  const { deflateSync } = require('node:zlib') as typeof import('node:zlib');
  parentPort?.on('message', (parcel: readonly string[]) => {
    const answers = parcel.map(
      (content) => new Uint8Array(deflateSync(Buffer.from(content, 'latin1'), workerData)),
    );
    parentPort.postMessage(
      answers,
      answers.map(({ buffer }) => buffer),
    );
  });
}
