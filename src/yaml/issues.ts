/** zod's issues → findings in words for a clerk. */
import type * as z from 'zod';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import type { Finding } from './finding.ts';
import { listed, shorten } from './quote.ts';
import { allowedKeys, recordKeys } from './shape.ts';
import { didYouMean, nearest } from './suggest.ts';
import { type Context, examplesOf, isMap, MOST_EXAMPLES, valueAt, wrongType } from './type-hints.ts';
import type { Path, Where } from './types.ts';
import { describe, Numeral, type YamlValue } from './value.ts';

type Issue = z.core.$ZodIssue;

/** What a schema's own check reports: `ctx.addIssue({ code: 'custom', params: ownIssue(diagnostic) })`. */
export function ownIssue(
  diagnostic: Diagnostic,
  where: Where = 'value',
): { diagnostic: Diagnostic; where: Where } {
  return { diagnostic, where };
}

/** All issues of a document as findings; the missing keys of one parent as one. */
export function explainIssues(root: YamlValue, schema: z.ZodType, found: readonly Issue[]): Finding[] {
  const issues = found.flatMap(settled);
  const misspelt = misspeltKeys(schema, issues);
  const missing = new Set(issues.filter((issue) => isMissing(root, issue.path as Path)));
  const others = issues.filter((issue) => !missing.has(issue));
  const forgotten = [...missing].filter(({ path }) => !misspelt.has(path.join('/')));
  return [...missingKeys(forgotten), ...others.flatMap((issue) => explain({ root, schema }, issue))];
}

/** The paths of keys that are there under a wrong name: the unknown key says so. */
function misspeltKeys(schema: z.ZodType, issues: readonly Issue[]): Set<string> {
  const paths = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const allowed = allowedKeys(schema, issue.path as Path);
    return issue.keys.map((key) =>
      [...issue.path, nearest(key, allowed) ?? keyBeforeColon(key).name].join('/'),
    );
  });
  return new Set(paths);
}

/** `plan:継続` and `plan：継続` in braces are keys to YAML. */
function keyBeforeColon(key: string): { name: string; value: string } {
  const [, name = '', value = ''] = /^\s*(\w+)\s*[:：=＝]\s*(.*)$/u.exec(key) ?? [];
  return { name, value };
}

function isMissing(root: YamlValue, path: Path): boolean {
  const key = path.at(-1);
  const parent = valueAt(root, path.slice(0, -1));
  return typeof key === 'string' && isMap(parent) && !Object.hasOwn(parent, key);
}

function missingKeys(issues: readonly Issue[]): Finding[] {
  const byParent = new Map<string, { path: Path; keys: Set<string> }>();
  for (const issue of issues) {
    const path = (issue.path as Path).slice(0, -1);
    const group = byParent.get(path.join('/')) ?? { path, keys: new Set() };
    byParent.set(path.join('/'), { path, keys: group.keys.add(String(issue.path.at(-1))) });
  }
  return [...byParent.values()].map(({ path, keys }) => ({
    path,
    where: 'key',
    diagnostic: diagnose(
      'missing-key',
      { keys: listed([...keys]), where: placeName(path) },
      { hints: [missingHint([...keys])] },
    ),
  }));
}

function missingHint(keys: readonly string[]): string {
  return keys.length > MOST_EXAMPLES
    ? `${examplesOf(keys)}のように、すべて書き足してください。`
    : `${examplesOf(keys)}を書き足してください。`;
}

function explain(context: Context, issue: Issue): Finding[] {
  const path = issue.path as Path;
  const value = valueAt(context.root, path);
  // To zod a Numeral is an object with a key of its own, and without all others.
  if (value instanceof Numeral && issue.code === 'unrecognized_keys') {
    return [{ path, diagnostic: wrongType(context, path, ['object']) }];
  }
  if (valueAt(context.root, path.slice(0, -1)) instanceof Numeral) return [];
  const at = (diagnostic: Diagnostic, where: Where = 'value'): Finding[] => [{ path, where, diagnostic }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(context, path, key));
    case 'invalid_type':
      return at(wrongType(context, path, [issue.expected]));
    case 'invalid_value':
      return at(notOneOf(issue.values.map(String), value));
    case 'invalid_union':
      return at(wrongType(context, path, issue.errors.flatMap(rootType)));
    case 'too_small':
      return at(tooSmall(issue, value));
    case 'custom':
      if (issue.params?.diagnostic) return at(issue.params.diagnostic, issue.params.where);
      return at(diagnose('wrong-value', { found: describe(value) }));
    case 'invalid_key':
      return at(diagnose('wrong-value', { found: `項目「${shorten(String(path.at(-1)))}」` }), 'key');
    default:
      return at(diagnose('wrong-value', { found: describe(value) }));
  }
}

function unknownKey(context: Context, parent: Path, key: string): Finding {
  return {
    path: [...parent, key],
    where: 'key',
    diagnostic: diagnose(
      'unknown-key',
      { key: shorten(key), where: placeName(parent) },
      { hints: unknownKeyHints(context, parent, key) },
    ),
  };
}

function unknownKeyHints({ schema }: Context, parent: Path, key: string): string[] {
  const allowed = allowedKeys(schema, parent);
  const { name, value } = keyBeforeColon(key);
  if (allowed.includes(name))
    return [`「${name}: ${shorten(value)}」と、半角の「:」の後に空白を入れて書いてください。`];
  const meant = didYouMean(key, allowed);
  if (meant.length > 0) return meant;
  const above = allowed.at(-1);
  // A key of the last map that has slipped out of it stands where the map's own key does.
  if (above !== undefined && recordKeys(schema, parent).includes(above))
    return [`「${above}」の中の行なら、上の行と左端をそろえてください。使える項目は${listed(allowed)}です。`];
  return allowed.length > 0 ? [`使える項目は${listed(allowed)}です。`] : [];
}

function notOneOf(values: readonly string[], value: YamlValue | undefined): Diagnostic {
  const hints = typeof value === 'string' ? didYouMean(value, values) : [];
  return diagnose('not-one-of', { found: describe(value), list: listed(values) }, { hints });
}

/** Of a union, the branch that came furthest speaks; where none fits the type, the union itself, for all types. */
function settled(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branches = issue.errors as readonly (readonly Issue[])[];
  const closest = branches.filter((branch) => rootType(branch).length === 0).sort(byLength)[0];
  if (!closest) return [issue];
  return closest.flatMap((inner) => settled({ ...inner, path: [...issue.path, ...inner.path] } as Issue));
}

function byLength(a: readonly Issue[], b: readonly Issue[]): number {
  return a.length - b.length;
}

/** The type that a branch of a union wanted, where that is all it has to say. */
function rootType([first]: readonly Issue[]): string[] {
  return first?.code === 'invalid_type' && first.path.length === 0 ? [first.expected] : [];
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, value: YamlValue | undefined): Diagnostic {
  if (issue.origin === 'string') return emptyText();
  if (issue.origin === 'array') {
    const hints = ['「[ ]」の中か、「- 」で始まる行に書いてください。'];
    return diagnose('too-few', { minimum: String(issue.minimum) }, { hints });
  }
  return diagnose('wrong-value', { found: describe(value) });
}

/** A text that must not be left empty, and is. */
export function emptyText(): Diagnostic {
  const hints = ['言葉を書いてください。書かなくてもよい項目なら、その項目を消してください。'];
  return diagnose('empty-text', undefined, { hints });
}

function placeName(path: Path): string {
  const name = path.findLast((part) => typeof part === 'string');
  return name === undefined ? 'このファイル' : `「${shorten(String(name))}」の中`;
}
