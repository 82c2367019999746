/** The compiled program in a process that runs one command line after the other, one such process for a worker. */
import { type ChildProcess, fork } from 'node:child_process';
import { ROOT } from './sources.ts';

export type Answer = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

let child: ChildProcess | undefined;
/** The last run asked for: a process is in one folder at a time. */
let last: Promise<unknown> = Promise.resolve();

/** Runs a command line in a folder, once those before it have ended. */
export function runWarm(args: readonly string[], cwd: string): Promise<Answer> {
  const answer = last.then(() => ask(args, cwd));
  last = answer.catch(() => {});
  return answer;
}

function ask(args: readonly string[], cwd: string): Promise<Answer> {
  child ??= start();
  const { stderr } = child;
  const program = child;
  return new Promise((resolve) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text;
    };
    const done = (answer: Answer) => {
      program.removeAllListeners();
      stderr?.off('data', hear);
      resolve(answer);
    };
    stderr?.on('data', hear);
    program.once('message', (answer) => done(answer as Answer));
    program.once('exit', (code, signal) => {
      child = undefined;
      done({ code, signal, stdout: '', stderr: said });
    });
    program.send({ args, cwd });
  });
}

function start(): ChildProcess {
  return fork(`${import.meta.dirname}/warm-program.cjs`, [`${ROOT}dist`], {
    env: cleanEnvironment(),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** What a test runner puts into the environment must not reach the program. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, NO_COLOR, FORCE_COLOR, ...rest } = process.env;
  return rest;
}
