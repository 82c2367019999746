/** Texts of the view from a meeting's file. */
import { originOf } from '../../content/edition.ts';
import type { Meeting } from '../../content/index.ts';
import type { ViewText } from '../../view/types.ts';

/** @param path where in the file the words, or the nearest thing to them, were typed */
export function meetingText({ file }: Meeting, printed: string, ...path: (string | number)[]): ViewText {
  return { text: printed, origin: originOf(file, ...path) };
}
