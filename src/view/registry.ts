/** The kinds of table there are: a theme names one of these views. */
import type { Edition } from '../content/edition.ts';
import { hyoka3Tables } from './hyoka3.ts';
import type { PartView, ViewOptions } from './types.ts';

export const views = {
  hyoka3: hyoka3Tables,
} as const satisfies Record<string, (edition: Edition, options?: ViewOptions) => PartView>;
