/** Why a file of a template set or of the fonts cannot be read. */
import { unreadable } from '../content/index.ts';
import type { Diagnostic } from '../ground/diagnostic.ts';
import type { ReadFailure } from '../ground/world.ts';

/**
 * @param path the file, as it is shown
 * @param missing what is said of a file that is not there
 */
export function whyUnread(found: ReadFailure, path: string, missing: Diagnostic): Diagnostic {
  return found.failure === 'missing' ? missing : unreadable(found, path, 'file');
}
