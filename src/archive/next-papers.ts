/** Which papers of a meeting have changed since they were handed out. */
import { type ComposedAgenda, composeAgenda, type Revision } from '../council/agenda.ts';
import type { Result } from '../ground/diagnostic.ts';
import { meetingFileIn } from './hand-out.ts';
import type { HandOut } from './handed-out.ts';
import { below, type Held, heldWorld, sameBytes } from './held.ts';
import { type PaperForm, readForm } from './paper-form.ts';
import { marksOf, type PaperHistory, readHistory } from './paper-history.ts';
import type { Press } from './seal.ts';
import { PLACES_IN_BAG } from './sources.ts';
import { PAYLOAD } from './tag-files.ts';

/** Composes a meeting's papers from the content as it now is. */
export type MakePapers = (form: PaperForm, revision?: Revision) => Promise<Result<ComposedAgenda>>;

export type NextPapers = {
  /** As it will be with the next bag. */
  readonly history: PaperHistory;
  /** Whether anything has changed: papers, cover sheet, or which papers there are. */
  readonly isChanged: boolean;
};

/**
 * Compares what this program makes of the content as it was handed out with what it makes of the content as it is: so
 * a new version of the program alone changes no paper. Where the old content cannot be made any more, all has changed.
 *
 * @param make from the content as it is
 */
export async function nextPapers(
  previous: HandOut,
  make: MakePapers,
  form: PaperForm,
  press: Pick<Press, 'creator' | 'openPrinter' | 'progress'>,
): Promise<Result<NextPapers>> {
  const { info } = previous;
  const known = readHistory(info.papers ?? '');
  const marks = marksOf(known, info.version);
  const now = await make(form, marks);
  if (!now.value) return { diagnostics: now.diagnostics };
  const then = await makeFrom(previous, marks, press);
  const [fresh, before] = [await finished(now.value), then.value ? await finished(then.value) : new Map()];
  const version = info.version + 1;
  const isSame = (name: string) => isEqual(fresh.get(name), before.get(name));
  const history = now.value.meeting.papers.map(({ number }) => {
    const old = known.get(number);
    if (!old) return [number, { first: version, last: version }] as const;
    const name = number + (marks.papers.get(number) ?? '');
    return [number, isSame(name) ? old : { first: old.first, last: version }] as const;
  });
  const isChanged = fresh.size !== before.size || ![...fresh.keys()].every(isSame);
  return { value: { history: new Map(history), isChanged }, diagnostics: now.diagnostics };
}

function makeFrom(
  { info, files }: HandOut,
  revision: Revision,
  { creator, openPrinter, progress }: Pick<Press, 'creator' | 'openPrinter' | 'progress'>,
): Promise<Result<ComposedAgenda>> {
  const sources = below(files, PAYLOAD);
  const request = {
    ...{ edition: `${PLACES_IN_BAG.content}/${info.edition}`, fonts: PLACES_IN_BAG.fonts },
    ...{ templates: PLACES_IN_BAG.templates, meeting: { file: meetingFileIn(sources, info.edition) } },
    ...{ ...readForm(info.form ?? ''), progress, revision },
  };
  return composeAgenda(heldWorld(sources), request, creator, openPrinter);
}

async function finished({ files }: ComposedAgenda): Promise<Held> {
  const made = new Map<string, Uint8Array>();
  for (const { name, book } of files) made.set(name, await book.finish());
  return made;
}

function isEqual(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && sameBytes(a, b);
}
