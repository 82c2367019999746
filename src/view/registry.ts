/** The kinds of table there are: a theme names one of these views. */
import type { Edition } from '../content/edition.ts';
import { hyoka3View } from './hyoka3.ts';
import type { BookView, ViewOptions } from './types.ts';

export const views = {
  hyoka3: hyoka3View,
} as const satisfies Record<string, (edition: Edition, options?: ViewOptions) => BookView>;

/** A view's name, as a theme writes it. */
export type ViewName = keyof typeof views;
