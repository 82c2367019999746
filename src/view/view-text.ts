/** Texts of the view, and what several of its parts print of a cell in the same words. Pure. */
import type { CellState, PlanState } from '../content/cell-state.ts';
import { type Edition, type Labels, type Origin, originOf } from '../content/edition.ts';
import { formatFigure } from './format.ts';
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

/** One of the edition's labels. */
export function labelText({ labels }: Pick<Edition, 'labels'>, name: keyof Labels): ViewText {
  return editionText(labels[name], 'labels', name);
}

/** What a cell prints: words above, figures below, each a list that is printed in its order. */
export type CellTexts = { readonly words: readonly ViewText[]; readonly figures: readonly ViewText[] };

/** @param origin where the cell was typed */
export function cellTexts(edition: Edition, cell: CellState, origin: Origin): CellTexts {
  switch (cell.state) {
    case 'figure':
      return { words: [], figures: [text(formatFigure(cell.figure), origin)] };
    case 'word':
    case 'none':
      return { words: [planText(edition, cell, origin)], figures: [] };
    case 'unreported':
      return { words: [labelText(edition, cell.state)], figures: [] };
    case 'nothing':
      return { words: [], figures: [] };
  }
}

/** The word that is planned, or the label for none. */
export function planText(edition: Edition, plan: PlanState, origin: Origin): ViewText {
  return plan.state === 'word' ? text(plan.word, origin) : labelText(edition, plan.state);
}
