/** Which keys a zod schema allows at a path. */
import type * as z from 'zod';
import type { Path } from './locate.ts';

type Schema = z.core.$ZodTypes;

/** The keys of the objects that may stand at a path, in the schema's order. */
export function allowedKeys(schema: z.ZodType, path: Path): string[] {
  let candidates = unwrap(schema as unknown as Schema);
  for (const part of path)
    candidates = candidates.flatMap((candidate) => inside(candidate, part).flatMap(unwrap));
  const keys = candidates.flatMap(({ _zod: { def } }) =>
    def.type === 'object' ? Object.keys(def.shape) : [],
  );
  return [...new Set(keys)];
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
      ? def.shape[String(part)]
      : def.type === 'array'
        ? def.element
        : def.type === 'record'
          ? def.valueType
          : undefined;
  return schema ? [schema as Schema] : [];
}
