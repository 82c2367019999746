/** What every command is given and gives back. */

import type { Request } from '../../book/pipeline.ts';
import type { Selection } from '../../content/index.ts';
import type { Diagnostic } from '../../ground/diagnostic.ts';
import type { Tree } from '../../ground/world.ts';
import type { Flags } from '../arguments.ts';

export type Run = {
  readonly world: Tree;
  readonly operands: readonly string[];
  readonly flags: Flags;
  /** This program's folder, which brings templates and fonts along. */
  readonly home: string;
  /** The folder of the compiled program itself. */
  readonly tool: string;
  /** Name and version of this program, for the files it writes. */
  readonly creator: string;
  readonly progress: Request['progress'];
};

/** A file that was written. */
export type Output = { readonly file: string; readonly pages?: number; readonly bytes: number };

export type Outcome = {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether one of them is what the command was asked to find, and no word beside its answer. */
  readonly isAnswer?: (diagnostic: Diagnostic) => boolean;
  readonly outputs: readonly Output[];
  /** The last words. */
  readonly note?: string;
  /** The command's own answer, for `--json`. */
  readonly result?: unknown;
};

/** The selection flags as the content room takes them. */
export function selectionOf(flags: Flags): Selection {
  return {
    goals: flags.goal,
    measures: flags.measure,
    programs: flags.program,
    departments: flags.department,
    priority: flags.priority,
  };
}

/** The folders of a run: as given, or those beside the content, or those this program brings along. */
export function folders(run: Run): { content: string; out: string; templates: string; fonts: string } {
  const { flags, world, home } = run;
  const local = 'failure' in world.list('templates') ? `${home}/templates` : 'templates';
  return {
    content: slashed(flags.content ?? 'content'),
    out: slashed(flags.out ?? 'out'),
    templates: slashed(flags.templates ?? local),
    fonts: slashed(flags.fonts ?? `${home}/fonts`),
  };
}

/**
 * Forward slashes everywhere, and none at the end: what is shown looks the same on every system. A root keeps its own:
 * `D:` alone is the folder in which the drive stands.
 */
export function slashed(path: string, platform: string = process.platform): string {
  const isWindows = platform === 'win32';
  const forward = isWindows ? path.replaceAll('\\', '/') : path;
  const bare = forward.replace(/\/+$/, '');
  const isRoot = bare === '' || (isWindows && /^[A-Za-z]:$/.test(bare));
  return isRoot && bare !== forward ? `${bare}/` : bare;
}
