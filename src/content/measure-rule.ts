/** What the rules of a measure file share. */
import type { Path } from '../yaml/index.ts';
import type { Doubts } from './doubts.ts';
import type { Rule } from './rule.ts';
import type { EditionFile, MeasureFile } from './schemas.ts';

/** `name` is the file's name without `.yaml`; what is doubtful in the edition is told there, not here again. */
export type MeasureContext = {
  readonly name: string;
  readonly edition: EditionFile;
  readonly doubts: Doubts;
};

export type MeasureRule = Rule<MeasureFile, MeasureContext>;
export type Indicator = MeasureFile['programs'][number]['activities'][number]['indicators'][number];

/** Every indicator with its path. */
export function* indicatorsOf({ programs }: MeasureFile): Iterable<[Path, Indicator]> {
  for (const [p, { activities }] of programs.entries()) {
    for (const [a, { indicators }] of activities.entries()) {
      for (const [i, indicator] of indicators.entries()) {
        yield [['programs', p, 'activities', a, 'indicators', i], indicator];
      }
    }
  }
}
