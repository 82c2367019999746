/** `hyokahyo archive`: seals an edition into a bag that is never changed again. */
import type { BagIdentity } from '../../archive/bag-info.ts';
import { bagName } from '../../archive/bag-name.ts';
import { carryCopies } from '../../archive/carried-copies.ts';
import { type HandOut, handedOutMeetings, readAllHandOuts } from '../../archive/handed-out.ts';
import { copiesOf } from '../../archive/handed-out-copies.ts';
import type { Held } from '../../archive/held.ts';
import { handedOutGaps, lostHandOuts } from '../../archive/lost-hand-outs.ts';
import { composeBag } from '../../archive/seal.ts';
import { gatherSources } from '../../archive/sources.ts';
import { unchanged } from '../../archive/unchanged.ts';
import { nextBag } from '../../archive/versions.ts';
import { findEdition, inReadingOrder, loadEdition } from '../../content/index.ts';
import { type Diagnostic, hasErrors, type Result, withoutRepeats } from '../../ground/diagnostic.ts';
import { asTyped } from './as-typed.ts';
import { asError } from './build.ts';
import { folders, type Outcome, type Run, slashed } from './run.ts';
import { pressOf } from './sealing.ts';
import { otherBooklets } from './unsealed-booklets.ts';
import { otherPapers } from './unsealed-papers.ts';
import { writeBag } from './write-bag.ts';

/** Makes the bag and writes it; where anything is wrong, nothing is sealed. */
export async function archive(run: Run): Promise<Outcome> {
  const { content, out } = folders(run);
  const found = findEdition(run.world, content, run.operands[0]);
  if (found.value === undefined) return stopped(found.diagnostics);
  const next = nextBag(run.world, `${out}/archive`, found.value, run.flags.reason);
  if (!next.value) return stopped(next.diagnostics);
  const copies = handedOut(run, found.value);
  if (!copies.value) return stopped(copies.diagnostics);
  const composed = await compose(run, next.value, copies.value);
  const all = inReadingOrder([...found.diagnostics, ...copies.diagnostics, ...composed.diagnostics]);
  const told = run.flags.strict ? all.map(asError) : all;
  if (!composed.value || hasErrors(told)) return stopped(told);
  const beside = await besides(run, found.value, composed.value, copies.value);
  const diagnostics = [...told, ...(run.flags.strict ? beside.map(asError) : beside)];
  if (hasErrors(diagnostics)) return stopped(diagnostics);
  const folder = `${out}/archive/${bagName(next.value)}`;
  return writeBag(run, folder, composed.value, diagnostics, '保存しました。');
}

function stopped(diagnostics: readonly Diagnostic[]): Outcome {
  return { diagnostics, outputs: [] };
}

/**
 * Copies of everything that was handed out at the edition's meetings, whether these still have a file or not; where a bag
 * is lost, those in the version before, with a warning.
 */
function handedOut(run: Run, edition: string): Result<Held> {
  const archive = `${folders(run).out}/archive`;
  const lost = lostHandOuts(run.world, archive, edition);
  const missing = lost.filter(({ isMissing }) => isMissing);
  const carried = carryCopies(run.world, archive, missing);
  if (!carried.value) return { diagnostics: carried.diagnostics };
  const all: HandOut[] = [];
  for (const meeting of handedOutMeetings(run.world, archive, edition)) {
    const { value, diagnostics } = readAllHandOuts(run.world, archive, { edition, meeting }, missing);
    if (!value) return { diagnostics };
    all.push(...value);
  }
  if (lost.length > missing.length)
    return { diagnostics: handedOutGaps(lost.filter(({ isMissing }) => !isMissing)) };
  return { value: copiesOf(all, carried.value), diagnostics: carried.diagnostics };
}

/** Everything is read once; the bag is made of what was read, as it will lie in the bag. */
async function compose(run: Run, identity: BagIdentity, copies: Held): Promise<Result<Held>> {
  const { content, templates, fonts, out } = folders(run);
  const places = { content, templates, fonts, tool: slashed(run.tool) };
  const loaded = loadEdition(run.world, `${content}/${identity.edition}`);
  if (!loaded.value) return { diagnostics: loaded.diagnostics };
  const sources = gatherSources(run.world, places, loaded.value.edition);
  if (!sources.value) return { diagnostics: [...loaded.diagnostics, ...sources.diagnostics] };
  const same = await unchanged(run.world, `${out}/archive`, identity, sources.value, copies, pressOf(run));
  if (same) return { diagnostics: [...loaded.diagnostics, same] };
  const bag = await composeBag(sources.value, identity, pressOf(run), copies);
  const diagnostics = [...loaded.diagnostics, ...bag.diagnostics.map((one) => asTyped(one, places))];
  return { ...bag, diagnostics: withoutRepeats(diagnostics) };
}

/** What lies in the output folder and is not what is being sealed. */
async function besides(run: Run, edition: string, bag: Held, copies: Held): Promise<Diagnostic[]> {
  return [...otherPapers(run, edition, bag, copies), ...(await otherBooklets(run, edition))];
}
