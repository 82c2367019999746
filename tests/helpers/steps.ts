/** Work counted in steps, which neither a slow machine nor a busy one changes. */
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';
import { ROOT } from './sources.ts';

/** A module whose steps are counted, libraries and all. */
export type Counted<M> = {
  readonly module: M;
  /** How many bodies of functions, loops and branches were entered while `run` ran; what the engine does in one call, a search or a pattern, is no step. */
  readonly stepsOf: (run: () => void) => number;
};

/** Where esbuild begins a body in braces, and a loop without. */
const BODY = /^(?!\s*(?:switch \(|static \{|\w* ?class )).*(?:\)|=>|\b(?:else|do|try)) \{$/gm;
const BARE_LOOP = /^\s*(?:for|while) \(.*\)$/gm;

/**
 * @param path of a TypeScript module, below the project's folder
 */
export function counted<M>(path: string): Counted<M> {
  const [bundle] = buildSync({
    entryPoints: [`${ROOT}${path}`],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  }).outputFiles;
  const code = (bundle?.text ?? '')
    .replace(BODY, (line) => `${line} counter.steps++;`)
    .replace(BARE_LOOP, (line) => `${line} if (++counter.steps)`);
  const counter = { steps: 0 };
  const module = { exports: {} };
  compileFunction(code, ['counter', 'module', 'exports', 'require'])(
    counter,
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return {
    module: module.exports as M,
    stepsOf(run) {
      const before = counter.steps;
      run();
      return counter.steps - before;
    },
  };
}
