/** Texts of the view from edition.yaml. */
import { originOf } from '../content/edition.ts';
import type { ViewText } from './types.ts';

/** @param path where in edition.yaml the words, or the nearest thing to them, were typed */
export function editionText(printed: string, ...path: (string | number)[]): ViewText {
  return { text: printed, origin: originOf('edition.yaml', ...path) };
}
