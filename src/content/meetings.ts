/** Which meetings an edition has, and the one meant. */
import { type Diagnostic, diagnose, type Result } from '../diagnostic.ts';
import { isFailure, type World } from '../world.ts';
import { didYouMean, listed, shorten } from '../yaml/index.ts';

const FILE_NAME = /^\d{4}-\d{2}-\d{2}\.yaml$/;

/** The names of an edition's meeting files, `2026-11-22.yaml`, the oldest first; none where there is no folder. */
export function meetingNames(world: World, editionFolder: string): readonly string[] {
  const names = world.list(agendasIn(editionFolder));
  return isFailure(names) ? [] : names.filter((name) => FILE_NAME.test(name));
}

/**
 * @param editionFolder e.g. `content/R6`
 * @param operand a date or a name in the edition's `agendas/` (`2026-11-22`, `2026-11-22.yaml`), or with a slash in
 *   it the path of a file anywhere
 * @returns the path to read; an error that lists what exists where the edition has no meeting of this name. Whether
 *   a path leads to a file is left to who reads it
 */
export function findMeeting(world: World, editionFolder: string, operand: string): Result<string> {
  if (/[\\/]/.test(operand)) return { value: operand, diagnostics: [] };
  const name = operand.endsWith('.yaml') ? operand : `${operand}.yaml`;
  if (meetingNames(world, editionFolder).includes(name))
    return { value: `${agendasIn(editionFolder)}/${name}`, diagnostics: [] };
  return { diagnostics: [unknownMeeting(world, editionFolder, name, operand)] };
}

/** No file where a meeting was looked for, and which there are. */
export function unknownMeeting(world: World, editionFolder: string, name: string, shown: string): Diagnostic {
  const names = meetingNames(world, editionFolder);
  const folder = agendasIn(editionFolder).replaceAll('\\', '/');
  const hints =
    names.length > 0
      ? [...didYouMean(name, names), `${folder} にあるのは${listed(names)}です。`]
      : [`${folder} に「2026-11-22.yaml」のような名前のファイルを作ってください。`];
  return diagnose('unknown-meeting', { file: shorten(shown) }, { hints });
}

function agendasIn(editionFolder: string): string {
  return `${editionFolder}/agendas`;
}
