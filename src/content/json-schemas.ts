/** JSON Schemas for editors: completion, hover texts and red lines while a clerk types. */
import * as z from 'zod';
import type { Edition } from './edition.ts';
import { meetingSchema } from './meeting-schema.ts';
import { editionSchema, measureSchemaOf, type Vocabulary } from './schemas.ts';

/** A file for `content/.schema/`. */
type NamedSchema = { readonly name: string; readonly schema: object };

/**
 * The schema of `edition.yaml`, that of an edition's measure files with its plan words, departments and years, and
 * that of its meeting files. Content files point to them in their first line:
 *
 *     # yaml-language-server: $schema=../.schema/edition.json
 *     # yaml-language-server: $schema=../../.schema/measure-R6.json
 *     # yaml-language-server: $schema=../../.schema/agenda.json
 */
export function jsonSchemas(edition: Edition): NamedSchema[] {
  return [
    { name: 'edition.json', schema: toJson(editionSchema) },
    { name: `measure-${edition.edition}.json`, schema: toJson(measureSchemaOf(vocabularyOf(edition))) },
    { name: 'agenda.json', schema: toJson(meetingSchema) },
  ];
}

function toJson(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
}

function vocabularyOf({ plan_words, departments, years }: Edition): Vocabulary {
  return {
    planWord: z.enum(plan_words),
    department: z.enum(departments),
    baseline: { anyOf: [{ type: 'number' }, { enum: plan_words }, { type: 'null' }] },
    years: <T extends z.ZodType>(entry: T) =>
      z.strictObject(Object.fromEntries(years.plan.map((year) => [year, entry]))) as unknown as z.ZodType<
        Record<string, z.output<T>>
      >,
  };
}
