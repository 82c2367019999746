/** Texts of the view, and what several of its tables say of years and figures in the same words. Pure. */
import { type Edition, type Origin, originOf } from '../content/edition.ts';
import type { ViewText } from './types.ts';

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

/** Figures are due up to the reporting year; the plan years stand in order. */
export function isDue({ years }: Edition, year: string): boolean {
  return years.plan.indexOf(year) <= years.plan.indexOf(years.reporting);
}

export function none(edition: Edition): ViewText {
  return editionText(edition.labels.none, 'labels', 'none');
}

export function unreported(edition: Edition): ViewText {
  return editionText(edition.labels.unreported, 'labels', 'unreported');
}
