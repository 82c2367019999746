/** An edition's meeting files, all at once: what each `agenda` run would be told of its own. */
import type { Diagnostic } from '../ground/diagnostic.ts';
import { isFailure, type World } from '../ground/world.ts';
import { type Place, unreadable } from './files.ts';
import { loadEdition } from './load.ts';
import { loadMeeting } from './load-meeting.ts';
import { agendasIn, meetingNames } from './meetings.ts';
import { strays } from './strays.ts';

/**
 * @param editionFolder e.g. `content/R6`
 * @returns what is wrong with the files in its `agendas/`, and which of them nobody would read; nothing where there is
 *   no such folder. Meetings of an edition that is wrong itself are not looked at, only their names
 */
export function checkMeetings(world: World, editionFolder: string): Diagnostic[] {
  const path = agendasIn(editionFolder);
  const folder: Place = { path, shown: path.replaceAll('\\', '/') };
  const names = world.list(path);
  if (isFailure(names)) return names.failure === 'missing' ? [] : [unreadable(names, folder.shown, 'folder')];
  const meetings = meetingNames(world, editionFolder);
  const loaded = meetings.length > 0 ? loadEdition(world, editionFolder).value : undefined;
  const checked = loaded
    ? meetings.flatMap((name) => loadMeeting(world, editionFolder, loaded, `${path}/${name}`).diagnostics)
    : [];
  return [...strays(names, meetings, folder), ...checked];
}
