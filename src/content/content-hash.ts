/** What tells one state of the content from another: comments and line ends do not count, every value does. */
import { createHash } from 'node:crypto';
import type { Edition } from './edition.ts';

/** SHA-256 of an edition's checked values, in hexadecimal digits. */
export function contentHash(edition: Edition): string {
  return createHash('sha256').update(JSON.stringify(edition)).digest('hex');
}
