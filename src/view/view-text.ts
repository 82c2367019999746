/** Texts of the view, and what several of its tables say of years and figures in the same words. Pure. */
import { type Edition, type Origin, originOf } from '../content/edition.ts';
import type { ViewText } from './types.ts';

/** A text and where it was typed. */
export function text(printed: string, origin: Origin): ViewText {
  return { text: printed, origin };
}

/** @param path where in edition.yaml the words, or the nearest thing to them, were typed */
export function editionText(printed: string, ...path: (string | number)[]): ViewText {
  return text(printed, editionOrigin(...path));
}

/** A place in edition.yaml. */
export function editionOrigin(...path: (string | number)[]): Origin {
  return originOf('edition.yaml', ...path);
}

/** What stands where nothing is planned, or nothing was before the plan. */
export function none(edition: Edition): ViewText {
  return editionText(edition.labels.none, 'labels', 'none');
}

/** What stands where a figure is due and missing. */
export function unreported(edition: Edition): ViewText {
  return editionText(edition.labels.unreported, 'labels', 'unreported');
}
