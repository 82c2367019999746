/** A world of a few files in memory, and the base edition of the reject cases. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/ground/diagnostic.ts';
import type { ReadFailure, World } from '../../src/ground/world.ts';

export type Files = Readonly<Record<string, string | ReadFailure>>;

/** Paths are `R6/edition.yaml`; a file may be a failure. */
export function worldOf(files: Files): World {
  return {
    read(path) {
      const file = files[path] ?? { failure: 'missing' as const };
      return typeof file === 'string' ? new TextEncoder().encode(file) : file;
    },
    list(folder) {
      const names = Object.keys(files).flatMap((path) =>
        path.startsWith(`${folder}/`) ? (path.slice(folder.length + 1).split('/')[0] ?? []) : [],
      );
      return names.length > 0 ? [...new Set(names)].sort() : { failure: 'missing' };
    },
  };
}

const BASE = join(import.meta.dirname, '..', 'rejects', 'base');

/** The base edition in the folder `content/R6`, each file changed by a function. */
export function baseFiles(
  change: (text: string, file: string) => string = (text) => text,
): Record<string, string> {
  const names = readdirSync(BASE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  return Object.fromEntries(
    names.map((name) => {
      const file = name.replaceAll('\\', '/');
      return [`content/R6/${file}`, change(readFileSync(join(BASE, name), 'utf8'), file)];
    }),
  );
}

export function summary({ code, span }: Diagnostic): string {
  return span ? `${code} ${span.file}:${span.start.line}:${span.start.column}` : code;
}
