/** Runs one peer once, as a process of its own, and measures it from outside. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PRELOAD = fileURLToPath(new URL('peak-memory.cjs', import.meta.url));
const GNU_TIME = '/usr/bin/time';

/**
 * @typedef {{ program?: string, script?: string, args: readonly string[] }} Command a program, or a script for Node
 * @param {Command} command
 * @param {{ memoryFile: string, limit: number }} options `limit` in seconds
 * @returns {Promise<{ seconds: number, memory?: number, failure?: string }>} `memory` in KiB, where it can be known
 */
export async function run(command, { memoryFile, limit }) {
  rmSync(memoryFile, { force: true });
  const { program, args } = wrap(command, memoryFile);
  const begun = process.hrtime.bigint();
  const child = start(program, args, memoryFile);
  const release = stopAlong(child);
  const failure = await finish(child, limit);
  release();
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  return { seconds, memory: readMemory(memoryFile), failure };
}

function wrap({ program, script, args }, memoryFile) {
  if (script) return { program: process.execPath, args: ['--require', PRELOAD, script, ...args] };
  if (!existsSync(GNU_TIME)) return { program, args };
  return { program: GNU_TIME, args: ['-f', '%M', '-o', memoryFile, program, ...args] };
}

function start(program, args, memoryFile) {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  return spawn(program, args, {
    env: { ...environment, BENCH_MEMORY: memoryFile },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own, so that a run that is given up ends with all its processes.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

/** @returns {Promise<string | undefined>} what went wrong */
function finish(child, limit) {
  return new Promise((resolve) => {
    let complaint = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop(child);
    }, limit * 1000);
    child.stderr.on('data', (chunk) => {
      complaint = (complaint + chunk).slice(-2000);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve(error.message);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (late) resolve(`more than ${limit} s`);
      else resolve(code === 0 ? undefined : `exit code ${code}: ${complaint.trim()}`);
    });
  });
}

/** Stops the child when this process is interrupted; its group would outlive it. */
function stopAlong(child) {
  const interrupt = () => {
    stop(child);
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupt);
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupt);
  };
}

function stop(child) {
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGKILL');
}

function readMemory(file) {
  if (!existsSync(file)) return undefined;
  const memory = Number(readFileSync(file, 'utf8').trim().split('\n').at(-1));
  return memory > 0 ? memory : undefined;
}
