/** Diagnostics of one cause together: a word that is gone from a list is wrong wherever it is used. */
import type { Diagnostic } from '../diagnostic.ts';

/** Diagnostics that say the same of one or more places, in order; never empty. */
export type Group = readonly [Diagnostic, ...Diagnostic[]];

/** Each cause once, in the order in which the first place of each comes. */
export function grouped(diagnostics: readonly Diagnostic[]): Group[] {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const diagnostic of diagnostics) {
    const key = causeOf(diagnostic);
    const group = groups.get(key);
    if (group) group.push(diagnostic);
    else groups.set(key, [diagnostic]);
  }
  return [...groups.values()];
}

/** Without a cause of its own, what a diagnostic says is its cause. */
function causeOf({ severity, code, cause, message, hints, related }: Diagnostic): string {
  return JSON.stringify([severity, code, ...(cause === undefined ? [message, hints, related] : [cause])]);
}
