/** What a zod schema allows at a path, and what it advises. */
import * as z from 'zod';
import type { Heading } from './mend/types.ts';
import type { Path } from './types.ts';
import type { YamlValue } from './value.ts';

type Schema = z.core.$ZodTypes;

/** What to type instead of a value of another kind; nothing where there is nothing better to say than usual. */
export type Advice = (value: YamlValue | undefined) => readonly string[];

const advices = new WeakMap<object, Advice>();

/** Gives a schema hints of its own for values of another kind. Last of all: zod's methods return other schemas. */
export function advising<T extends z.ZodType>(schema: T, advice: Advice): T {
  advices.set(schema, advice);
  return schema;
}

/** The hints of the schemas that may stand at a path. */
export function advicesAt(schema: z.ZodType, path: Path, value: YamlValue | undefined): string[] {
  return schemasAt(schema, path).flatMap((candidate) => advices.get(candidate)?.(value) ?? []);
}

/** Whether a schema that may stand at a path takes a value. */
export function acceptsAt(schema: z.ZodType, path: Path, value: YamlValue): boolean {
  return schemasAt(schema, path).some((candidate) => z.safeParse(candidate, value).success);
}

/** The keys of the objects that may stand at a path, in the schema's order. */
export function allowedKeys(schema: z.ZodType, path: Path): string[] {
  const keys = schemasAt(schema, path).flatMap(({ _zod: { def } }) =>
    def.type === 'object' ? Object.keys(def.shape) : [],
  );
  return [...new Set(keys)];
}

/** Those of the keys at a path that hold maps of any keys. */
export function recordKeys(schema: z.ZodType, path: Path): string[] {
  return allowedKeys(schema, path).filter((key) =>
    schemasAt(schema, [...path, key]).some(({ _zod: { def } }) => def.type === 'record'),
  );
}

function schemasAt(schema: z.ZodType, path: Path): Schema[] {
  let candidates = unwrap(schema as unknown as Schema);
  for (const part of path)
    candidates = candidates.flatMap((candidate) => inside(candidate, part).flatMap(unwrap));
  return candidates;
}

/** The schemas behind optional, nullable, default, pipes and unions. */
function unwrap(schema: Schema): Schema[] {
  const { def } = schema._zod;
  if ('innerType' in def) return unwrap(def.innerType as Schema);
  if (def.type === 'pipe') return unwrap(def.in as Schema);
  if (def.type === 'union') return def.options.flatMap((option) => unwrap(option as Schema));
  return [schema];
}

function inside({ _zod: { def } }: Schema, part: string | number): Schema[] {
  const schema =
    def.type === 'object'
      ? Object.hasOwn(def.shape, part)
        ? def.shape[String(part)]
        : undefined
      : def.type === 'array'
        ? def.element
        : def.type === 'record'
          ? def.valueType
          : undefined;
  return schema ? [schema as Schema] : [];
}

/** The keys of a schema that have lines below them, for files in which one is missing. */
export function headingsOf(schema: z.ZodType): Heading[] {
  const found: Heading[] = [];
  collectHeadings(unwrap(schema as unknown as Schema), found, new Set());
  return found;
}

function collectHeadings(candidates: readonly Schema[], found: Heading[], seen: Set<Schema>): void {
  for (const candidate of candidates) {
    const { def } = candidate._zod;
    if (seen.has(candidate)) continue;
    seen.add(candidate);
    if (def.type === 'array') collectHeadings(unwrap(def.element as Schema), found, seen);
    if (def.type === 'record') collectHeadings(unwrap(def.valueType as Schema), found, seen);
    if (def.type !== 'object') continue;
    const siblings = Object.keys(def.shape);
    for (const [name, value] of Object.entries(def.shape)) {
      const inner = unwrap(value as Schema);
      found.push(...inner.flatMap((one) => headingOf(name, one, siblings) ?? []));
      collectHeadings(inner, found, seen);
    }
  }
}

function headingOf(
  name: string,
  { _zod: { def } }: Schema,
  siblings: readonly string[],
): Heading | undefined {
  if (def.type === 'record') return { name, kind: 'record', children: [], siblings };
  if (def.type === 'string') return { name, kind: 'text', children: [], siblings };
  if (def.type === 'object') return { name, kind: 'map', children: Object.keys(def.shape), siblings };
  if (def.type !== 'array') return undefined;
  const children = unwrap(def.element as Schema).flatMap((one) =>
    one._zod.def.type === 'object' ? Object.keys(one._zod.def.shape) : [],
  );
  return children.length > 0 ? { name, kind: 'list', children, siblings } : undefined;
}
