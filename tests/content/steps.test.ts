import { expect, test } from 'vitest';
import type * as Load from '../../src/content/load.ts';
import type { Files } from '../helpers/content-files.ts';
import {
  activityItem,
  editionFile,
  indicatorItem,
  measureFile,
  programItem,
  times,
} from '../helpers/content-files.ts';
import { counted } from '../helpers/steps.ts';
import { worldOf } from './memory.ts';

const { module, stepsOf } = counted<typeof Load>('src/content/load.ts');

/** The steps of reading an edition of so many words and indicators. */
function stepsFor(size: number, word: (number: number) => string): number {
  const indicators = times(size, (n) => indicatorItem(`件数${n}`, word(n)));
  const files: Files = {
    'edition.yaml': editionFile({ planWords: times(size, (n) => `語${n}`) }),
    'measures/1-1.yaml': measureFile([
      programItem({ activities: activityItem('内容', indicators.join('\n')) }),
    ]),
  };
  const inFolder = Object.entries(files).map(([path, text]) => [`content/R6/${path}`, text]);
  const world = worldOf(Object.fromEntries(inFolder));
  return stepsOf(() => void module.loadEdition(world, 'content/R6'));
}

test.each([
  ['right', (n: number) => `語${n}`],
  ['wrong, each in its way', (n: number) => `誤${n}`],
])(
  'twice as many words, and twice as many indicators with words that are %s, take twice the steps',
  (_, word) => {
    stepsFor(100, word);
    // As many are shown of either.
    const [few, many] = [stepsFor(250, word), stepsFor(500, word)];
    expect(many).toBeLessThan(2.5 * few);
  },
);
