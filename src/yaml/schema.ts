/** A document against a zod schema. */
import * as z from 'zod';
import { hasErrors, type Result } from '../ground/diagnostic.ts';
import type { YamlDocument } from './document.ts';
import { placeAll } from './finding.ts';
import { explainIssues } from './issues.ts';

// Schemas are made after this room is loaded. To compile one costs a short run more than it saves.
z.config({ jitless: true });

/**
 * @param document what was read; numbers in it are `Numeral`s: see `numbers.ts` for schemas that take them
 * @param schema what it should be; its own checks report diagnostics through `ownIssue`
 * @returns the value the schema makes, along with warnings, or everything wrong with the document at its place: unknown
 *   keys at the key with the one meant, missing keys at their parent
 */
export function checkSchema<T>(document: YamlDocument, schema: z.ZodType<T>): Result<T> {
  const parsed = schema.safeParse(document.value);
  if (parsed.success && !hasErrors(document.problems))
    return { value: parsed.data, diagnostics: document.problems };
  const issues = parsed.success ? [] : parsed.error.issues;
  return {
    diagnostics: placeAll(document, explainIssues(document.value, schema, issues), document.problems),
  };
}

/** The value that a schema makes of another, or undefined where it is not as it should be. */
export function parsedBy<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
