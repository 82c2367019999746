/** Where a meeting's file still is when it is gone from the content: in the bag of what was handed out. */
import { bagName } from '../../archive/bag-name.ts';
import { PLACES_IN_BAG } from '../../archive/sources.ts';
import { PAYLOAD } from '../../archive/tag-files.ts';
import { meetingNames } from '../../content/index.ts';
import type { Diagnostic } from '../../ground/diagnostic.ts';
import { type MeetingPlace, newestOf } from './meeting-place.ts';
import { folders, type Run } from './run.ts';

/** A meeting's file that is not there: where it was handed out, it is taken back, not written a second time. */
export function withKeptMeeting(
  run: Run,
  place: MeetingPlace | undefined,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const kept = place && keptFile(run, place);
  if (!place || !kept) return [...diagnostics];
  const own = `${folders(run).content}/${place.edition}/agendas/${kept.name}`;
  const target = /[\\/]/.test(place.typed) ? place.typed : own;
  const hints = [`配ったときの会議のファイルが ${kept.path} にあります。${target} に写して戻してください。`];
  return diagnostics.map((one) => (one.code === 'unknown-meeting' ? { ...one, hints } : one));
}

type KeptFile = { readonly name: string; readonly path: string };

function keptFile({ world }: Run, place: MeetingPlace): KeptFile | undefined {
  const newest = newestOf(place);
  if (!newest) return undefined;
  const bag = `${place.archive}/${bagName(newest)}/${PAYLOAD}`;
  const edition = `${bag}/${PLACES_IN_BAG.content}/${place.edition}`;
  const [name] = meetingNames(world, edition);
  return name === undefined ? undefined : { name, path: `${edition}/agendas/${name}` };
}
