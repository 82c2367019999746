/** Writes a bag that was made, and looks at it before it gets its name. */
import { checkBag } from '../../archive/check-bag.ts';
import { type Held, sameFiles } from '../../archive/held.ts';
import { type Diagnostic, diagnose, hasErrors } from '../../ground/diagnostic.ts';
import { writeFolder } from '../../ground/outputs.ts';
import { typedPath } from '../../ground/shown.ts';
import type { Outcome, Run } from './run.ts';

/**
 * @param folder where the bag is to lie; nothing may lie there yet
 * @param note what is said in the end, before how to verify
 */
export function writeBag(
  { world }: Run,
  folder: string,
  bag: Held,
  diagnostics: readonly Diagnostic[],
  note: string,
): Outcome {
  const trouble = writeFolder(folder, bag, (written) => {
    const found = checkBag(world, written);
    if (found && !hasErrors(found.diagnostics) && sameFiles(found.files, bag)) return undefined;
    const hints = ['ディスクを確かめて、もう一度実行してください。'];
    return diagnose('archive-unwritten', { folder }, { hints });
  });
  if (trouble) return { diagnostics: [...diagnostics, trouble], outputs: [] };
  const bytes = [...bag.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    diagnostics,
    outputs: [{ file: folder, bytes }],
    note: `${note}確かめるには: hyokahyo verify ${typedPath(folder)}`,
  };
}
