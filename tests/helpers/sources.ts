/** The program's own sources as the walls see them: rooms and imports. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type Import = {
  /** What the import names: a package, `node:…`, or a file below `src/`. */
  readonly target: string;
};

export type SourceFile = {
  /** Below `src/`, with forward slashes. */
  readonly path: string;
  /** The folder below `src/`, or the file's own name for a file directly in it. */
  readonly room: string;
  readonly imports: readonly Import[];
  /** Without comments and without what stands between quotes. */
  readonly code: string;
  readonly lineCount: number;
};

/** Every `.ts` and `.mjs` file of `src/`. */
export function sourceFiles(): readonly SourceFile[] {
  return readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|mjs)$/.test(path) && !path.endsWith('.d.ts'))
    .sort()
    .map(readSource);
}

/** The room of a file below `src/`. */
export function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] as string) : path.replace(/\.ts$/, '');
}

function readSource(path: string): SourceFile {
  const text = readFileSync(`${ROOT}src/${path}`, 'utf8');
  return {
    path,
    room: roomOf(path),
    imports: importsOf(text, path),
    code: text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(^|\s)\/\/.*$/gm, '')
      .replace(/'(?:[^'\\\n]|\\.)*'/g, "''"),
    lineCount: text.split('\n').length - 1,
  };
}

const STATIC = /^(?:import|export)[^'";]*?\sfrom\s+'([^']+)'|^import\s+'([^']+)'/gm;
const DYNAMIC = /\bimport\('([^']+)'\)/g;

function importsOf(text: string, path: string): Import[] {
  const statics = [...text.matchAll(STATIC)].map(([, from, bare]) => ({
    target: resolve(path, from ?? (bare as string)),
  }));
  const dynamics = [...text.matchAll(DYNAMIC)].map(([, from]) => ({
    target: resolve(path, from as string),
  }));
  return [...statics, ...dynamics];
}

function resolve(path: string, target: string): string {
  return target.startsWith('.') ? posix.join(dirname(path), target) : target;
}
