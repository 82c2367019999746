/** Rules as a table: each looks at one file's value and says what is wrong, by path. */
import { type Code, diagnose } from '../ground/diagnostic.ts';
import type { Details } from '../wording/index.ts';
import type { Finding, Path } from '../yaml/index.ts';

/** One rule of the format: the findings on a subject, given what else it must know. */
export type Rule<Subject, Context> = (subject: Subject, context: Context) => Iterable<Finding>;

type Extra = Pick<Finding, 'where' | 'related'> & {
  /** Functions where they take work: of many findings only the first are shown. */
  hints?: readonly string[] | (() => readonly string[]);
  cause?: string | undefined | (() => string | undefined);
  severity?: 'error' | 'warning';
};

/** A finding with its wording. */
export function finding<C extends Code>(
  path: Path,
  code: C,
  details: Details<C>,
  extra: Extra = {},
): Finding {
  const { where, related, hints = [], severity = 'error', cause } = extra;
  return {
    path,
    get diagnostic() {
      return diagnose(code, details, {
        hints: typeof hints === 'function' ? hints() : hints,
        severity,
        cause: typeof cause === 'function' ? cause() : cause,
      });
    },
    ...(where ? { where } : {}),
    ...(related ? { related } : {}),
  };
}

/** What to do about a name that is there twice. */
export const KEEP_ONE = 'どちらかを消してください。';

/** Runs all rules of a table. */
export function applyRules<S, C>(rules: readonly Rule<S, C>[], subject: S, context: C): Finding[] {
  return rules.flatMap((rule) => [...rule(subject, context)]);
}

/** Each repeated name with its index and the index of the first. */
export function* repeated<T>(names: readonly T[]): Iterable<{ name: T; index: number; first: number }> {
  const seen = new Map<T, number>();
  for (const [index, name] of names.entries()) {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    else yield { name, index, first };
  }
}
