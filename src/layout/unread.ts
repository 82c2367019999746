/** Why a file of a template set or of the fonts cannot be read. */
import { unreadable } from '../content/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ReadFailure } from '../world.ts';
import { tooLarge } from '../yaml/index.ts';

/**
 * @param path the file, as it is shown
 * @param missing what is said of a file that is not there
 * @param limit how many bytes would have been read
 */
export function whyUnread(found: ReadFailure, path: string, missing: Diagnostic, limit?: number): Diagnostic {
  switch (found.failure) {
    case 'missing':
      return missing;
    case 'too-large':
      return tooLarge(path, found.size ?? 0, limit);
    default:
      return unreadable(found, path, 'file');
  }
}
